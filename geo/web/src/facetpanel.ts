/** The foldable groups of filters, the least confidence, and the button that clears them all. */

import { button, el } from "./dom";
import { FacetGroup } from "./facetgroup";
import { countFacets, FACETS, hasChoice } from "./facets";
import { activeFilters, type Range, type Sieve } from "./filter";
import { t } from "./language";
import type { Model } from "./model";
import { fill } from "./phrase";
import { confidenceWords } from "./wording";

/** Tables up to this long are counted at every step; longer ones when the range rests. */
const COUNTED_AT_ONCE = 200_000;
/** Milliseconds without a step. */
const REST = 150;

export class FacetPanel {
  readonly clear: HTMLElement;
  readonly elements: readonly HTMLElement[];
  private readonly groups: readonly FacetGroup[];
  private readonly confidence = el("input", {
    type: "range", min: "0", max: "100", step: "5", class: "dl-slider", "data-testid": "confidence", "aria-label": t.leastConfidence,
  });
  private readonly confidenceSays = el("output", { class: "dl-slider-value" });
  private counted: { readonly through: Sieve; readonly range: Range } | null = null;
  private rest = 0;

  constructor(private readonly model: Model) {
    const { table } = model;
    this.groups = FACETS.filter((name) => hasChoice(table, name)).map((name) => new FacetGroup(model, name, () => this.rank()));
    this.confidence.addEventListener("input", () =>
      model.setFilters({ ...model.filters, confidence: Number(this.confidence.value) / 100 }));
    const confidence = table.confidence.values.length === 0 ? null
      : el("section", { class: "dl-group" }, el("h2", {}, t.leastConfidence), this.confidence, this.confidenceSays);
    this.elements = [...this.groups.map(({ element }) => element), ...(confidence === null ? [] : [confidence])];
    this.clear = el("div", { class: "dl-clear", hidden: true },
      button(t.clearFilters, { class: "dl-button", "data-testid": "clear-filters" }, () => {
        model.clearFilters();
        // The button goes now; the focus stays close by.
        this.clear.nextElementSibling?.querySelector("input")?.focus({ preventScroll: true });
      }, t.clearFilters));
  }

  update(): void {
    const { filters, opening, through, range, table } = this.model;
    this.clear.hidden = activeFilters(filters, opening) === 0;
    const says = filters.confidence === 0 ? t.anyConfidence : fill(t.orMore, { words: confidenceWords(filters.confidence) });
    this.confidence.value = String(Math.round(filters.confidence * 100));
    this.confidence.setAttribute("aria-valuetext", says);
    this.confidenceSays.textContent = says;
    if (this.counted?.through !== through || this.counted.range !== range) {
      this.counted = { through, range };
      if (table.length <= COUNTED_AT_ONCE) this.count();
      window.clearTimeout(this.rest);
      this.rest = window.setTimeout(() => this.rank(), REST);
    }
    for (const group of this.groups) group.update();
  }

  private get open(): readonly FacetGroup[] {
    return this.groups.filter(({ isOpen }) => isOpen);
  }

  private count(): void {
    countFacets(this.open.map(({ facet }) => facet), this.model);
  }

  private rank(): void {
    if (this.open.length === 0) return;
    this.count();
    for (const group of this.open) {
      group.rank();
      group.update();
    }
  }
}
