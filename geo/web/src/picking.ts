/** Which mark a pointer means. */

import type { Cluster, Mark } from "./clusters";
import { copies, type Viewport } from "./viewport";

export interface Hit {
  readonly cluster: Cluster;
  readonly mark: Mark;
}

/** The mark nearest to a point of the viewport, if one lies within `tolerance` pixels; of equals, the one on top. */
export function pick(
  clusters: readonly Cluster[], view: Viewport, px: number, py: number, tolerance: number,
): Hit | null {
  let best: Hit | null = null;
  let nearest = tolerance * tolerance;
  for (const cluster of clusters) {
    const y = cluster.y * view.scale - view.originY;
    if (Math.abs(y - py) > tolerance + 40) continue;
    for (const x of copies(cluster.x, view, tolerance + 40)) {
      for (const mark of cluster.marks) {
        const dx = x + mark.dx - px;
        const dy = y + mark.dy - py;
        const distance = dx * dx + dy * dy;
        if (distance <= nearest) {
          nearest = distance;
          best = { cluster, mark };
        }
      }
    }
  }
  return best;
}
