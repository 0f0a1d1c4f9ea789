/** Events by day, week, month or year, and the ticks of the time axis. */

import { advance, civilDate, floorTo, type Unit } from "./calendar";
import { EVENT_TYPES } from "./category";
import type { Range } from "./filter";
import { dayAndMonth, monthName, yearName } from "./format";
import type { Table } from "./table";

export interface Histogram {
  readonly unit: Unit;
  /** First days of the bins, and after them the day after the last bin. */
  readonly edges: readonly number[];
  /** Events with known days: bins × types, type by type inside a bin. An event of several days is spread over them. */
  readonly exact: Float64Array;
  /** Events known only to an interval, each spread evenly over the days of its interval. */
  readonly vague: Float64Array;
  /** Greatest sum of a bin. */
  readonly highest: number;
}

export function binUnit(range: Range): Unit {
  const days = range.to - range.from + 1;
  if (days <= 120) return "day";
  if (days <= 1100) return "week";
  if (days <= 22_000) return "month";
  return "year";
}

/** Bins that cover the range; the first and last are cut at its ends. */
export function binEdges(range: Range, unit: Unit): number[] {
  const edges = [range.from];
  for (let day = advance(floorTo(range.from, unit), unit, 1); day <= range.to; day = advance(day, unit, 1)) {
    edges.push(day);
  }
  edges.push(range.to + 1);
  return edges;
}

/** `keep` says of a row whether it is counted. */
export function histogram(table: Table, range: Range, keep: (row: number) => boolean): Histogram {
  const unit = binUnit(range);
  const edges = binEdges(range, unit);
  const bins = edges.length - 1;
  const exact = new Float64Array(bins * EVENT_TYPES);
  const vague = new Float64Array(bins);
  // The bin of each day.
  const binOf = new Uint32Array(Math.max(0, range.to - range.from + 1));
  for (let bin = 0; bin < bins; bin += 1) binOf.fill(bin, edges[bin]! - range.from, edges[bin + 1]! - range.from);
  for (let row = 0; row < table.dated; row += 1) {
    const type = table.type[row]!;
    if (type >= EVENT_TYPES || !keep(row)) continue;
    const first = Math.max(table.start[row]!, range.from);
    const last = Math.min(table.end[row]!, range.to);
    if (first > last) continue;
    const days = last - first + 1;
    for (let bin = binOf[first - range.from]!; bin < bins && edges[bin]! <= last; bin += 1) {
      const overlap = Math.min(last + 1, edges[bin + 1]!) - Math.max(first, edges[bin]!);
      if (table.vague[row]) vague[bin] = vague[bin]! + overlap / days;
      else exact[bin * EVENT_TYPES + type] = exact[bin * EVENT_TYPES + type]! + overlap / days;
    }
  }
  let highest = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    let sum = vague[bin]!;
    for (let type = 0; type < EVENT_TYPES; type += 1) sum += exact[bin * EVENT_TYPES + type]!;
    highest = Math.max(highest, sum);
  }
  return { unit, edges, exact, vague, highest };
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

const TICK_STEPS: readonly (readonly [Unit, number])[] = [
  ["day", 1], ["day", 2], ["week", 1], ["week", 2],
  ["month", 1], ["month", 2], ["month", 3], ["month", 6],
  ["year", 1], ["year", 2], ["year", 5], ["year", 10], ["year", 20], ["year", 50],
  ["year", 100], ["year", 200], ["year", 500], ["year", 1000],
];
const UNIT_DAYS: Record<Unit, number> = { day: 1, week: 7, month: 30.4, year: 365.2 };

function tickLabel(day: number, unit: Unit): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  if (unit === "day" || unit === "week") return dayAndMonth(dayOfMonth, month);
  if (unit === "month" && month !== 1) return monthName(month);
  return yearName(year);
}

function firstTick(from: number, unit: Unit, step: number): number {
  const floor = floorTo(from, unit);
  const { year, month } = civilDate(floor);
  const offset =
    unit === "year" ? ((year % step) + step) % step : unit === "month" ? (month - 1) % step : 0;
  const aligned = advance(floor, unit, -offset);
  return aligned < from ? advance(aligned, unit, unit === "day" || unit === "week" ? 1 : step) : aligned;
}

/** Round days along an axis of `width` pixels, at least `spacing` pixels apart. */
export function ticks(range: Range, width: number, spacing: number): Tick[] {
  const days = range.to - range.from + 1;
  const wanted = (spacing / Math.max(1, width)) * days;
  const [unit, step] =
    TICK_STEPS.find(([name, count]) => UNIT_DAYS[name] * count >= wanted) ?? TICK_STEPS[TICK_STEPS.length - 1]!;
  const found: Tick[] = [];
  for (let day = firstTick(range.from, unit, step); day <= range.to; day = advance(day, unit, step)) {
    found.push({ day, label: tickLabel(day, unit) });
  }
  return found;
}
