/** The shapes of the categories, as paths for canvases and for the swatches of the legend. */

import { category, CATEGORIES, MENTION, type Shape } from "./category";
import type { Palette } from "./theme";

export const MARK_RADIUS = 6.5;
const AREA_RADIUS = 4.5;
const MENTION_RADIUS = 3;
const SPRITE = 24;

function polygon(sides: number, radius: number, turn: number): [number, number][] {
  return Array.from({ length: sides }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / sides;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
}

/** Corners round the origin; null for a circle. Sizes differ so that all shapes look equally large. */
export function corners(shape: Shape, radius: number): [number, number][] | null {
  switch (shape) {
    case "circle":
    case "dot":
      return null;
    case "triangle":
      return polygon(3, radius * 1.25, -Math.PI / 2).map(([x, y]) => [x, y + radius * 0.2]);
    case "square":
      return polygon(4, radius * 1.25, Math.PI / 4);
    case "diamond":
      return polygon(4, radius * 1.22, 0);
    case "pentagon":
      return polygon(5, radius * 1.12, -Math.PI / 2);
    case "hexagon":
      return polygon(6, radius * 1.1, 0);
    case "cross": {
      const [a, b] = [radius * 0.38, radius * 1.08];
      return [
        [-a, -b], [a, -b], [a, -a], [b, -a], [b, a], [a, a], [a, b], [-a, b], [-a, a], [-b, a], [-b, -a], [-a, -a],
      ];
    }
  }
}

export function shapePath(shape: Shape, radius: number): Path2D {
  const path = new Path2D();
  const points = corners(shape, radius);
  if (points === null) path.arc(0, 0, radius, 0, 2 * Math.PI);
  else {
    points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    path.closePath();
  }
  return path;
}

export interface MarkStyle {
  readonly type: number;
  readonly hollow: boolean;
  readonly area: boolean;
}

export const styleIndex = ({ type, hollow, area }: MarkStyle): number => type * 4 + (hollow ? 2 : 0) + (area ? 1 : 0);

/** Every mark once, ready to be stamped: stamping is many times quicker than tracing paths. */
export class Sprites {
  readonly size = SPRITE;
  private readonly images: HTMLCanvasElement[] = [];

  constructor(palette: Palette, private readonly ratio: number) {
    for (let type = 0; type < CATEGORIES.length; type += 1) {
      for (const hollow of [false, true]) {
        for (const area of [false, true]) this.images[styleIndex({ type, hollow, area })] = stamp({ type, hollow, area }, palette, ratio);
      }
    }
  }

  draw(context: CanvasRenderingContext2D, style: MarkStyle, x: number, y: number): void {
    // On whole pixels a stamp is a plain copy; between them every pixel would be mixed anew.
    const snap = (value: number): number => Math.round(value * this.ratio) / this.ratio;
    context.drawImage(this.images[styleIndex(style)]!, snap(x - SPRITE / 2), snap(y - SPRITE / 2), SPRITE, SPRITE);
  }
}

function stamp(style: MarkStyle, palette: Palette, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(SPRITE * ratio);
  canvas.height = Math.round(SPRITE * ratio);
  const context = canvas.getContext("2d")!;
  context.scale(canvas.width / SPRITE, canvas.height / SPRITE);
  context.translate(SPRITE / 2, SPRITE / 2);
  drawMark(context, style, palette);
  return canvas;
}

export function drawMark(context: CanvasRenderingContext2D, style: MarkStyle, palette: Palette): void {
  const mention = style.type === MENTION;
  const radius = mention ? MENTION_RADIUS : style.area ? AREA_RADIUS : MARK_RADIUS;
  const colour = palette.categories[style.type]!;
  context.lineJoin = "round";
  // The outline in the ground's colour parts a mark from the marks and lines under it.
  context.strokeStyle = palette.land;
  const { shape } = category(style.type);
  if (style.hollow && !mention) {
    const path = shapePath(shape, radius - 0.75);
    context.lineWidth = 4;
    context.stroke(path);
    context.fillStyle = palette.land;
    context.fill(path);
    context.lineWidth = style.area ? 1.5 : 2;
    context.strokeStyle = colour;
    context.stroke(path);
    return;
  }
  const path = shapePath(shape, radius);
  context.lineWidth = 2;
  context.stroke(path);
  context.fillStyle = colour;
  context.fill(path);
}

/** Diagonal lines that join from tile to tile of the pattern. */
export function hatch(context: CanvasRenderingContext2D, colour: string, ratio: number, spacing = 6): CanvasPattern {
  const size = Math.round(spacing * ratio);
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const inner = tile.getContext("2d")!;
  inner.strokeStyle = colour;
  inner.lineWidth = 1.1 * ratio;
  inner.lineCap = "square";
  inner.beginPath();
  for (const shift of [-size, 0, size]) {
    inner.moveTo(shift, size);
    inner.lineTo(shift + size, 0);
  }
  inner.stroke();
  const pattern = context.createPattern(tile, "repeat")!;
  pattern.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, 0, 0]));
  return pattern;
}
