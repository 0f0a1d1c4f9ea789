/** The histogram with the range on it: two handles, a window to drag, bars of the types' colours. */

import { EVENT_TYPES } from "./category";
import { el } from "./dom";
import { passes } from "./filter";
import { formatDay } from "./format";
import { histogram, ticks, type Histogram } from "./histogram";
import { t } from "./language";
import { hatch } from "./marks";
import type { Model } from "./model";
import type { Palette } from "./theme";

/** Pixels from the top: bars, then the handles' track, then the axis. */
const BARS = 44;
const TRACK = 18;
const TICK_SPACING = 64;
const COARSE_THUMB = 18;
const FINE_THUMB = 11;
const AXIS_FONT = '12px system-ui, "Segoe UI", "Noto Sans", sans-serif';

type Drag =
  | { readonly kind: "move"; readonly anchor: number; readonly from: number; readonly to: number }
  | { readonly kind: "new"; readonly anchor: number };

export class Brush {
  readonly element: HTMLElement;
  private readonly canvas = el("canvas", { "aria-hidden": "true" });
  private readonly grip = el("div", { class: "dl-grip" });
  private readonly from = el("input", { type: "range", class: "dl-thumb dl-thumb-from", "aria-label": t.from, "data-testid": "range-from", step: "1" });
  private readonly to = el("input", { type: "range", class: "dl-thumb dl-thumb-to", "aria-label": t.to, "data-testid": "range-to", step: "1" });
  private readonly thumb = window.matchMedia("(pointer: coarse)").matches ? COARSE_THUMB : FINE_THUMB;
  private bars: Histogram | null = null;
  /** The bars as a picture, drawn anew only when they or their size change: a step only shows more or less of it. */
  private picture: HTMLCanvasElement | null = null;
  /** Measured when they change: to ask for them at every step would lay the page out anew. */
  private width = 0;
  private height = 0;
  private drag: Drag | null = null;

  constructor(private readonly model: Model, private palette: Palette) {
    // Time runs from left to right in every language, as in most dashboards in Arabic; only its words turn round.
    this.element = el("div", { class: "dl-brush", dir: "ltr" }, this.canvas, this.grip, this.from, this.to);
    this.element.style.setProperty("--thumb", `${this.thumb}px`);
    this.from.addEventListener("input", () => this.slide({ from: Math.min(Number(this.from.value), this.model.range.to), to: this.model.range.to }));
    this.to.addEventListener("input", () => this.slide({ from: this.model.range.from, to: Math.max(Number(this.to.value), this.model.range.from) }));
    this.grip.addEventListener("pointerdown", (event) => this.begin(event));
    this.grip.addEventListener("pointermove", (event) => this.continue(event));
    for (const name of ["pointerup", "pointercancel"] as const) this.grip.addEventListener(name, () => (this.drag = null));
    this.element.addEventListener("wheel", (event) => this.turn(event), { passive: false });
    this.grip.addEventListener("dblclick", () => this.model.domain && this.model.setRange(this.model.domain));
    new ResizeObserver(() => {
      this.width = this.element.clientWidth;
      this.height = this.element.clientHeight;
      this.update();
    }).observe(this.element);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.picture = null;
    this.update();
  }

  /** The bars depend on the filters and not on the range. */
  setFilters(): void {
    this.bars = null;
    this.picture = null;
  }

  private slide(range: { from: number; to: number }): void {
    this.model.setPlaying(false);
    this.model.setRange(range);
    // A handle that was pushed past the other one is put back even when the range stays.
    this.place();
  }

  private get plot(): number {
    return Math.max(0, this.width - 2 * this.thumb);
  }

  private get days(): number {
    const { domain } = this.model;
    return domain ? domain.to - domain.from + 1 : 1;
  }

  private x(day: number): number {
    const { domain } = this.model;
    return this.thumb + ((day - (domain?.from ?? 0)) / this.days) * this.plot;
  }

  /** Day under the pointer; the whole number is the day, the rest how far into it. */
  private dayAt(event: MouseEvent): number {
    const { domain } = this.model;
    const left = this.element.getBoundingClientRect().left + this.thumb;
    return (domain?.from ?? 0) + ((event.clientX - left) / Math.max(1, this.plot)) * this.days;
  }

  /** The wheel makes the range narrower or wider about the day under the pointer; sideways or with Shift it moves the range. */
  private turn(event: WheelEvent): void {
    const { domain, range, mode } = this.model;
    if (!domain) return;
    event.preventDefault();
    this.model.setPlaying(false);
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    const turns = (delta: number): number => Math.max(-1, Math.min(1, delta / (event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 100 : 3)));
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const days = Math.max(1, Math.round((range.to - range.from + 1) / 10));
      const by = Math.sign(sideways) * Math.max(1, Math.round(Math.abs(turns(sideways)) * days));
      if (mode === "cumulative") this.model.setRange({ from: domain.from, to: range.to + by });
      else this.model.moveRange(by);
      return;
    }
    this.model.zoomRange(1.25 ** turns(event.deltaY), Math.max(range.from, Math.min(range.to + 1, this.dayAt(event))));
  }

  private begin(event: PointerEvent): void {
    const { domain, range, mode } = this.model;
    if (!domain || event.button !== 0) return;
    this.model.setPlaying(false);
    this.grip.setPointerCapture(event.pointerId);
    const day = this.dayAt(event);
    const inside = day >= range.from && day < range.to + 1;
    const whole = range.from === domain.from && range.to === domain.to;
    this.drag = inside && !whole && mode === "window"
      ? { kind: "move", anchor: day, from: range.from, to: range.to }
      : { kind: "new", anchor: day };
  }

  private continue(event: PointerEvent): void {
    const { domain, mode } = this.model;
    const { drag } = this;
    if (!drag || !domain) {
      if (event.buttons === 0) this.setCursor(event);
      return;
    }
    const day = this.dayAt(event);
    if (drag.kind === "move") {
      const days = Math.round(day - drag.anchor);
      this.model.moveRange(drag.from + days - this.model.range.from);
      return;
    }
    if (mode === "cumulative") {
      this.model.setRange({ from: domain.from, to: Math.floor(day) });
      return;
    }
    // A press that does not move is no new range.
    if (Math.abs(this.x(day) - this.x(drag.anchor)) < 4) return;
    this.model.setRange({ from: Math.floor(Math.min(day, drag.anchor)), to: Math.floor(Math.max(day, drag.anchor)) });
  }

  private setCursor(event: PointerEvent): void {
    const { domain, range, mode } = this.model;
    const day = this.dayAt(event);
    const movable = domain && mode === "window" && (range.from > domain.from || range.to < domain.to);
    this.grip.style.cursor = movable && day >= range.from && day < range.to + 1 ? "grab" : domain ? "crosshair" : "";
  }

  update(): void {
    this.place();
    this.draw();
  }

  private place(): void {
    const { domain, range, mode } = this.model;
    const width = this.plot;
    const travel = this.thumb + (width * (this.days - 1)) / this.days;
    for (const [input, value, left] of [[this.from, range.from, 0], [this.to, range.to, this.thumb + width / this.days]] as const) {
      input.disabled = !domain || domain.from === domain.to || (input === this.from && mode === "cumulative");
      input.hidden = !domain;
      if (!domain) continue;
      input.min = String(domain.from);
      input.max = String(domain.to);
      input.value = String(value);
      input.setAttribute("aria-valuetext", formatDay(value));
      input.style.left = `${left}px`;
      input.style.width = `${travel}px`;
    }
  }

  private draw(): void {
    const { domain, through, table } = this.model;
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = this;
    if (width === 0) return;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== across || this.canvas.height !== down) {
      this.canvas.width = across;
      this.canvas.height = down;
      this.picture = null;
    }
    const context = this.canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    context.direction = t.direction;
    if (!domain) {
      context.fillStyle = this.palette.muted;
      context.font = AXIS_FONT;
      context.textAlign = "center";
      context.fillText(t.noDatedEvents, width / 2, height / 2 + 4);
      return;
    }
    this.bars ??= histogram(table, domain, (row) => passes(through, row));
    this.picture ??= this.drawPicture(this.bars, width, ratio);
    const { range } = this.model;
    const [left, right] = [this.x(range.from), this.x(range.to + 1)];
    context.fillStyle = this.palette.line;
    context.fillRect(this.thumb, BARS + TRACK / 2 - 1.5, this.plot, 3);
    context.globalAlpha = 0.28;
    context.drawImage(this.picture, 0, 0, width, BARS);
    context.globalAlpha = 1;
    // Inside the range the faint bars are wiped and drawn again in full colour.
    context.save();
    context.beginPath();
    context.rect(left, 0, right - left, BARS);
    context.clip();
    context.clearRect(left, 0, right - left, BARS);
    context.fillStyle = this.palette.line;
    context.globalAlpha = 0.4;
    context.fillRect(left, 0, right - left, BARS);
    context.globalAlpha = 1;
    context.drawImage(this.picture, 0, 0, width, BARS);
    context.restore();
    context.fillStyle = this.palette.text;
    context.fillRect(left, BARS + TRACK / 2 - 1.5, right - left, 3);
    context.fillRect(left - 1, 0, 1, BARS + 2);
    context.fillRect(right, 0, 1, BARS + 2);
    context.fillStyle = this.palette.border;
    context.fillRect(this.thumb, BARS - 0.5, this.plot, 1);
    this.drawAxis(context);
  }

  private drawPicture(bars: Histogram, width: number, ratio: number): HTMLCanvasElement {
    const picture = document.createElement("canvas");
    picture.width = Math.round(width * ratio);
    picture.height = Math.round(BARS * ratio);
    const context = picture.getContext("2d")!;
    context.scale(picture.width / width, picture.height / BARS);
    this.drawBars(context, bars, ratio);
    return picture;
  }

  private drawBars(context: CanvasRenderingContext2D, bars: Histogram, ratio: number): void {
    const { edges, exact, vague, highest } = bars;
    if (highest === 0) return;
    const unit = (BARS - 4) / highest;
    const hatching = hatch(context, this.palette.muted, ratio, 4);
    for (let bin = 0; bin + 1 < edges.length; bin += 1) {
      const left = this.x(edges[bin]!);
      const across = this.x(edges[bin + 1]!) - left;
      const width = Math.min(28, Math.max(1, across - (across > 4 ? 1 : 0)));
      const x = left + (across - width) / 2;
      let top = BARS;
      for (let type = 0; type < EVENT_TYPES; type += 1) {
        const tall = exact[bin * EVENT_TYPES + type]! * unit;
        if (tall === 0) continue;
        context.fillStyle = this.palette.categories[type]!;
        context.fillRect(x, top - tall, width, tall);
        top -= tall;
      }
      const tall = vague[bin]! * unit;
      if (tall > 0) {
        // A thirtieth of an event still has to be seen.
        const seen = Math.max(3, tall);
        context.fillStyle = hatching;
        context.fillRect(x, top - seen, width, seen);
        if (seen < 6) continue;
        context.fillStyle = this.palette.muted;
        context.fillRect(x, top - seen, width, 1);
      }
    }
  }

  private drawAxis(context: CanvasRenderingContext2D): void {
    const { domain } = this.model;
    if (!domain) return;
    context.font = AXIS_FONT;
    context.fillStyle = this.palette.muted;
    context.textBaseline = "alphabetic";
    const y = BARS + TRACK + 11;
    let end = -Infinity;
    for (const { day, label } of ticks(domain, this.plot, TICK_SPACING)) {
      const x = this.x(day);
      const width = context.measureText(label).width;
      const middle = Math.max(width / 2, Math.min(this.width - width / 2, x));
      if (middle - width / 2 < end + 8) continue;
      context.textAlign = "center";
      context.fillText(label, middle, y);
      context.fillRect(Math.round(x), BARS, 1, 4);
      end = middle + width / 2;
    }
  }
}
