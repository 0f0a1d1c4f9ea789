import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { PAGE, pageOf } from "../src/eventtable";
import { heightOf, MOST_HEIGHT, offsetAt, offsetToSee, ROW, scrollFor, stepped, windowAt } from "../src/windowing";

test("only rows in sight are made, some more at both ends", () => {
  deepEqual(windowAt(0, 100_000, 400, 0), [0, 5]);
  deepEqual(windowAt(ROW * 50 + 1, 100_000, 400, 2), [48, 57]);
  deepEqual(windowAt(0, 3, 4000), [0, 3]);
  deepEqual(windowAt(0, 0, 400), [0, 0]);
});

test("the last row can be scrolled to, however long the list", () => {
  for (const rows of [1, 10, 1000, 100_000, 1_000_000]) {
    const end = Math.max(0, heightOf(rows) - 400);
    ok(heightOf(rows) <= MOST_HEIGHT);
    const [, past] = windowAt(offsetAt(end, rows, 400), rows, 400, 0);
    equal(past, rows);
    const offset = offsetToSee(rows - 1, 0, 400);
    ok(Math.abs(scrollFor(offset, rows, 400) - end) < 1, String(rows));
    equal(scrollFor(1e12, rows, 400) <= end + 1e-6, true);
  }
  const there = offsetAt(scrollFor(123_456, 1_000_000, 400), 1_000_000, 400);
  ok(Math.abs(there - 123_456) < 1e-3);
});

test("keys go by row, by page and to the ends", () => {
  const at = (key: string, index: number): number | null => stepped(key, index, 100, ROW * 5);
  deepEqual(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "x"].map((key) => at(key, 50)), [51, 49, 54, 46, 0, 99, null]);
  deepEqual([at("ArrowUp", 0), at("PageDown", 98), stepped("End", 0, 0, 400)], [0, 99, null]);
});

test("a row in sight is not scrolled to", () => {
  equal(offsetToSee(3, 2 * ROW, 5 * ROW), 2 * ROW);
  equal(offsetToSee(1, 2 * ROW, 5 * ROW), ROW);
  equal(offsetToSee(9, 2 * ROW, 5 * ROW), 5 * ROW);
});

test("pages of the table go either way, rows without a day last", () => {
  const rows = Uint32Array.from({ length: 250 }, (_, i) => i);
  deepEqual(pageOf(rows, 240, 0, false).slice(0, 2), [0, 1]);
  equal(pageOf(rows, 240, 2, false).length, 250 - 2 * PAGE);
  deepEqual(pageOf(rows, 240, 0, true).slice(0, 2), [239, 238]);
  deepEqual(pageOf(rows, 240, 2, true).slice(38, 42), [1, 0, 240, 241]);
  deepEqual(pageOf([], 0, 0, true), []);
});
