/** The events of the range on the map: areas below, marks and clusters above, the selected one ringed. */

import type * as L from "leaflet";
import { Areas, EDGE_SPACING, SMALLEST_DISC, type Disc } from "./areas";
import { NO_BINS, type Bins } from "./bins";
import { MENTION } from "./category";
import { Crowd } from "./crowd";
import type { HeatGrid } from "./cells";
import { Digits } from "./digits";
import type { Labels } from "./labels";
import { MARK_RADIUS, Sprites } from "./marks";
import { unitsOfKm } from "./mercator";
import type { Layer } from "./model";
import { Overlay, viewportOf } from "./overlay";
import { pick, type Drawn, type Hit, type Standing } from "./picking";
import { pieRadius, Pies, shortCount } from "./pies";
import { rosette, rowOnEdge, SPACING, type Offset } from "./rosette";
import { drawCountries, drawHeat, drawHexagons, inCountry, inHexagon, stepsTo } from "./surface";
import type { Spots } from "./table";
import { eventsIn, KINDS, newTally, type Tally } from "./tally";
import type { Palette } from "./theme";
import { copies, nearestCopy, type Viewport } from "./viewport";

/** A mark whose events lie in the range for a small part of their time is still to be seen. */
const FAINTEST = 0.4;
/** Where more places than this hold several events, counts that would cover marks wait for a nearer view. */
const MOST_COUNTS = 60;
const BADGE_HEIGHT = 16;

export class EventLayer {
  private readonly overlay: Overlay;
  private readonly areas: Areas;
  private layer: Layer = "marks";
  private bins: Bins = NO_BINS;
  private tally: Tally = newTally(0);
  private selected: Standing | null = null;
  private sprites: Sprites | null = null;
  private pies: Pies | null = null;
  private ratio = 0;
  private drawn: Drawn[] = [];
  private discBins: number[] = [];
  /** Least counts of the colours last drawn. */
  steps: readonly number[] = [];
  private digits: Digits | null = null;

  constructor(
    private readonly map: L.Map, private palette: Palette, private readonly labels: Labels, private readonly spots: Spots,
    private readonly countryOf: (bin: number) => string | null,
  ) {
    this.areas = new Areas(map, palette);
    this.overlay = new Overlay(map, "dateline-events", 450, (context, view, ratio) => this.draw(context, view, ratio));
    this.overlay.canvas.setAttribute("data-testid", "events");
  }

  /** From the lowest to the highest. */
  get canvases(): readonly HTMLCanvasElement[] {
    return [this.areas.canvas, this.overlay.canvas];
  }

  /** The same drawings with so many pixels to one of the page, from the lowest to the highest. */
  at(ratio: number): readonly HTMLCanvasElement[] {
    return [this.areas.at(ratio), this.overlay.at(ratio)];
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.sprites = null;
    this.areas.setPalette(palette);
    this.overlay.redraw();
  }

  show(layer: Layer, bins: Bins, tally: Tally, selected: Standing | null): void {
    this.layer = layer;
    this.bins = bins;
    this.tally = tally;
    this.selected = selected;
    this.showAreas();
    this.overlay.paint();
  }

  private showAreas(): void {
    const { bins, spots } = this;
    const discs: Disc[] = [];
    this.discBins = [];
    for (let bin = 0; bin < bins.length; bin += 1) {
      if (bins.disc[bin] === 0) continue;
      const types = this.typesOf(bin);
      // The event whose card is open has its area where the range leaves it out, too.
      if (types.length === 0 && this.selected?.bin === bin) types.push(this.selected.type);
      if (types.length === 0) continue;
      const spot = bins.spot[bin]!;
      discs.push({
        x: bins.x[bin]!, y: bins.y[bin]!, radius: unitsOfKm(spots.radiusKm[spot]!, spots.lat[spot]!),
        type: types.length === 1 ? types[0]! : MENTION, selected: this.selected?.bin === bin,
      });
      this.discBins.push(bin);
    }
    this.areas.show(discs);
  }

  private typesOf(bin: number): number[] {
    const types: number[] = [];
    for (let type = 0; type < KINDS; type += 1) if (this.tally.count[bin * KINDS + type]! > 0) types.push(type);
    return types;
  }

  /** Marks before the areas under them. */
  pick(x: number, y: number, tolerance: number): Hit | null {
    const hit = pick(this.drawn, x, y, tolerance);
    if (hit) return hit;
    const view = viewportOf(this.map);
    const cell = this.cellAt(view, x, y);
    if (cell >= 0) return { bin: cell, type: -1 };
    const disc = this.areas.pick(view, x, y);
    return disc < 0 ? null : { bin: this.discBins[disc]!, type: -1 };
  }

  /** The hexagon or country under a point that holds an event, or -1. */
  private cellAt(view: Viewport, x: number, y: number): number {
    const { bins, layer } = this;
    const isThere = layer === "hexagons"
      ? (bin: number): boolean => bins.disc[bin] === 0 && inHexagon(bins, bin, view, x, y)
      : layer === "countries" ? (bin: number): boolean => inCountry(this.countryOf(bin), view, x, y) : null;
    if (!isThere) return -1;
    for (let bin = 0; bin < bins.length; bin += 1) if (eventsIn(this.tally, bin) > 0 && isThere(bin)) return bin;
    return -1;
  }

  /** Whether a bin is a cell of a surface, where rows have no mark. */
  private isCell(bin: number): boolean {
    return this.layer !== "marks" && this.bins.spot[bin]! < 0;
  }

  /** Where a row is drawn in the viewport, or would be. */
  position({ bin, type, spot }: Standing): { x: number; y: number } {
    const view = viewportOf(this.map);
    if (this.isCell(bin)) {
      return { x: nearestCopy(this.spots.x[spot]!, view), y: this.spots.y[spot]! * view.scale - view.originY };
    }
    const types = this.typesOf(bin);
    const { dx, dy } = this.offsets(bin, types.length, view)[Math.max(0, types.indexOf(type))]!;
    return { x: nearestCopy(this.bins.x[bin]!, view) + dx, y: this.bins.y[bin]! * view.scale - view.originY + dy };
  }

  private offsets(bin: number, count: number, view: Viewport): readonly Offset[] {
    if (this.bins.spot[bin]! < 0) return [{ dx: 0, dy: 0 }];
    return this.bins.disc[bin] === 1 ? rowOnEdge(Math.max(1, count), EDGE_SPACING, this.radius(bin, view)) : rosette(Math.max(1, count), SPACING);
  }

  private radius(bin: number, view: Viewport): number {
    const spot = this.bins.spot[bin]!;
    return Math.max(SMALLEST_DISC, unitsOfKm(this.spots.radiusKm[spot]!, this.spots.lat[spot]!) * view.scale);
  }

  private draw(context: CanvasRenderingContext2D, view: Viewport, ratio: number): void {
    if (!this.sprites || !this.pies || this.ratio !== ratio) {
      this.ratio = ratio;
      this.sprites = new Sprites(this.palette, ratio);
      this.pies = new Pies(this.palette, ratio);
      this.digits = new Digits(this.palette.text, ratio);
    }
    this.drawn = [];
    if (this.layer !== "marks") this.drawSurface(context, view);
    else if (this.bins.merged) this.drawClusters(context, view, this.pies);
    this.drawMarks(context, view, this.sprites);
    if (this.selected) this.drawRing(context, view, this.selected);
    this.drawCounts(context, view);
  }

  /** Counts by colour: cells are drawn without marks, wide areas as they always are. */
  private drawSurface(context: CanvasRenderingContext2D, view: Viewport): void {
    const { bins, layer, palette } = this;
    const countOf = (bin: number): number => eventsIn(this.tally, bin);
    let most = 0;
    for (let bin = 0; bin < bins.length; bin += 1) if (bins.disc[bin] === 0) most = Math.max(most, countOf(bin));
    this.steps = most === 0 ? [] : stepsTo(most);
    if (most === 0) return;
    if (layer === "heat") drawHeat(context, view, bins as Bins & HeatGrid, countOf, palette);
    else if (layer === "countries") drawCountries(context, view, bins, this.countryOf, countOf, this.steps, palette);
    else drawHexagons(context, view, bins, countOf, this.steps, palette);
  }

  /** The places of a bin in sight. */
  private sight(bin: number, view: Viewport, margin: number): readonly { x: number; y: number }[] {
    const y = this.bins.y[bin]! * view.scale - view.originY;
    if (y < -margin || y > view.height + margin) return [];
    return copies(this.bins.x[bin]!, view, margin).map((x) => ({ x, y }));
  }

  private drawClusters(context: CanvasRenderingContext2D, view: Viewport, pies: Pies): void {
    const { bins, tally } = this;
    pies.begin(context.canvas.width, context.canvas.height);
    const labels: [string, number, number][] = [];
    for (let bin = 0; bin < bins.length; bin += 1) {
      if (bins.spot[bin]! >= 0) continue;
      const events = eventsIn(this.tally, bin);
      if (events === 0) continue;
      const radius = pieRadius(events);
      for (const { x, y } of this.sight(bin, view, radius)) {
        pies.add(x, y, radius, tally.count, bin * KINDS);
        labels.push([shortCount(events), x, y]);
        this.drawn.push({ bin, type: -1, x, y, radius });
      }
    }
    pies.end(context);
    for (const [label, x, y] of labels) this.digits?.draw(context, label, x, y);
  }

  private drawMarks(context: CanvasRenderingContext2D, view: Viewport, sprites: Sprites): void {
    const { bins, tally } = this;
    for (const mentions of [true, false]) {
      for (let bin = 0; bin < bins.length; bin += 1) {
        if (bins.spot[bin]! < 0) continue;
        const types = this.typesOf(bin);
        if (types.length === 0 || (mentions && types[types.length - 1] !== MENTION)) continue;
        const offsets = this.offsets(bin, types.length, view);
        const disc = bins.disc[bin] === 1;
        for (const { x, y } of this.sight(bin, view, disc ? this.radius(bin, view) + sprites.size : sprites.size)) {
          types.forEach((type, i) => {
            if ((type === MENTION) !== mentions) return;
            const { dx, dy } = offsets[i] ?? offsets[0]!;
            const at = bin * KINDS + type;
            const count = tally.count[at]!;
            context.globalAlpha = Math.max(FAINTEST, 1 - tally.outside[at]! / count);
            sprites.draw(context, { type, hollow: tally.vague[at] === count, area: disc }, x + dx, y + dy);
            this.drawn.push({ bin, type, x: x + dx, y: y + dy, radius: MARK_RADIUS });
          });
        }
      }
    }
    context.globalAlpha = 1;
  }

  private drawRing(context: CanvasRenderingContext2D, view: Viewport, selected: Standing): void {
    const { x, y } = this.position(selected);
    const cluster = this.bins.spot[selected.bin]! < 0 && !this.isCell(selected.bin);
    // Its mark is drawn where nothing else is: the range may leave it out, and a cell has no marks.
    const counted = this.tally.count[selected.bin * KINDS + selected.type]! > 0;
    if (!cluster && (!counted || this.isCell(selected.bin))) {
      this.sprites?.draw(context, { type: selected.type, hollow: false, area: this.bins.disc[selected.bin] === 1 }, x, y);
    }
    const radius = (cluster ? pieRadius(eventsIn(this.tally, selected.bin)) : MARK_RADIUS) + 5.5;
    for (const copy of copies((x + view.originX) / view.scale, view, 40)) {
      context.beginPath();
      context.arc(copy, y, radius, 0, 2 * Math.PI);
      context.lineWidth = 5;
      context.strokeStyle = this.palette.land;
      context.stroke();
      context.lineWidth = 2.5;
      context.strokeStyle = this.palette.text;
      context.stroke();
    }
  }

  /** A count goes to the corner where it covers least; where even that covers another count, it is left out. */
  private drawCounts(context: CanvasRenderingContext2D, view: Viewport): void {
    const { bins } = this;
    const marks = new Crowd();
    const counts = new Crowd();
    for (const { x, y, type } of this.drawn) if (type !== MENTION) marks.add(x, y);
    const several: { bin: number; x: number; y: number; events: number; out: number }[] = [];
    for (let bin = 0; bin < bins.length; bin += 1) {
      if (bins.spot[bin]! < 0) continue;
      const events = eventsIn(this.tally, bin);
      if (events < 2) continue;
      const offsets = this.offsets(bin, this.typesOf(bin).length, view);
      const [shift, out] = bins.disc[bin] === 1
        ? [offsets[0]!.dy, Math.abs(offsets[0]!.dx)]
        : [0, Math.max(...offsets.map(({ dx, dy }) => Math.hypot(dx, dy))) * 0.7];
      for (const { x, y } of this.sight(bin, view, 40 + Math.abs(shift))) several.push({ bin, x, y: y + shift, events, out });
    }
    for (const { bin, x, y, events, out } of several.reverse()) {
      const label = shortCount(events);
      const width = Math.max(16, 6.5 * label.length + 8);
      const aside = out + 4 + width / 2;
      const corners = [[1, -1], [-1, -1], [1, 1], [-1, 1]].map(([sx, sy]) => [x + sx! * aside, y + sy! * (aside - width / 2 + 5)] as const);
      const free = ([cx, cy]: readonly [number, number]): boolean =>
        !counts.isNear(cx, cy, 17) && !this.labels.touches(view, cx, cy, width, BADGE_HEIGHT);
      const best =
        corners.find((corner) => !marks.isNear(...corner, 12) && free(corner)) ??
        (several.length <= MOST_COUNTS ? corners.find(free) : undefined);
      if (!best) continue;
      counts.add(...best);
      this.drawn.push({ bin, type: this.typesOf(bin)[0]!, x: best[0], y: best[1], radius: width / 2 });
      this.drawBadge(context, label, best[0], best[1], width);
    }
  }

  private drawBadge(context: CanvasRenderingContext2D, label: string, x: number, y: number, width: number): void {
    context.beginPath();
    context.roundRect(x - width / 2, y - 8, width, BADGE_HEIGHT, 8);
    context.fillStyle = this.palette.surface;
    context.strokeStyle = this.palette.muted;
    context.lineWidth = 2;
    context.stroke();
    context.fill();
    this.digits?.draw(context, label, x, y);
  }
}

