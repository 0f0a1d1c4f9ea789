import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { NO_DAY } from "../src/table";
import { rowOf, tableOf } from "./rows";

test("undated rows come last and have no day", async () => {
  const table = tableOf({ date_start: 9 }, {}, { date_start: 3 });
  equal(table.dated, 2);
  equal(table.start[2], NO_DAY);
  equal(await rowOf(table, "e2"), 0);
  equal(await rowOf(table, "nothing"), -1);
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

test("only the place itself is a point: what is near it, wider, or 25 km across is an area, a mention too", () => {
  const rows = [{ geo_precision: 2, radius_km: 24 }, { geo_precision: 2, radius_km: 25 }, { geo_precision: 3, radius_km: null }, { geo_precision: null, radius_km: null }];
  const table = tableOf(...rows, { geo_precision: 6, radius_km: 300, event_type: "Mention" });
  deepEqual(Array.from(table.spot, (spot) => table.spots.area[spot]), [1, 1, 1, 0, 1]);
});

test("an area that says nothing of its width has one after its precision", () => {
  const table = tableOf(...[2, 3, 4, 6].map((geo_precision) => ({ geo_precision, radius_km: null })));
  deepEqual([...table.spots.radiusKm], [25, 50, 100, 400]);
});

test("rows share a spot when they stand at one point and are areas as wide", () => {
  const table = tableOf({}, {}, { lon: 40 }, { geo_precision: 4, radius_km: 50 }, { geo_precision: 4, radius_km: 50 }, { geo_precision: 4, radius_km: 90 });
  deepEqual([...table.spot], [0, 0, 1, 2, 2, 3]);
  deepEqual([...table.spots.radiusKm], [0, 0, 50, 90]);
});

test("rows without a place, mentions and unheard-of types are kept apart", () => {
  const table = tableOf({ lon: null }, { event_type: "Mention" }, { event_type: "unheard of" });
  equal(table.spot[0], -1);
  deepEqual([table.events, table.length], [1, 3]);
});
