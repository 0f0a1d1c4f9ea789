/** The part of the world that the map shows, in pixels of the current zoom. */

export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** Pixels of the whole world's width. */
  readonly scale: number;
  /** World pixels of the viewport's upper left corner. */
  readonly originX: number;
  readonly originY: number;
}

/** Positions across the viewport of a point in every repetition of the world that is in sight. */
export function copies(x: number, view: Viewport, margin: number): number[] {
  const first = Math.ceil((view.originX - margin) / view.scale - x);
  const last = Math.floor((view.originX + view.width + margin) / view.scale - x);
  const found: number[] = [];
  for (let world = first; world <= last; world += 1) found.push((x + world) * view.scale - view.originX);
  return found;
}

/** The repetition of a point that is nearest to the middle of the viewport. */
export function nearestCopy(x: number, view: Viewport): number {
  const middle = (view.originX + view.width / 2) / view.scale;
  return (x + Math.round(middle - x)) * view.scale - view.originX;
}
