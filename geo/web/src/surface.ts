/** Counts as colour: hexagons, countries, or heat. Only counts are shown, so one hue does; what is not exact stays hatched. */

import { loadAtlas, type Shape } from "./atlas";
import type { Bins } from "./bins";
import { HEAT_CELL, HEXAGON, type HeatGrid } from "./cells";
import { pixelOf } from "./pies";
import type { Palette } from "./theme";
import { copies, type Viewport } from "./viewport";

/** Steps of the scale of colours. */
export const STEPS = 5;
const OPACITY = 0.78;

/** 1, 2, 5, 10, 20 …: the first that is not less. A scale with such an end rarely changes while time moves. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((digit) => digit * power).find((round) => round >= value) ?? value;
}

/** Least count of each step of colour, on a scale of powers up to `most`; steps that would be alike are one. */
export function stepsTo(most: number): number[] {
  const top = roundUp(most);
  const edges = Array.from({ length: STEPS }, (_, i) => Math.max(1, Math.round(top ** (i / STEPS))));
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!);
}

export const stepOf = (count: number, steps: readonly number[]): number => {
  let step = 0;
  while (step + 1 < steps.length && count >= steps[step + 1]!) step += 1;
  return step;
};

/** The colour of a step: from a tint of the ground to the full colour. */
export function rampColour(palette: Palette, step: number, steps: number): string {
  const share = 0.25 + (0.75 * (step + 1)) / Math.max(1, steps);
  const [from, to] = [pixelOf(palette.land), pixelOf(palette.ramp)];
  const mix = [0, 8, 16].map((shift) => Math.round(((from >> shift) & 255) * (1 - share) + ((to >> shift) & 255) * share));
  return `rgb(${mix.join(",")})`;
}

export type CountOf = (bin: number) => number;

export function drawHexagons(
  context: CanvasRenderingContext2D, view: Viewport, bins: Bins, countOf: CountOf, steps: readonly number[], palette: Palette,
): void {
  const shapes = steps.map(() => new Path2D());
  const corners = Array.from({ length: 6 }, (_, i) => [Math.sin((i * Math.PI) / 3) * (HEXAGON - 0.5), Math.cos((i * Math.PI) / 3) * (HEXAGON - 0.5)] as const);
  for (let bin = 0; bin < bins.length; bin += 1) {
    const count = bins.disc[bin] === 1 ? 0 : countOf(bin);
    const y = bins.y[bin]! * view.scale - view.originY;
    if (count === 0 || y < -HEXAGON || y > view.height + HEXAGON) continue;
    const shape = shapes[stepOf(count, steps)]!;
    for (const x of copies(bins.x[bin]!, view, HEXAGON)) {
      corners.forEach(([dx, dy], i) => (i === 0 ? shape.moveTo(x + dx, y + dy) : shape.lineTo(x + dx, y + dy)));
      shape.closePath();
    }
  }
  context.globalAlpha = OPACITY;
  shapes.forEach((shape, step) => {
    context.fillStyle = rampColour(palette, step, steps.length);
    context.fill(shape);
  });
  context.globalAlpha = 1;
}

/** Whether a point of the viewport lies in a hexagon that stands on a corner. */
export function inHexagon(bins: Bins, bin: number, view: Viewport, x: number, y: number): boolean {
  const dy = Math.abs(bins.y[bin]! * view.scale - view.originY - y);
  if (dy > HEXAGON) return false;
  const half = HEXAGON * Math.sqrt(0.75);
  return copies(bins.x[bin]!, view, HEXAGON).some((middle) => {
    const dx = Math.abs(middle - x);
    return dx <= half && dy <= HEXAGON - dx / Math.sqrt(3);
  });
}

/** Whether a point of the viewport lies in a country, by the even-odd rule. */
export function inCountry(code: string | null, view: Viewport, x: number, y: number): boolean {
  const py = (y + view.originY) / view.scale;
  const east = (x + view.originX) / view.scale;
  const px = east - Math.floor(east);
  let inside = false;
  for (const { box, points } of loadAtlas().countries.find((country) => country.code === code)?.rings ?? []) {
    if (px < box.minX || px > box.maxX || py < box.minY || py > box.maxY) continue;
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const [y1, y2] = [points[j + 1]!, points[i + 1]!];
      if (y1 > py !== y2 > py && px < points[j]! + ((py - y1) / (y2 - y1)) * (points[i]! - points[j]!)) inside = !inside;
    }
  }
  return inside;
}

const outlines = new Map<string, Path2D>();

/** A country at a zoom, once traced: its outline has thousands of points. */
function outline(code: string, scale: number): Path2D {
  const key = `${code} ${scale}`;
  let path = outlines.get(key);
  if (!path) {
    if (outlines.size > 600) outlines.clear();
    path = new Path2D();
    for (const ring of loadAtlas().countries.find((country) => country.code === code)?.rings ?? []) trace(path, ring, scale);
    outlines.set(key, path);
  }
  return path;
}

function trace(path: Path2D, { points }: Shape, scale: number): void {
  let [drawnX, drawnY] = [NaN, NaN];
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i]! * scale, points[i + 1]! * scale];
    if (i > 0 && Math.abs(x - drawnX) < 1 && Math.abs(y - drawnY) < 1) continue;
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    [drawnX, drawnY] = [x, y];
  }
  path.closePath();
}

export function drawCountries(
  context: CanvasRenderingContext2D, view: Viewport, bins: Bins, codeOf: (bin: number) => string | null, countOf: CountOf,
  steps: readonly number[], palette: Palette,
): void {
  context.globalAlpha = OPACITY;
  for (let bin = 0; bin < bins.length; bin += 1) {
    const count = countOf(bin);
    if (count === 0) continue;
    context.fillStyle = rampColour(palette, stepOf(count, steps), steps.length);
    const path = outline(codeOf(bin) ?? "", view.scale);
    for (const left of copies(0, view, view.scale)) {
      context.save();
      context.translate(left, -view.originY);
      context.fill(path, "evenodd");
      context.restore();
    }
  }
  context.globalAlpha = 1;
}

/** Three passes of a box are nearly a bell. */
export function blur(values: Float32Array, columns: number, rows: number, radius: number): void {
  const line = new Float32Array(Math.max(columns, rows));
  const pass = (start: number, step: number, length: number): void => {
    let sum = 0;
    for (let i = -radius; i < length; i += 1) {
      if (i + radius < length) sum += values[start + (i + radius) * step]!;
      if (i - radius - 1 >= 0) sum -= values[start + (i - radius - 1) * step]!;
      if (i >= 0) line[i] = sum / (2 * radius + 1);
    }
    for (let i = 0; i < length; i += 1) values[start + i * step] = line[i]!;
  };
  for (let time = 0; time < 3; time += 1) {
    for (let row = 0; row < rows; row += 1) pass(row * columns, 1, columns);
    for (let column = 0; column < columns; column += 1) pass(column, columns, rows);
  }
}

const BLUR = 3;

/** Heat is relative: the hottest spot in sight has the full colour. */
export function drawHeat(
  context: CanvasRenderingContext2D, view: Viewport, bins: Bins & HeatGrid, countOf: CountOf, palette: Palette,
): void {
  const { columns, rows, box } = bins;
  const values = new Float32Array(columns * rows);
  for (let bin = 0; bin < bins.length; bin += 1) {
    if (bins.disc[bin] === 1) continue;
    const column = Math.floor(((bins.x[bin]! - box.minX) * bins.scale) / HEAT_CELL);
    const row = Math.floor(((bins.y[bin]! - box.minY) * bins.scale) / HEAT_CELL);
    values[row * columns + column] = countOf(bin);
  }
  blur(values, columns, rows, BLUR);
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most === 0) return;
  const colour = pixelOf(palette.ramp);
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i += 1) {
    // The root lifts what is faint: one event beside a hundred is still to be seen.
    const heat = Math.sqrt(values[i]! / most);
    if (heat > 0.02) pixels[i] = colour | (Math.round(220 * heat) << 24);
  }
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [columns, rows];
  canvas.getContext("2d")!.putImageData(image, 0, 0);
  const factor = view.scale / bins.scale;
  const size = HEAT_CELL * factor;
  context.imageSmoothingEnabled = true;
  for (const x of copies(box.minX, view, columns * size)) {
    context.drawImage(canvas, x, box.minY * view.scale - view.originY, columns * size, rows * size);
  }
}
