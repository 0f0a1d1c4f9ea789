import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Crowd } from "../src/crowd";
import { declutter } from "../src/declutter";
import { numbers } from "./rows";

const frame = { minX: 0, minY: 0, maxX: 1000, maxY: 800 };
const label = (x: number, y: number, gap = 8) => ({ text: "name", x, y, width: 60, height: 15, gap });

test("no two labels touch, none covers a mark, none is cut by the frame", () => {
  const next = numbers(4);
  const candidates = Array.from({ length: 300 }, () => label(next() * 1100 - 50, next() * 900 - 50));
  const marks = candidates.map(({ x, y }) => ({ minX: x - 6, maxX: x + 6, minY: y - 6, maxY: y + 6 }));
  const boxes = declutter(candidates, marks, frame).map(({ x, y }) => ({ minX: x - 30, maxX: x + 30, minY: y - 7.5, maxY: y + 7.5 }));
  ok(boxes.length > 20);
  boxes.forEach((a, i) => {
    for (const b of [...boxes.slice(0, i), ...marks]) {
      ok(a.minX > b.maxX || a.maxX < b.minX || a.minY > b.maxY || a.maxY < b.minY);
    }
    const outside = a.minX > 1000 || a.maxX < 0 || a.minY > 800 || a.maxY < 0;
    ok(outside || (a.minX >= 0 && a.maxX <= 1000 && a.minY >= 0 && a.maxY <= 800));
  });
});

test("the right of the point comes first, and the first candidate wins", () => {
  deepEqual(declutter([label(100, 100)], [], frame), [{ candidate: 0, x: 138, y: 100 }]);
  deepEqual(declutter([label(100, 100), label(104, 100)], [], frame).map(({ x }) => x), [138, 66]);
  deepEqual(declutter([label(100, 100, 0), label(110, 100, 0)], [], frame).map(({ candidate }) => candidate), [0]);
});

test("a crowd knows who is near", () => {
  const crowd = new Crowd();
  crowd.add(19.5, 19.5);
  equal(crowd.isNear(20.5, 20.5, 2), true);
  equal(crowd.isNear(39, 19.5, 20), true);
  equal(crowd.isNear(24, 19.5, 4), false);
  equal(crowd.isNear(-300, 0, 20), false);
});

test("a name over its point gives way up or down as far as it may", () => {
  const name = { text: "a", x: 100, y: 100, width: 40, height: 16, gap: 0 };
  const frame = { minX: 0, minY: 0, maxX: 400, maxY: 400 };
  const cluster = { minX: 83, maxX: 117, minY: 83, maxY: 117 };
  deepEqual(declutter([name], [cluster], frame), []);
  deepEqual(declutter([{ ...name, play: 30 }], [cluster], frame), [{ candidate: 0, x: 100, y: 130 }]);
});
