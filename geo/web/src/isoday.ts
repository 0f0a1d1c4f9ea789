/** Days as YYYY-MM-DD, as files and addresses have them. */

import { civilDate, dayNumber, daysInMonth } from "./calendar";

const DAY = /^(-?\d{4,6})-(\d{2})-(\d{2})$/;

export function isoDay(dayNo: number): string {
  const { year, month, day } = civilDate(dayNo);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Null where the text is no day, the 30th of February among them. */
export function dayOf(text: string): number | null {
  const found = DAY.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}
