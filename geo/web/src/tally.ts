/** How many rows of each category stand in each bin, counted anew at every step. */

import { CATEGORIES } from "./category";
import type { Range } from "./filter";
import type { Table } from "./table";

export const KINDS = CATEGORIES.length;

export interface Tally {
  /** Bins × categories. */
  readonly count: Uint32Array;
  /** Of these, rows whose day is known. */
  readonly exact: Uint32Array;
  /** Sum of the shares of their days that lie in the range: at most the count. */
  readonly share: Float32Array;
}

export const newTally = (bins: number): Tally => ({
  count: new Uint32Array(bins * KINDS), exact: new Uint32Array(bins * KINDS), share: new Float32Array(bins * KINDS),
});

export function clear({ count, exact, share }: Tally): void {
  count.fill(0);
  exact.fill(0);
  share.fill(0);
}

/** Adds rows to a tally. A row without a spot, or with one outside the bins, is left out. */
export function add(tally: Tally, table: Table, binOf: Int32Array, rows: Uint32Array | readonly number[], range: Range): void {
  const { count, exact, share } = tally;
  const { spot, type, vague, start, end } = table;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const here = spot[row]!;
    if (here < 0) continue;
    const bin = binOf[here]!;
    if (bin < 0) continue;
    const at = bin * KINDS + type[row]!;
    count[at] = count[at]! + 1;
    exact[at] = exact[at]! + 1 - vague[row]!;
    const [first, last] = [start[row]!, end[row]!];
    if (first === last) {
      share[at] = share[at]! + 1;
      continue;
    }
    const overlap = Math.min(last, range.to) - Math.max(first, range.from) + 1;
    share[at] = share[at]! + Math.max(0, overlap) / (last - first + 1);
  }
}
