/** Events as CSV (RFC 4180), with lat and lon last: the text that geo/export.py writes of the same rows. */

import { COLUMNS, type ExportRow, type Value } from "./exportrows";

/** Spreadsheets set to East Asian languages take the wide signs for the narrow ones. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet would run as a formula gets an apostrophe before it, as geo/text.py's inert_cell does. */
export const inertCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

export function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = inertCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** 36 is written "36.0": degrees are no whole numbers. */
const degrees = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

export const header = (): string => `${[...COLUMNS, "lat", "lon"].join(",")}\r\n`;

export function line({ values, point }: ExportRow): string {
  const spot = point === null ? "," : `${degrees(point.lat)},${degrees(point.lon)}`;
  return `${values.map(cell).join(",")},${spot}\r\n`;
}
