/** From the page's elements to its table. What was packed on the way is unpacked here. */

import { hexIds, listedIds, type Ids } from "./ids";
import { t } from "./language";
import { unpack, unpackJson } from "./packed";
import { fill } from "./phrase";
import { Coded, isObject, makeTable, WORDS, type Block, type Codes, type Table, type WordName } from "./table";
import { readStory, type Story } from "./storysteps";

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
  /** The address is that of one PMTiles archive, not of single pictures. */
  readonly archive: boolean;
}

export interface Town {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export interface PageData {
  /** Empty where the page was given none: then the language has one. */
  readonly title: string;
  /** That the page was made in; a reader may choose another. */
  readonly language?: string | null;
  readonly reports: number;
  readonly attribution: readonly Attribution[];
  readonly tiles: Tiles | null;
  /** Large towns for orientation, the largest first. */
  readonly towns: readonly Town[];
  readonly story: Story | null;
  readonly table: Table;
}

/** The head as JSON, and the packed blocks of rows by their number. */
export interface Source {
  readonly head: string;
  readonly block: (index: number) => string | null;
}

/** Raised with a sentence for the reader when the page's data cannot be shown. */
export class DataError extends Error {}

const VERSION = 2;
const DEGREES = 1e-7;
/** Blocks kept unpacked: more than a long list in sight needs. */
const KEPT_BLOCKS = 48;

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const integer = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);

export async function decode({ head, block }: Source): Promise<PageData> {
  let raw: unknown;
  try {
    raw = JSON.parse(head);
  } catch {
    throw new DataError(t.dataIncomplete);
  }
  if (!isObject(raw) || raw["version"] !== VERSION) {
    throw new DataError(t.dataVersion);
  }
  const tiles = raw["tiles"];
  return {
    title: text(raw["title"]) ?? "",
    language: text(raw["language"]),
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
            archive: tiles["archive"] === true,
          }
        : null,
    towns: readTowns(raw["towns"]),
    story: readStory(raw["story"]),
    table: await decodeTable(raw, (index) => blockOf(raw["blocks"], index) ?? block(index)),
  };
}

const readTowns = (raw: unknown): Town[] =>
  (Array.isArray(raw) ? raw : []).flatMap((entry: unknown): Town[] => {
    const [name, lat, lon]: unknown[] = Array.isArray(entry) ? entry : [];
    return typeof name === "string" && typeof lat === "number" && typeof lon === "number" ? [{ name, lat, lon }] : [];
  });

/** A layer on another page's map has its blocks in the head: its elements there have no names of their own. */
function blockOf(blocks: unknown, index: number): string | null {
  const block: unknown = Array.isArray(blocks) ? blocks[index] : null;
  return typeof block === "string" ? block : null;
}

type Packed = Readonly<Record<string, unknown>>;

const ARRAYS = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, int32: Int32Array } as const;
type Numbers = Codes | Int32Array;

async function numbers(name: string, packed: unknown, length: number): Promise<Numbers> {
  const broken = (): DataError => new DataError(fill(t.columnUnread, { column: name }));
  if (!isObject(packed) || typeof packed["data"] !== "string") throw broken();
  const kind = ARRAYS[packed["type"] as keyof typeof ARRAYS];
  if (kind === undefined) throw broken();
  let values: Numbers;
  try {
    values = new kind(await unpack(packed["data"]));
  } catch {
    throw broken();
  }
  if (values.length !== length) {
    throw new DataError(fill(t.wrongLength, { column: name, length: String(values.length), expected: String(length) }));
  }
  // Each number may travel as its difference to the one before.
  if (packed["steps"] === true) for (let i = 1; i < length; i += 1) values[i] = values[i - 1]! + values[i]!;
  return values;
}

/** Texts that a place has the same of every time travel as 0, and all others one higher. */
function byPlace(codes: Codes, siteOfRow: Codes, sites: number): Codes {
  const last = new Uint32Array(sites + 1);
  for (let row = 0; row < codes.length; row += 1) {
    const site = siteOfRow[row]!;
    if (codes[row] === 0) codes[row] = last[site]!;
    else last[site] = codes[row] = codes[row]! - 1;
  }
  return codes;
}

async function coded<V>(
  name: string, packed: unknown, length: number, isValue: (value: unknown) => boolean,
  change: (codes: Codes) => Codes = (codes) => codes,
): Promise<Coded<V>> {
  const codes = (await numbers(name, packed, length)) as Codes;
  let values: unknown = null;
  try {
    values = await unpackJson(String((packed as Packed)["values"]));
  } catch {
    // Said below.
  }
  if (!Array.isArray(values)) throw new DataError(fill(t.columnUnread, { column: name }));
  return new Coded(change(codes), values.map((value) => (isValue(value) ? value : null)) as V[]);
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);

async function decodeTable(head: Packed, block: Source["block"]): Promise<Table> {
  const { rows, columns, sites, block_rows: blockRows } = head;
  if (!isObject(columns) || !isObject(sites)) throw new DataError(t.noColumns);
  const length = integer(rows) ?? 0;
  const count = integer(sites["count"]) ?? 0;
  const degrees = async (name: string): Promise<Float64Array> =>
    Float64Array.from(await numbers(name, sites[name], count), (value) => value * DEGREES);
  const siteOfRow = (await numbers("of_row", sites["of_row"], length)) as Codes;
  const placed = (codes: Codes): Codes => byPlace(codes, siteOfRow, count);
  const words = await Promise.all(WORDS.map(async (name): Promise<[WordName, Coded<string>]> => {
    const packed = columns[name];
    const change = isObject(packed) && packed["by_place"] === true ? placed : undefined;
    return [name, await coded<string>(name, packed, length, isText, change)];
  }));
  const measure = (name: string): Promise<Coded<number>> => coded<number>(name, columns[name], length, isNumber);
  const [dateStart, dateEnd, geoPrecision, radiusKm, confidence, siteLon, siteLat] = await Promise.all([
    numbers("date_start", columns["date_start"], length) as Promise<Int32Array>,
    numbers("date_end", columns["date_end"], length) as Promise<Int32Array>,
    measure("geo_precision"), measure("radius_km"), measure("confidence"), degrees("lon"), degrees("lat"),
  ]);
  return makeTable({
    length, dateStart, dateEnd, geoPrecision, radiusKm, confidence, siteLon, siteLat, siteOfRow,
    words: Object.fromEntries(words) as Record<WordName, Coded<string>>,
    ids: () => decodeIds(columns["event_id"]),
    blockRows: integer(blockRows) ?? 1,
    block: keeping(block),
  });
}

async function decodeIds(packed: unknown): Promise<Ids> {
  if (!isObject(packed) || typeof packed["data"] !== "string") return listedIds([]);
  const digits = integer(packed["length"]) ?? 0;
  if (digits > 0) return hexIds(new Uint8Array(await unpack(packed["data"])), digits);
  const listed = await unpackJson(packed["data"]);
  return listedIds(Array.isArray(listed) ? listed.map(String) : []);
}

/** Unpacks blocks when they are asked for, and keeps the last few. */
function keeping(packed: Source["block"]): (index: number) => Promise<Block> {
  const kept = new Map<number, Promise<Block>>();
  return (index) => {
    const known = kept.get(index);
    kept.delete(index);
    const block = known ?? unpackBlock(packed(index) ?? "");
    kept.set(index, block);
    if (kept.size > KEPT_BLOCKS) kept.delete(kept.keys().next().value!);
    return block;
  };
}


async function unpackBlock(packed: string): Promise<Block> {
  let block: unknown = null;
  try {
    block = await unpackJson(packed);
  } catch {
    // Said below.
  }
  if (!isObject(block)) throw new DataError(t.blockUnread);
  return block as Block;
}
