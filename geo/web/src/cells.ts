/** Spots by the cells of a surface: hexagons, the fine grid of the heat view, or countries. */

import { NO_BINS, type Bins } from "./bins";
import { unitsOfKm } from "./mercator";
import type { Spots } from "./table";
import type { Viewport } from "./viewport";

/** Pixels from the middle of a hexagon to its corners. */
export const HEXAGON = 20;
/** Pixels of the squares that the heat is summed up in. */
export const HEAT_CELL = 5;
/** Pixels beyond the view that are summed up too, so that heat from there shines in. */
const HEAT_MARGIN = 60;

const ROOT3 = Math.sqrt(3);

/** Whether a spot says less than a cell of so many pixels would: it stays a hatched area. */
const isWide = (spots: Spots, spot: number, view: Viewport, cell: number): boolean =>
  spots.area[spot] === 1 && unitsOfKm(spots.radiusKm[spot]!, spots.lat[spot]!) * view.scale > cell;

interface Cell {
  readonly key: number;
  /** Middle of the cell, on the unit square; x as the repetition of the world has it. */
  readonly x: number;
  readonly y: number;
}

interface Surface {
  readonly box: Bins["box"];
  /** Wide areas keep a bin of their own. */
  readonly cell: number;
  readonly cellAt: (x: number, y: number) => Cell;
}

function binned(spots: Spots, weight: Uint32Array, view: Viewport, { box, cell, cellAt }: Surface): Bins {
  const of = new Int32Array(spots.length).fill(-1);
  const bins = new Map<number, number>();
  const [only, x, y, disc]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (spot: number, px: number, py: number): number => {
    only.push(spot);
    x.push(px);
    y.push(py);
    return disc.push(Number(spot >= 0)) - 1;
  };
  for (let spot = 0; spot < spots.length; spot += 1) {
    if (weight[spot] === 0) continue;
    const py = spots.y[spot]!;
    if (isWide(spots, spot, view, cell)) {
      of[spot] = add(spot, spots.x[spot]!, py);
      continue;
    }
    const px = spots.x[spot]! + Math.ceil(box.minX - spots.x[spot]!);
    if (py < box.minY || py > box.maxY || px > box.maxX) continue;
    const here = cellAt(px, py);
    let bin = bins.get(here.key);
    if (bin === undefined) bins.set(here.key, (bin = add(-1, here.x, here.y)));
    of[spot] = bin;
  }
  return {
    length: only.length, of, spot: Int32Array.from(only), x: Float64Array.from(x), y: Float64Array.from(y),
    disc: Uint8Array.from(disc), box, scale: view.scale, merged: true,
  };
}

const boxOf = (view: Viewport, across: number, down: number): Bins["box"] => {
  const [left, top] = [view.originX / view.scale, view.originY / view.scale];
  const middle = left + view.width / view.scale / 2;
  const half = Math.min(0.5, view.width / view.scale / 2 + across / view.scale);
  return { minX: middle - half, maxX: middle + half, minY: top - down / view.scale, maxY: top + (view.height + down) / view.scale };
};

/** Hexagons that stand on a corner, fixed to the world. */
export function hexagonBins(spots: Spots, weight: Uint32Array, view: Viewport): Bins {
  const size = HEXAGON / view.scale;
  const cellAt = (x: number, y: number): Cell => {
    // Red Blob Games, "Hexagonal grids": to axial coordinates, and these rounded by way of cube coordinates.
    const q = (ROOT3 / 3) * (x / size) - y / size / 3;
    const r = ((2 / 3) * y) / size;
    let [column, row] = [Math.round(q), Math.round(r)];
    const third = Math.round(-q - r);
    const [dq, dr, ds] = [Math.abs(column - q), Math.abs(row - r), Math.abs(third + q + r)];
    if (dq > dr && dq > ds) column = -row - third;
    else if (dr > ds) row = -column - third;
    return { key: row * 0x400_0000 + column, x: size * ROOT3 * (column + row / 2), y: size * 1.5 * row };
  };
  return binned(spots, weight, view, { box: boxOf(view, view.width / 2, view.height / 2), cell: HEXAGON, cellAt });
}

/** The squares of the heat view, counted from the upper left corner of what is summed up. */
export interface HeatGrid {
  readonly columns: number;
  readonly rows: number;
}

export function heatBins(spots: Spots, weight: Uint32Array, view: Viewport): Bins & HeatGrid {
  const size = HEAT_CELL / view.scale;
  const box = boxOf(view, HEAT_MARGIN, HEAT_MARGIN);
  const columns = Math.ceil((box.maxX - box.minX) / size) + 1;
  const rows = Math.ceil((box.maxY - box.minY) / size) + 1;
  const cellAt = (x: number, y: number): Cell => {
    const [column, row] = [Math.floor((x - box.minX) / size), Math.floor((y - box.minY) / size)];
    return { key: row * columns + column, x: box.minX + (column + 0.5) * size, y: box.minY + (row + 0.5) * size };
  };
  return { ...binned(spots, weight, view, { box, cell: 3 * HEAT_CELL, cellAt }), columns, rows };
}

/** One bin for each country that has a row, whatever the view: its number is the country's code less one. */
export function countryBins(countries: number, view: Viewport): Bins {
  return {
    ...NO_BINS, length: countries, spot: new Int32Array(countries).fill(-1), merged: true, scale: view.scale,
    x: new Float64Array(countries), y: new Float64Array(countries), disc: new Uint8Array(countries),
    box: { minX: -Infinity, maxX: Infinity, minY: -Infinity, maxY: Infinity },
  };
}
