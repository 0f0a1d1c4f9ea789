import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { DataError, decode, NO_DAY } from "../src/data";
import { tableOf } from "./rows";

const page = (changes: Record<string, unknown>): string =>
  JSON.stringify({ version: 1, title: "T", reports: 2, attribution: [], tiles: null, columns: {}, ...changes });

test("rows are sorted by first day, undated rows last, equal days in the order of the data", () => {
  const table = tableOf({ date_start: 9 }, {}, { date_start: 3 }, { date_start: 9 }, { date_start: -5 });
  deepEqual(Array.from({ length: 5 }, (_, i) => table.details(i).eventId), ["e4", "e2", "e0", "e3", "e1"]);
  equal(table.dated, 4);
  equal(table.start[4], NO_DAY);
  equal(table.find("e2"), 1);
  equal(table.find("nothing"), -1);
});

test("a missing end of an interval is the other end, and reversed ends are put in order", () => {
  const table = tableOf({ date_start: 5, date_end: null }, { date_start: null, date_end: 7 }, { date_start: 20, date_end: 10 });
  deepEqual([...table.start], [5, 7, 10]);
  deepEqual([...table.end], [5, 7, 20]);
});

test("the latest end never falls", () => {
  const table = tableOf({ date_start: 1, date_end: 90 }, { date_start: 2 }, { date_start: 95 });
  deepEqual([...table.latestEnd], [90, 90, 95]);
});

test("some known days are exact, an unknown day is vague", () => {
  const table = tableOf(
    { date_start: 1, date_end: 3 },
    { date_start: 2, date_end: 30, date_precision: "month" },
    { date_start: 3, date_end: 9, date_precision: null },
    { date_start: 4, date_precision: null },
  );
  deepEqual([...table.vague], [0, 1, 1, 0]);
});

test("an area is a district or wider, or 25 km and more", () => {
  const table = tableOf({ geo_precision: 2, radius_km: 24 }, { geo_precision: 2, radius_km: 25 }, { geo_precision: 3, radius_km: null }, { geo_precision: null, radius_km: null });
  deepEqual([...table.area], [0, 1, 1, 0]);
});

test("places outside the world, and mentions, are kept apart", () => {
  const table = tableOf({ lat: 95 }, { lon: null }, { event_type: "Mention" }, { event_type: "unheard of" });
  ok(Number.isNaN(table.x[0]));
  ok(Number.isNaN(table.x[1]));
  equal(table.events, 2);
  equal(table.length, 4);
});

test("values of the wrong kind are absent values", () => {
  const { fatalities, source, confidence } = tableOf({ fatalities: "36", source: 7, confidence: "high" }).details(0);
  deepEqual([fatalities, source, confidence], [null, null, null]);
});

test("data that cannot be shown is refused with a sentence", () => {
  throws(() => decode("{"), DataError);
  throws(() => decode("[]"), /version/);
  throws(() => decode(page({ version: 2 })), /version/);
  throws(() => decode(page({ columns: null })), /columns/);
  throws(() => decode(page({ columns: { lon: [1], lat: [1, 2] } })), /lat has 2 values, not 1/);
});

test("no rows are no fault", () => {
  const { table, title, attribution } = decode(page({ attribution: [{ text: "A", url: null }, "B", { url: "x" }] }));
  equal(table.length, 0);
  equal(title, "T");
  deepEqual(attribution, [{ text: "A", url: null }]);
});
