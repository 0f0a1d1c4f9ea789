/** Clusters as rings whose sectors are the shares of the categories, written pixel by pixel: a path for each would take a hundred times as long. */

import { EVENT_TYPES } from "./category";
import type { Palette } from "./theme";

const RING = 5;
const TURNS = 256;
const SLIVER = 4;

/** Radius in pixels of a cluster of so many events. */
export const pieRadius = (count: number): number => 12 + 2 * Math.min(4, Math.floor(Math.log10(Math.max(1, count))));

/** 1234 → "1.2k": what fits into a ring. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1000, "k"] : [count / 1_000_000, "M"];
  return `${value < 10 ? (Math.floor(value * 10) / 10).toString() : Math.floor(value)}${unit}`;
}

/** The pixels of a ring and its inside, from its middle. */
interface Stencil {
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  /** Of the whole turn, clockwise from the top; or INSIDE, or OUTLINE. */
  readonly turn: Uint16Array;
  /** 0 to 255. */
  readonly cover: Uint8Array;
}

const INSIDE = TURNS;
const OUTLINE = TURNS + 1;

export function stencil(radius: number, ring: number): Stencil {
  const reach = Math.ceil(radius) + 2;
  const [dx, dy, turn, cover]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      const distance = Math.hypot(x, y);
      const covered = Math.min(1, radius + 1.5 - distance);
      if (covered <= 0) continue;
      dx.push(x);
      dy.push(y);
      cover.push(Math.round(255 * covered));
      const around = Math.atan2(x, -y) / (2 * Math.PI);
      turn.push(distance > radius ? OUTLINE : distance < radius - ring ? INSIDE : Math.floor((around < 0 ? around + 1 : around) * TURNS) % TURNS);
    }
  }
  return { dx: Int16Array.from(dx), dy: Int16Array.from(dy), turn: Uint16Array.from(turn), cover: Uint8Array.from(cover) };
}

/** "#rrggbb" as the pixel of an ImageData without its alpha, on a little-endian machine. */
export function pixelOf(colour: string): number {
  const value = parseInt(colour.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | ((value >> 16) & 0xff);
}

/** The category at each part of the turn; none is left out for being few. */
export function sectors(counts: ArrayLike<number>, offset: number): Uint8Array {
  const turns = new Uint8Array(TURNS);
  let total = 0;
  let left = 0;
  for (let type = 0; type < EVENT_TYPES; type += 1) {
    total += counts[offset + type]!;
    left += Number(counts[offset + type]! > 0);
  }
  let at = 0;
  let sum = 0;
  for (let type = 0; type < EVENT_TYPES; type += 1) {
    const count = counts[offset + type]!;
    if (count === 0) continue;
    sum += count;
    left -= 1;
    // A category of one in a thousand still gets a visible sliver.
    const end = Math.min(TURNS - SLIVER * left, Math.max(at + SLIVER, Math.round((sum / total) * TURNS)));
    turns.fill(type, at, end);
    at = end;
  }
  return turns;
}

export class Pies {
  private image: ImageData | null = null;
  private pixels = new Uint32Array(0);
  private readonly stencils = new Map<number, Stencil>();
  private readonly colours: readonly number[];
  private readonly inside: number;
  private readonly outline: number;

  constructor(palette: Palette, private readonly ratio: number) {
    this.colours = palette.categories.map(pixelOf);
    this.inside = pixelOf(palette.surface);
    this.outline = pixelOf(palette.land);
  }

  begin(width: number, height: number): void {
    if (!this.image || this.image.width !== width || this.image.height !== height) {
      this.image = new ImageData(width, height);
      this.pixels = new Uint32Array(this.image.data.buffer);
    } else this.pixels.fill(0);
  }

  /** Position and radius in pixels of the page. */
  add(x: number, y: number, radius: number, counts: ArrayLike<number>, offset: number): void {
    const { image, pixels, ratio } = this;
    if (!image) return;
    const size = radius * ratio;
    let pie = this.stencils.get(size);
    if (!pie) this.stencils.set(size, (pie = stencil(size, RING * ratio)));
    const turns = sectors(counts, offset);
    const { width, height } = image;
    const [left, top] = [Math.round(x * ratio), Math.round(y * ratio)];
    for (let i = 0; i < pie.dx.length; i += 1) {
      const px = left + pie.dx[i]!;
      const py = top + pie.dy[i]!;
      if (px < 0 || px >= width || py < 0 || py >= height) continue;
      const turn = pie.turn[i]!;
      const colour = turn < TURNS ? this.colours[turns[turn]!]! : turn === INSIDE ? this.inside : this.outline;
      pixels[py * width + px] = colour | (pie.cover[i]! << 24);
    }
  }

  end(context: CanvasRenderingContext2D): void {
    if (this.image) context.putImageData(this.image, 0, 0);
  }
}
