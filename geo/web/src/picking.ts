/** Which of the things drawn a pointer means. */

import { MARK_RADIUS } from "./marks";

/** What a pointer means: one category of a bin, or the whole bin (a cluster, an area) with type -1. */
export interface Hit {
  readonly bin: number;
  readonly type: number;
}

/** The same for a row, with the spot that it stands at. */
export interface Standing extends Hit {
  readonly spot: number;
}

/** Where and how large it was drawn, in pixels of the viewport. */
export interface Drawn extends Hit {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The nearest within `tolerance` pixels of a mark's middle, or as far beyond a larger thing's edge; of equals, the one on top. */
export function pick(drawn: readonly Drawn[], x: number, y: number, tolerance: number): Hit | null {
  let best: Hit | null = null;
  let nearest = Infinity;
  for (const each of drawn) {
    const distance = Math.max(0, Math.hypot(each.x - x, each.y - y) - each.radius + MARK_RADIUS);
    if (distance <= tolerance && distance <= nearest) [best, nearest] = [each, distance];
  }
  return best;
}
