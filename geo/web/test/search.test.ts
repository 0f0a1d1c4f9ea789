import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { Finder } from "../src/finder";
import { Model } from "../src/model";
import { Search, type Progress } from "../src/search";
import type { Table } from "../src/table";
import { tableOf, type Row } from "./rows";

const ROWS: readonly Row[] = [
  { date_start: 1, location: "Idlib", admin1: "Idlib Governorate", place_text: "the city", actor1: "Army", quote: "Shells fell." },
  { date_start: 2, location: "Aleppo", actor1: "Rebels", actor2: "Army", quote: "Rebels from Idlib took a hill." },
  { date_start: 3, location: "Hama", quote: "Nothing was said." },
  { date_start: 4, location: "حلب", actor1: "الجيش", quote: "سقطت قذائف على إدلب" },
];

/** A table whose blocks are of two rows, and counts how often they are unpacked. */
function inBlocks(...rows: readonly Row[]): { table: Table; unpacked: () => number } {
  const whole = tableOf(...rows);
  let unpacked = 0;
  const block = async (index: number): Promise<Record<string, unknown[]>> => {
    unpacked += 1;
    const all = await whole.block(0);
    return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values.slice(index * 2, index * 2 + 2)]));
  };
  return { table: { ...whole, blockRows: 2, block }, unpacked: () => unpacked };
}

const now = (): Promise<void> => Promise.resolve();
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

async function found(text: string, rows: readonly Row[] = ROWS): Promise<number[] | null> {
  const hits = await new Search(inBlocks(...rows).table, now).run(text);
  return hits && Array.from(hits.keys()).filter((row) => hits[row] === 1);
}

test("place, actors and quote are searched, in any script", async () => {
  deepEqual(await found("idlib"), [0, 1]);
  deepEqual(await found("İDLİB"), [0, 1]);
  deepEqual(await found("governorate"), [0]);
  deepEqual(await found("army"), [0, 1]);
  deepEqual(await found("ادلب"), [3]);
  deepEqual(await found("the city"), [0]);
  deepEqual(await found("nowhere"), []);
  equal(await found(" - "), null);
});

test("all words must stand in the event, in whichever field", async () => {
  deepEqual(await found("aleppo army idlib"), [1]);
  deepEqual(await found("hama idlib"), []);
  deepEqual(await found("حلب الجيش قذائف"), [3]);
});

test("shared texts are told of first, and quotes are read once", async () => {
  const { table, unpacked } = inBlocks(...ROWS);
  const search = new Search(table, now);
  const told: [number[], number][] = [];
  await search.run("idlib", ({ found: hits, share }: Progress) => told.push([[...hits], share]));
  deepEqual(told, [[[1, 0, 0, 0], 0], [[1, 1, 0, 0], 1]]);
  const before = unpacked();
  await search.run("shells");
  equal(unpacked(), before);
});

test("a block that cannot be read has no quotes", async () => {
  const { table } = inBlocks(...ROWS);
  const broken: Table = { ...table, block: () => Promise.reject(new Error("cut")) };
  deepEqual([...(await new Search(broken, now).run("idlib"))!], [1, 0, 0, 0]);
});

test("a search ends when another begins", async () => {
  const search = new Search(inBlocks(...ROWS).table, later);
  const [first, second] = await Promise.all([search.run("idlib"), search.run("hama")]);
  equal(first, null);
  deepEqual([...second!], [0, 0, 1, 0]);
});

const modelOf = (): Model => new Model({ title: "", reports: 1, attribution: [], tiles: null, towns: [], story: null, table: inBlocks(...ROWS).table });
const settled = async (model: Model): Promise<void> => {
  do await later(); while (model.searching !== null);
};

test("the search follows the filters' text, whoever sets it", async () => {
  const model = modelOf();
  new Finder(model, new Search(model.table, later));
  model.setFilters({ ...model.filters, text: "ham" });
  model.setFilters({ ...model.filters, text: "idlib" });
  ok(model.searching !== null);
  await settled(model);
  deepEqual([...model.selection.shown], [0, 1]);
  model.setFilters({ ...model.filters, text: "idlib", found: null });
  await settled(model);
  deepEqual([...model.selection.shown], [0, 1]);
  model.setFilters({ ...model.filters, text: "" });
  deepEqual([model.filters.found, model.searching, model.selection.shown.length], [null, null, 4]);
});

test("an event that the search hides is shown when it is opened, and the search is over", async () => {
  const model = modelOf();
  new Finder(model, new Search(model.table, later));
  model.setFilters({ ...model.filters, text: "idlib" });
  await settled(model);
  model.select(2);
  deepEqual([model.filters.text, model.filters.found, model.isListed(2)], ["", null, true]);
});
