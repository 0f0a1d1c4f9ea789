/** Values that one may filter by, and how many events of the range have each of them. No element is known here. */

import { EVENT_TYPES } from "./category";
import { firstWhere, KEPT_OUT, type Chosen, type Filters, type Range, type Selection, type Sieve } from "./filter";
import type { Coded, Table } from "./table";

export type FacetName = "actors" | "sources" | "countries" | "precisions";

/** Values by number; the one numbered 0 is "not given". */
export interface Facet<V extends string | number = string | number> {
  readonly name: FacetName;
  readonly bit: number;
  readonly values: readonly V[];
  /** Events of the whole table. */
  readonly totals: Uint32Array;
  /** Events in the range that pass all filters but this facet's own. */
  readonly counts: Uint32Array;
  /** The number of each row's value; of a second column too, where a row counts for each of two different values. */
  readonly first: Uint32Array;
  readonly second: Uint32Array | null;
}

function facet<V extends string | number>(table: Table, name: FacetName, none: V, ...sources: readonly Coded<V>[]): Facet<V> {
  const numbers = new Map<V, number>([[none, 0]]);
  const [first, second] = sources.map(({ codes, values }) => {
    const numberOf = Uint32Array.from([none, ...values], (value) => {
      // A value that could not be read is none.
      const known = value === null ? 0 : numbers.get(value);
      if (known === undefined) numbers.set(value, numbers.size);
      return known ?? numbers.size - 1;
    });
    return Uint32Array.from(codes, (code) => numberOf[code]!);
  });
  const made: Facet<V> = {
    name, bit: KEPT_OUT[name], values: [...numbers.keys()], first: first!, second: second ?? null,
    totals: new Uint32Array(numbers.size), counts: new Uint32Array(numbers.size),
  };
  const all = { keptOut: new Uint8Array(table.length) };
  tally(made, made.totals, table, all, 0, table.length, -Infinity);
  return made;
}

export const FACETS: readonly FacetName[] = ["actors", "sources", "countries", "precisions"];

const columnsOf = ({ words, geoPrecision }: Table, name: FacetName): readonly Coded<string | number>[] =>
  ({ actors: [words.actor1, words.actor2], sources: [words.source], countries: [words.country], precisions: [geoPrecision] })[name];

/** Whether there is something to choose between: two values, or one that not every row has. */
export function hasChoice(table: Table, name: FacetName): boolean {
  const columns = columnsOf(table, name);
  const values = new Set(columns.flatMap((column) => column.values.slice(0, 2)));
  return values.size > 1 || (values.size === 1 && columns.every(({ codes }) => codes.includes(0)));
}

const made = new WeakMap<Table, Map<FacetName, Facet>>();

/** Made when it is first asked for: it takes a pass over all rows. */
export function facetOf(table: Table, name: FacetName): Facet {
  const facets = made.get(table) ?? new Map<FacetName, Facet>();
  made.set(table, facets);
  const known = facets.get(name);
  if (known) return known;
  const fresh = facet<string | number>(table, name, name === "precisions" ? 0 : "", ...columnsOf(table, name));
  facets.set(name, fresh);
  return fresh;
}

/** Counts the values of the events among rows `from` to `past` that end on or after `day`: at every step, so it is kept plain. */
function tally(
  { bit, first, second }: Facet, counts: Uint32Array, { type, end }: Table, { keptOut }: Pick<Sieve, "keptOut">, from: number, past: number, day: number,
): void {
  counts.fill(0);
  const others = ~bit;
  if (second === null) {
    for (let row = from; row < past; row += 1) {
      if ((keptOut[row]! & others) !== 0 || type[row]! >= EVENT_TYPES || end[row]! < day) continue;
      const value = first[row]!;
      counts[value] = counts[value]! + 1;
    }
    return;
  }
  for (let row = from; row < past; row += 1) {
    if ((keptOut[row]! & others) !== 0 || type[row]! >= EVENT_TYPES || end[row]! < day) continue;
    const one = first[row]!;
    const other = second[row]!;
    // Of an event with one actor, the side without a name is not "not given".
    if (one !== 0 || other === 0) counts[one] = counts[one]! + 1;
    if (other !== 0 && other !== one) counts[other] = counts[other]! + 1;
  }
}

/** The same of rows that are known to be shown: they pass every filter. */
function tallyShown({ first, second, counts }: Facet, shown: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < shown.length; i += 1) {
    const row = shown[i]!;
    const one = first[row]!;
    const other = second === null ? one : second[row]!;
    if (one !== 0 || other === 0) counts[one] = counts[one]! + 1;
    if (other !== 0 && other !== one) counts[other] = counts[other]! + 1;
  }
}

export interface Now {
  readonly table: Table;
  readonly filters: Filters;
  readonly through: Sieve;
  readonly range: Range;
  readonly selection: Pick<Selection, "shown">;
}

/** Counts anew for the range as it is: a pass over its rows for each facet. */
export function countFacets(facets: readonly Facet[], { table, filters, through, range, selection }: Now): void {
  const { start, latestEnd, dated } = table;
  const first = firstWhere(dated, (row) => latestEnd[row]! >= range.from);
  const past = firstWhere(dated, (row) => start[row]! > range.to);
  for (const each of facets) {
    // Without a filter of its own, what passes all other filters is what is shown.
    if (filters[each.name] === null) tallyShown(each, selection.shown);
    else tally(each, each.counts, table, through, first, past, range.from);
  }
}

export const chosenOf = (filters: Filters, { name }: Facet): Chosen<string | number> => filters[name];

export function withChosen(filters: Filters, { name }: Facet, chosen: Chosen<string | number>): Filters {
  return { ...filters, [name]: chosen };
}

export const isChosen = (chosen: Chosen<string | number>, { values }: Facet, value: number): boolean =>
  chosen === null || chosen.has(values[value]!);

/** Values that some event has: all there is to choose. */
export const present = ({ totals }: Facet): number[] => Array.from(totals.keys()).filter((value) => totals[value]! > 0);

/** How many of the present values are chosen. */
export const chosenCount = (facet: Facet, chosen: Chosen<string | number>): number =>
  present(facet).filter((value) => isChosen(chosen, facet, value)).length;

/** With one value in or out. Everything chosen is no filter. */
export function toggled(facet: Facet, chosen: Chosen<string | number>, value: number): Chosen<string | number> {
  const { values } = facet;
  const next = new Set(chosen ?? present(facet).map((each) => values[each]!));
  if (!next.delete(values[value]!)) next.add(values[value]!);
  return present(facet).every((each) => next.has(values[each]!)) ? null : next;
}

/** Values in the order to list them in: most events of the range, then of the table, then as they came. */
export function ranked(facet: Facet): number[] {
  const { counts, totals } = facet;
  return present(facet).sort((a, b) => counts[b]! - counts[a]! || totals[b]! - totals[a]! || a - b);
}

/** The values to list: the first few of the ranking, and behind them others when they are the few that are chosen. */
export function listed(facet: Facet, ranking: readonly number[], chosen: Chosen<string | number>, most: number): number[] {
  const first = ranking.slice(0, most);
  if (chosen === null || chosen.size > most) return first;
  return [...first, ...ranking.slice(most).filter((value) => chosen.has(facet.values[value]!))];
}
