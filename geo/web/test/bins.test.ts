import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { binsOf, fits, MOST_POINTS, weigh } from "../src/bins";
import { pick, type Drawn } from "../src/picking";
import { pixelOf, sectors, shortCount, stencil } from "../src/pies";
import { rosette, rowOnEdge } from "../src/rosette";
import { add, counters, KINDS, newTally } from "../src/tally";
import { copies, nearestCopy, type Viewport } from "../src/viewport";
import { numbers, tableOf } from "./rows";

const view: Viewport = { width: 800, height: 600, scale: 4096, originX: 2000, originY: 1400 };
const everything = { from: -1e6, to: 1e6 };

test("a few places stand alone", () => {
  const table = tableOf({ lon: 36, lat: 35 }, { lon: 36.1, lat: 35 }, { lon: 36, lat: 35, event_type: "Riots" });
  const bins = binsOf(table.spots, weigh(table.spot, table.spots.length, () => true), view);
  deepEqual([bins.length, bins.merged], [2, false]);
  const tally = newTally(bins.length);
  add(tally, table, counters(table, bins.of), [0, 1, 2], everything);
  deepEqual([tally.count[0], tally.count[4], tally.count[KINDS]], [1, 1, 1]);
});

test("many places are counted by squares, no row is lost and none counted twice", () => {
  const next = numbers(5);
  for (let round = 0; round < 10; round += 1) {
    const rows = Array.from({ length: 700 }, () => ({ lon: -180 + next() * 360, lat: -80 + next() * 160, date_start: Math.floor(next() * 9) }));
    const table = tableOf(...rows);
    const world: Viewport = { width: 1024, height: 900, scale: 1024, originX: Math.floor((next() - 0.5) * 3000), originY: 50 };
    const bins = binsOf(table.spots, weigh(table.spot, table.spots.length, () => true), world);
    ok(bins.merged && bins.length < 400);
    const tally = newTally(bins.length);
    add(tally, table, counters(table, bins.of), Array.from(rows.keys()), everything);
    equal(tally.count.reduce((a, b) => a + b, 0), 700);
  }
});

test("clusters keep out of one another's squares", () => {
  const next = numbers(6);
  const table = tableOf(...Array.from({ length: MOST_POINTS * 3 }, () => ({ lon: 20 + next() * 30, lat: 20 + next() * 30 })));
  const bins = binsOf(table.spots, weigh(table.spot, table.spots.length, () => true), { ...view, scale: 8192, originX: 4400, originY: 3000 });
  for (let a = 0; a < bins.length; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (bins.spot[a]! >= 0 || bins.spot[b]! >= 0) continue;
      ok(Math.hypot(bins.x[a]! - bins.x[b]!, bins.y[a]! - bins.y[b]!) * bins.scale > 43);
    }
  }
});

test("an empty place moves no cluster, and a wide area stays a disc", () => {
  const next = numbers(7);
  const rows = Array.from({ length: 600 }, () => ({ lon: 36 + next() * 8, lat: 33 + next() * 6 }));
  const table = tableOf(...rows, { lon: 40, lat: 36, geo_precision: 6, radius_km: 500 }, { lon: 40.01, lat: 36, geo_precision: 3, radius_km: 5 });
  const bins = binsOf(table.spots, weigh(table.spot, table.spots.length, (row) => row >= 300), view);
  const [wide, narrow] = [bins.of[table.spot[600]!]!, bins.of[table.spot[601]!]!];
  deepEqual([bins.disc[wide], bins.disc[narrow]], [1, 0]);
  for (let row = 0; row < 300; row += 1) equal(bins.of[table.spot[row]!], -1);
});

test("bins hold while the view stays inside them", () => {
  const table = tableOf({ lon: 36, lat: 35 });
  const bins = binsOf(table.spots, weigh(table.spot, 1, () => true), { ...view, scale: 65536, originX: 39000, originY: 26000 });
  const moved = (dx: number, dy: number, scale = 65536): boolean => fits(bins, { ...view, scale, originX: 39000 + dx, originY: 26000 + dy });
  deepEqual([moved(0, 0), moved(790, -590), moved(810, 0), moved(0, 610), moved(0, 0, 32768)], [true, true, false, false, false]);
});

test("an event of several days counts by the share of them that lies in the range", () => {
  const table = tableOf({ date_start: 0, date_end: 9, date_precision: "month" }, { date_start: 4 });
  const tally = newTally(1);
  add(tally, table, counters(table, Int32Array.of(0)), [0, 1], { from: 4, to: 5 });
  deepEqual([tally.count[0], tally.vague[0]], [2, 1]);
  ok(Math.abs(tally.outside[0]! - 0.8) < 1e-6);
});

test("marks of a rosette keep their distance", () => {
  deepEqual(rosette(1, 12), [{ dx: 0, dy: 0 }]);
  for (let count = 2; count <= 8; count += 1) {
    for (const marks of [rosette(count, 12), rowOnEdge(count, 12, 40)]) {
      for (let i = 0; i < count; i += 1) {
        for (let j = 0; j < i; j += 1) ok(Math.hypot(marks[i]!.dx - marks[j]!.dx, marks[i]!.dy - marks[j]!.dy) > 11.999);
      }
    }
  }
});

test("a point is found in every repetition of the world that is in sight", () => {
  const small = { width: 800, height: 600, scale: 1024, originX: 100, originY: 100 };
  deepEqual(copies(0.5, { ...small, width: 2000, originX: 0 }, 0), [512, 1536]);
  deepEqual(copies(0.95, { ...small, originX: -200 }, 0).map(Math.round), [149]);
  equal(Math.round(nearestCopy(0.99, { ...small, originX: -700 })), 690);
});

test("the nearest mark within reach is picked, a cluster by its edge, and nothing beyond", () => {
  const drawn: Drawn[] = [{ bin: 0, type: 0, x: 100, y: 100, radius: 6.5 }, { bin: 0, type: 4, x: 113, y: 100, radius: 6.5 }, { bin: 1, type: -1, x: 300, y: 100, radius: 20 }];
  equal(pick(drawn, 103, 100, 13)!.type, 0);
  equal(pick(drawn, 109, 100, 13)!.type, 4);
  equal(pick(drawn, 100, 114, 13), null);
  equal(pick(drawn, 325, 100, 13)!.bin, 1);
});

test("a ring's sectors are the shares, and none is left out for being few", () => {
  const of = (...counts: number[]): number[] => {
    const turns = sectors([...counts, ...new Array<number>(KINDS - counts.length).fill(0)], 0);
    return counts.map((_, type) => turns.filter((each) => each === type).length);
  };
  deepEqual(of(1, 1), [128, 128]);
  deepEqual(of(3, 0, 1), [192, 0, 64]);
  ok(of(1000, 1)[1]! >= 1);
  ok(of(1, 100_000)[0]! >= 4);
});

test("counts are short enough for a ring", () => {
  deepEqual([7, 999, 1000, 1250, 9999, 12_345, 999_499, 1_500_000].map(shortCount), ["7", "999", "1k", "1.2k", "9.9k", "12k", "999k", "1.5M"]);
});

test("a stencil is round and a colour is a pixel", () => {
  const { dx, dy, cover } = stencil(12, 5);
  ok(dx.every((x, i) => Math.hypot(x, dy[i]!) < 13.6) && cover.some((value) => value === 255));
  equal(pixelOf("#d55e00"), 0x005ed5);
});
