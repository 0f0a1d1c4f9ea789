import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { CATEGORIES, STATUSES } from "../src/category";
import { formatDay, formatNumber, formatRange, formatWhen } from "../src/format";
import { ticks } from "../src/histogram";
import { CODES, LANGUAGES, regionName, setLanguage, statusName, subTypeName, t, typeName, type Code } from "../src/language";
import { counter, fill } from "../src/phrase";
import { casualtyWords, confidenceWords, datePrecisionWords, placePrecisionWords } from "../src/wording";

const day = dayNumber;
const COUNTS = [0, 1, 2, 3, 7, 11, 26, 99, 100, 101, 102, 103, 111, 1000, 1_000_000];
const SLOTS = { shown: "4", position: "4", low: "4", from: "4", to: "4" };

/** Runs in one language, and leaves the other tests in English. */
function speaking(code: Code, body: () => void): void {
  setLanguage(code);
  try {
    body();
  } finally {
    setLanguage("en");
  }
}

/** Every text of a language by its path; phrases as they are said of each number. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    if (path.startsWith(".somewhere")) return [[path, (value as (name: string) => string)("Idlib")]];
    return COUNTS.map((count) => [`${path} ${count}`, (value as (count: number, slots: object) => string)(count, SLOTS)]);
  }
  return Object.entries(value as object).flatMap(([key, each]) => texts(each, `${path}.${key}`));
}

const gaps = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test("every language says everything", () => {
  const english = new Map(texts(LANGUAGES.en));
  for (const code of CODES) {
    const said = texts(LANGUAGES[code]);
    deepEqual(said.map(([path]) => path), Array.from(english.keys()), code);
    for (const [path, text] of said) {
      if (path !== ".firstOfMonth") ok(text.trim() !== "", `${code}${path}`);
      ok(!/undefined|NaN|null/.test(text), `${code}${path}: ${text}`);
      deepEqual(gaps(text), gaps(english.get(path)!), `${code}${path}: ${text}`);
    }
  }
});

test("what is not English is translated", () => {
  const arabic = texts(LANGUAGES.ar).filter(([path]) => !/^\.(tag|direction|firstOfMonth)$/.test(path));
  for (const [path, text] of arabic) {
    // Names of formats are written alike everywhere.
    const latin = text.replace(/\{\w+\}|Natural Earth|Idlib|PMTiles|gzip|PNG|JPEG|WebP|AVIF|MVT|CORS/g, "");
    ok(!/[A-Za-z]/.test(latin), `ar${path}: ${text}`);
  }
  const english = new Map(texts(LANGUAGES.en));
  // Words that the languages share.
  const alike = /^(Source|Sources|Date|Type|Pause|Grenade|Somaliland|map)$/;
  for (const code of ["tr", "fr"] as const) {
    for (const [path, text] of texts(LANGUAGES[code])) {
      if (/[A-Za-z]{3}/.test(text.replace(/\{\w+\}/g, "")) && text === english.get(path) && path !== ".direction") ok(alike.test(text), `${code}${path}: ${text}`);
    }
  }
});

test("the plural form is the one that the number asks for", () => {
  equal(LANGUAGES.en.shownOf(1, { shown: "1" }), "1 of 1 event");
  equal(LANGUAGES.en.shownOf(1342, { shown: "128" }), "128 of 1,342 events");
  equal(LANGUAGES.en.fromReports(1), " from 1 report");
  equal(LANGUAGES.en.onlyUndated(2), "No dated event passes the filters. 2 events have no date.");
  deepEqual([0, 1, 2, 3, 11, 100].map((n) => LANGUAGES.ar.killed(n)), ["لا قتلى", "قتيل واحد", "قتيلان", "3 قتلى", "11 قتيلًا", "100 قتيل"]);
  deepEqual([1, 2].map((n) => LANGUAGES.tr.killed(n)), ["1 ölü", "2 ölü"]);
  deepEqual([0, 1, 2, 1_000_000].map((n) => LANGUAGES.fr.killed(n).replace(/\s/g, " ")), ["0 mort", "1 mort", "2 morts", "1 000 000 de morts"]);
});

test("each language has exactly the plural forms that its rules give", () => {
  const given = new Set(COUNTS.map((n) => new Intl.PluralRules(LANGUAGES.ar.tag).select(n)));
  deepEqual(Array.from(given).sort(), ["few", "many", "one", "other", "two", "zero"]);
  equal(counter<"one">("xx-unknown")({ one: "1", other: "{n}" })(3), "3");
});

test("what fills a gap is not looked at again", () => {
  equal(fill("{a} {b} {c}", { a: "{b}", b: "$&" }), "{b} $& {c}");
  equal(fill("{constructor}", {}), "{constructor}");
});

test("days and ranges are written as each language writes them", () => {
  const written = (code: Code): string[] => {
    let found: string[] = [];
    speaking(code, () => {
      found = [
        formatDay(day(2020, 9, 2)), formatDay(day(2020, 3, 1)), formatRange(day(2020, 2, 1), day(2020, 2, 29)),
        formatRange(day(2020, 2, 3), day(2020, 3, 2)), formatWhen(day(2020, 2, 1), day(2020, 2, 29), "month"),
        formatWhen(day(2020, 1, 1), day(2020, 12, 31), "year"), formatDay(day(-43, 3, 15)),
      ];
    });
    return found;
  };
  deepEqual(written("en"), ["2 Sep 2020", "1 Mar 2020", "1–29 Feb 2020", "3 Feb – 2 Mar 2020", "Feb 2020", "2020", "15 Mar 44 BC"]);
  deepEqual(written("ar"), ["2 سبتمبر 2020", "1 مارس 2020", "1–29 فبراير 2020", "3 فبراير – 2 مارس 2020", "فبراير 2020", "2020", "15 مارس 44 ق.م"]);
  deepEqual(written("tr"), ["2 Eyl 2020", "1 Mar 2020", "1–29 Şub 2020", "3 Şub – 2 Mar 2020", "Şub 2020", "2020", "15 Mar MÖ 44"]);
  deepEqual(written("fr"), ["2 sept. 2020", "1er mars 2020", "1er–29 févr. 2020", "3 févr. – 2 mars 2020", "févr. 2020", "2020", "15 mars 44 av. J.-C."]);
});

test("a year that no clock reaches is still written", () => {
  equal(formatDay(-0x7000_0000).includes("-"), true);
});

test("ticks of the axis and numbers speak the language too", () => {
  const range = { from: day(2020, 1, 15), to: day(2020, 4, 15) };
  speaking("fr", () => {
    deepEqual(ticks(range, 400, 100).map(({ label }) => label), ["févr.", "mars", "avr."]);
    equal(formatNumber(1_234_567).replace(/\s/g, " "), "1 234 567");
  });
  speaking("tr", () => equal(formatNumber(1_234_567), "1.234.567"));
  speaking("ar", () => equal(formatNumber(1_234_567), "1,234,567"));
});

test("the constants of the data are shown in the language, others as they stand", () => {
  for (const code of CODES) {
    speaking(code, () => {
      for (const { name } of CATEGORIES) ok(code === "en" ? typeName(name) === name : typeName(name) !== name, name);
      for (const status of STATUSES) ok(statusName(status) !== status);
      equal(subTypeName("constructor"), "constructor");
      equal(datePrecisionWords("fortnight")?.includes("fortnight"), true);
    });
  }
  equal(Object.keys(t.subTypes).length, 30);
  speaking("ar", () => {
    equal(subTypeName("Air/drone strike"), "غارة جوية أو ضربة مسيّرة");
    equal(regionName("SY"), "سوريا");
  });
});

test("the card's sentences are whole in every language", () => {
  const place = { geoPrecision: 4, radiusKm: 40, admin1: "Idlib", admin2: null, country: "SY", location: null };
  const harm = { fatalities: 40, fatalitiesLow: 36, fatalitiesHigh: 50, injured: 2, displaced: null, missing: 0, captured: null };
  speaking("fr", () => {
    equal(placePrecisionWords(place), "quelque part dans la province d’Idlib");
    equal(placePrecisionWords({ ...place, admin1: "Hama" }), "quelque part dans la province de Hama");
    deepEqual(casualtyWords(harm), ["40 morts (36 à 50)", "2 blessés", "aucun disparu"]);
    equal(confidenceWords(0.92), "élevée, 92\u00a0%");
  });
  speaking("ar", () => {
    equal(placePrecisionWords(place), "في مكان ما في محافظة Idlib");
    deepEqual(casualtyWords(harm), ["40 قتيلًا (من 36 إلى 50)", "جريحان", "لا مفقودين"]);
    deepEqual(casualtyWords({ ...harm, fatalities: null, fatalitiesHigh: null, fatalitiesLow: 3 })[0], "3 قتلى على الأقل");
  });
  speaking("tr", () => deepEqual(casualtyWords({ ...harm, fatalities: null }), ["36 ila 50 ölü", "2 yaralı", "kayıp yok"]));
});

test("a language that the page does not have leaves it in English", () => {
  for (const unknown of ["de", "", "constructor", null, undefined]) {
    setLanguage("ar");
    setLanguage(unknown);
    equal(t.name, "English");
  }
});
