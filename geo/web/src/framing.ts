/** Which points the map opens on: where most of the events are, not the whole world for the sake of one. */

import { boundsOf } from "./mercator";

/** A point on Mercator's unit square. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Share of the points that the opening view holds at least. */
const MOST = 0.9;
/** What is only a little farther than those belongs to them. */
const SLACK = 1.5;
/** The far ones are left out only if that brings the rest this many times closer. */
const WORTH = 2;

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

function span(spots: readonly Spot[]): number {
  const { minX, minY, maxX, maxY } = boundsOf(spots.flatMap(({ x, y }) => [x, y]));
  return Math.max(maxX - minX, maxY - minY);
}

/** The spots without the far ones, in the order given; all of them where none stands apart. */
export function gist<T extends Spot>(spots: readonly T[]): readonly T[] {
  if (spots.length < 5) return spots;
  const ascending = (values: number[]): number[] => values.sort((a, b) => a - b);
  const centre = { x: middle(ascending(spots.map((spot) => spot.x))), y: middle(ascending(spots.map((spot) => spot.y))) };
  const distance = (spot: T): number => Math.hypot(spot.x - centre.x, spot.y - centre.y);
  const reach = ascending(spots.map(distance))[Math.ceil(MOST * spots.length) - 1] ?? Infinity;
  const near = spots.filter((spot) => distance(spot) <= SLACK * reach);
  return span(near) * WORTH <= span(spots) ? near : spots;
}
