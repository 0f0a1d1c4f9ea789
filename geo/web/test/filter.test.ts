import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { CATEGORIES, EVENT_TYPES, STATUSES } from "../src/category";
import { allTypes, firstWhere, NO_FILTERS, passes, Selector, sieve, span, undated as undatedOf, type Filters, type Range, type Selection } from "../src/filter";
import { NO_DAY, type Table } from "../src/table";
import { numbers, tableOf } from "./rows";

const ALL = NO_FILTERS;

function select(table: Table, filters: Filters, range: Range): Omit<Selection, "shown" | "mentions"> & { shown: number[]; mentions: number[] } {
  const found = new Selector(table).select(sieve(table, filters), range);
  return { ...found, shown: [...found.shown], mentions: [...found.mentions] };
}

const undated = (table: Table, filters: Filters): number[] => undatedOf(table, sieve(table, filters));

function plainly(table: Table, filters: Filters, range: Range): number[] {
  const rows: number[] = [];
  const through = sieve(table, filters);
  for (let row = 0; row < table.length; row += 1) {
    const [start, end] = [table.start[row]!, table.end[row]!];
    const inside = start !== NO_DAY && start <= range.to && end >= range.from;
    if (inside && table.type[row]! < EVENT_TYPES && passes(through, row)) rows.push(row);
  }
  return rows;
}

test("the searched selection is the one that looking at every row gives", () => {
  const next = numbers(1);
  const whole = (limit: number): number => Math.floor(next() * limit);
  for (let round = 0; round < 60; round += 1) {
    const table = tableOf(...Array.from({ length: 80 }, () => {
      const start = whole(10) === 0 ? null : whole(100);
      return {
        event_type: CATEGORIES[whole(CATEGORIES.length)]!.name, status: STATUSES[whole(6)]!, date_start: start,
        date_end: start === null ? null : start + (whole(4) === 0 ? whole(60) : 0),
      };
    }));
    const filters = { ...NO_FILTERS, types: allTypes().map(() => next() < 0.7), statuses: STATUSES.map(() => next() < 0.5), mentions: next() < 0.5 };
    const from = whole(110);
    const range = { from, to: from + whole(30) };
    const found = select(table, filters, range);
    deepEqual(found.shown, plainly(table, filters, range));
    const passing = plainly(table, filters, { from: -1000, to: 1000 });
    equal(found.before, passing.filter((row) => table.end[row]! < range.from).length);
    equal(found.after, passing.filter((row) => table.start[row]! > range.to).length);
  }
});

test("an interval counts when it overlaps the range by a single day", () => {
  const table = tableOf({ date_start: 10, date_end: 20, date_precision: "month" });
  equal(select(table, ALL, { from: 20, to: 25 }).shown.length, 1);
  equal(select(table, ALL, { from: 5, to: 10 }).shown.length, 1);
  equal(select(table, ALL, { from: 21, to: 25 }).shown.length, 0);
});

test("the legend counts a type that is switched off, but not a status that is", () => {
  const table = tableOf({ date_start: 1 }, { date_start: 1, status: "denied" }, { date_start: 1, event_type: "Riots" });
  const found = select(table, { ...ALL, types: [false, true, true, true, true, true, true] }, { from: 0, to: 5 });
  deepEqual(found.byType, [1, 0, 0, 0, 1, 0, 0]);
  equal(found.shown.length, 1);
});

test("a mention is drawn when mentions are on, dated in the range or undated, and is never an event", () => {
  const table = tableOf({ event_type: "Mention", date_start: 2 }, { event_type: "Mention" }, { event_type: "Mention", date_start: 90 });
  const range = { from: 0, to: 9 };
  equal(select(table, ALL, range).mentions.length, 0);
  const found = select(table, { ...ALL, mentions: true }, range);
  deepEqual(found.mentions, [0, 2]);
  deepEqual(found.shown, []);
});

test("actors, sources, countries, precision, confidence and a search each narrow what is shown", () => {
  const table = tableOf(
    { date_start: 1, actor1: "A", actor2: "B", source: "X", country: "SY", geo_precision: 1, confidence: 0.9 },
    { date_start: 2, actor1: "B", source: "Y", country: "TR", geo_precision: 4, confidence: 0.5 },
    { date_start: 3, confidence: null },
  );
  const shown = (changes: Partial<Filters>): number[] => select(table, { ...ALL, ...changes }, { from: 0, to: 9 }).shown;
  deepEqual(shown({ actors: new Set(["B"]) }), [0, 1]);
  deepEqual(shown({ actors: new Set(["A"]) }), [0]);
  deepEqual(shown({ sources: new Set(["Y", "unheard of"]) }), [1]);
  deepEqual(shown({ countries: new Set(["SY"]), actors: new Set(["B"]) }), [0]);
  deepEqual(shown({ precisions: new Set([4]) }), [1]);
  deepEqual(shown({ confidence: 0.6 }), [0]);
  deepEqual(shown({ found: Uint8Array.of(0, 0, 1) }), [2]);
  deepEqual(shown({ sources: new Set() }), []);
  deepEqual(shown({ sources: new Set([""]) }), [2]);
  deepEqual(shown({ actors: new Set([""]) }), [2]);
  deepEqual(shown({ precisions: new Set([0, 4]) }), [1]);
});

test("the span is that of dated events with an enabled status", () => {
  const table = tableOf({ date_start: 5, date_end: 8 }, { date_start: -900, status: "historical" }, { event_type: "Mention", date_start: 99 }, {});
  deepEqual(span(table, ALL), { from: 5, to: 8 });
  deepEqual(span(table, { ...ALL, statuses: STATUSES.map(() => true) }), { from: -900, to: 8 });
  equal(span(tableOf({}), ALL), null);
  deepEqual(undated(table, ALL), [3]);
});

test("the search finds the first index, or the length", () => {
  equal(firstWhere(5, (i) => i >= 3), 3);
  equal(firstWhere(5, () => true), 0);
  equal(firstWhere(5, () => false), 5);
  equal(firstWhere(0, () => true), 0);
});
