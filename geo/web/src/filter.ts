/** Which rows are shown: what passes the filters, and of that what overlaps the range. */

import { EVENT_TYPES, MENTION, STATUSES } from "./category";
import { NO_DAY, type Coded, type Table } from "./table";

/** Days, both ends in. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The values one may choose among, and those that are chosen; null when all are. "" and 0 stand for "not given". */
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
  /** What is searched for; "" without a search. Who sets it leaves `found` to the search, which follows. */
  readonly text: string;
  /** 1 for each row that the search found; null without a search. */
  readonly found: Uint8Array | null;
}

export const allTypes = (): boolean[] => Array.from({ length: EVENT_TYPES }, () => true);
export const reportedOnly = (): boolean[] => STATUSES.map((status) => status === "reported");

export const NO_FILTERS: Filters = {
  types: allTypes(), statuses: reportedOnly(), mentions: false,
  actors: null, sources: null, countries: null, precisions: null, confidence: 0, text: "", found: null,
};

export interface Selection {
  /** Events in the range that pass the filters, ascending by first day. */
  readonly shown: Uint32Array;
  /** Mentions to draw. */
  readonly mentions: Uint32Array;
  /** Events in the range that pass all filters but that of the type, by type. */
  readonly byType: readonly number[];
  /** The same for the status. */
  readonly byStatus: readonly number[];
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
  /** For each row a bit (of KEPT_OUT) for each filter that keeps it out: 0 passes, and one bit alone is one filter's doing. */
  readonly keptOut: Uint8Array;
  /** The same for a step, with all that it has to know of a row but its days in one byte; 0 for a row of no concern. */
  readonly mask: Uint8Array;
  /** How many events among the rows before this one pass. One entry more than there are rows. */
  readonly before: Uint32Array;
}

/** Bits of the mask: passes all filters but perhaps that of the type; passes all; has no place; the type above them; and passes all but perhaps that of the status. */
const BUT_TYPE = 1;
const PASSES = 2;
const UNPLACED = 4;
const TYPE_SHIFT = 3;
const BUT_STATUS = 64;

/** Which filter keeps a row out. A mention that is not to be drawn is kept out by its type. */
export const KEPT_OUT = {
  type: 1, status: 2, actors: 4, sources: 8, countries: 16, precisions: 32, confidence: 64, found: 128,
} as const;

export function sieve(table: Table, filters: Filters): Sieve {
  const { length, type, status, spot, words } = table;
  const keptOut = new Uint8Array(length);
  const withStatus = Uint8Array.from(filters.statuses, (on) => (on ? 0 : KEPT_OUT.status));
  const withType = Uint8Array.from(filters.types, (on) => (on ? 0 : KEPT_OUT.type));
  const mention = filters.mentions ? 0 : KEPT_OUT.type;
  for (let row = 0; row < length; row += 1) {
    const kind = type[row]!;
    keptOut[row] = kind < EVENT_TYPES ? withType[kind]! | withStatus[status[row]!]! : mention;
  }
  const keepChosen = <V>({ codes, values }: Coded<V>, chosen: Chosen<V>, none: V, bit: number): void => {
    if (chosen === null) return;
    const out = Uint8Array.from([none, ...values], (value) => (chosen.has(value) ? 0 : bit));
    for (let row = 0; row < length; row += 1) keptOut[row] = keptOut[row]! | out[codes[row]!]!;
  };
  if (filters.actors !== null) keepActors(table, filters.actors, keptOut);
  keepChosen(words.source, filters.sources, "", KEPT_OUT.sources);
  keepChosen(words.country, filters.countries, "", KEPT_OUT.countries);
  keepChosen(table.geoPrecision, filters.precisions, 0, KEPT_OUT.precisions);
  if (filters.confidence > 0) {
    const enough = new Set(table.confidence.values.filter((value) => value >= filters.confidence));
    keepChosen(table.confidence, enough, -1, KEPT_OUT.confidence);
  }
  const { found } = filters;
  if (found) for (let row = 0; row < length; row += 1) if (found[row] === 0) keptOut[row] = keptOut[row]! | KEPT_OUT.found;

  const mask = new Uint8Array(length);
  const before = new Uint32Array(length + 1);
  for (let row = 0; row < length; row += 1) {
    const [out, kind] = [keptOut[row]!, type[row]!];
    before[row + 1] = before[row]! + Number(out === 0 && kind < EVENT_TYPES);
    if (out !== 0 && ((out !== KEPT_OUT.type && out !== KEPT_OUT.status) || kind === MENTION)) continue;
    const bits = out === 0 ? BUT_TYPE | BUT_STATUS | PASSES : out === KEPT_OUT.type ? BUT_TYPE : BUT_STATUS;
    mask[row] = bits | (spot[row]! < 0 ? UNPLACED : 0) | (kind << TYPE_SHIFT);
  }
  return { keptOut, mask, before };
}

/** An event passes by either actor; one that names none passes when "" is chosen. */
function keepActors({ length, words: { actor1, actor2 } }: Table, chosen: ReadonlySet<string>, keptOut: Uint8Array): void {
  // Neither side's "none" lets a row through while the other side has a name.
  const [first, second] = [actor1, actor2].map(({ values }) => Uint8Array.from(["", ...values], (value, i) => Number(i > 0 && chosen.has(value))));
  const nameless = Number(chosen.has(""));
  for (let row = 0; row < length; row += 1) {
    const [one, other] = [actor1.codes[row]!, actor2.codes[row]!];
    const passes = (one | other) === 0 ? nameless : first![one]! | second![other]!;
    if (passes === 0) keptOut[row] = keptOut[row]! | KEPT_OUT.actors;
  }
}

export const passes = ({ keptOut }: Sieve, row: number): boolean => keptOut[row] === 0;

/** How many of the filters narrow what is shown, compared with those that the page opened with. */
export function activeFilters(filters: Filters, opening: Filters): number {
  const differs = (one: readonly boolean[], other: readonly boolean[]): boolean => one.some((on, i) => on !== other[i]);
  return [
    differs(filters.types, opening.types), differs(filters.statuses, opening.statuses), filters.actors !== null,
    filters.sources !== null, filters.countries !== null, filters.precisions !== null, filters.confidence > 0,
    filters.found !== null,
  ].filter(Boolean).length;
}

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
    const { start, end, latestEnd, dated, length, type, status } = this.table;
    const { shown, mentions } = this;
    const byType = new Uint32Array(EVENT_TYPES);
    const byStatus = new Uint32Array(STATUSES.length);
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
      const kind = (bits >> TYPE_SHIFT) & MENTION;
      if (row < inside && end[row]! < range.from) {
        if ((bits & PASSES) !== 0 && kind !== MENTION) over += 1;
      } else if (kind === MENTION) {
        mentions[named++] = row;
      } else {
        if ((bits & BUT_STATUS) !== 0) byStatus[status[row]!] = byStatus[status[row]!]! + 1;
        if ((bits & BUT_TYPE) !== 0) byType[kind] = byType[kind]! + 1;
        if ((bits & PASSES) === 0) continue;
        shown[count++] = row;
        unplaced += (bits & UNPLACED) >> 2;
      }
    }
    // A mention without a date is outside time; it is drawn whenever mentions are.
    for (let row = dated; row < length; row += 1) if (mask[row] !== 0 && type[row] === MENTION) mentions[named++] = row;
    return {
      shown: shown.subarray(0, count), mentions: mentions.subarray(0, named), byType: Array.from(byType), byStatus: Array.from(byStatus),
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
