import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { Bounds } from "../src/bounds";

function bounds(...points: readonly (readonly [number, number])[]): Bounds {
  const made = new Bounds();
  for (const [lat, lon] of points) made.add(lat, lon);
  return made;
}

test("a box holds its points", () => {
  deepEqual(bounds([35, 36], [34, 40]).corners(), [[34, 36], [35, 40]]);
  deepEqual(bounds([35, 36], [34, 40]).corners(0.5), [[33.5, 34], [35.5, 42]]);
  deepEqual(bounds([35, 36]).middle(), [35, 36]);
  deepEqual(new Bounds().isEmpty, true);
});

test("what lies on both sides of 180° is near together", () => {
  deepEqual(bounds([-17, 179], [-18, -179]).corners(), [[-18, 179], [-17, 181]]);
  deepEqual(bounds([-17, 179], [-18, -179]).middle(), [-17.5, 180]);
});
