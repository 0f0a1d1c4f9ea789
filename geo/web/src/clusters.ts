/** Rows at one point become one cluster: a mark for each kind of event there, and one count. */

import { MENTION } from "./category";
import type { Table } from "./data";
import { hasPlace } from "./filter";

export interface Mark {
  readonly type: number;
  /** True when the place is an area: the mark only says where its middle is. */
  readonly area: boolean;
  /** True when no event of this mark has a known day. */
  readonly hollow: boolean;
  readonly rows: readonly number[];
  /** Pixels from the point. */
  readonly dx: number;
  readonly dy: number;
}

export interface Disc {
  readonly radiusKm: number;
  /** The one type of the events of this disc, or -1 for several. */
  readonly type: number;
}

export interface Cluster {
  /** Mercator position on the unit square. */
  readonly x: number;
  readonly y: number;
  readonly lat: number;
  readonly marks: readonly Mark[];
  readonly discs: readonly Disc[];
  /** All rows, in time order. */
  readonly rows: readonly number[];
}

/** Places for `count` marks round a point, so close that they read as one, so far apart that none is hidden. */
export function rosette(count: number, spacing: number): { dx: number; dy: number }[] {
  if (count <= 1) return [{ dx: 0, dy: 0 }];
  const radius = spacing / 2 / Math.sin(Math.PI / count);
  // Two stand side by side; from three on the first stands on top.
  const turn = count === 2 ? Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / count;
    return { dx: Math.cos(angle) * radius, dy: Math.sin(angle) * radius };
  });
}

/** Two rows stand at one point when they agree to about a metre. */
const pointKey = (table: Table, row: number): string =>
  `${Math.round(table.x[row]! * 4e7)},${Math.round(table.y[row]! * 4e7)}`;

export function cluster(table: Table, rows: readonly number[], spacing: number): Cluster[] {
  const points = new Map<string, number[]>();
  for (const row of rows) {
    if (!hasPlace(table, row)) continue;
    const key = pointKey(table, row);
    const here = points.get(key);
    if (here) here.push(row);
    else points.set(key, [row]);
  }
  return Array.from(points.values(), (here) => describe(table, here, spacing));
}

function describe(table: Table, rows: readonly number[], spacing: number): Cluster {
  const kinds = new Map<number, number[]>();
  const discs = new Map<number, number>();
  for (const row of rows) {
    const type = table.type[row]!;
    const kind = type * 2 + table.area[row]!;
    const same = kinds.get(kind);
    if (same) same.push(row);
    else kinds.set(kind, [row]);
    if (table.area[row] && type !== MENTION) {
      const radius = table.radiusKm[row]!;
      const known = discs.get(radius);
      discs.set(radius, known === undefined || known === type ? type : -1);
    }
  }
  const ordered = Array.from(kinds).sort(([a], [b]) => a - b);
  const offsets = rosette(ordered.length, spacing);
  const first = rows[0]!;
  return {
    x: table.x[first]!,
    y: table.y[first]!,
    lat: table.lat[first]!,
    rows,
    discs: Array.from(discs, ([radiusKm, type]) => ({ radiusKm, type })),
    marks: ordered.map(([kind, members], i) => ({
      type: kind >> 1,
      area: (kind & 1) === 1,
      hollow: members.every((row) => table.vague[row] === 1),
      rows: members,
      dx: offsets[i]!.dx,
      dy: offsets[i]!.dy,
    })),
  };
}
