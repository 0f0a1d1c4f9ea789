import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { NO_FILTERS, type Filters } from "../src/filter";
import { readHash, sameView, writeHash, type PageState, type Vocabulary } from "../src/hash";
import { dayOf, isoDay } from "../src/isoday";
import { numbers } from "./rows";

const OPENING: PageState = {
  range: null, mode: "window", unit: "day", view: { zoom: 6, lat: 35.5, lon: 37.25 }, layer: "marks", filters: NO_FILTERS,
  selected: null, language: "en", theme: null, step: null,
};
const WORDS: Vocabulary = {
  actors: new Set(["Army", "A, B & C", "الجيش", "*", "a=b#c", "100 %", "it's (so)", "-", ""]),
  sources: new Set(["Reuters", "SANA"]), countries: new Set(["SY", "TR"]), precisions: new Set([1, 2, 6]), steps: 3,
};
const write = (change: Partial<PageState>): string => writeHash({ ...OPENING, ...change }, OPENING, WORDS);
const read = (hash: string): PageState => readHash(hash, OPENING, WORDS);
const filtered = (change: Partial<Filters>): Partial<PageState> => ({ filters: { ...NO_FILTERS, ...change } });

test("the state that the page opens with is an empty address, and the other way round", () => {
  equal(write({}), "");
  deepEqual(read(""), OPENING);
  deepEqual(read("#"), OPENING);
});

test("an address can be read by people", () => {
  const range = { from: dayNumber(2020, 2, 1), to: dayNumber(2020, 3, 5) };
  const types = NO_FILTERS.types.map((_, i) => i === 0 || i === 3);
  equal(
    write({ range, mode: "cumulative", view: { zoom: 7, lat: 35.93, lon: -36.63 }, ...filtered({ types, countries: new Set(["SY"]) }) }),
    "time=2020-02-01/2020-03-05&mode=cumulative&view=7/35.9300/-36.6300&types=battles,protests&countries=SY",
  );
  equal(write({ range: { from: range.from, to: range.from } }), "time=2020-02-01");
  equal(write({ view: { zoom: 6, lat: -0.00001, lon: 0 } }), "view=6/0.000/0.000");
});

test("every state comes back from its address", () => {
  const random = numbers(7);
  const some = <V>(values: Iterable<V>): V[] => Array.from(values).filter(() => random() < 0.5);
  const pick = <V>(...values: V[]): V => values[Math.floor(random() * values.length)]!;
  for (let time = 0; time < 400; time += 1) {
    const from = dayNumber(1990, 1, 1) + Math.floor(random() * 20_000);
    const state: PageState = {
      range: pick(null, { from, to: from + Math.floor(random() * 3) }),
      mode: pick("window", "cumulative"), unit: pick("day", "week", "month", "year"),
      view: { zoom: pick(1, 6, 14), lat: pick(35.5, -80, 0), lon: pick(37.25, -180, 180, 0) },
      layer: pick("marks", "heat", "hexagons", "countries"),
      filters: {
        ...NO_FILTERS,
        types: NO_FILTERS.types.map(() => random() < 0.5), statuses: NO_FILTERS.statuses.map(() => random() < 0.5),
        mentions: random() < 0.5,
        actors: pick(null, new Set(some(WORDS.actors))),
        sources: pick(null, new Set(some(WORDS.sources))),
        countries: pick(null, new Set(some(WORDS.countries))), precisions: pick(null, new Set(some(WORDS.precisions))),
        confidence: pick(0, 0.5, 0.25, 1),
        ...{ text: pick("", "bomb", "a&b=c#d", "قصف \u202e %41", "💥") },
      },
      selected: pick(null, "4f2a", "e 1/2&x=y"), language: pick("en", "ar", "tr", "fr"), theme: pick(null, "light", "dark"),
      step: pick(null, 0, 2),
    };
    const hash = writeHash(state, OPENING, WORDS);
    ok(/^[A-Za-z0-9%._\-/,=&*!]*$/.test(hash), hash);
    const { filters, ...rest } = read(`#${hash}`);
    const { filters: wanted, ...wantedRest } = state;
    deepEqual(rest, wantedRest, hash);
    deepEqual(filters, wanted, hash);
    // What was read is written alike, also from another opening.
    const story: PageState = { ...OPENING, range: { from, to: from }, selected: "x", step: 0, theme: "dark", ...filtered({ actors: new Set(["Army"]) }) };
    deepEqual(readHash(writeHash(state, story, WORDS), story, WORDS).range, state.range);
    deepEqual(readHash(writeHash(state, story, WORDS), story, WORDS).filters.actors, state.filters.actors);
    equal(readHash(writeHash(state, story, WORDS), story, WORDS).selected, state.selected);
  }
});

test("a broken part is left as the page opens, and the others are read", () => {
  const broken = [
    "time=", "time=2020-02-30", "time=2020-3-1", "time=2020-03-05/2020-02-01", "time=2020-01-01/2020-01-02/2020-01-03", "time=/", "time=NaN/NaN",
    "mode=sideways", "step=constructor", "view=", "view=1/2", "view=5/91/0", "view=5/0/181", "view=-1/0/0", "view=99/0/0", "view=5/1e9/0",
    "view=5/Infinity/0", "view=0x5/0/0", "layer=__proto__", "types=none,nothing", "types=%", "status=toString", "mentions=2", "mentions=true",
    "actors=Nobody", "actors=%E0%A4%A", "sources=Nobody,%ff", "countries=sy", "precision=3", "precision=1e0", "precision=", "confidence=2",
    "confidence=-1", "confidence=NaN", "confidence=0.5.5", "text=%", `text=${"x".repeat(501)}`, "event=%", "story=0", "story=4", "story=1.5",
    "lang=xx", "lang=hasOwnProperty", "theme=blue", "theme=", "__proto__=1", "constructor=2", "=", "&&&", "====", "time", "%", "javascript:alert(1)",
  ];
  for (const part of broken.filter((each) => each !== "precision=")) {
    deepEqual(read(part), OPENING, part);
    const { layer, mode } = read(`layer=heat&${part}&mode=cumulative`);
    if (!/^(layer|mode)=/.test(part)) deepEqual([layer, mode], ["heat", "cumulative"], part);
  }
});

test("unknown values of a list are left out, the known ones kept", () => {
  deepEqual(read("types=battles,nonsense,%FF").filters.types, [true, false, false, false, false, false, false]);
  deepEqual(read("actors=Army,Nobody").filters.actors, new Set(["Army"]));
  deepEqual(read("actors=").filters.actors, new Set());
  deepEqual(read("actors=%2A").filters.actors, new Set(["*"]));
});

test("of a part that stands twice the first counts, and an endless address is not looked at", () => {
  equal(read("layer=heat&layer=hexagons").layer, "heat");
  equal(read(`layer=heat&text=${"x".repeat(200_001)}`).layer, "marks");
});

test("the chosen values come from the page, never from the address", () => {
  const state = read("event=<img src=x onerror=alert(1)>");
  equal(state.selected, "<img src=x onerror=alert(1)>");
  deepEqual(Object.getPrototypeOf(state), Object.prototype);
  equal(write({ selected: "half \ud800" }), "event=half%20%EF%BF%BD");
});

test("days are written and read in the calendar of files", () => {
  for (const day of [0, -1, dayNumber(1, 1, 1), dayNumber(-43, 3, 15), dayNumber(9999, 12, 31), dayNumber(2020, 2, 29)]) equal(dayOf(isoDay(day)), day);
  equal(isoDay(dayNumber(2020, 2, 3)), "2020-02-03");
  equal(isoDay(dayNumber(476, 9, 4)), "0476-09-04");
  for (const text of ["", "2020", "2021-02-29", "2020-00-01", "2020-01-32", " 2020-01-01", "2020-01-01T00", "+2020-01-01"]) equal(dayOf(text), null, text);
});

test("a view that is less than a pixel away is the same", () => {
  const view = { zoom: 4, lat: 38.3, lon: 179.99 };
  equal(sameView(view, { ...view, lat: 38.32, lon: -179.98 }), true);
  equal(sameView(view, { ...view, lon: 179.8 }), false);
  equal(sameView(view, { ...view, zoom: 5 }), false);
});

test("all but one of very many are written as the one", () => {
  const many = new Set(Array.from({ length: 70_000 }, (_, i) => `Actor ${i}`));
  const words = { ...WORDS, actors: many };
  const actors = new Set(Array.from(many).filter((name) => name !== "Actor 7"));
  const hash = writeHash({ ...OPENING, ...filtered({ actors }) }, OPENING, words);
  equal(hash, "actors=!Actor%207");
  deepEqual(readHash(`#${hash}`, OPENING, words).filters.actors, actors);
});
