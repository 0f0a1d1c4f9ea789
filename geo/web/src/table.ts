/** The table of events: what the map computes with in typed arrays, ascending by first day; the rest by request. */

import { categoryIndex, EVENT_TYPES, STATUSES } from "./category";
import type { Ids } from "./ids";
import { mercatorX, mercatorY } from "./mercator";

/** A day or another whole number that is not known. Below every day a calendar needs. */
export const NO_DAY = -0x8000_0000;

/** Texts that many rows share. */
export const WORDS = [
  "event_type", "sub_event_type", "status", "date_precision", "location", "place_text",
  "country", "admin1", "admin2", "actor1", "actor2", "source",
] as const;
export type WordName = (typeof WORDS)[number];

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of few different values: each row holds 0 for none, or i for the value at i - 1. */
export class Coded<V> {
  constructor(readonly codes: Codes, readonly values: readonly V[]) {}

  at(row: number): V | null {
    return this.values[this.codes[row]! - 1] ?? null;
  }
}

/** Values that a row has beside those of the table's own columns, by column. */
export type Block = Readonly<Record<string, readonly unknown[]>>;

/** The columns as they travel. */
export interface Columns {
  readonly length: number;
  /** Ascending by first day, rows without one last. */
  readonly dateStart: Int32Array;
  readonly dateEnd: Int32Array;
  readonly words: Readonly<Record<WordName, Coded<string>>>;
  readonly geoPrecision: Coded<number>;
  readonly radiusKm: Coded<number>;
  readonly confidence: Coded<number>;
  /** Degrees. */
  readonly siteLon: Float64Array;
  readonly siteLat: Float64Array;
  /** 0 for no place, or i for the site at i - 1. */
  readonly siteOfRow: Codes;
  readonly ids: () => Promise<Ids>;
  readonly blockRows: number;
  readonly block: (index: number) => Promise<Block>;
}

/** What a card shows and a download holds of one event. */
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

/** Where rows stand: each different point or area once. */
export interface Spots {
  readonly length: number;
  /** Mercator position, 0 to 1 eastward and southward. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** 1 where the place is an area and not a point. */
  readonly area: Uint8Array;
  /** Of an area. */
  readonly radiusKm: Float32Array;
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
  /** 1 where a row is not of one known day. */
  readonly spread: Uint8Array;
  /** The spot of each row, or -1 where the row has no place. */
  readonly spot: Int32Array;
  readonly spots: Spots;
  readonly words: Readonly<Record<WordName, Coded<string>>>;
  readonly geoPrecision: Coded<number>;
  readonly radiusKm: Coded<number>;
  readonly confidence: Coded<number>;
  readonly blockRows: number;
  /** The place as it is known, or as it was written. */
  place(row: number): string;
  ids(): Promise<Ids>;
  /** Unpacked values of a block of rows. */
  block(index: number): Promise<Block>;
  details(row: number): Promise<Details>;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const integer = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);

export const isObject = (value: unknown): value is Record<string, unknown> =>
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

/** The number that stands for each value, by a rule for values; what no row holds costs nothing. */
const mapped = <V>({ codes, values }: Coded<V>, rule: (value: V | null) => number): Uint8Array => {
  const to = Uint8Array.from([rule(null), ...values.map(rule)]);
  return Uint8Array.from(codes, (code) => to[code]!);
};

export function makeTable(columns: Columns): Table {
  const { length, words } = columns;
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const latestEnd = new Int32Array(length);
  const vague = new Uint8Array(length);
  const spread = new Uint8Array(length);
  const type = mapped(words.event_type, (name) => categoryIndex(name ?? ""));
  const status = mapped(words.status, (name) => Math.max(0, STATUSES.indexOf(name as (typeof STATUSES)[number])));
  // Some days that are all known ("1 to 3 March") are exact; one day in an unknown month is not.
  const coarse = mapped(words.date_precision, (name) => (name === null ? 2 : name === "day" ? 0 : 1));
  let events = 0;
  let dated = 0;
  let latest = NO_DAY;
  for (let row = 0; row < length; row += 1) {
    const [from, to] = [columns.dateStart[row]!, columns.dateEnd[row]!];
    // A missing end is the other end, and the order is put right.
    const first = from === NO_DAY ? to : to === NO_DAY ? from : Math.min(from, to);
    const last = Math.max(from, to);
    start[row] = first;
    end[row] = last;
    if (last > latest) latest = last;
    latestEnd[row] = latest;
    if (first !== NO_DAY) {
      dated += 1;
      vague[row] = coarse[row] === 2 ? Number(first !== last) : coarse[row]!;
      spread[row] = vague[row]! | Number(first !== last);
    }
    if (type[row]! < EVENT_TYPES) events += 1;
  }
  const { spot, spots } = spotsOf(columns);
  let ids: Promise<Ids> | null = null;

  const table: Table = {
    length, events, start, end, latestEnd, dated, type, status, vague, spread, spot, spots, words,
    geoPrecision: columns.geoPrecision, radiusKm: columns.radiusKm, confidence: columns.confidence,
    blockRows: columns.blockRows,
    place: (row) => words.location.at(row) ?? words.place_text.at(row) ?? "",
    ids: () => (ids ??= columns.ids()),
    block: columns.block,
    details: (row) => details(table, row),
  };
  return table;
}

/** How wide an area is taken to be, in km, where only UCDP's where_prec says that it is one. */
const USUAL_RADIUS: readonly number[] = [0, 0, 25, 50, 100, 250, 400, 300];

/** Rows share a spot when they have the same point and are both points, or areas as wide. Only the place itself is a point. */
function spotsOf(columns: Columns): { spot: Int32Array; spots: Spots } {
  const { length, siteOfRow, siteLon, siteLat, radiusKm, geoPrecision } = columns;
  const spot = new Int32Array(length).fill(-1);
  const pointOfSite = new Int32Array(siteLon.length).fill(-1);
  const areas = new Map<string, number>();
  const sites: number[] = [];
  const radii: number[] = [];
  const isWide = Uint8Array.from([0, ...radiusKm.values.map((km) => Number(km >= 25))]);
  const isArea = Uint8Array.from([0, ...geoPrecision.values.map((value) => Number(value >= 2))]);
  for (let row = 0; row < length; row += 1) {
    const site = siteOfRow[row]! - 1;
    if (site < 0) continue;
    const radius = radiusKm.codes[row]!;
    const precision = geoPrecision.codes[row]!;
    if (isWide[radius] === 0 && isArea[precision] === 0) {
      if (pointOfSite[site]! < 0) {
        pointOfSite[site] = sites.push(site) - 1;
        radii.push(-1);
      }
      spot[row] = pointOfSite[site]!;
      continue;
    }
    const known = radiusKm.values[radius - 1] ?? 0;
    const wide = known > 0 ? known : (USUAL_RADIUS[geoPrecision.values[precision - 1] ?? 0] ?? 0);
    const key = `${site} ${wide}`;
    let here = areas.get(key);
    if (here === undefined) {
      here = sites.push(site) - 1;
      areas.set(key, here);
      radii.push(wide);
    }
    spot[row] = here;
  }
  const lon = Float64Array.from(sites, (site) => siteLon[site]!);
  const lat = Float64Array.from(sites, (site) => siteLat[site]!);
  return {
    spot,
    spots: {
      length: sites.length, lon, lat,
      x: lon.map(mercatorX),
      y: lat.map(mercatorY),
      area: Uint8Array.from(radii, (radius) => Number(radius >= 0)),
      radiusKm: Float32Array.from(radii, (radius) => Math.max(0, radius)),
    },
  };
}

async function details(table: Table, row: number): Promise<Details> {
  const { words, blockRows } = table;
  const [ids, block] = await Promise.all([table.ids(), table.block(Math.floor(row / blockRows))]);
  const at = (name: string): unknown => block[name]?.[row % blockRows];
  const location = words.location.at(row);
  return {
    eventId: ids.at(row),
    subType: words.sub_event_type.at(row),
    datePrecision: words.date_precision.at(row),
    dateText: text(at("date_text")),
    location,
    placeText: words.place_text.at(row) ?? (words.place_text.codes[row] === 0 ? "" : (location ?? "")),
    country: words.country.at(row),
    admin1: words.admin1.at(row),
    admin2: words.admin2.at(row),
    geoPrecision: table.geoPrecision.at(row),
    radiusKm: table.radiusKm.at(row),
    actor1: words.actor1.at(row),
    actor2: words.actor2.at(row),
    fatalities: integer(at("fatalities")),
    fatalitiesLow: integer(at("fatalities_low")),
    fatalitiesHigh: integer(at("fatalities_high")),
    injured: integer(at("injured")),
    displaced: integer(at("displaced")),
    missing: integer(at("missing")),
    captured: integer(at("captured")),
    source: words.source.at(row),
    url: text(at("url")),
    published: integer(at("published")),
    title: text(at("title")),
    quote: text(at("quote")) ?? "",
    confidence: table.confidence.at(row),
    reason: text(at("reason")) ?? "",
    others: tellings(at("other_reports")),
  };
}
