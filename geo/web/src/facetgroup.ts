/** A foldable group of filters: the most frequent values with their counts, and a box to find any other. */

import { button, el, replace, said } from "./dom";
import { chosenCount, chosenOf, facetOf, isChosen, listed, present, ranked, toggled, withChosen, type Facet, type FacetName } from "./facets";
import { fold, termsOf } from "./fold";
import { formatNumber } from "./format";
import { t } from "./language";
import type { Model } from "./model";
import { fill } from "./phrase";
import { countryName, placePrecisionWords } from "./wording";

/** Values listed of a long facet, and of those that a typed text finds. */
const MOST = 8;
const MOST_FOUND = 24;

interface Row {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
}

const NOWHERE = { radiusKm: null, admin1: null, admin2: null, country: null, location: null };

function nameOf(name: FacetName, value: string | number): string {
  if (name === "precisions") {
    const precision = Number(value);
    return (precision === 0 ? null : placePrecisionWords({ geoPrecision: precision, ...NOWHERE })) ?? t.notResolved;
  }
  if (value === "") return t.notGiven[name];
  return name === "countries" ? (countryName(String(value)) ?? String(value)) : String(value);
}

export class FacetGroup {
  readonly element: HTMLDetailsElement;
  private readonly chosen = el("span", { class: "dl-facet-chosen" });
  private readonly list = el("div", { class: "dl-facet-values" });
  private readonly note = el("p", { class: "dl-note" });
  private readonly narrow: HTMLInputElement;
  private readonly rows = new Map<number, Row>();
  private readonly names = new Map<number, string>();
  private readonly folded = new Map<number, string>();
  private ranking: readonly number[] = [];
  private shown: readonly number[] = [];

  constructor(private readonly model: Model, readonly name: FacetName, onOpen: () => void) {
    const { unfolded } = model;
    this.narrow = el("input", {
      type: "search", class: "dl-narrow", "data-testid": `narrow-${name}`, placeholder: t.narrow[name], "aria-label": t.narrow[name],
      autocomplete: "off", spellcheck: "false",
    });
    this.narrow.addEventListener("input", () => this.relist());
    this.narrow.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.narrow.value === "") return;
      event.preventDefault();
      this.narrow.value = "";
      this.relist();
    });
    const choose = (chosen: ReadonlySet<string | number> | null) => (): void => model.setFilters(withChosen(model.filters, this.facet, chosen));
    this.element = el("details", { class: "dl-group dl-facet", "data-testid": `facet-${name}`, open: unfolded.has(name) },
      el("summary", {}, el("h2", {}, t.facets[name]), this.chosen),
      el("div", { class: "dl-facet-all" },
        button(t.everyValue, { class: "dl-link", "data-testid": `all-${name}` }, choose(null), t.everyValue),
        button(t.noValue, { class: "dl-link", "data-testid": `none-${name}` }, choose(new Set()), t.noValue)),
      this.narrow, this.list, this.note);
    this.element.addEventListener("toggle", () => {
      if (this.element.open === unfolded.has(name)) return;
      if (this.element.open) unfolded.add(name);
      else unfolded.delete(name);
      onOpen();
    });
  }

  /** A group that nobody has opened is not counted. */
  get facet(): Facet {
    return facetOf(this.model.table, this.name);
  }

  get isOpen(): boolean {
    return this.model.unfolded.has(this.name);
  }

  /** Puts the values in the order of their counts as they are now. */
  rank(): void {
    this.ranking = ranked(this.facet);
    this.narrow.hidden = this.ranking.length <= MOST;
    this.relist();
  }

  /** Counts and choices of the values in sight. */
  update(): void {
    const { filters } = this.model;
    const isAll = filters[this.name] === null;
    this.element.toggleAttribute("data-on", !isAll);
    if (isAll) this.chosen.textContent = "";
    if (!isAll) {
      const { facet } = this;
      this.chosen.textContent = fill(t.chosenOf, {
        chosen: formatNumber(chosenCount(facet, chosenOf(filters, facet))), n: formatNumber(present(facet).length),
      });
    }
    if (!this.isOpen || this.ranking.length === 0) return;
    const { facet } = this;
    const chosen = chosenOf(filters, facet);
    // A value that was chosen by other means is in sight too.
    if (this.narrow.value === "" && this.values().some((value) => !this.rows.has(value) || !this.shown.includes(value))) this.relist();
    for (const value of this.shown) {
      const row = this.rows.get(value)!;
      const count = formatNumber(facet.counts[value]!);
      if (row.count.textContent !== count) row.count.textContent = count;
      row.input.checked = isChosen(chosen, facet, value);
      row.element.toggleAttribute("data-none", facet.counts[value] === 0);
    }
  }

  private nameOf(value: number): string {
    const known = this.names.get(value);
    const name = known ?? nameOf(this.name, this.facet.values[value]!);
    if (known === undefined) this.names.set(value, name);
    return name;
  }

  /** Values that the typed words stand in, in the order of the ranking. */
  private matching(terms: readonly string[]): number[] {
    return this.ranking.filter((value) => {
      let name = this.folded.get(value);
      if (name === undefined) this.folded.set(value, (name = fold(this.nameOf(value))));
      return terms.every((term) => name.includes(term));
    });
  }

  private values(): number[] {
    return listed(this.facet, this.ranking, chosenOf(this.model.filters, this.facet), MOST);
  }

  private relist(): void {
    const terms = termsOf(this.narrow.value);
    const matching = terms.length === 0 ? this.ranking : this.matching(terms);
    const shown = terms.length === 0 ? this.values() : matching.slice(0, MOST_FOUND);
    const rest = matching.length - shown.length;
    this.note.textContent = matching.length === 0 ? t.noSuchValue : rest > 0 ? t.moreValues(rest) : "";
    this.note.hidden = this.note.textContent === "";
    if (shown.length === this.shown.length && shown.every((value, i) => value === this.shown[i])) return;
    for (const value of this.rows.keys()) if (!shown.includes(value)) this.rows.delete(value);
    for (const value of shown) if (!this.rows.has(value)) this.rows.set(value, this.row(value));
    const focused = document.activeElement;
    replace(this.list, ...shown.map((value) => this.rows.get(value)!.element));
    // Moving an element takes the focus from it.
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.list.contains(focused)) focused.focus({ preventScroll: true });
    this.shown = shown;
    this.update();
  }

  private row(value: number): Row {
    const { model, facet } = this;
    const name = this.nameOf(value);
    const input = el("input", { type: "checkbox" });
    input.addEventListener("change", () =>
      model.setFilters(withChosen(model.filters, facet, toggled(facet, chosenOf(model.filters, facet), value))));
    const count = el("span", { class: "dl-row-count" });
    const only = button(fill(t.onlyNamed, { name }), { class: "dl-link dl-only", dir: "auto" }, () =>
      model.setFilters(withChosen(model.filters, facet, new Set([facet.values[value]!]))), el("span", {}, t.onlyThis));
    return {
      input, count,
      element: el("div", { class: "dl-value" },
        el("label", { class: "dl-row" }, input, el("span", { class: "dl-row-name" }, said(name))), only, count),
    };
  }
}
