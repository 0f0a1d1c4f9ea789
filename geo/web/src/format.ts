/** Days, ranges and numbers in words: "1 Mar 2020", "1–29 Feb 2020", "128 of 342 events". */

import { civilDate, daysInMonth } from "./calendar";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const monthName = (month: number): string => MONTHS[month - 1] ?? "";

export const yearName = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`);

export function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${dayOfMonth} ${monthName(month)} ${yearName(year)}`;
}

/** A range of days with both ends in it; what the two ends share is said once. */
export function formatRange(first: number, last: number): string {
  if (first === last) return formatDay(first);
  const a = civilDate(first);
  const b = civilDate(last);
  if (a.year !== b.year) return `${formatDay(first)} – ${formatDay(last)}`;
  if (a.month !== b.month) return `${a.day} ${monthName(a.month)} – ${formatDay(last)}`;
  return `${a.day}–${formatDay(last)}`;
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
export function formatNumber(value: number): string {
  const digits = String(Math.abs(value));
  const grouped = digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return value < 0 ? `−${grouped}` : grouped;
}

/** "1 event", "2 events". */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** Cut to a number of characters as a person counts them, never inside one. */
export function shorten(value: string, limit: number): string {
  const characters = Array.from(value);
  return characters.length <= limit ? value : `${characters.slice(0, limit - 1).join("").trimEnd()}…`;
}
