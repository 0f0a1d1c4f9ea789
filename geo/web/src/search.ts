/** Search over place, actors and quote. Shared texts first, at once; then the quotes, block by block, in slices of time. */

import { fold, termsOf } from "./fold";
import type { Coded, Table, WordName } from "./table";

/** Columns that are searched beside the quotes. */
const PLACES_AND_ACTORS: readonly WordName[] = ["location", "place_text", "admin1", "admin2", "actor1", "actor2"];
/** Folded quotes kept for the next search, in characters. */
const MOST_KEPT = 48_000_000;
/** Milliseconds of work between two breaths: a frame still finds its time. */
const SLICE = 8;
/** Milliseconds between two reports of what was found so far. */
const REPORT = 400;
/** Values folded between two looks at the clock. */
const BATCH = 1000;

export interface Progress {
  /** 1 for each row found so far; the same array until the search ends. */
  readonly found: Uint8Array;
  /** How many rows that is. */
  readonly count: number;
  /** Share of the quotes that were read. */
  readonly share: number;
}

/** Lets frames and events come before the next slice of work. */
export type Breath = () => Promise<void>;

export const idle: Breath = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 60 });
    else setTimeout(resolve, 0);
  });

export class Search {
  /** Which search is the last one: an earlier one that is still under way ends when it sees another. */
  private latest = 0;
  private sliceFrom = 0;
  private readonly values = new Map<Coded<string>, string[]>();
  private readonly quotes = new Map<number, string[]>();
  private kept = 0;

  constructor(private readonly table: Table, private readonly breath: Breath = idle) {}

  /** The search under way reports no more. */
  cancel(): void {
    this.latest += 1;
  }

  /**
   * Rows in which every word of the text stands, in whichever field. Resolves to null when another search was begun
   * meanwhile, and when there is no word to search for.
   */
  async run(text: string, report: (progress: Progress) => void = () => undefined): Promise<Uint8Array | null> {
    this.latest += 1;
    const mine = this.latest;
    const isOver = (): boolean => mine !== this.latest;
    const terms = termsOf(text);
    if (terms.length === 0) return null;
    this.sliceFrom = performance.now();
    const all = 2 ** terms.length - 1;
    const has = await this.inWords(terms, isOver);
    if (has === null) return null;
    const found = Uint8Array.from(has, (bits) => Number(bits === all));
    let count = found.reduce((sum, hit) => sum + hit, 0);
    report({ found, count, share: 0 });
    let reported = performance.now();
    const { length, blockRows, block } = this.table;
    const blocks = Math.ceil(length / blockRows);
    let ahead: Promise<unknown> | null = null;
    for (let index = 0; index < blocks; index += 1) {
      const first = index * blockRows;
      const past = Math.min(length, first + blockRows);
      if (found.subarray(first, past).includes(0)) {
        const quotes = await this.inBlock(index, past - first);
        // The next block is unpacked while this one is read; what cannot be read is said where it is opened.
        if (index + 1 < blocks && !this.quotes.has(index + 1)) ahead = block(index + 1).catch(() => null);
        if (isOver()) return null;
        for (let row = first; row < past; row += 1) {
          if (found[row] === 1) continue;
          const quote = quotes[row - first] ?? "";
          let bits = has[row]!;
          for (let i = 0; i < terms.length; i += 1) if (quote.includes(terms[i]!)) bits |= 1 << i;
          found[row] = Number(bits === all);
          count += found[row]!;
        }
      }
      await this.breathe();
      if (isOver()) return null;
      if (performance.now() - reported > REPORT) {
        report({ found, count, share: (index + 1) / blocks });
        reported = performance.now();
      }
    }
    await ahead;
    if (isOver()) return null;
    report({ found, count, share: 1 });
    return found;
  }

  private async breathe(): Promise<void> {
    if (performance.now() - this.sliceFrom < SLICE) return;
    await this.breath();
    this.sliceFrom = performance.now();
  }

  /** For each row a bit for each term that one of the shared texts holds. */
  private async inWords(terms: readonly string[], isOver: () => boolean): Promise<Uint16Array | null> {
    const has = new Uint16Array(this.table.length);
    for (const name of PLACES_AND_ACTORS) {
      const column = this.table.words[name];
      const values = await this.folded(column);
      const bits = new Uint16Array(values.length + 1);
      values.forEach((value, i) => terms.forEach((term, place) => {
        if (value.includes(term)) bits[i + 1] = bits[i + 1]! | (1 << place);
      }));
      const { codes } = column;
      for (let row = 0; row < has.length; row += 1) has[row] = has[row]! | bits[codes[row]!]!;
      await this.breathe();
      if (isOver()) return null;
    }
    return has;
  }

  private async folded(column: Coded<string>): Promise<readonly string[]> {
    const known = this.values.get(column);
    if (known) return known;
    const { values } = column;
    const made: string[] = [];
    for (let from = 0; from < values.length; from += BATCH) {
      for (const value of values.slice(from, from + BATCH)) made.push(fold(value ?? ""));
      await this.breathe();
    }
    this.values.set(column, made);
    return made;
  }

  /** The folded quotes of a block; none when it cannot be read. */
  private async inBlock(index: number, rows: number): Promise<readonly string[]> {
    const known = this.quotes.get(index);
    if (known) return known;
    let quotes: readonly unknown[];
    try {
      quotes = (await this.table.block(index))["quote"] ?? [];
    } catch {
      return [];
    }
    await this.breathe();
    const made = quotes.slice(0, rows).map((quote) => (typeof quote === "string" ? fold(quote) : ""));
    const size = made.reduce((sum, quote) => sum + quote.length, 0);
    if (this.kept + size <= MOST_KEPT) {
      this.kept += size;
      this.quotes.set(index, made);
    }
    return made;
  }
}
