/** How events are drawn: marks, heat, hexagons or countries, and what the colours of counts mean. */

import { el, freshId, replace } from "./dom";
import { formatNumber } from "./format";
import { t } from "./language";
import { LAYERS, type Layer, type Model } from "./model";
import { fill } from "./phrase";
import { rampColour } from "./surface";
import type { Palette } from "./theme";

export class LayerChoice {
  readonly element: HTMLElement;
  private readonly inputs: readonly (readonly [Layer, HTMLInputElement])[];
  private readonly scale = el("div", { class: "dl-scale", "data-testid": "scale" });
  private shown = "";

  constructor(private readonly model: Model, private palette: Palette) {
    // Radio buttons of one name are one choice; another map on the page has its own.
    const id = freshId("dl-layers");
    const rows = LAYERS.map((layer) => {
      const input = el("input", { type: "radio", name: id, value: layer });
      input.addEventListener("change", () => model.setLayer(layer));
      const row = el("label", { class: "dl-row", "data-testid": `layer-${layer}` }, input, el("span", { class: "dl-row-name" }, t.layers[layer]));
      return [layer, input, row] as const;
    });
    this.inputs = rows.map(([layer, input]) => [layer, input]);
    this.element = el("section", { class: "dl-group", id, role: "radiogroup", "aria-label": t.showAs },
      el("h2", {}, t.showAs), ...rows.map(([, , row]) => row), this.scale);
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.shown = "";
  }

  /** `steps` holds the least count of each colour on the map; `countryless` how many events no country has. */
  update(steps: readonly number[], countryless: number): void {
    const { layer } = this.model;
    for (const [name, input] of this.inputs) input.checked = name === layer;
    const key = `${layer} ${steps.join()} ${countryless}`;
    if (key === this.shown) return;
    this.shown = key;
    this.scale.hidden = layer === "marks" || steps.length === 0;
    if (this.scale.hidden) return;
    const heat = layer === "heat";
    const patches = (heat ? [0, 1, 2, 3, 4] : steps).map((least, step, all) => {
      const patch = el("span", { class: "dl-patch" });
      patch.style.background = rampColour(this.palette, step, all.length);
      return el("li", {}, patch, heat ? null : `${formatNumber(least)}${step + 1 === all.length ? "+" : ""}`);
    });
    replace(this.scale, el("p", { class: "dl-note" }, heat ? t.heatScale : t.scale), el("ul", {}, ...patches),
      countryless > 0 ? el("p", { class: "dl-note" }, fill(t.inNoCountry, { n: formatNumber(countryless) })) : null);
  }
}
