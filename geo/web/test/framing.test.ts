import assert from "node:assert/strict";
import { test } from "node:test";
import { gist, type Spot } from "../src/framing";

const crowd: Spot[] = Array.from({ length: 19 }, (_, i) => ({ x: 0.6 + i / 1000, y: 0.4 + (i % 5) / 1000 }));

test("a far point does not open the map on the whole world", () => {
  const far = { x: 0.2, y: 0.3 };
  assert.deepEqual(gist([...crowd, far]), crowd);
});

test("points that lie together are all kept", () => {
  assert.equal(gist(crowd).length, crowd.length);
});

test("two crowds of like size are both kept", () => {
  const other = crowd.map(({ x, y }) => ({ x: x - 0.4, y }));
  assert.equal(gist([...crowd, ...other]).length, crowd.length + other.length);
});

test("a handful of points is taken as it is", () => {
  const few = [{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 0.5, y: 0.5 }];
  assert.equal(gist(few), few);
});
