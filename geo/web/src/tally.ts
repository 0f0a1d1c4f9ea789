/** How many rows of each category stand in each bin, counted anew at every step. */

import { CATEGORIES, EVENT_TYPES } from "./category";
import type { Range } from "./filter";
import type { Table } from "./table";

export const KINDS = CATEGORIES.length;

/** All three by bins × categories. */
export interface Tally {
  readonly count: Uint32Array;
  /** Of these, rows whose day is not known. */
  readonly vague: Uint32Array;
  /** Sum of the shares of their days that lie outside the range: less than the count. */
  readonly outside: Float32Array;
}

export const newTally = (bins: number): Tally => ({
  count: new Uint32Array(bins * KINDS), vague: new Uint32Array(bins * KINDS), outside: new Float32Array(bins * KINDS),
});

/** How many events a bin holds: its rows without the mentions. */
export function eventsIn({ count }: Tally, bin: number): number {
  let sum = 0;
  for (let type = 0; type < EVENT_TYPES; type += 1) sum += count[bin * KINDS + type]!;
  return sum;
}

export function clear({ count, vague, outside }: Tally): void {
  count.fill(0);
  vague.fill(0);
  outside.fill(0);
}

/** Where each row is counted, or -1 where it is not: without a spot, or with one outside the bins. */
export function counters({ spot, type }: Table, binOf: Int32Array): Int32Array {
  return spot.map((here, row) => {
    const bin = here < 0 ? -1 : binOf[here]!;
    return bin < 0 ? -1 : bin * KINDS + type[row]!;
  });
}

/** The same where each country is a bin: each row counts in its own country, wherever in it. */
export function countryCounters({ type, words: { country } }: Table): Int32Array {
  return Int32Array.from(country.codes, (code, row) => (code === 0 ? -1 : (code - 1) * KINDS + type[row]!));
}

/** Adds rows to a tally. A million of them take some milliseconds, so that a plain day costs one addition. */
export function add(tally: Tally, table: Table, counterOf: Int32Array, rows: Uint32Array | readonly number[], range: Range): void {
  const { count, vague, outside } = tally;
  const { spread, start, end } = table;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const at = counterOf[row]!;
    if (at < 0) continue;
    count[at] = count[at]! + 1;
    if (spread[row] === 0) continue;
    vague[at] = vague[at]! + table.vague[row]!;
    const [first, last] = [start[row]!, end[row]!];
    const overlap = Math.min(last, range.to) - Math.max(first, range.from) + 1;
    outside[at] = outside[at]! + 1 - Math.max(0, overlap) / (last - first + 1);
  }
}
