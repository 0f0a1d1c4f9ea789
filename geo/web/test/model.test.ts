import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { STATUSES } from "../src/category";
import { Model, type Change, type Origin } from "../src/model";
import { isCompact, sizeOf } from "../src/shell";
import { rowOf, tableOf, type Row } from "./rows";

const modelOf = (...rows: readonly Row[]): Model =>
  new Model({ title: "", reports: 1, attribution: [], tiles: null, towns: [], story: null, table: tableOf(...rows) });

test("the range is the whole span of the reported events at first", () => {
  const model = modelOf({ date_start: 3 }, { date_start: 9 }, { date_start: 90, status: "planned" }, { event_type: "Mention", date_start: 99 });
  deepEqual(model.range, { from: 3, to: 9 });
  equal(model.selection.shown.length, 2);
});

test("a table without reported events opens on what there is", () => {
  const model = modelOf({ date_start: 3, status: "historical" }, { date_start: 9, status: "planned" });
  deepEqual([model.range, model.selection.shown.length], [{ from: 3, to: 9 }, 2]);
});

test("everything can be shown again", () => {
  const model = modelOf({ date_start: 3 }, { date_start: 9, status: "planned" });
  model.toggleStatus(STATUSES.indexOf("reported"));
  model.toggleType(0);
  model.showAll();
  equal(model.selection.shown.length, 2);
});

test("a new status widens a range that was whole, and leaves another as it is", () => {
  const planned = STATUSES.indexOf("planned");
  const whole = modelOf({ date_start: 3 }, { date_start: 9 }, { date_start: 90, status: "planned" });
  whole.toggleStatus(planned);
  deepEqual(whole.range, { from: 3, to: 90 });
  const part = modelOf({ date_start: 3 }, { date_start: 9 }, { date_start: 90, status: "planned" });
  part.setRange({ from: 4, to: 6 });
  part.toggleStatus(planned);
  deepEqual(part.range, { from: 4, to: 6 });
});

test("a range stays inside the span and in order", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 50 });
  model.setRange({ from: -9, to: 400 });
  deepEqual(model.range, { from: 0, to: 50 });
  model.setRange({ from: 30, to: 10 });
  deepEqual(model.range, { from: 30, to: 30 });
});

test("selecting an event brings it into range, type and status", async () => {
  const model = modelOf({ date_start: 0 }, { date_start: 10, event_type: "Riots" }, { date_start: 40, status: "denied" });
  model.toggleType(4);
  model.setRange({ from: 0, to: 3 });
  model.select(await rowOf(model.table, "e1"));
  deepEqual([model.filters.types[4], model.range], [true, { from: 0, to: 10 }]);
  model.select(await rowOf(model.table, "e2"));
  equal(model.filters.statuses[STATUSES.indexOf("denied")], true);
  equal(model.range.to, 40);
  equal(model.isListed(model.selected), true);
});

test("an undated event can be selected without a change of the range", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 10 }, {});
  model.setRange({ from: 0, to: 3 });
  deepEqual(model.undated, [2]);
  model.select(2);
  deepEqual([model.selected, model.range], [2, { from: 0, to: 3 }]);
});

test("what the parent selects is told as the parent's", () => {
  const model = modelOf({ date_start: 0 });
  const told: [Change, Origin][] = [];
  model.onChange((change, origin) => told.push([change, origin]));
  model.select(0, "parent");
  model.select(0);
  model.close("parent");
  deepEqual(told, [["selection", "parent"], ["selection", "page"], ["selection", "parent"]]);
  model.select(7);
  equal(model.selected, -1);
});

test("neighbours follow time, from an undated event too", () => {
  const model = modelOf({ date_start: 5 }, { date_start: 1 }, { date_start: 9 }, {});
  equal(model.neighbour(1), 0);
  model.select(1);
  deepEqual([model.neighbour(-1), model.neighbour(1)], [0, 2]);
  model.select(2);
  equal(model.neighbour(1), -1);
  model.select(3);
  equal(model.neighbour(-1), 2);
});

test("adding up begins at the beginning, and a window comes back where it was", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 50 });
  model.setRange({ from: 20, to: 30 });
  model.setMode("cumulative");
  deepEqual(model.range, { from: 0, to: 30 });
  model.setMode("window");
  deepEqual(model.range, { from: 20, to: 30 });
});

test("playing stops by itself at the end", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 20 });
  model.setPlaying(true);
  equal(model.range.to < 20, true);
  for (let i = 0; i < 60 && model.playing; i += 1) model.step();
  deepEqual([model.playing, model.range.to], [false, 20]);
});

test("from an empty range one can go to what lies before and after", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 50 }, { date_start: 90 });
  model.setRange({ from: 10, to: 15 });
  deepEqual([model.selection.shown.length, model.selection.before, model.selection.after], [0, 1, 2]);
  model.goTo(1);
  deepEqual(model.range, { from: 45, to: 50 });
  model.setRange({ from: 10, to: 15 });
  model.goTo(-1);
  deepEqual(model.range, { from: 0, to: 5 });
});

test("without a dated event there is no range, and nothing fails", () => {
  const model = modelOf({});
  equal(model.domain, null);
  model.setRange({ from: 0, to: 3 });
  model.setMode("cumulative");
  model.setPlaying(true);
  model.step();
  model.goTo(1);
  deepEqual([model.playing, model.selection.shown.length, model.undated.length], [false, 0, 1]);
});

test("sizes decide the layout; only an embed can be compact", () => {
  deepEqual([390, 700, 1280].map(sizeOf), ["phone", "middle", "wide"]);
  equal(isCompact(390, 844, false), false);
  equal(isCompact(390, 844, true), true);
  equal(isCompact(900, 359, true), true);
  equal(isCompact(480, 360, true), false);
});

test("playing glides from step to step and stops at the end", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 20 });
  model.setRange({ from: 0, to: 4 });
  model.setUnit("week");
  model.setPlaying(true);
  model.glide(0.5);
  deepEqual(model.range, { from: 3, to: 7 });
  model.step();
  deepEqual(model.range, { from: 7, to: 11 });
  model.setMode("cumulative");
  model.step();
  deepEqual(model.range, { from: 0, to: 18 });
  model.step();
  deepEqual([model.range.to, model.playing], [20, false]);
});

test("a loop begins anew at the end", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 20 });
  model.setRange({ from: 16, to: 18 });
  model.setUnit("day");
  model.setLooping(true);
  model.setPlaying(true);
  for (let step = 0; step < 3; step += 1) model.step();
  deepEqual([model.range, model.playing], [{ from: 0, to: 2 }, true]);
});

test("the range is made narrower and wider about a day, and never empty", () => {
  const model = modelOf({ date_start: 0 }, { date_start: 99 });
  model.setRange({ from: 20, to: 59 });
  model.zoomRange(0.5, 40);
  deepEqual(model.range, { from: 30, to: 49 });
  model.zoomRange(2, 40);
  deepEqual(model.range, { from: 20, to: 59 });
  for (let turn = 0; turn < 40; turn += 1) model.zoomRange(0.5, 40);
  deepEqual(model.range.to - model.range.from <= 1, true);
  for (let turn = 0; turn < 40; turn += 1) model.zoomRange(2, 40);
  deepEqual(model.range, { from: 0, to: 99 });
  model.setMode("cumulative");
  model.zoomRange(0.5, 0);
  deepEqual(model.range, { from: 0, to: 49 });
});
