/** Which rows are shown: type, status, and overlap of the row's days with the range. */

import { EVENT_TYPES, MENTION, STATUSES } from "./category";
import { NO_DAY, type Table } from "./data";

/** Days, both ends in. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Filters {
  /** One entry for each event type. */
  readonly types: readonly boolean[];
  /** One entry for each status. */
  readonly statuses: readonly boolean[];
  /** Whether place mentions are drawn. They are never counted as events. */
  readonly mentions: boolean;
}

export interface Selection {
  /** Events in the range that pass the filters, ascending by first day. */
  readonly shown: readonly number[];
  /** Mentions to draw. */
  readonly mentions: readonly number[];
  /** Events in the range with an enabled status, by type, whether the type is on or not. */
  readonly byType: readonly number[];
  /** Events that pass the filters and end before the range, or begin after it. */
  readonly before: number;
  readonly after: number;
}

export const allTypes = (): boolean[] => Array.from({ length: EVENT_TYPES }, () => true);
export const reportedOnly = (): boolean[] => STATUSES.map((status) => status === "reported");

export const isEvent = (table: Table, row: number): boolean => table.type[row]! < EVENT_TYPES;

/** Type and status alone, without the range. */
export function passes(table: Table, filters: Filters, row: number): boolean {
  const type = table.type[row]!;
  if (type === MENTION) return filters.mentions;
  return filters.types[type] === true && filters.statuses[table.status[row]!] === true;
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

export function select(table: Table, filters: Filters, range: Range): Selection {
  const { start, end, latestEnd, dated, type, status } = table;
  const shown: number[] = [];
  const mentions: number[] = [];
  const byType = new Array<number>(EVENT_TYPES).fill(0);
  let before = 0;
  let after = 0;

  const firstCandidate = firstWhere(dated, (i) => latestEnd[i]! >= range.from);
  const pastRange = firstWhere(dated, (i) => start[i]! > range.to);
  const counts = (row: number): boolean => type[row]! < EVENT_TYPES && passes(table, filters, row);

  for (let row = 0; row < firstCandidate; row += 1) if (counts(row)) before += 1;
  for (let row = firstCandidate; row < pastRange; row += 1) {
    const kind = type[row]!;
    if (end[row]! < range.from) {
      if (counts(row)) before += 1;
    } else if (kind === MENTION) {
      if (filters.mentions) mentions.push(row);
    } else if (filters.statuses[status[row]!] === true) {
      byType[kind] = byType[kind]! + 1;
      if (filters.types[kind] === true) shown.push(row);
    }
  }
  for (let row = pastRange; row < dated; row += 1) if (counts(row)) after += 1;
  // A mention without a date is outside time; it is drawn whenever mentions are.
  if (filters.mentions) {
    for (let row = dated; row < table.length; row += 1) if (type[row] === MENTION) mentions.push(row);
  }
  return { shown, mentions, byType, before, after };
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
export function undated(table: Table, filters: Filters): number[] {
  const rows: number[] = [];
  for (let row = table.dated; row < table.length; row += 1) {
    if (table.start[row] === NO_DAY && isEvent(table, row) && passes(table, filters, row)) rows.push(row);
  }
  return rows;
}

export const hasPlace = (table: Table, row: number): boolean => !Number.isNaN(table.x[row]!);
