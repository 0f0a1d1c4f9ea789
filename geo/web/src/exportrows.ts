/** Rows as files hold them: every column of the table's schema that the page has, in the schema's order. */

import { isoDay } from "./isoday";
import { NO_DAY, WORDS, type Block, type Table, type WordName } from "./table";
import type { Ids } from "./ids";

/** All columns of geo/schema.py but `spans`, which say where words stand in a document that the page does not hold. */
export const COLUMNS = [
  "event_id", "event_type", "sub_event_type", "status", "date_start", "date_end", "date_precision", "date_text",
  "time_precision", "location", "place_text", "place_id", "country", "admin1", "admin2", "geo_precision", "radius_km",
  "actor1", "actor2", "fatalities", "fatalities_low", "fatalities_high", "injured", "displaced", "missing", "captured",
  "source", "title", "url", "document_id", "published", "quote", "quote_start", "quote_end", "reports", "other_reports",
  "confidence", "reason",
] as const;
type ColumnName = (typeof COLUMNS)[number];

export type Value = string | number | null;

export interface Point {
  readonly lon: number;
  readonly lat: number;
}

export interface ExportRow {
  /** In the order of {@link COLUMNS}. */
  readonly values: readonly Value[];
  readonly point: Point | null;
}

/** About a centimetre. */
const PARTS_OF_A_DEGREE = 1e7;
const rounded = (degrees: number): number => Math.round(degrees * PARTS_OF_A_DEGREE) / PARTS_OF_A_DEGREE || 0;

export function pointOf({ spot, spots }: Table, row: number): Point | null {
  const here = spot[row]!;
  return here < 0 ? null : { lon: rounded(spots.lon[here]!), lat: rounded(spots.lat[here]!) };
}

type Getter = (row: number, block: Block, at: number) => Value;

const day = (value: unknown): string | null =>
  typeof value === "number" && Number.isInteger(value) && value !== NO_DAY ? isoDay(value) : null;

function getter(name: ColumnName, table: Table, ids: Ids): Getter {
  const { words, start, end } = table;
  switch (name) {
    case "event_id":
      return (row) => ids.at(row);
    case "date_start":
      return (row) => day(start[row]);
    case "date_end":
      return (row) => day(end[row]);
    case "published":
      return (_row, block, at) => day(block[name]?.[at]);
    case "geo_precision":
      return (row) => table.geoPrecision.at(row);
    case "radius_km":
      return (row) => table.radiusKm.at(row);
    case "confidence":
      return (row) => table.confidence.at(row);
    case "place_text":
      // A name that is written as it is known travels once.
      return (row) => words.place_text.at(row) ?? (words.place_text.codes[row] === 0 ? null : words.location.at(row));
  }
  if ((WORDS as readonly string[]).includes(name)) return (row) => words[name as WordName].at(row);
  return (_row, block, at) => {
    const value = block[name]?.[at];
    return typeof value === "string" || (typeof value === "number" && Number.isFinite(value)) ? value : null;
  };
}

/** Gives the rows, which ascend, block after block. What is long is unpacked and let go again. */
export async function* exportRows(table: Table, rows: ArrayLike<number>): AsyncGenerator<readonly ExportRow[]> {
  const ids = await table.ids();
  const getters = COLUMNS.map((name) => getter(name, table, ids));
  const { blockRows } = table;
  for (let from = 0; from < rows.length; ) {
    const index = Math.floor(rows[from]! / blockRows);
    const block = await table.block(index);
    const made: ExportRow[] = [];
    for (; from < rows.length && Math.floor(rows[from]! / blockRows) === index; from += 1) {
      const row = rows[from]!;
      made.push({ values: getters.map((get) => get(row, block, row % blockRows)), point: pointOf(table, row) });
    }
    yield made;
  }
}
