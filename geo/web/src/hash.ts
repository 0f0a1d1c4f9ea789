/**
 * The state of the page as the part of its address behind "#", to be read by people too:
 * `#time=2020-02-01/2020-03-05&types=battles,protests&view=7/35.93/36.63`.
 *
 * Only what differs from the state that the page opens with is written. What cannot be read is left as the page opens,
 * each part for itself: an address may come from anyone.
 */

import type { Unit } from "./calendar";
import { CATEGORIES, EVENT_TYPES, STATUSES } from "./category";
import type { Chosen, Filters, Range } from "./filter";
import { dayOf, isoDay } from "./isoday";
import { CODES, type Code } from "./language";
import { LAYERS, type Layer } from "./model";
import type { Mode } from "./playback";
import type { Theme } from "./theme";

export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

export interface PageState {
  /** Null for the whole span of the events. */
  readonly range: Range | null;
  readonly mode: Mode;
  readonly unit: Unit;
  readonly view: View;
  readonly layer: Layer;
  readonly filters: Filters;
  /** Id of the event whose card is open. */
  readonly selected: string | null;
  readonly language: Code;
  /** Null while it follows the system. */
  readonly theme: Theme | null;
  /** The step that the story is at; null where there is none, or its box is closed. */
  readonly step: number | null;
}

/** The values that filters can choose among on this page. */
export interface Vocabulary {
  readonly actors: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly precisions: ReadonlySet<number>;
  readonly steps: number;
}

/** Another address is not looked at. */
const LONGEST = 200_000;
const LONGEST_TEXT = 500;
const ALL = "*";
const UNITS: readonly Unit[] = ["day", "week", "month", "year"];
const MODES: readonly Mode[] = ["window", "cumulative"];
const THEMES: readonly Theme[] = ["light", "dark"];

/** Half a character has no bytes to be written as. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What may end or split an address where it is pasted is written in figures, and so is what this format itself uses. */
const written = (text: string): string =>
  encodeURIComponent(text.replace(HALVES, "\ufffd")).replace(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function plain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const oneOf = <V extends string>(known: readonly V[], text: string): V | undefined => known.find((each) => each === text);

/** Stands for rows that have no value of a kind. */
const NOT_GIVEN = "-";

const item = (value: string): string => (value === "" ? NOT_GIVEN : value === NOT_GIVEN ? "%2D" : written(value));
const list = (values: Iterable<string>): string => Array.from(values, item).join(",");

/** The known values of a list; none where all of them are unknown. An empty list is one. */
function listed<V>(text: string, known: (item: string) => V | undefined): Set<V> | undefined {
  if (text === "") return new Set();
  const found = new Set<V>();
  for (const each of text.split(",")) {
    const name = each === NOT_GIVEN ? "" : plain(each);
    const value = name === null ? undefined : known(name);
    if (value !== undefined) found.add(value);
  }
  return found.size > 0 ? found : undefined;
}

const isIn = <V>(values: ReadonlySet<V>) => (value: V): V | undefined => (values.has(value) ? value : undefined);

/** Stands before a list of those that are not chosen. */
const BUT = "!";

/** All but a few of very many are written as these few. */
function chosen<V extends string | number>(values: Chosen<V>, known: ReadonlySet<V>): string {
  if (values === null) return ALL;
  const others = Array.from(known).filter((value) => !values.has(value));
  const fewer = values.size > 0 && others.length < values.size && values.size + others.length === known.size;
  return fewer ? BUT + list(others.map(String)) : list(Array.from(values, String));
}

function choice<V>(text: string, known: ReadonlySet<V>, read: (item: string) => V | undefined): Chosen<V> | undefined {
  if (text === ALL) return null;
  if (!text.startsWith(BUT)) return listed(text, read);
  const others = listed(text.slice(BUT.length), read);
  return others && new Set(Array.from(known).filter((value) => !others.has(value)));
}

const on = (names: readonly string[], flags: readonly boolean[]): string => list(names.filter((_, i) => flags[i]));

function flags(names: readonly string[], text: string): boolean[] | undefined {
  const found = listed(text, (name) => oneOf(names, name));
  return found && names.map((name) => found.has(name));
}

const SLUGS = CATEGORIES.slice(0, EVENT_TYPES).map(({ slug }) => slug);

/** Degrees to about a pixel. */
function viewText({ zoom, lat, lon }: View): string {
  const decimals = Math.ceil(zoom / 3) + 1;
  return [zoom, lat.toFixed(decimals), lon.toFixed(decimals)].join("/").replace(/-(0\.?0*(?=\/|$))/g, "$1");
}

function readView(text: string): View | undefined {
  const parts = text.split("/");
  if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,12})?$/.test(part))) return undefined;
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number];
  return zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom: Math.round(zoom), lat, lon } : undefined;
}

function rangeText(range: Range | null): string {
  if (range === null) return ALL;
  return range.from === range.to ? isoDay(range.from) : `${isoDay(range.from)}/${isoDay(range.to)}`;
}

function readRange(text: string): Range | null | undefined {
  if (text === ALL) return null;
  const [first, last, ...more] = text.split("/").map(dayOf);
  if (first == null || last === null || more.length > 0) return undefined;
  const to = last ?? first;
  return to < first ? undefined : { from: first, to };
}

interface Part {
  readonly name: string;
  readonly write: (state: PageState, words: Vocabulary) => string;
  /** Undefined where the text means nothing. */
  readonly read: (text: string, words: Vocabulary) => Partial<Omit<PageState, "filters">> & { filters?: Partial<Filters> } | undefined;
}

/** A part that sets one value. */
const part = <K extends keyof Omit<PageState, "filters">>(
  name: string, key: K, write: (value: PageState[K]) => string, read: (text: string, words: Vocabulary) => PageState[K] | undefined,
): Part => ({
  name,
  write: (state) => write(state[key]),
  read: (text, words) => {
    const value = read(text, words);
    return value === undefined ? undefined : { [key]: value };
  },
});

const filter = <K extends keyof Filters>(
  name: string, key: K, write: (value: Filters[K], words: Vocabulary) => string, read: (text: string, words: Vocabulary) => Filters[K] | undefined,
): Part => ({
  name,
  write: (state, words) => write(state.filters[key], words),
  read: (text, words) => {
    const value = read(text, words);
    return value === undefined ? undefined : { filters: { [key]: value } };
  },
});

/** In the order in which they are written. */
const PARTS: readonly Part[] = [
  part("time", "range", rangeText, readRange),
  part("mode", "mode", String, (text) => oneOf(MODES, text)),
  part("step", "unit", String, (text) => oneOf(UNITS, text)),
  part("view", "view", viewText, readView),
  part("layer", "layer", String, (text) => oneOf(LAYERS, text)),
  filter("types", "types", (value) => on(SLUGS, value), (text) => flags(SLUGS, text)),
  filter("status", "statuses", (value) => on(STATUSES, value), (text) => flags(STATUSES, text)),
  filter("mentions", "mentions", (value) => (value ? "1" : "0"), (text) => (text === "1" ? true : text === "0" ? false : undefined)),
  filter("actors", "actors", (value, { actors }) => chosen(value, actors), (text, { actors }) => choice(text, actors, isIn(actors))),
  filter("sources", "sources", (value, { sources }) => chosen(value, sources), (text, { sources }) => choice(text, sources, isIn(sources))),
  filter("countries", "countries", (value, { countries }) => chosen(value, countries), (text, { countries }) => choice(text, countries, isIn(countries))),
  filter("precision", "precisions", (value, { precisions }) => chosen(value, precisions), (text, { precisions }) =>
    choice(text, precisions, (name) => (/^\d{1,3}$/.test(name) ? isIn(precisions)(Number(name)) : undefined))),
  filter("confidence", "confidence", (value) => String(Number(value.toFixed(4))), (text) => (/^(0(\.\d{1,4})?|1)$/.test(text) ? Number(text) : undefined)),
  {
    name: "text",
    write: ({ filters }) => written(filters.text),
    read: (text) => {
      const value = plain(text);
      return value === null || value.length > LONGEST_TEXT ? undefined : { filters: { text: value } as Partial<Filters> };
    },
  },
  part("event", "selected", (id) => written(id ?? ""), (text) => (text === "" ? null : (plain(text) ?? undefined))),
  part("story", "step", (step) => (step === null ? ALL : String(step + 1)), (text, { steps }) => {
    const step = /^\d{1,6}$/.test(text) ? Number(text) - 1 : -1;
    return text === ALL ? null : step >= 0 && step < steps ? step : undefined;
  }),
  part("lang", "language", String, (text) => oneOf(CODES, text)),
  part("theme", "theme", (theme) => theme ?? ALL, (text) => (text === ALL ? null : oneOf(THEMES, text))),
];

/** Without "#"; empty for the state that the page opens with. */
export function writeHash(state: PageState, opening: PageState, words: Vocabulary): string {
  return PARTS.map((each) => [each.name, each.write(state, words), each.write(opening, words)] as const)
    .filter(([, now, first]) => now !== first)
    .map(([name, now]) => `${name}=${now}`)
    .join("&");
}

/** The state that an address names, with or without "#": what it does not say, or says wrongly, is as at the opening. */
export function readHash(hash: string, opening: PageState, words: Vocabulary): PageState {
  const texts = new Map<string, string>();
  const body = hash.startsWith("#") ? hash.slice(1) : hash;
  for (const piece of body.length > LONGEST ? [] : body.split("&")) {
    const at = piece.indexOf("=");
    const name = piece.slice(0, at);
    if (at > 0 && !texts.has(name)) texts.set(name, piece.slice(at + 1));
  }
  let state = opening;
  for (const { name, read } of PARTS) {
    const text = texts.get(name);
    const found = text === undefined ? undefined : read(text, words);
    if (found) state = { ...state, ...found, filters: { ...state.filters, ...found.filters } };
  }
  return state;
}

/** Whether two views are within a pixel of each other: where the middle of a map lies, is rounded anew with its size. */
export function sameView(a: View, b: View): boolean {
  const pixel = 360 / (256 * 2 ** a.zoom);
  const turn = Math.abs(a.lon - b.lon) % 360;
  return a.zoom === b.zoom && Math.min(turn, 360 - turn) <= pixel && Math.abs(a.lat - b.lat) <= pixel;
}
