/**
 * Days, ranges and numbers in the current language: "1 Mar 2020", "1–29 Feb 2020", "1,234".
 *
 * Names and numbers come from Intl. The order is ours: the four languages all write day, month, year, and browsers
 * differ over the spaces, commas and short names ("Sept") that they put between.
 */

import { civilDate, daysInMonth } from "./calendar";
import { perLanguage, t } from "./language";

interface Formats {
  readonly months: readonly string[];
  /** Digits without grouping: years, and days of the month. */
  readonly digits: Intl.NumberFormat;
  readonly numbers: Intl.NumberFormat;
  readonly eraYears: Intl.DateTimeFormat;
}

/** A calendar day has no clock time, so none may be turned into another one: UTC throughout. */
const UTC = { timeZone: "UTC", calendar: "gregory" } as const;
/** Years that the platform's dates reach. */
const FARTHEST = 270_000;

/** Made once for a language: ticks are written at every step of the slider. */
const formats = perLanguage(({ tag }): Formats => {
  const month = new Intl.DateTimeFormat(tag, { ...UTC, month: "short" });
  return {
    months: Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2020, i, 1))),
    digits: new Intl.NumberFormat(tag, { useGrouping: false }),
    numbers: new Intl.NumberFormat(tag),
    eraYears: new Intl.DateTimeFormat(tag, { ...UTC, year: "numeric", era: "short" }),
  };
});

export const monthName = (month: number): string => formats().months[month - 1] ?? "";

/** Astronomical years: 0 is 1 BC. */
export function yearName(year: number): string {
  if (year > 0 || year < -FARTHEST) return formats().digits.format(year);
  const date = new Date(0);
  date.setUTCFullYear(year, 6, 1);
  return formats().eraYears.format(date);
}

const dayOfMonthName = (day: number): string => (day === 1 && t.firstOfMonth) || formats().digits.format(day);

/** "1 Mar": a day where the year is known. */
export const dayAndMonth = (day: number, month: number): string => `${dayOfMonthName(day)} ${monthName(month)}`;

export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${dayAndMonth(dayOfMonth, month)} ${yearName(year)}`;
}

/** A range of days with both ends in it; what the two ends share is said once. */
export function formatRange(first: number, last: number): string {
  if (first === last) return formatDay(first);
  const a = civilDate(first);
  const b = civilDate(last);
  if (a.year !== b.year) return `${formatDay(first)} – ${formatDay(last)}`;
  if (a.month !== b.month) return `${dayAndMonth(a.day, a.month)} – ${formatDay(last)}`;
  return `${dayOfMonthName(a.day)}–${formatDay(last)}`;
}

/** An event's date as exactly as it is known: a whole month is "Feb 2020", a whole year "2020". */
export function formatWhen(first: number, last: number, precision: string | null): string {
  const a = civilDate(first);
  const b = civilDate(last);
  const fromFirst = a.day === 1;
  const toLast = b.day === daysInMonth(b.year, b.month);
  if (fromFirst && toLast && a.year === b.year) {
    if (precision === "month" && a.month === b.month) return `${monthName(a.month)} ${yearName(a.year)}`;
    if (precision === "year" && a.month === 1 && b.month === 12) return yearName(a.year);
  }
  return formatRange(first, last);
}

/** 1234567 → "1,234,567". */
export const formatNumber = (value: number): string => formats().numbers.format(value);

/** Cut to a number of characters as a person counts them, never inside one. */
export function shorten(value: string, limit: number): string {
  const characters = Array.from(value);
  return characters.length <= limit ? value : `${characters.slice(0, limit - 1).join("").trimEnd()}…`;
}
