/** Play, speed, step, the brush, the mode and the lists of what the bar cannot show. */

import type { Unit } from "./calendar";
import { Brush } from "./brush";
import { button, el, icon, replace } from "./dom";
import { formatRange } from "./format";
import { t } from "./language";
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
  private readonly loop: HTMLButtonElement;
  private readonly speed: HTMLSelectElement;
  private readonly unit: HTMLSelectElement;
  private readonly modes: readonly (readonly [Mode, HTMLButtonElement])[];
  private readonly range = el("output", { class: "dl-range", "data-testid": "range" });
  private readonly whole: HTMLButtonElement;
  private readonly undated: HTMLButtonElement;
  private readonly unplaced: HTMLButtonElement;

  constructor(private readonly model: Model, parent: HTMLElement, palette: Palette, private readonly tray: Tray) {
    this.brush = new Brush(model, palette);
    this.play = button(t.play, { class: "dl-play", "data-testid": "play" }, () => model.setPlaying(!model.playing), icon("play"));
    this.loop = button(t.loop, { class: "dl-tool dl-tool-small dl-loop", "data-testid": "loop", title: t.loop }, () => model.setLooping(!model.looping), icon("loop"));
    this.speed = choice<Speed>(t.speed, "speed", SPEEDS.map((speed) => [speed, `${speed}×`] as const), (speed) => model.setSpeed(speed));
    const { domain } = model;
    const long = domain !== null && domain.to - domain.from > 1100;
    const units: readonly Unit[] = long ? ["day", "week", "month", "year"] : ["day", "week", "month"];
    this.unit = choice<Unit>(t.step, "step", units.map((unit) => [unit, t.units[unit]] as const), (unit) => model.setUnit(unit));
    this.modes = (["window", "cumulative"] as const).map((mode) =>
      [mode, button(t.modes[mode], { "data-testid": `mode-${mode}` }, () => model.setMode(mode), t.modes[mode])] as const);
    this.whole = button(t.wholeSpan, { class: "dl-tool dl-tool-small", "data-testid": "whole", title: t.wholeSpan }, () => {
      if (model.domain) model.setRange(model.domain);
    }, icon("span"));
    this.undated = button("", { class: "dl-link", "data-testid": "undated", "aria-label": null }, () => this.openUndated());
    this.unplaced = button("", { class: "dl-link", "data-testid": "unplaced", "aria-label": null },
      () => this.openUnplaced());
    parent.append(
      el("div", { class: "dl-time-play" }, this.play, this.speed, this.unit),
      el("div", { class: "dl-time-range" }, this.range, this.loop, this.whole),
      this.brush.element,
      el("div", { class: "dl-segments", role: "group", "aria-label": t.howTimeAddsUp }, ...this.modes.map(([, segment]) => segment)),
      el("div", { class: "dl-time-lists" }, this.undated, this.unplaced));
  }

  openUndated(): void {
    this.tray.toggle("undated", () => this.model.undated, this.undated);
  }

  openUnplaced(): void {
    this.tray.toggle("unplaced", () => this.model.unplaced(), this.unplaced);
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
    this.play.setAttribute("aria-label", playing ? t.pause : t.play);
    if (this.play.dataset["state"] !== String(playing)) {
      this.play.dataset["state"] = String(playing);
      replace(this.play, icon(playing ? "pause" : "play"));
    }
    this.loop.setAttribute("aria-pressed", String(model.looping));
    this.loop.disabled = this.play.disabled;
    this.speed.value = String(model.speed);
    this.unit.value = model.unit;
    for (const [name, segment] of this.modes) segment.setAttribute("aria-pressed", String(name === mode));
    this.range.textContent = domain ? formatRange(range.from, range.to) : "";
    const whole = !domain || (range.from === domain.from && range.to === domain.to);
    this.whole.style.visibility = whole ? "hidden" : "visible";
    this.undated.hidden = model.undated.length === 0;
    this.undated.textContent = t.undated(model.undated.length);
    const unplaced = model.selection.unplaced;
    this.unplaced.hidden = unplaced === 0;
    this.unplaced.textContent = t.unplaced(unplaced);
    this.unplaced.title = t.unplacedNote(unplaced);
    this.brush.update();
  }
}
