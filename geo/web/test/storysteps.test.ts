import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readStory, sceneAt } from "../src/storysteps";

const WHOLE = { from: 100, to: 900 };
const steps = (...given: Record<string, unknown>[]) =>
  readStory({ steps: given.map((step, i) => ({ caption: `Step ${i + 1}`, ...step })) })!.steps;

test("a story without a step that says something is none", () => {
  for (const value of [null, undefined, 3, "x", {}, { steps: 1 }, { steps: [] }, { steps: [{ from: 1 }, null] }]) {
    equal(readStory(value), null);
  }
});

test("a value of another kind is as if it were not there", () => {
  const [step] = steps({ from: "2020", to: 1.5, center: [1], zoom: NaN, mode: "both", select: 3 });
  deepEqual(step, { caption: "Step 1", from: null, to: null, center: null, zoom: null, mode: null, select: null });
});

test("a step that says nothing of time and view shows the whole span where the map opens", () => {
  deepEqual(sceneAt(steps({}), 0, WHOLE), { range: WHOLE, mode: "window", center: null, zoom: null, select: null });
});

test("a day left out is the span's own end", () => {
  deepEqual(sceneAt(steps({ from: 300 }), 0, WHOLE).range, { from: 300, to: 900 });
  deepEqual(sceneAt(steps({ to: 300 }), 0, WHOLE).range, { from: 100, to: 300 });
});

test("what a step leaves out stays as it was, except the open card", () => {
  const all = steps({ from: 300, to: 400, center: [35, 36], zoom: 8, mode: "cumulative", select: "e1" }, {}, { zoom: 5 });
  const { select, ...rest } = sceneAt(all, 0, WHOLE);
  equal(select, "e1");
  deepEqual(sceneAt(all, 1, WHOLE), { ...rest, select: null });
  deepEqual(sceneAt(all, 2, WHOLE), { ...rest, zoom: 5, select: null });
});
