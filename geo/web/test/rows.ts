/** Tables for the tests, from the few values that a test is about. */

import { listedIds } from "../src/ids";
import { Coded, makeTable, NO_DAY, WORDS, type Table, type WordName } from "../src/table";

export type Row = Readonly<Record<string, unknown>>;

const PLAIN: Row = {
  event_type: "Battles", status: "reported", date_precision: "day", place_text: "the town", quote: "", reason: "",
  confidence: 0.9, document_id: "d1", geo_precision: 1, radius_km: 2, lon: 36.6, lat: 35.9,
};

function coded<V>(values: readonly unknown[]): Coded<V> {
  const known = Array.from(new Set(values.filter((value) => value != null))) as V[];
  return new Coded(Uint32Array.from(values, (value) => known.indexOf(value as V) + 1), known);
}

/** `date_end` is `date_start` unless it is given. Rows are put in the order of their first day. */
export function tableOf(...rows: readonly Row[]): Table {
  const full = rows.map((row, i): Row => ({ event_id: `e${i}`, date_end: row["date_start"] ?? null, date_start: null, ...PLAIN, ...row }));
  const first = (row: Row): number => Number(row["date_start"] ?? row["date_end"] ?? Infinity);
  full.sort((a, b) => (first(a) === first(b) ? 0 : first(a) - first(b)));
  const column = (name: string): unknown[] => full.map((row) => row[name] ?? null);
  const sites = Array.from(new Set(full.filter((row) => row["lon"] != null && row["lat"] != null).map((row) => `${row["lon"]} ${row["lat"]}`)));
  const days = (name: string): Int32Array => Int32Array.from(column(name), (day) => Number(day ?? NO_DAY));
  return makeTable({
    length: full.length,
    dateStart: days("date_start"),
    dateEnd: days("date_end"),
    words: Object.fromEntries(WORDS.map((name) => [name, coded<string>(column(name))])) as Record<WordName, Coded<string>>,
    geoPrecision: coded(column("geo_precision")),
    radiusKm: coded(column("radius_km")),
    confidence: coded(column("confidence")),
    siteLon: Float64Array.from(sites, (site) => Number(site.split(" ")[0])),
    siteLat: Float64Array.from(sites, (site) => Number(site.split(" ")[1])),
    siteOfRow: Uint32Array.from(full, (row) => sites.indexOf(`${row["lon"]} ${row["lat"]}`) + 1),
    ids: () => Promise.resolve(listedIds(full.map((row) => String(row["event_id"])))),
    blockRows: Math.max(1, full.length),
    block: () => Promise.resolve(Object.fromEntries(Object.keys(Object.assign({}, ...full)).map((name) => [name, column(name)]))),
  });
}

/** The row of an event id. */
export const rowOf = async (table: Table, id: string): Promise<number> => (await table.ids()).find(id);

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
