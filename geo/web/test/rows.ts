/** Tables for the tests, from the few values that a test is about. */

import { decodeTable, type Table } from "../src/data";

export type Row = Readonly<Record<string, unknown>>;

const PLAIN: Row = {
  event_type: "Battles", status: "reported", date_precision: "day", place_text: "the town", quote: "", reason: "",
  confidence: 0.9, document_id: "d1", geo_precision: 1, radius_km: 2, lon: 36.6, lat: 35.9,
};

/** `date_end` is `date_start` unless it is given. */
export function tableOf(...rows: readonly Row[]): Table {
  const full = rows.map((row, i): Row => ({ event_id: `e${i}`, date_end: row["date_start"] ?? null, date_start: null, ...PLAIN, ...row }));
  const names = new Set(full.flatMap((row) => Object.keys(row)));
  return decodeTable(Object.fromEntries(Array.from(names, (name) => [name, full.map((row) => row[name] ?? null)])));
}

/** A generator of numbers from 0 to 1 that is the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
