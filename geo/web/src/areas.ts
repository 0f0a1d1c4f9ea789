/** Places that are areas, as hatched discs on a canvas of their own: it is drawn anew only when they change. */

import type * as L from "leaflet";
import { hatch } from "./marks";
import { Overlay } from "./overlay";
import type { Palette } from "./theme";
import { copies, type Viewport } from "./viewport";

/** Together a filled and hatched disc covers about 18 % of its ground. */
const FILL = 0.1;
const HATCH = 0.34;
const EDGE = 0.75;

export interface Disc {
  /** Mercator position and radius. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** The category of its events, or that of the mention for several. */
  readonly type: number;
  readonly selected: boolean;
}

/** A disc smaller than this would not be seen as one. Pixels. */
export const SMALLEST_DISC = 13;
/** Between the marks on an area's edge. */
export const EDGE_SPACING = 11;

export const discRadius = (disc: Disc, view: Viewport): number => Math.max(SMALLEST_DISC, disc.radius * view.scale);

export class Areas {
  private readonly overlay: Overlay;
  private discs: readonly Disc[] = [];
  private key = "";

  constructor(map: L.Map, private palette: Palette) {
    this.overlay = new Overlay(map, "dateline-areas", 440, (context, view, ratio) => this.draw(context, view, ratio));
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.overlay.redraw();
  }

  show(discs: readonly Disc[]): void {
    const key = discs.map(({ x, y, radius, type, selected }) => `${x} ${y} ${radius} ${type} ${selected}`).join();
    this.discs = discs;
    if (key === this.key) return;
    this.key = key;
    this.overlay.paint();
  }

  get canvas(): HTMLCanvasElement {
    return this.overlay.canvas;
  }

  at(ratio: number): HTMLCanvasElement {
    return this.overlay.at(ratio);
  }

  /** The smallest disc under a point of the viewport, or -1. */
  pick(view: Viewport, px: number, py: number): number {
    let best = -1;
    let smallest = Infinity;
    this.discs.forEach((disc, index) => {
      const radius = discRadius(disc, view);
      if (radius >= smallest || Math.abs(disc.y * view.scale - view.originY - py) > radius) return;
      const dy = disc.y * view.scale - view.originY - py;
      if (copies(disc.x, view, radius).some((x) => Math.hypot(x - px, dy) <= radius)) [best, smallest] = [index, radius];
    });
    return best;
  }

  /** Discs of one colour are one shape, so that ten at one place are no darker than one. */
  private draw(context: CanvasRenderingContext2D, view: Viewport, ratio: number): void {
    const shapes = new Map<number, Path2D>();
    const edges: [number, number, number, number][] = [];
    for (const disc of this.discs) {
      const radius = discRadius(disc, view);
      const y = disc.y * view.scale - view.originY;
      if (y + radius < 0 || y - radius > view.height) continue;
      for (const x of copies(disc.x, view, radius)) {
        const shape = shapes.get(disc.type) ?? new Path2D();
        shapes.set(disc.type, shape);
        shape.moveTo(x + radius, y);
        shape.arc(x, y, radius, 0, 2 * Math.PI);
        if (disc.selected) edges.push([x, y, radius, disc.type]);
      }
    }
    context.setLineDash([5, 4]);
    context.lineWidth = 1;
    for (const [type, shape] of shapes) {
      const colour = this.palette.categories[type]!;
      context.globalAlpha = FILL;
      context.fillStyle = colour;
      context.fill(shape);
      context.globalAlpha = HATCH;
      context.fillStyle = hatch(context, colour, ratio);
      context.fill(shape);
      context.globalAlpha = EDGE;
      context.strokeStyle = colour;
      context.stroke(shape);
    }
    context.globalAlpha = 1;
    context.lineWidth = 2.5;
    for (const [x, y, radius, type] of edges) {
      context.strokeStyle = this.palette.categories[type]!;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    context.setLineDash([]);
  }
}
