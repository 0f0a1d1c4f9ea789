/** Which spots the map draws as one: all on their own while they are few, else by the squares of a grid. */

import { unitsOfKm } from "./mercator";
import type { Spots } from "./table";
import type { Viewport } from "./viewport";

/** More points than this in sight, and they would hide one another. */
export const MOST_POINTS = 250;
/** More discs than this, and they would be one hatched ground: then only those wider than a few squares are drawn. */
const MOST_DISCS = 150;
const WIDE_WHERE_MANY = 120;
/** Pixels of the grid's squares: a cluster and a little air. */
export const SQUARE = 60;
/** A cluster keeps this far from the edges of its square, so that no two touch. */
const INSET = 22;

export interface Bins {
  readonly length: number;
  /** The bin of each spot, or -1 where the spot is too far from the view to be drawn. */
  readonly of: Int32Array;
  /** The one spot of the bin, or -1 where it holds several. */
  readonly spot: Int32Array;
  /** Mercator position. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 where the bin is an area that is drawn as a disc. */
  readonly disc: Uint8Array;
  /** The part of the world that was binned, on the unit square; x may go beyond it on either side. */
  readonly box: { readonly minX: number; readonly maxX: number; readonly minY: number; readonly maxY: number };
  readonly scale: number;
  readonly merged: boolean;
}

export const NO_BINS: Bins = {
  length: 0, of: new Int32Array(0), spot: new Int32Array(0), x: new Float64Array(0), y: new Float64Array(0),
  disc: new Uint8Array(0), box: { minX: 0, maxX: -1, minY: 0, maxY: -1 }, scale: 0, merged: false,
};

/** The view and as much again on every side, or the world once where that is less. */
function boxAround(view: Viewport): Bins["box"] {
  const [width, height] = [view.width / view.scale, view.height / view.scale];
  const [left, top] = [view.originX / view.scale, view.originY / view.scale];
  const middle = left + width / 2;
  const across = Math.min(0.5, 1.5 * width);
  return { minX: middle - across, maxX: middle + across, minY: top - height, maxY: top + 2 * height };
}

/** Whether bins still fit the view: the same zoom, and the view inside what was binned. */
export function fits({ box, scale }: Bins, view: Viewport): boolean {
  const left = view.originX / view.scale;
  const top = view.originY / view.scale;
  const whole = box.maxX - box.minX >= 1;
  return (
    scale === view.scale &&
    (whole || (left >= box.minX && left + view.width / view.scale <= box.maxX)) &&
    top >= box.minY && top + view.height / view.scale <= box.maxY
  );
}

/**
 * `weight` holds how many rows of each spot pass the filters, `events` how many of these are events: an empty spot
 * is in no bin and moves none, and one that is only named is drawn where it is.
 */
export function binsOf(spots: Spots, weight: Uint32Array, view: Viewport, events: Uint32Array = weight): Bins {
  const box = boxAround(view);
  const of = new Int32Array(spots.length).fill(-1);
  const near: number[] = [];
  let points = 0;
  // An area smaller than a cluster's square may be counted in one: that claims no more than the words do.
  let least = SQUARE / 2;
  const radiusOf = (spot: number): number => unitsOfKm(spots.radiusKm[spot]!, spots.lat[spot]!);
  const isWide = (spot: number): boolean => spots.area[spot] === 1 && radiusOf(spot) * view.scale >= least;
  const isAlone = (spot: number): boolean => events[spot] === 0 || isWide(spot);
  let discs = 0;
  const [left, right] = [view.originX / view.scale, (view.originX + view.width) / view.scale];
  const [top, bottom] = [view.originY / view.scale, (view.originY + view.height) / view.scale];
  for (let spot = 0; spot < spots.length; spot += 1) {
    if (weight[spot] === 0) continue;
    const y = spots.y[spot]!;
    const x = spots.x[spot]! + Math.ceil(box.minX - spots.x[spot]!);
    const inSight = y >= top && y <= bottom && (right - left >= 1 || (x >= left && x <= right));
    if (isWide(spot)) {
      // A disc reaches into the view from afar.
      const radius = radiusOf(spot);
      if (y + radius < box.minY || y - radius > box.maxY || (x - radius > box.maxX && x + radius < box.minX + 1)) continue;
      discs += Number(inSight);
    } else {
      if (y < box.minY || y > box.maxY || x > box.maxX) continue;
      points += Number(inSight && events[spot]! > 0);
    }
    near.push(spot);
  }
  if (discs > MOST_DISCS) least = WIDE_WHERE_MANY;
  const merged = points > MOST_POINTS || discs > MOST_DISCS;
  const bins = merged ? grid(spots, weight, near, isAlone, box, view.scale, of) : alone(spots, near, of);
  const disc = Uint8Array.from(bins.spot, (spot) => Number(spot >= 0 && spots.area[spot] === 1));
  return { ...bins, of, disc, box, scale: view.scale, merged };
}

type Placed = Pick<Bins, "length" | "spot" | "x" | "y">;

function alone(spots: Spots, near: readonly number[], of: Int32Array): Placed {
  near.forEach((spot, bin) => (of[spot] = bin));
  return {
    length: near.length,
    spot: Int32Array.from(near),
    x: Float64Array.from(near, (spot) => spots.x[spot]!),
    y: Float64Array.from(near, (spot) => spots.y[spot]!),
  };
}

function grid(
  spots: Spots, weight: Uint32Array, near: readonly number[], isAlone: (spot: number) => boolean,
  box: Bins["box"], scale: number, of: Int32Array,
): Placed {
  const unit = SQUARE / scale;
  // The grid is fixed to the world, so that panning moves no cluster.
  const [column0, row0] = [Math.floor(box.minX / unit), Math.floor(Math.max(-0.1, box.minY) / unit)];
  const columns = Math.floor(box.maxX / unit) - column0 + 1;
  const rows = Math.floor(Math.min(1.1, box.maxY) / unit) - row0 + 1;
  const binOfSquare = new Int32Array(Math.max(0, columns * rows)).fill(-1);
  const [only, x, y, sum]: [number[], number[], number[], number[]] = [[], [], [], []];
  const add = (spot: number, px: number): number => {
    only.push(spot);
    x.push(px);
    y.push(spots.y[spot]!);
    return sum.push(weight[spot]!) - 1;
  };
  for (const spot of near) {
    const px = spots.x[spot]! + Math.ceil(box.minX - spots.x[spot]!);
    if (isAlone(spot)) {
      of[spot] = add(spot, spots.x[spot]!);
      continue;
    }
    const square = (Math.floor(spots.y[spot]! / unit) - row0) * columns + Math.floor(px / unit) - column0;
    const bin = binOfSquare[square] ?? -1;
    if (bin < 0) {
      of[spot] = binOfSquare[square] = add(spot, px);
      continue;
    }
    of[spot] = bin;
    only[bin] = -1;
    const share = weight[spot]! / (sum[bin]! + weight[spot]!);
    x[bin] = x[bin]! + (px - x[bin]!) * share;
    y[bin] = y[bin]! + (spots.y[spot]! - y[bin]!) * share;
    sum[bin] = sum[bin]! + weight[spot]!;
  }
  const inset = INSET / scale;
  const inside = (value: number): number => {
    const edge = Math.floor(value / unit) * unit;
    return Math.min(edge + unit - inset, Math.max(edge + inset, value));
  };
  only.forEach((spot, bin) => {
    if (spot >= 0) return;
    x[bin] = inside(x[bin]!);
    y[bin] = inside(y[bin]!);
  });
  return { length: only.length, spot: Int32Array.from(only), x: Float64Array.from(x), y: Float64Array.from(y) };
}

/** How many of the rows stand at each spot. */
export function weigh(spot: Int32Array, spots: number, keep: (row: number) => boolean): Uint32Array {
  const weight = new Uint32Array(spots);
  for (let row = 0; row < spot.length; row += 1) {
    const here = spot[row]!;
    if (here >= 0 && keep(row)) weight[here] = weight[here]! + 1;
  }
  return weight;
}
