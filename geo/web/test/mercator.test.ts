import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { boundsOf, clipRing, mercatorX, mercatorY, unitsOfKm } from "../src/mercator";
import { numbers } from "./rows";

const close = (a: number, b: number, tolerance = 1e-9): void => ok(Math.abs(a - b) < tolerance, `${a} is not ${b}`);

test("the corners and the middle of the world are where Web Mercator puts them", () => {
  equal(mercatorX(-180), 0);
  equal(mercatorX(180), 1);
  close(mercatorY(0), 0.5);
  close(mercatorY(85.0511287798), 0, 1e-9);
  close(mercatorY(-90), 1, 1e-9);
  // Damascus: tile 10/615/410 of the usual scheme.
  deepEqual([Math.floor(mercatorX(36.29) * 1024), Math.floor(mercatorY(33.51) * 1024)], [615, 410]);
});

test("a kilometre is longer on the map the further from the equator", () => {
  close(unitsOfKm(40_075.017, 0), 1);
  close(unitsOfKm(100, 60), 2 * unitsOfKm(100, 0), 1e-12);
});

const area = (ring: ArrayLike<number>): number => {
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    twice += ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!;
  }
  return twice / 2;
};

test("clipping keeps what is inside and nothing else", () => {
  const box = { minX: 0, minY: 0, maxX: 1, maxY: 1 };
  deepEqual(clipRing([0.2, 0.2, 0.8, 0.2, 0.5, 0.8], box), [0.2, 0.2, 0.8, 0.2, 0.5, 0.8]);
  deepEqual(clipRing([2, 2, 3, 2, 3, 3], box), []);
  close(Math.abs(area(clipRing([-1, -1, 2, -1, 2, 2, -1, 2], box))), 1);
});

test("the parts of a ring in two halves of the plane make up the whole", () => {
  const next = numbers(5);
  for (let round = 0; round < 100; round += 1) {
    const ring = Array.from({ length: 24 }, (_, i) => (i % 2 ? 1 : 0))
      .map((_, i) => Math.sin((Math.PI * 2 * Math.floor(i / 2)) / 12 + (i % 2 ? Math.PI / 2 : 0)) * (0.5 + next()));
    const left = clipRing(ring, { minX: -9, minY: -9, maxX: 0.1, maxY: 9 });
    const right = clipRing(ring, { minX: 0.1, minY: -9, maxX: 9, maxY: 9 });
    close(area(left) + area(right), area(ring), 1e-9);
  }
});

test("bounds hold every point", () => {
  deepEqual(boundsOf([3, 4, -1, 9]), { minX: -1, minY: 4, maxX: 3, maxY: 9 });
});
