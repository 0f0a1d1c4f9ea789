/** Play, speed, step, the brush, the mode and the lists of what the bar cannot show. */

import type { Unit } from "./calendar";
import { hasPlace } from "./filter";
import { Brush } from "./brush";
import { button, el, icon, replace } from "./dom";
import { counted, formatNumber, formatRange } from "./format";
import type { Model } from "./model";
import { SPEEDS, type Mode, type Speed } from "./playback";
import type { Palette } from "./theme";
import type { Tray } from "./tray";

function choice<V extends string | number>(
  label: string, testId: string, options: readonly (readonly [V, string])[], onChoose: (value: V) => void,
): HTMLSelectElement {
  const select = el("select", { class: "dl-select", "aria-label": label, title: label, "data-testid": testId },
    ...options.map(([value, name]) => el("option", { value: String(value) }, name)));
  select.addEventListener("change", () => {
    const chosen = options[select.selectedIndex];
    if (chosen) onChoose(chosen[0]);
  });
  return select;
}

export class TimeBar {
  private readonly brush: Brush;
  private readonly play: HTMLButtonElement;
  private readonly speed: HTMLSelectElement;
  private readonly unit: HTMLSelectElement;
  private readonly modes: readonly (readonly [Mode, HTMLButtonElement])[];
  private readonly range = el("output", { class: "dl-range", "data-testid": "range" });
  private readonly whole: HTMLButtonElement;
  private readonly undated: HTMLButtonElement;
  private readonly unplaced: HTMLButtonElement;

  constructor(private readonly model: Model, parent: HTMLElement, palette: Palette, private readonly tray: Tray) {
    this.brush = new Brush(model, palette);
    this.play = button("Play", { class: "dl-play", "data-testid": "play" }, () => model.setPlaying(!model.playing), icon("play"));
    this.speed = choice<Speed>("Speed", "speed", SPEEDS.map((speed) => [speed, `${speed}×`] as const), (speed) => model.setSpeed(speed));
    const { domain } = model;
    const long = domain !== null && domain.to - domain.from > 1100;
    const units: (readonly [Unit, string])[] = [["day", "day"], ["week", "week"], ["month", "month"]];
    if (long) units.push(["year", "year"]);
    this.unit = choice<Unit>("Step", "step", units, (unit) => model.setUnit(unit));
    this.modes = (["window", "cumulative"] as const).map((mode) =>
      [mode, button(mode, { "data-testid": `mode-${mode}` }, () => model.setMode(mode), mode)] as const);
    this.whole = button("Show the whole span", { class: "dl-tool dl-tool-small", "data-testid": "whole", title: "Show the whole span" }, () => {
      if (model.domain) model.setRange(model.domain);
    }, icon("span"));
    this.undated = button("", { class: "dl-link", "data-testid": "undated", "aria-label": null }, () => this.openUndated());
    this.unplaced = button("", { class: "dl-link", "data-testid": "unplaced", "aria-label": null },
      () => tray.toggle("Events without a place", () => model.unplaced(), this.unplaced));
    parent.append(
      el("div", { class: "dl-time-play" }, this.play, this.speed, this.unit),
      el("div", { class: "dl-time-range" }, this.range, this.whole),
      this.brush.element,
      el("div", { class: "dl-segments", role: "group", "aria-label": "How time adds up" }, ...this.modes.map(([, segment]) => segment)),
      el("div", { class: "dl-time-lists" }, this.undated, this.unplaced));
  }

  openUndated(): void {
    this.tray.toggle("Events without a date", () => this.model.undated, this.undated);
  }

  setPalette(palette: Palette): void {
    this.brush.setPalette(palette);
  }

  setFilters(): void {
    this.brush.setFilters();
  }

  update(): void {
    const { model } = this;
    const { domain, range, playing, mode } = model;
    this.play.disabled = !domain || domain.from === domain.to;
    this.play.setAttribute("aria-label", playing ? "Pause" : "Play");
    if (this.play.dataset["state"] !== String(playing)) {
      this.play.dataset["state"] = String(playing);
      replace(this.play, icon(playing ? "pause" : "play"));
    }
    this.speed.value = String(model.speed);
    this.unit.value = model.unit;
    for (const [name, segment] of this.modes) segment.setAttribute("aria-pressed", String(name === mode));
    this.range.textContent = domain ? formatRange(range.from, range.to) : "";
    const whole = !domain || (range.from === domain.from && range.to === domain.to);
    this.whole.style.visibility = whole ? "hidden" : "visible";
    this.undated.hidden = model.undated.length === 0;
    this.undated.textContent = `${formatNumber(model.undated.length)} undated`;
    const unplaced = model.selection.unplaced + model.undated.filter((row) => !hasPlace(model.table, row)).length;
    this.unplaced.hidden = unplaced === 0;
    this.unplaced.textContent = `${formatNumber(unplaced)} unplaced`;
    this.unplaced.title = `${counted(unplaced, "event")} in the range without a place on the map`;
    this.brush.update();
  }
}
