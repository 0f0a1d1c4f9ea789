/** From the page's JSON to one table, sorted by first day, with numbers in typed arrays. */

import { categoryIndex, EVENT_TYPES, STATUSES } from "./category";
import { mercatorX, mercatorY } from "./mercator";
import { readStory, type Story } from "./storysteps";

/** An undated row's first and last day. Below every day a calendar needs. */
export const NO_DAY = -0x8000_0000;

export interface Attribution {
  readonly text: string;
  readonly url: string | null;
}

export interface Tiles {
  readonly url: string;
  readonly attribution: string;
  readonly subdomains: readonly string[];
  /** The deepest zoom there are pictures for, or null. */
  readonly maxZoom: number | null;
}

/** What is known of one event apart from what the map computes with. */
export interface Details {
  readonly eventId: string;
  readonly subType: string | null;
  readonly datePrecision: string | null;
  readonly dateText: string | null;
  readonly location: string | null;
  readonly placeText: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly geoPrecision: number | null;
  readonly radiusKm: number | null;
  readonly actor1: string | null;
  readonly actor2: string | null;
  readonly fatalities: number | null;
  readonly fatalitiesLow: number | null;
  readonly fatalitiesHigh: number | null;
  readonly injured: number | null;
  readonly displaced: number | null;
  readonly missing: number | null;
  readonly captured: number | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: number | null;
  readonly title: string | null;
  readonly quote: string;
  readonly confidence: number | null;
  readonly reason: string;
  /** Where the same event is told again. */
  readonly others: readonly Telling[];
}

/** Another report, or another sentence, that tells of an event. */
export interface Telling {
  readonly quote: string;
  readonly source: string | null;
  readonly title: string | null;
  readonly url: string | null;
}

export interface Table {
  /** Rows, mentions among them. */
  readonly length: number;
  /** Rows that are events, that is, not mentions. */
  readonly events: number;
  /** First and last day (inclusive), or NO_DAY in both. Ascending by start, undated rows last. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Greatest last day among the rows up to and with this one: never falls, so it can be searched. */
  readonly latestEnd: Int32Array;
  /** How many rows have a date. */
  readonly dated: number;
  readonly type: Uint8Array;
  readonly status: Uint8Array;
  /** 1 where the day is not known, only a longer time that it lies in. */
  readonly vague: Uint8Array;
  /** 1 where the place is an area and not a point. */
  readonly area: Uint8Array;
  /** Mercator position, 0 to 1 eastward and southward; NaN where the row has no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radiusKm: Float32Array;
  readonly lat: Float64Array;
  /** Details of row i. */
  details(row: number): Details;
  /** The row of an event id, or -1. */
  find(eventId: string): number;
}

export interface PageData {
  readonly title: string;
  readonly reports: number;
  readonly attribution: readonly Attribution[];
  readonly tiles: Tiles | null;
  readonly story: Story | null;
  readonly table: Table;
}

type Columns = Record<string, readonly unknown[]>;

/** Raised with a sentence for the reader when the page's data cannot be shown. */
export class DataError extends Error {}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const number = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) ? value : null;
const integer = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The column holds JSON of its own; what is not as it should be is left out. */
function tellings(value: unknown): Telling[] {
  let list: unknown;
  try {
    list = JSON.parse(text(value) ?? "[]");
  } catch {
    return [];
  }
  return (Array.isArray(list) ? list : []).filter(isObject).map((each) => ({
    quote: text(each["quote"]) ?? "",
    source: text(each["source"]),
    title: text(each["title"]),
    url: text(each["url"]),
  }));
}

export function decode(source: string): PageData {
  let raw: unknown;
  try {
    raw = JSON.parse(source);
  } catch {
    throw new DataError("The data in this page is not complete. Make the page again.");
  }
  if (!isObject(raw) || raw["version"] !== 1) {
    throw new DataError("The data in this page is of another version. Make the page again.");
  }
  const tiles = raw["tiles"];
  return {
    title: text(raw["title"]) ?? "Events",
    reports: integer(raw["reports"]) ?? 0,
    attribution: (Array.isArray(raw["attribution"]) ? raw["attribution"] : [])
      .filter(isObject)
      .map((entry) => ({ text: text(entry["text"]) ?? "", url: text(entry["url"]) }))
      .filter((entry) => entry.text !== ""),
    tiles:
      isObject(tiles) && text(tiles["url"])
        ? {
            url: text(tiles["url"])!,
            attribution: text(tiles["attribution"]) ?? "",
            subdomains: (Array.isArray(tiles["subdomains"]) ? tiles["subdomains"] : []).filter((each) => text(each) !== null),
            maxZoom: integer(tiles["max_zoom"]),
          }
        : null,
    story: readStory(raw["story"]),
    table: decodeTable(raw["columns"]),
  };
}

function checkColumns(value: unknown): { columns: Columns; length: number } {
  const columns: Columns = {};
  if (!isObject(value)) throw new DataError("The data in this page has no columns. Make the page again.");
  let length = -1;
  for (const [name, column] of Object.entries(value)) {
    if (!Array.isArray(column)) throw new DataError(`The column ${name} is not a list. Make the page again.`);
    if (length >= 0 && column.length !== length) {
      throw new DataError(`The column ${name} has ${column.length} values, not ${length}. Make the page again.`);
    }
    length = column.length;
    columns[name] = column;
  }
  return { columns, length: Math.max(0, length) };
}

/** First and last day of a row: a missing end is the other end, and the order is put right. */
function interval(first: number | null, last: number | null): [number, number] {
  const a = first ?? last ?? NO_DAY;
  const b = last ?? first ?? NO_DAY;
  return a <= b ? [a, b] : [b, a];
}

export function decodeTable(value: unknown): Table {
  const { columns, length } = checkColumns(value);
  const at = (name: string, row: number): unknown => columns[name]?.[row];
  const days = Array.from({ length }, (_, i) =>
    interval(integer(at("date_start", i)), integer(at("date_end", i))),
  );
  const sortKey = (i: number): number => (days[i]![0] === NO_DAY ? Infinity : days[i]![0]);
  // Equal days keep the order of the data: Array.prototype.sort is stable.
  const order = Array.from({ length }, (_, i) => i).sort((a, b) => {
    const [ka, kb] = [sortKey(a), sortKey(b)];
    return ka === kb ? 0 : ka - kb;
  });

  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const latestEnd = new Int32Array(length);
  const type = new Uint8Array(length);
  const status = new Uint8Array(length);
  const vague = new Uint8Array(length);
  const area = new Uint8Array(length);
  const x = new Float64Array(length).fill(NaN);
  const y = new Float64Array(length).fill(NaN);
  const lats = new Float64Array(length).fill(NaN);
  const radiusKm = new Float32Array(length);
  const rows = new Map<string, number>();
  let events = 0;
  let dated = 0;
  let latest = NO_DAY;

  order.forEach((source, row) => {
    const [first, last] = days[source]!;
    start[row] = first;
    end[row] = last;
    latest = Math.max(latest, last);
    latestEnd[row] = latest;
    if (first !== NO_DAY) dated += 1;
    const kind = categoryIndex(String(at("event_type", source)));
    type[row] = kind;
    if (kind < EVENT_TYPES) events += 1;
    status[row] = Math.max(0, STATUSES.indexOf(at("status", source) as (typeof STATUSES)[number]));
    const precision = text(at("date_precision", source));
    // Some days that are all known ("1 to 3 March") are exact; one day in an unknown month is not.
    vague[row] = first !== NO_DAY && (precision === null ? first !== last : precision !== "day") ? 1 : 0;
    const radius = Math.max(0, number(at("radius_km", source)) ?? 0);
    radiusKm[row] = radius;
    area[row] = (number(at("geo_precision", source)) ?? 0) >= 3 || radius >= 25 ? 1 : 0;
    const lon = number(at("lon", source));
    const lat = number(at("lat", source));
    if (lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      x[row] = mercatorX(lon);
      y[row] = mercatorY(lat);
      lats[row] = lat;
    }
    const id = text(at("event_id", source));
    if (id !== null && !rows.has(id)) rows.set(id, row);
  });

  const details = (row: number): Details => {
    const i = order[row]!;
    return {
      eventId: text(at("event_id", i)) ?? "",
      subType: text(at("sub_event_type", i)),
      datePrecision: text(at("date_precision", i)),
      dateText: text(at("date_text", i)),
      location: text(at("location", i)),
      placeText: text(at("place_text", i)) ?? "",
      country: text(at("country", i)),
      admin1: text(at("admin1", i)),
      admin2: text(at("admin2", i)),
      geoPrecision: integer(at("geo_precision", i)),
      radiusKm: number(at("radius_km", i)),
      actor1: text(at("actor1", i)),
      actor2: text(at("actor2", i)),
      fatalities: integer(at("fatalities", i)),
      fatalitiesLow: integer(at("fatalities_low", i)),
      fatalitiesHigh: integer(at("fatalities_high", i)),
      injured: integer(at("injured", i)),
      displaced: integer(at("displaced", i)),
      missing: integer(at("missing", i)),
      captured: integer(at("captured", i)),
      source: text(at("source", i)),
      url: text(at("url", i)),
      published: integer(at("published", i)),
      title: text(at("title", i)),
      quote: text(at("quote", i)) ?? "",
      confidence: number(at("confidence", i)),
      reason: text(at("reason", i)) ?? "",
      others: tellings(at("other_reports", i)),
    };
  };

  return {
    length, events, start, end, latestEnd, dated, type, status, vague, area, x, y, radiusKm,
    lat: lats, details, find: (eventId) => rows.get(eventId) ?? -1,
  };
}
