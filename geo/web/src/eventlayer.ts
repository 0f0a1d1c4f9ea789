/** The events of the range on one canvas: areas below, marks above, the selected one ringed. */

import type * as L from "leaflet";
import { MENTION } from "./category";
import type { Cluster, Disc, Mark } from "./clusters";
import { Crowd } from "./crowd";
import type { Labels } from "./labels";
import { hatch, MARK_RADIUS, Sprites } from "./marks";
import { unitsOfKm } from "./mercator";
import { Overlay, viewportOf } from "./overlay";
import { pick, type Hit } from "./picking";
import type { Palette } from "./theme";
import { copies, nearestCopy, type Viewport } from "./viewport";

/** Together a filled and hatched disc covers about 18 % of its ground. */
const AREA_FILL = 0.1;
const AREA_HATCH = 0.34;
const AREA_EDGE = 0.75;
/** An area smaller than its mark would not be seen as one. */
const SMALLEST_DISC = 13;
/** Where more places than this hold several events, counts that would cover marks wait for a nearer view. */
const MOST_COUNTS = 60;
const BADGE_HEIGHT = 16;
const COUNT_FONT = '600 11px system-ui, "Segoe UI", "Noto Sans", sans-serif';

export interface Selected {
  readonly cluster: Cluster;
  readonly mark: Mark;
}

/** A count beside the marks of a place, where it was last drawn. */
interface Badge {
  readonly cluster: Cluster;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface VisibleDisc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: string;
  readonly selected: boolean;
}

export class EventLayer {
  private readonly overlay: Overlay;
  private clusters: readonly Cluster[] = [];
  private selected: Selected | null = null;
  private sprites: Sprites | null = null;
  private ratio = 0;
  private badges: Badge[] = [];

  constructor(private readonly map: L.Map, private palette: Palette, private readonly labels: Labels) {
    this.overlay = new Overlay(map, "dateline-events", 450, (context, view) => this.draw(context, view));
    this.overlay.canvas.setAttribute("data-testid", "events");
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.sprites = null;
    this.overlay.redraw();
  }

  show(clusters: readonly Cluster[], selected: Selected | null): void {
    this.clusters = clusters;
    this.selected = selected;
    this.overlay.paint();
  }

  pick(x: number, y: number, tolerance: number): Hit | null {
    const hit = pick(this.clusters, viewportOf(this.map), x, y, tolerance);
    if (hit) return hit;
    const badge = this.badges.find((each) => Math.abs(each.x - x) <= each.width / 2 && Math.abs(each.y - y) <= BADGE_HEIGHT / 2);
    const mark = badge?.cluster.marks[0];
    return badge && mark ? { cluster: badge.cluster, mark } : null;
  }

  /** Pixels of a mark inside the map. */
  position({ cluster, mark }: Selected): { x: number; y: number } {
    const view = viewportOf(this.map);
    return {
      x: nearestCopy(cluster.x, view) + mark.dx,
      y: cluster.y * view.scale - view.originY + mark.dy,
    };
  }

  private draw(context: CanvasRenderingContext2D, view: Viewport): void {
    const ratio = window.devicePixelRatio || 1;
    if (!this.sprites || this.ratio !== ratio) {
      this.sprites = new Sprites(this.palette, ratio);
      this.ratio = ratio;
    }
    this.drawAreas(context, view, ratio);
    const { selected } = this;
    const drawn = selected ? [...this.clusters.filter((cluster) => cluster !== selected.cluster), selected.cluster] : this.clusters;
    this.drawMarks(context, view, drawn, this.sprites);
    if (selected) this.drawRing(context, view, selected);
    this.drawCounts(context, view, drawn);
  }

  private *visibleDiscs(view: Viewport): Generator<VisibleDisc> {
    for (const cluster of this.clusters) {
      for (const disc of cluster.discs) {
        const radius = Math.max(SMALLEST_DISC, unitsOfKm(disc.radiusKm, cluster.lat) * view.scale);
        const y = cluster.y * view.scale - view.originY;
        if (y + radius < 0 || y - radius > view.height) continue;
        for (const x of copies(cluster.x, view, radius)) {
          yield { x, y, radius, colour: this.colourOf(disc), selected: cluster === this.selected?.cluster };
        }
      }
    }
  }

  private colourOf(disc: Disc): string {
    return disc.type < 0 ? this.palette.categories[MENTION]! : this.palette.categories[disc.type]!;
  }

  /** Discs of one colour are one shape, so that ten at one place are no darker than one. */
  private drawAreas(context: CanvasRenderingContext2D, view: Viewport, ratio: number): void {
    const shapes = new Map<string, Path2D>();
    for (const { x, y, radius, colour } of this.visibleDiscs(view)) {
      const shape = shapes.get(colour) ?? new Path2D();
      shapes.set(colour, shape);
      shape.moveTo(x + radius, y);
      shape.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.setLineDash([5, 4]);
    context.lineWidth = 1;
    for (const [colour, shape] of shapes) {
      context.globalAlpha = AREA_FILL;
      context.fillStyle = colour;
      context.fill(shape);
      context.globalAlpha = AREA_HATCH;
      context.fillStyle = hatch(context, colour, ratio);
      context.fill(shape);
      context.globalAlpha = AREA_EDGE;
      context.strokeStyle = colour;
      context.stroke(shape);
    }
    context.globalAlpha = 1;
    context.lineWidth = 2;
    for (const { x, y, radius, colour, selected } of this.visibleDiscs(view)) {
      if (!selected) continue;
      context.strokeStyle = colour;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    context.setLineDash([]);
  }

  private drawMarks(context: CanvasRenderingContext2D, view: Viewport, clusters: readonly Cluster[], sprites: Sprites): void {
    const margin = sprites.size;
    for (const mentions of [true, false]) {
      for (const cluster of clusters) {
        const y = cluster.y * view.scale - view.originY;
        if (y < -margin || y > view.height + margin) continue;
        for (const x of copies(cluster.x, view, margin)) {
          for (const mark of cluster.marks) {
            if ((mark.type === MENTION) === mentions) sprites.draw(context, mark, x + mark.dx, y + mark.dy);
          }
        }
      }
    }
  }

  private drawRing(context: CanvasRenderingContext2D, view: Viewport, { cluster, mark }: Selected): void {
    const y = cluster.y * view.scale - view.originY + mark.dy;
    for (const x of copies(cluster.x, view, 40)) {
      context.beginPath();
      context.arc(x + mark.dx, y, MARK_RADIUS + 5.5, 0, 2 * Math.PI);
      context.lineWidth = 5;
      context.strokeStyle = this.palette.land;
      context.stroke();
      context.lineWidth = 2.5;
      context.strokeStyle = this.palette.text;
      context.stroke();
    }
  }

  /** A count goes to the corner where it covers least; where even that covers another count, it is left out. */
  private drawCounts(context: CanvasRenderingContext2D, view: Viewport, clusters: readonly Cluster[]): void {
    this.badges = [];
    context.font = COUNT_FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const marks = new Crowd();
    const counts = new Crowd();
    const several: { cluster: Cluster; x: number; y: number; events: number }[] = [];
    for (const cluster of clusters) {
      const y = cluster.y * view.scale - view.originY;
      if (y < -40 || y > view.height + 40) continue;
      for (const x of copies(cluster.x, view, 40)) {
        for (const mark of cluster.marks) if (mark.type !== MENTION) marks.add(x + mark.dx, y + mark.dy);
        const events = cluster.marks.reduce((sum, mark) => sum + (mark.type === MENTION ? 0 : mark.rows.length), 0);
        if (events > 1) several.push({ cluster, x, y, events });
      }
    }
    for (const { cluster, x, y, events } of several.reverse()) {
      const label = events > 999 ? "999+" : String(events);
      const width = Math.max(16, 6.5 * label.length + 8);
      const out = Math.max(...cluster.marks.map((mark) => Math.hypot(mark.dx, mark.dy))) * 0.7 + 4 + width / 2;
      const corners = [[1, -1], [-1, -1], [1, 1], [-1, 1]].map(([sx, sy]) => [x + sx! * out, y + sy! * (out - width / 2 + 5)] as const);
      const free = ([cx, cy]: readonly [number, number]): boolean =>
        !counts.isNear(cx, cy, 17) && !this.labels.touches(view, cx, cy, width, BADGE_HEIGHT);
      const best =
        corners.find((corner) => !marks.isNear(...corner, 12) && free(corner)) ??
        (several.length <= MOST_COUNTS ? corners.find(free) : undefined);
      if (!best) continue;
      counts.add(...best);
      this.badges.push({ cluster, x: best[0], y: best[1], width });
      this.drawCount(context, label, best[0], best[1], width);
    }
  }

  private drawCount(context: CanvasRenderingContext2D, label: string, x: number, y: number, width: number): void {
    context.beginPath();
    context.roundRect(x - width / 2, y - 8, width, 16, 8);
    context.fillStyle = this.palette.surface;
    context.strokeStyle = this.palette.muted;
    context.lineWidth = 2;
    context.stroke();
    context.fill();
    context.fillStyle = this.palette.text;
    context.fillText(label, x, y + 0.5);
  }
}
