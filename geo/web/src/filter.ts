/** Which rows are shown: what passes the filters, and of that what overlaps the range. */

import { EVENT_TYPES, MENTION, STATUSES } from "./category";
import { NO_DAY, type Coded, type Table } from "./table";

/** Days, both ends in. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The values one may choose among, and those that are chosen; null when all are. */
export type Chosen<V> = ReadonlySet<V> | null;

export interface Filters {
  /** One entry for each event type. */
  readonly types: readonly boolean[];
  /** One entry for each status. */
  readonly statuses: readonly boolean[];
  /** Whether place mentions are drawn. They are never counted as events. */
  readonly mentions: boolean;
  /** An event passes by either of its actors. */
  readonly actors: Chosen<string>;
  readonly sources: Chosen<string>;
  readonly countries: Chosen<string>;
  /** UCDP where_prec. */
  readonly precisions: Chosen<number>;
  /** Least confidence, 0 to 1. Rows without one pass at 0 only. */
  readonly confidence: number;
  /** 1 for each row that a search found; null without a search. */
  readonly found: Uint8Array | null;
}

export const allTypes = (): boolean[] => Array.from({ length: EVENT_TYPES }, () => true);
export const reportedOnly = (): boolean[] => STATUSES.map((status) => status === "reported");

export const NO_FILTERS: Filters = {
  types: allTypes(), statuses: reportedOnly(), mentions: false,
  actors: null, sources: null, countries: null, precisions: null, confidence: 0, found: null,
};

export interface Selection {
  /** Events in the range that pass the filters, ascending by first day. */
  readonly shown: Uint32Array;
  /** Mentions to draw. */
  readonly mentions: Uint32Array;
  /** Events in the range that pass all filters but that of the type, by type. */
  readonly byType: readonly number[];
  /** Events that pass the filters and end before the range, or begin after it. */
  readonly before: number;
  readonly after: number;
  /** How many of the shown have no place. */
  readonly unplaced: number;
}

export const isEvent = (table: Table, row: number): boolean => table.type[row]! < EVENT_TYPES;
export const hasPlace = (table: Table, row: number): boolean => table.spot[row]! >= 0;

/** What passes the filters, whatever the range. */
export interface Sieve {
  /** For each row all that a step has to know of it but its days, in one byte. */
  readonly mask: Uint8Array;
  /** How many events among the rows before this one pass. One entry more than there are rows. */
  readonly before: Uint32Array;
}

/** Bits of the mask: passes all filters but perhaps that of the type; passes all; has no place; and the type above them. */
const BUT_TYPE = 1;
const PASSES = 2;
const UNPLACED = 4;
const TYPE_SHIFT = 3;

/** 1 for each code whose value is chosen; what has no value is never chosen. */
const allowed = <V>({ values }: Coded<V>, chosen: ReadonlySet<V>): Uint8Array =>
  Uint8Array.from([0, ...values.map((value) => Number(chosen.has(value)))]);

export function sieve(table: Table, filters: Filters): Sieve {
  const { length, type, status, spot, words } = table;
  const mask = new Uint8Array(length);
  const [withStatus, withType] = [filters.statuses, filters.types].map((each) => Uint8Array.from(each, Number));
  for (let row = 0; row < length; row += 1) {
    const kind = type[row]!;
    const bits = kind < EVENT_TYPES
      ? withStatus![status[row]!]! * (BUT_TYPE | (withType![kind]! * PASSES))
      : Number(filters.mentions) * PASSES;
    mask[row] = bits === 0 ? 0 : bits | (kind << TYPE_SHIFT) | (spot[row]! < 0 ? UNPLACED : 0);
  }
  const keep = (test: (row: number) => number): void => {
    for (let row = 0; row < length; row += 1) if (test(row) === 0) mask[row] = 0;
  };
  const keepChosen = <V>(column: Coded<V>, chosen: Chosen<V>): void => {
    if (chosen === null) return;
    const may = allowed(column, chosen);
    keep((row) => may[column.codes[row]!]!);
  };
  if (filters.actors !== null) {
    const [first, second] = [words.actor1, words.actor2].map((column) => allowed(column, filters.actors!));
    keep((row) => first![words.actor1.codes[row]!]! | second![words.actor2.codes[row]!]!);
  }
  keepChosen(words.source, filters.sources);
  keepChosen(words.country, filters.countries);
  keepChosen(table.geoPrecision, filters.precisions);
  if (filters.confidence > 0) {
    keepChosen(table.confidence, new Set(table.confidence.values.filter((value) => value >= filters.confidence)));
  }
  const { found } = filters;
  if (found) keep((row) => found[row]!);

  const before = new Uint32Array(length + 1);
  for (let row = 0; row < length; row += 1) {
    before[row + 1] = before[row]! + Number((mask[row]! & PASSES) !== 0 && type[row]! < EVENT_TYPES);
  }
  return { mask, before };
}

export const passes = ({ mask }: Sieve, row: number): boolean => (mask[row]! & PASSES) !== 0;

/** First index in [0, length) for which `test` holds, for a test that once true stays true; length if none. */
export function firstWhere(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Selects over and over into the same memory: a million rows need no new array at every step. */
export class Selector {
  private readonly shown: Uint32Array;
  private readonly mentions: Uint32Array;

  constructor(private readonly table: Table) {
    this.shown = new Uint32Array(table.events);
    this.mentions = new Uint32Array(table.length - table.events);
  }

  /** What this gives holds until the next call. */
  select({ mask, before }: Sieve, range: Range): Selection {
    const { start, end, latestEnd, dated, length, type } = this.table;
    const { shown, mentions } = this;
    const byType = new Uint32Array(EVENT_TYPES);
    const first = firstWhere(dated, (i) => latestEnd[i]! >= range.from);
    // From here on no row ends before the range.
    const inside = firstWhere(dated, (i) => start[i]! >= range.from);
    const past = firstWhere(dated, (i) => start[i]! > range.to);
    let count = 0;
    let named = 0;
    let unplaced = 0;
    let over = before[Math.min(first, past)]!;
    for (let row = first; row < past; row += 1) {
      const bits = mask[row]!;
      if (bits === 0) continue;
      const kind = bits >> TYPE_SHIFT;
      if (row < inside && end[row]! < range.from) {
        if ((bits & PASSES) !== 0 && kind !== MENTION) over += 1;
      } else if (kind === MENTION) {
        mentions[named++] = row;
      } else {
        byType[kind] = byType[kind]! + 1;
        if ((bits & PASSES) === 0) continue;
        shown[count++] = row;
        unplaced += (bits & UNPLACED) >> 2;
      }
    }
    // A mention without a date is outside time; it is drawn whenever mentions are.
    for (let row = dated; row < length; row += 1) if (mask[row] !== 0 && type[row] === MENTION) mentions[named++] = row;
    return {
      shown: shown.subarray(0, count), mentions: mentions.subarray(0, named), byType: Array.from(byType),
      before: over, after: before[dated]! - before[Math.max(first, past)]!, unplaced,
    };
  }
}

/** First and last day of the dated events with an enabled status; null when there are none. */
export function span(table: Table, filters: Filters): Range | null {
  let from = Infinity;
  let to = -Infinity;
  for (let row = 0; row < table.dated; row += 1) {
    if (!isEvent(table, row) || filters.statuses[table.status[row]!] !== true) continue;
    if (table.start[row]! < from) from = table.start[row]!;
    if (table.end[row]! > to) to = table.end[row]!;
  }
  return from <= to ? { from, to } : null;
}

/** Events without a date that pass the filters. */
export function undated(table: Table, through: Sieve): number[] {
  const rows: number[] = [];
  for (let row = table.dated; row < table.length; row += 1) {
    if (table.start[row] === NO_DAY && isEvent(table, row) && passes(through, row)) rows.push(row);
  }
  return rows;
}
