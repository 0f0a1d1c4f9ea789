/** Where the range begins when play is pressed, and where it stands one step later. */

import { advance, type Unit } from "./calendar";
import type { Range } from "./filter";

export type Mode = "window" | "cumulative";
export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

const STEP_MS = 700;

export const interval = (speed: Speed): number => STEP_MS / speed;

/** A range at its end starts over; a window as wide as everything first becomes one that can move. */
export function firstRange(range: Range, domain: Range, unit: Unit, mode: Mode): Range {
  if (range.to < domain.to) return range;
  const step = advance(domain.from, unit, 1) - domain.from;
  if (mode === "cumulative") {
    return { from: domain.from, to: Math.min(domain.to, domain.from + step - 1) };
  }
  const days = domain.to - domain.from + 1;
  const width = range.to - range.from + 1;
  const kept = width < days ? width : Math.min(days, Math.max(step, Math.round(days / 12)));
  return { from: domain.from, to: domain.from + kept - 1 };
}

/** One step on; null when the range has come to the end. */
export function nextRange(range: Range, domain: Range, unit: Unit, mode: Mode): Range | null {
  if (range.to >= domain.to) return null;
  if (mode === "cumulative") {
    return { from: range.from, to: Math.min(domain.to, advance(range.to + 1, unit, 1) - 1) };
  }
  const width = range.to - range.from;
  const from = advance(range.from, unit, 1);
  if (from + width >= domain.to) return { from: domain.to - width, to: domain.to };
  return { from, to: from + width };
}

/** The range moved by some days, kept as wide as it is and inside the domain. */
export function moved(range: Range, domain: Range, days: number): Range {
  const shift = Math.max(domain.from - range.from, Math.min(domain.to - range.to, days));
  return { from: range.from + shift, to: range.to + shift };
}

/** A range on its way from one to another: 0 at the first, 1 at the other. */
export function between(range: Range, next: Range, share: number): Range {
  const on = (from: number, to: number): number => from + Math.floor((to - from) * Math.max(0, Math.min(1, share)));
  return { from: on(range.from, next.from), to: on(range.to, next.to) };
}
