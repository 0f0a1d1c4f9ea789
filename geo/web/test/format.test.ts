import { equal } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { formatDay, formatNumber, formatRange, formatWhen, shorten } from "../src/format";

const day = dayNumber;

test("days and ranges say what their ends share only once", () => {
  equal(formatDay(day(2020, 3, 1)), "1 Mar 2020");
  equal(formatRange(day(2020, 3, 1), day(2020, 3, 1)), "1 Mar 2020");
  equal(formatRange(day(2020, 2, 1), day(2020, 2, 29)), "1–29 Feb 2020");
  equal(formatRange(day(2020, 2, 1), day(2020, 3, 5)), "1 Feb – 5 Mar 2020");
  equal(formatRange(day(2019, 12, 30), day(2020, 1, 2)), "30 Dec 2019 – 2 Jan 2020");
});

test("a whole month or year is named as such only when that is how it is known", () => {
  equal(formatWhen(day(2020, 2, 1), day(2020, 2, 29), "month"), "Feb 2020");
  equal(formatWhen(day(2020, 2, 1), day(2020, 2, 29), "day"), "1–29 Feb 2020");
  equal(formatWhen(day(2020, 1, 1), day(2020, 12, 31), "year"), "2020");
  equal(formatWhen(day(2019, 12, 1), day(2020, 2, 29), "season"), "1 Dec 2019 – 29 Feb 2020");
  equal(formatWhen(day(2020, 2, 3), day(2020, 2, 29), "month"), "3–29 Feb 2020");
});

test("years before the first are counted back", () => {
  equal(formatDay(day(0, 3, 15)), "15 Mar 1 BC");
  equal(formatDay(day(-43, 3, 15)), "15 Mar 44 BC");
});

test("numbers are grouped", () => {
  equal(formatNumber(999), "999");
  equal(formatNumber(1_234_567), "1,234,567");
});

test("text is cut between characters, never inside one", () => {
  equal(shorten("Idlib", 5), "Idlib");
  equal(shorten("Maarrat al-Numan", 8), "Maarrat…");
  equal(shorten("😀😀😀", 2), "😀…");
});
