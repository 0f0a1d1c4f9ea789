import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { flow, wrap } from "../src/caption";
import { cell, inertCell } from "../src/csv";
import { shownRows, writeText } from "../src/download";
import { frameId, heightFor, heightMessage, isOther } from "../src/embedheight";
import { COLUMNS, exportRows } from "../src/exportrows";
import { boundingBox } from "../src/geojson";
import { Model } from "../src/model";
import type { Table } from "../src/table";
import { tableOf } from "./rows";

const all = (table: Table): Uint32Array => Uint32Array.from({ length: table.length }, (_, row) => row);
async function written(kind: "geojson" | "csv", table: Table): Promise<string> {
  let text = "";
  await writeText(kind, table, all(table), (piece) => (text += piece));
  return text;
}

const EVENTS = tableOf(
  {
    event_id: "a", sub_event_type: "Armed clash", date_start: dayNumber(2020, 2, 3), date_end: dayNumber(2020, 2, 5), location: "Idlib",
    lon: 36.6333333, lat: 35.9306, fatalities: 3, published: dayNumber(2020, 2, 6), quote: 'He said "no",\nthen left.', confidence: 1,
    other_reports: "[]", actor1: "=SUM(A1)", title: "'-x",
  },
  { event_id: "b", event_type: "Mention", lon: null, lat: null, quote: "</script><b>" },
);

test("GeoJSON holds every column, days as days, and a null geometry where there is no place", async () => {
  const text = await written("geojson", EVENTS);
  const { type, bbox, features } = JSON.parse(text) as { type: string; bbox: number[]; features: { id: string; geometry: object | null; properties: Record<string, unknown> }[] };
  equal(type, "FeatureCollection");
  deepEqual(bbox, [36.6333333, 35.9306, 36.6333333, 35.9306]);
  deepEqual(features.map(({ id }) => id), ["a", "b"]);
  deepEqual(features[0]!.geometry, { type: "Point", coordinates: [36.6333333, 35.9306] });
  equal(features[1]!.geometry, null);
  const { properties } = features[0]!;
  deepEqual(Object.keys(properties), [...COLUMNS]);
  deepEqual([properties["date_start"], properties["date_end"], properties["published"]], ["2020-02-03", "2020-02-05", "2020-02-06"]);
  deepEqual([properties["fatalities"], properties["injured"], properties["confidence"]], [3, null, 1]);
  equal(properties["quote"], 'He said "no",\nthen left.');
  equal(properties["actor1"], "=SUM(A1)");
  equal(text.split("\n").length, 2 + 3);
});

test("a file without events is still one", async () => {
  const none = tableOf();
  deepEqual(JSON.parse(await written("geojson", none)), { type: "FeatureCollection", features: [] });
  equal(await written("csv", none), `${[...COLUMNS, "lat", "lon"].join(",")}\r\n`);
});

test("CSV quotes what it must, and no cell is a formula", async () => {
  const [, line] = (await written("csv", EVENTS)).split("\r\n");
  ok(line!.startsWith("a,Battles,Armed clash,reported,2020-02-03,2020-02-05,day,"));
  ok(line!.includes(",'=SUM(A1),"));
  ok(line!.includes(",''-x,"));
  ok(line!.includes('"He said ""no"",\nthen left."'));
  ok(line!.endsWith(",35.9306,36.6333333"));
  deepEqual(["=1", "+1", "-1", "@x", "\tx", "＝1", "'=1", "''@"].map(inertCell), ["'=1", "'+1", "'-1", "'@x", "'\tx", "'＝1", "''=1", "'''@"]);
  deepEqual(["a=b", "", "it's", "'quoted'"].map(inertCell), ["a=b", "", "it's", "'quoted'"]);
  deepEqual([cell(-35.5), cell(null), cell("a,b"), cell("\r")], ["-35.5", "", '"a,b"', '"\'\r"']);
});

test("blocks are unpacked one after another, and only those that are asked for", async () => {
  const asked: number[] = [];
  const table: Table = { ...tableOf(...Array.from({ length: 10 }, (_, i) => ({ date_start: i }))), blockRows: 3, block: (index) => (asked.push(index), Promise.resolve({})) };
  const sizes: number[] = [];
  for await (const block of exportRows(table, [1, 2, 3, 9])) sizes.push(block.length);
  deepEqual([asked, sizes], [[0, 1, 3], [2, 1, 1]]);
});

test("what is written is what is shown", () => {
  const table = tableOf({ date_start: 0 }, { date_start: 1, event_type: "Mention" }, { date_start: 2, event_type: "Riots" }, { date_start: 3 }, {});
  const model = new Model({ title: "", reports: 1, attribution: [], tiles: null, towns: [], story: null, table });
  deepEqual(Array.from(shownRows(model)), [0, 2, 3, 4]);
  model.setMentions(true);
  deepEqual(Array.from(shownRows(model)), [0, 1, 2, 3, 4]);
  model.toggleType(4);
  model.setRange({ from: 1, to: 3 });
  deepEqual(Array.from(shownRows(model)), [1, 3, 4]);
});

test("a box is the narrowest, over 180° where that is narrower", () => {
  const at = (...lons: number[]): { lon: number; lat: number }[] => lons.map((lon) => ({ lon, lat: lon / 10 }));
  equal(boundingBox([]), null);
  deepEqual(boundingBox(at(36, 37)), [36, 3.6, 37, 3.7]);
  deepEqual(boundingBox(at(-170, 170)), [170, -17, -170, 17]);
  deepEqual(boundingBox(at(-90, 90)), [-90, -9, 90, 9]);
  deepEqual(boundingBox(at(10, 20, -100)), [-100, -10, 20, 2]);
});

test("an embed's height follows its width alone, and no scroll bar of its host", () => {
  deepEqual([320, 599, 600, 1280].map(heightFor), [560, 560, 620, 620]);
  deepEqual(heightMessage("", 700), { "datawrapper-height": { dateline: 620 } });
  deepEqual(heightMessage("map-2", 390), { "datawrapper-height": { "map-2": 560 } });
  deepEqual(["", "<b>", "__proto__ x", "x".repeat(61)].map(frameId), Array(4).fill("dateline"));
  deepEqual([isOther(0, null), isOther(600, null), isOther(585, 600), isOther(560, 600)], [false, true, false, true]);
});

test("the words below a picture are broken between words, and inside one that is too long", () => {
  const measure = (text: string): number => Array.from(text).length;
  deepEqual(wrap("one two three", 7, measure), ["one two", "three"]);
  deepEqual(wrap("abcdefghij k", 4, measure), ["abcd", "efgh", "ij k"]);
  deepEqual(wrap("  ", 4, measure), []);
  deepEqual(flow([4, 4, 4], 10, 1), [{ row: 0, at: 0 }, { row: 0, at: 5 }, { row: 1, at: 0 }]);
  deepEqual(flow([40], 10, 1), [{ row: 0, at: 0 }]);
});
