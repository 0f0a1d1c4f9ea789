import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { chosenCount, countFacets, facetOf, FACETS, hasChoice, listed, present, ranked, toggled, withChosen, type Facet, type FacetName } from "../src/facets";
import { activeFilters, NO_FILTERS, Selector, sieve, type Filters, type Range } from "../src/filter";
import type { Table } from "../src/table";
import { numbers, tableOf } from "./rows";

function counted(table: Table, filters: Filters, range: Range, name: FacetName): Record<string, number> {
  const facet = facetOf(table, name);
  const through = sieve(table, filters);
  countFacets([facet], { table, filters, through, range, selection: new Selector(table).select(through, range) });
  return Object.fromEntries(present(facet).map((value) => [String(facet.values[value]), facet.counts[value]!]));
}

const ROWS = [
  { date_start: 1, actor1: "A", actor2: "B", source: "X", country: "SY", geo_precision: 1 },
  { date_start: 2, actor1: "B", actor2: "B", source: "Y", country: "SY", geo_precision: 4 },
  { date_start: 3, source: "X", country: "TR", geo_precision: null },
  { date_start: 9, actor1: "C", source: "X", country: "TR" },
  { event_type: "Mention", date_start: 1, actor1: "A", country: "IQ" },
];

test("an event counts once for each actor, and for none when it names none", () => {
  const table = tableOf(...ROWS);
  deepEqual(counted(table, NO_FILTERS, { from: 0, to: 5 }, "actors"), { "": 1, A: 1, B: 2, C: 0 });
  deepEqual(counted(table, NO_FILTERS, { from: 0, to: 5 }, "precisions"), { 0: 1, 1: 1, 4: 1 });
  deepEqual(counted(table, NO_FILTERS, { from: 0, to: 9 }, "countries"), { SY: 2, TR: 2 });
});

test("a facet's own filter does not change its counts, and all others do", () => {
  const table = tableOf(...ROWS);
  const filters = { ...NO_FILTERS, sources: new Set(["X"]), actors: new Set(["A"]) };
  const range = { from: 0, to: 5 };
  deepEqual(counted(table, filters, range, "sources"), { X: 1, Y: 0 });
  deepEqual(counted(table, filters, range, "actors"), { "": 1, A: 1, B: 1, C: 0 });
  deepEqual(counted(table, filters, range, "countries"), { SY: 1, TR: 0 });
});

test("counts are those that looking at every row gives", () => {
  const next = numbers(5);
  const pick = <V>(values: readonly V[]): V => values[Math.floor(next() * values.length)]!;
  for (let round = 0; round < 30; round += 1) {
    const table = tableOf(...Array.from({ length: 60 }, () => {
      const start = Math.floor(next() * 40);
      return {
        date_start: start, date_end: start + Math.floor(next() * 8), actor1: pick(["A", "B", null]), actor2: pick(["B", "C", null]),
        source: pick(["X", "Y", null]), country: pick(["SY", "TR"]), geo_precision: pick([1, 3, null]),
      };
    }));
    const range = { from: 10, to: 10 + Math.floor(next() * 20) };
    const filters: Filters = { ...NO_FILTERS, sources: pick([null, new Set(["X", ""])]), actors: pick([null, new Set(["C"]), new Set([""])]) };
    for (const name of FACETS) {
      const through = sieve(table, withChosen(filters, { name } as Facet, null));
      const shown = [...new Selector(table).select(through, range).shown];
      const values = (row: number): unknown[] => ({
        actors: [...new Set([table.words.actor1.at(row), table.words.actor2.at(row)])].filter((actor, _, all) => actor !== null || all.length === 1),
        sources: [table.words.source.at(row)], countries: [table.words.country.at(row)], precisions: [table.geoPrecision.at(row)],
      })[name];
      const none = name === "precisions" ? 0 : "";
      const expected = new Map<string, number>();
      for (const row of shown) for (const value of values(row)) expected.set(String(value ?? none), (expected.get(String(value ?? none)) ?? 0) + 1);
      for (const [value, count] of Object.entries(counted(table, filters, range, name))) equal(count, expected.get(value) ?? 0, `${name} ${value}`);
    }
  }
});

test("taking one value out keeps what has none, and putting it back is no filter", () => {
  const facet = facetOf(tableOf(...ROWS), "actors");
  const number = (value: string): number => facet.values.indexOf(value);
  const less = toggled(facet, null, number("A"));
  deepEqual(less, new Set(["", "B", "C"]));
  equal(chosenCount(facet, less), 3);
  equal(toggled(facet, less, number("A")), null);
  deepEqual(toggled(facet, new Set(), number("B")), new Set(["B"]));
});

test("the most frequent are listed, and the few that are chosen", () => {
  const table = tableOf(...Array.from({ length: 60 }, (_, i) => ({ date_start: 1, source: `S${Math.floor(Math.sqrt(i))}` })));
  counted(table, NO_FILTERS, { from: 0, to: 2 }, "sources");
  const facet = facetOf(table, "sources");
  const names = (values: readonly number[]): unknown[] => values.map((value) => facet.values[value]);
  const ranking = ranked(facet);
  deepEqual(names(listed(facet, ranking, null, 3)), ["S6", "S5", "S7"]);
  deepEqual(names(listed(facet, ranking, new Set(["S0"]), 3)), ["S6", "S5", "S7", "S0"]);
});

test("a facet with one value for all rows is none", () => {
  deepEqual(FACETS.filter((name) => hasChoice(tableOf({ source: "X", actor1: "A" }, { source: "X", actor1: "A" }), name)), []);
  deepEqual(FACETS.filter((name) => hasChoice(tableOf({ source: "X", actor1: "A" }, { actor2: "B" }), name)), ["actors", "sources"]);
});

test("filters that are on are counted against those of the beginning", () => {
  equal(activeFilters(NO_FILTERS, NO_FILTERS), 0);
  equal(activeFilters({ ...NO_FILTERS, mentions: true }, NO_FILTERS), 0);
  equal(activeFilters({ ...NO_FILTERS, sources: new Set(), confidence: 0.5, found: new Uint8Array(1), statuses: NO_FILTERS.statuses.map(() => true) }, NO_FILTERS), 4);
});
