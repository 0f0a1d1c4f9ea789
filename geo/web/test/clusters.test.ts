import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { cluster, rosette } from "../src/clusters";
import { pick } from "../src/picking";
import { copies, nearestCopy } from "../src/viewport";
import { tableOf } from "./rows";

const all = (length: number): number[] => Array.from({ length }, (_, i) => i);

test("rows at one point become one cluster with a mark for each kind", () => {
  const table = tableOf({ date_start: 1 }, { date_start: 2, event_type: "Riots" }, { date_start: 3 }, { date_start: 4, lon: 40 }, { date_start: 5, lat: null });
  const [here, there, ...rest] = cluster(table, all(5), 12);
  deepEqual(here!.rows, [0, 1, 2]);
  deepEqual(here!.marks.map(({ type, rows }) => [type, rows.length]), [[0, 2], [4, 1]]);
  deepEqual(there!.rows, [3]);
  equal(rest.length, 0);
});

test("a mark is hollow only when no day of its events is known", () => {
  const table = tableOf({ date_start: 1, date_precision: "month" }, { date_start: 1 }, { date_start: 1, date_precision: "year", event_type: "Riots" });
  deepEqual(cluster(table, all(3), 12)[0]!.marks.map(({ hollow }) => hollow), [false, true]);
});

test("a disc is drawn once for each radius, in the colour of its type if there is only one; mentions have none", () => {
  const area = { geo_precision: 4, radius_km: 50 };
  const table = tableOf({ ...area }, { ...area }, { ...area, radius_km: 90 }, { ...area, radius_km: 90, event_type: "Riots" }, { ...area, event_type: "Mention", radius_km: 7 });
  deepEqual(cluster(table, all(5), 12)[0]!.discs, [{ radiusKm: 50, type: 0 }, { radiusKm: 90, type: -1 }]);
});

test("marks of a rosette keep their distance", () => {
  deepEqual(rosette(1, 12), [{ dx: 0, dy: 0 }]);
  for (let count = 2; count <= 7; count += 1) {
    const marks = rosette(count, 12);
    for (let i = 0; i < count; i += 1) {
      for (let j = 0; j < i; j += 1) {
        ok(Math.hypot(marks[i]!.dx - marks[j]!.dx, marks[i]!.dy - marks[j]!.dy) > 11.999);
      }
    }
  }
});

const view = { width: 800, height: 600, scale: 1024, originX: 100, originY: 100 };

test("a point is found in every repetition of the world that is in sight", () => {
  deepEqual(copies(0.5, { ...view, width: 2000, originX: 0 }, 0), [512, 1536]);
  deepEqual(copies(0.95, { ...view, originX: -200 }, 0).map(Math.round), [149]);
  equal(Math.round(nearestCopy(0.99, { ...view, originX: -700 })), 690);
});

test("the nearest mark within reach is picked, and none beyond", () => {
  const table = tableOf({ lon: 0, lat: 0 }, { lon: 3, lat: 0, event_type: "Riots" });
  const clusters = cluster(table, all(2), 12);
  const x = 0.5 * 1024 - 100;
  const y = 0.5 * 1024 - 100;
  equal(pick(clusters, view, x + 3, y, 13)!.mark.type, 0);
  equal(pick(clusters, view, x + 6, y, 13)!.mark.type, 4);
  equal(pick(clusters, view, x, y + 14, 13), null);
});

test("every mark of a rosette can be picked by itself", () => {
  const table = tableOf(...["Battles", "Riots", "Protests", "Strategic developments"].map((name) => ({ event_type: name, lon: 0, lat: 0 })));
  const clusters = cluster(table, all(4), 12);
  for (const mark of clusters[0]!.marks) {
    equal(pick(clusters, view, 412 + mark.dx, 412 + mark.dy, 13)!.mark, mark);
  }
});
