import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { closeAtPole, fullName, labelSpot, labelSpotWithin, loadAtlas, splitAtCuts, unpackAtlas, unwrap } from "../src/atlas";
import { boundsOf } from "../src/mercator";

await unpackAtlas();

test("a line that leaps over 180° goes on beyond it, both ways", () => {
  deepEqual(unwrap([[179, 1], [-179, 2], [-178, 3], [179, 4]]), [[179, 1], [181, 2], [182, 3], [179, 4]]);
  deepEqual(unwrap([[-179, 0], [179, 0]]), [[-179, 0], [-181, 0]]);
});

test("a ring round the pole is closed along the lower edge, another is left as it is", () => {
  deepEqual(closeAtPole([[-180, -80], [0, -70], [180, -80]]), [[-180, -80], [0, -70], [180, -80], [180, -90], [-180, -90]]);
  deepEqual(closeAtPole([[0, 0], [1, 0], [0, 0]]), [[0, 0], [1, 0], [0, 0]]);
});

test("no coast runs along 180° or along the pole", () => {
  deepEqual(splitAtCuts([[170, 1], [180, 1], [180, 2], [170, 2]]), [[[170, 1], [180, 1]], [[180, 2], [170, 2]]]);
});

test("no drawn line crosses the map from edge to edge", () => {
  const { borders, coasts, countries, land } = loadAtlas();
  ok(land.length > 1400 && borders.length > 100 && coasts.length > 1000);
  equal(countries.length, 241);
  for (const { points } of [...borders, ...coasts]) {
    for (let i = 2; i < points.length; i += 2) ok(Math.abs(points[i]! - points[i - 2]!) < 0.03);
  }
});

test("every country's name stands inside the country's own box", () => {
  for (const { name, x, y, ring } of loadAtlas().countries) {
    ok(x >= ring.box.minX && x <= ring.box.maxX && y >= ring.box.minY && y <= ring.box.maxY, name);
  }
});

test("a country with far parts is named on its main one", () => {
  const find = (name: string): number => loadAtlas().countries.find((country) => country.name.startsWith(name))!.x;
  ok(Math.abs(find("United States") - (0.5 - 98 / 360)) < 0.03);
  ok(Math.abs(find("France") - (0.5 + 2 / 360)) < 0.01);
});

test("a name stands in the widest part, and in the part that is in sight", () => {
  const points = Float64Array.from([0, 0, 1, 0, 1, 0.5, 10, 0.5, 10, 1.5, 0, 1.5]);
  const ring = { points, box: boundsOf(points) };
  const spot = labelSpot(ring);
  ok(spot.y > 0.5 && spot.width > 9);
  const part = labelSpotWithin(ring, { minX: 8, minY: 0, maxX: 20, maxY: 2 });
  ok(part && part.x > 8 && part.x < 10);
  equal(labelSpotWithin(ring, { minX: 20, minY: 0, maxX: 30, maxY: 2 }), null);
});

test("abbreviated names are written out", () => {
  equal(fullName("Central African Rep."), "Central African Republic");
  equal(fullName("S. Sudan"), "South Sudan");
  equal(fullName("Dem. Rep. Congo"), "DR Congo");
  equal(fullName("Bosnia and Herz."), "Bosnia and Herzegovina");
  ok(loadAtlas().countries.every(({ name }) => !/\b(Rep|Is|Ter|Herz)\./.test(name)));
});
