/** Places for several marks at one point. Pixels. */

export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/** Between the marks at one point. */
export const SPACING = 13;

/** Round a point, so close that they read as one, so far apart that none is hidden. */
export function rosette(count: number, spacing: number): Offset[] {
  if (count <= 1) return [{ dx: 0, dy: 0 }];
  const radius = spacing / 2 / Math.sin(Math.PI / count);
  // Two stand side by side; from three on the first stands on top.
  const turn = count === 2 ? Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / count;
    return { dx: Math.cos(angle) * radius, dy: Math.sin(angle) * radius };
  });
}

/** Side by side on the upper edge of a disc: a mark in the middle would be taken for the place. */
export const rowOnEdge = (count: number, spacing: number, radius: number): Offset[] =>
  Array.from({ length: count }, (_, i) => ({ dx: (i - (count - 1) / 2) * spacing, dy: -radius }));
