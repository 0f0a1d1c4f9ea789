/** Web Mercator on the unit square (x eastward from 180° W, y southward from 85.05° N), and clipping on it. */

const MAX_LATITUDE = 85.0511287798;
const EQUATOR_KM = 40_075.017;

export const mercatorX = (lon: number): number => lon / 360 + 0.5;

export function mercatorY(lat: number): number {
  const bounded = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Length on the unit square of `km` on the ground at a latitude (degrees). */
export function unitsOfKm(km: number, lat: number): number {
  const bounded = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  return km / (EQUATOR_KM * Math.cos((bounded * Math.PI) / 180));
}

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

export const contains = (outer: Box, inner: Box): boolean =>
  inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY;

export function boundsOf(points: ArrayLike<number>): Box {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const px = points[i]!;
    const py = points[i + 1]!;
    if (px < minX) minX = px;
    if (px > maxX) maxX = px;
    if (py < minY) minY = py;
    if (py > maxY) maxY = py;
  }
  return { minX, minY, maxX, maxY };
}

/** One side of Sutherland–Hodgman: keep what lies on the inner side of one axis-parallel line. */
function clipSide(points: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const count = points.length;
  for (let i = 0; i < count; i += 2) {
    const j = (i + 2) % count;
    const a = points[i + axis]!;
    const b = points[j + axis]!;
    const aInside = sign * (a - limit) >= 0;
    const bInside = sign * (b - limit) >= 0;
    if (aInside) kept.push(points[i]!, points[i + 1]!);
    if (aInside !== bInside) {
      const t = (limit - a) / (b - a);
      const cross = [points[i]! + t * (points[j]! - points[i]!), points[i + 1]! + t * (points[j + 1]! - points[i + 1]!)];
      cross[axis] = limit;
      kept.push(cross[0]!, cross[1]!);
    }
  }
  return kept;
}

/** The part of a closed ring (x, y, x, y …) inside a box, as one ring; it may run along the box's edge. */
export function clipRing(points: ArrayLike<number>, box: Box): number[] {
  let ring: number[] = Array.from(points);
  ring = clipSide(ring, 0, box.minX, 1);
  if (ring.length) ring = clipSide(ring, 0, box.maxX, -1);
  if (ring.length) ring = clipSide(ring, 1, box.minY, 1);
  if (ring.length) ring = clipSide(ring, 1, box.maxY, -1);
  return ring;
}
