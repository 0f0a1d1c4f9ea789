import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { EVENT_TYPES } from "../src/category";
import { binEdges, binUnit, histogram, ticks } from "../src/histogram";
import { numbers, tableOf } from "./rows";

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

test("bins are days, weeks, months or years as the span grows", () => {
  deepEqual([30, 400, 4000, 40_000].map((days) => binUnit({ from: 0, to: days })), ["day", "week", "month", "year"]);
});

test("bins cover the range without gap, cut at its ends", () => {
  const range = { from: dayNumber(2020, 1, 15), to: dayNumber(2020, 3, 10) };
  deepEqual(binEdges(range, "month"), [range.from, dayNumber(2020, 2, 1), dayNumber(2020, 3, 1), range.to + 1]);
  deepEqual(binEdges({ from: 4, to: 4 }, "day"), [4, 5]);
  deepEqual(binEdges({ from: 0, to: 2 }, "year"), [0, 3]);
});

test("no event is lost and none is counted twice, however long it may have taken", () => {
  const next = numbers(2);
  for (let round = 0; round < 30; round += 1) {
    const rows = Array.from({ length: 50 }, () => {
      const start = Math.floor(next() * 500);
      const vague = next() < 0.4;
      return { date_start: start, date_end: start + (vague ? Math.floor(next() * 90) : 0), date_precision: vague ? "month" : "day" };
    });
    const table = tableOf(...rows);
    const range = { from: 0, to: Math.floor(100 + next() * 600) };
    const inside = rows.filter((row) => row.date_start <= range.to).length;
    const { exact, vague } = histogram(table, range, () => true);
    ok(Math.abs(sum(exact) + sum(vague) - inside) < 1e-9);
  }
});

test("a month is spread over its days and hatched; a known day is not", () => {
  const table = tableOf({ date_start: 0, date_end: 9, date_precision: "month" }, { date_start: 3, event_type: "Riots" });
  const { exact, vague, highest } = histogram(table, { from: 0, to: 9 }, () => true);
  ok(vague.every((value) => Math.abs(value - 0.1) < 1e-12));
  equal(exact[3 * EVENT_TYPES + 4], 1);
  equal(highest, 1.1);
});

test("ticks stand on round days inside the range and keep their distance", () => {
  const next = numbers(3);
  for (let round = 0; round < 200; round += 1) {
    const from = Math.floor((next() - 0.5) * 200_000);
    const range = { from, to: from + Math.floor(next() ** 4 * 300_000) };
    const width = 200 + next() * 900;
    const found = ticks(range, width, 64);
    const pixels = width / (range.to - range.from + 1);
    found.forEach(({ day }, i) => {
      ok(day >= range.from && day <= range.to);
      if (i > 0) ok((day - found[i - 1]!.day) * pixels > 58, "ticks too close");
    });
  }
});

test("ticks of days name the month, those of months the year in January", () => {
  deepEqual(ticks({ from: dayNumber(2020, 2, 28), to: dayNumber(2020, 3, 1) }, 300, 64).map(({ label }) => label), ["28 Feb", "29 Feb", "1 Mar"]);
  deepEqual(ticks({ from: dayNumber(2019, 11, 20), to: dayNumber(2020, 2, 20) }, 300, 64).map(({ label }) => label), ["Dec", "2020", "Feb"]);
});
