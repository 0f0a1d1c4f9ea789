import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { addMonths, advance, civilDate, dayNumber, daysInMonth, floorTo } from "../src/calendar";

test("a day number and its date are inverse to each other over six thousand years", () => {
  for (let day = -1_400_000; day < 800_000; day += 37) {
    const { year, month, day: dayOfMonth } = civilDate(day);
    equal(dayNumber(year, month, dayOfMonth), day);
  }
});

test("day numbers agree with those of the platform's calendar in UTC", () => {
  for (let day = -30_000; day < 60_000; day += 11) {
    const date = new Date(day * 86_400_000);
    deepEqual(civilDate(day), { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }
});

test("day zero is 1 January 1970, and leap days follow the Gregorian rule", () => {
  equal(dayNumber(1970, 1, 1), 0);
  equal(daysInMonth(2020, 2), 29);
  equal(daysInMonth(2100, 2), 28);
  equal(daysInMonth(2000, 2), 29);
});

test("a month later than the last of January is the last of February", () => {
  equal(addMonths(dayNumber(2020, 1, 31), 1), dayNumber(2020, 2, 29));
  equal(addMonths(dayNumber(2020, 1, 31), -2), dayNumber(2019, 11, 30));
  equal(addMonths(dayNumber(2019, 12, 15), 1), dayNumber(2020, 1, 15));
});

test("weeks begin on Monday, before 1970 too", () => {
  equal(floorTo(dayNumber(2020, 3, 1), "week"), dayNumber(2020, 2, 24));
  equal(floorTo(dayNumber(1969, 12, 29), "week"), dayNumber(1969, 12, 29));
  equal(floorTo(dayNumber(1969, 12, 28), "week"), dayNumber(1969, 12, 22));
});

test("every unit advances", () => {
  const day = dayNumber(2020, 2, 29);
  equal(advance(day, "day", 2), dayNumber(2020, 3, 2));
  equal(advance(day, "week", -1), dayNumber(2020, 2, 22));
  equal(advance(day, "year", 1), dayNumber(2021, 2, 28));
});
