import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { hostOf, safeUrl } from "../src/links";
import { parseMessage } from "../src/messages";
import { casualtyWords, confidenceWords, countryName, datePrecisionWords, placePrecisionWords } from "../src/wording";

const place = (changes: object) => ({ geoPrecision: null, radiusKm: null, admin1: null, admin2: null, country: null, location: null, ...changes });
const none = { fatalities: null, fatalitiesLow: null, fatalitiesHigh: null, injured: null, displaced: null, missing: null, captured: null };

test("precision of place is said in words", () => {
  equal(placePrecisionWords(place({ geoPrecision: 1 })), "town known");
  equal(placePrecisionWords(place({ geoPrecision: 2 })), "within about 25 km");
  equal(placePrecisionWords(place({ geoPrecision: 2, radiusKm: 12.4 })), "within about 12 km");
  equal(placePrecisionWords(place({ geoPrecision: 3, admin2: "Ariha" })), "somewhere in Ariha district");
  equal(placePrecisionWords(place({ geoPrecision: 3, admin2: "Ariha District" })), "somewhere in Ariha District");
  equal(placePrecisionWords(place({ geoPrecision: 4, admin1: "Idlib", country: "SY" })), "somewhere in Idlib province");
  equal(placePrecisionWords(place({ geoPrecision: 4, admin1: "Kansas", country: "US" })), "somewhere in Kansas");
  equal(placePrecisionWords(place({ geoPrecision: 6 })), "country only");
  equal(placePrecisionWords(place({})), null);
});

test("numbers of the killed are those given, no more", () => {
  const words = (changes: object): string[] => casualtyWords({ ...none, ...changes });
  deepEqual(words({}), []);
  deepEqual(words({ fatalities: 36 }), ["36 killed"]);
  deepEqual(words({ fatalities: 36, fatalitiesLow: 36, fatalitiesHigh: 36 }), ["36 killed"]);
  deepEqual(words({ fatalities: 36, fatalitiesLow: 36 }), ["at least 36 killed"]);
  deepEqual(words({ fatalitiesLow: 36 }), ["at least 36 killed"]);
  deepEqual(words({ fatalitiesHigh: 50 }), ["up to 50 killed"]);
  deepEqual(words({ fatalitiesLow: 36, fatalitiesHigh: 50 }), ["36 to 50 killed"]);
  deepEqual(words({ fatalities: 40, fatalitiesLow: 36, fatalitiesHigh: 50 }), ["40 killed (36 to 50)"]);
  deepEqual(words({ fatalities: 0 }), ["no one killed"]);
  deepEqual(words({ injured: 81, displaced: 900_000 }), ["81 injured", "900,000 displaced"]);
  deepEqual(words({ missing: 3, captured: 0 }), ["3 missing", "no one captured"]);
});

test("precision of date, confidence and country in words", () => {
  equal(datePrecisionWords("day"), "day known");
  equal(datePrecisionWords("day", true), "days known");
  equal(datePrecisionWords("month"), "month known, day not");
  equal(datePrecisionWords("year"), "only the year known");
  equal(datePrecisionWords(null), null);
  equal(confidenceWords(0.92), "high, 92 %");
  equal(confidenceWords(7), "high, 100 %");
  equal(confidenceWords(0.3), "low, 30 %");
  equal(countryName("SY"), "Syria");
  equal(countryName("<b>"), "<b>");
  equal(countryName(null), null);
});

test("only http and https addresses are followed", () => {
  equal(safeUrl("https://example.org/a?b=c"), "https://example.org/a?b=c");
  for (const bad of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//example.org", "file:///etc/passwd", "blob:https://example.org/1", "", "{{6*7*11}}"]) {
    equal(safeUrl(bad), null, bad);
  }
  equal(safeUrl(null), null);
});

test("the host of a tile address is named before it is asked", () => {
  equal(hostOf("https://tile.example.org/{z}/{x}/{y}.png"), "tile.example.org");
  equal(hostOf("https://{s}.tile.example.org/{z}/{x}/{y}.png"), "tile.example.org");
  equal(hostOf("javascript:{z}"), null);
});

test("messages of another shape are ignored", () => {
  deepEqual(parseMessage({ type: "dateline:select", event_id: "e1" }), { type: "dateline:select", event_id: "e1" });
  deepEqual(parseMessage({ type: "dateline:select", event_id: null }), { type: "dateline:select", event_id: null });
  for (const other of [null, "dateline:select", 7, [], {}, { type: "dateline:select" }, { type: "dateline:select", event_id: 7 }, { type: "other", event_id: "e1" }]) {
    equal(parseMessage(other), null);
  }
});
