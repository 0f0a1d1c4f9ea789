/** Legend and filters in one: what each mark means, how many there are, and whether it is shown. */

import { ArchiveChoice } from "./archivechoice";
import { CATEGORIES, EVENT_TYPES, MENTION, STATUSES } from "./category";
import { el, slotted } from "./dom";
import { FacetPanel } from "./facetpanel";
import { formatNumber } from "./format";
import { CODES, currentLanguage, LANGUAGES, statusName, t, typeName, type Code } from "./language";
import { LayerChoice } from "./layerchoice";
import { hostOf } from "./links";
import type { Model } from "./model";
import type { Palette } from "./theme";
import { areaSample, countSample, hollowSample, solidSample, swatch } from "./swatch";

interface Row {
  readonly label: HTMLLabelElement;
  readonly input: HTMLInputElement;
  readonly count: HTMLElement;
}

function row(name: string, mark: Node | null, testId: string, onToggle: () => void): Row {
  const input = el("input", { type: "checkbox" });
  input.addEventListener("change", onToggle);
  const count = el("span", { class: "dl-row-count" });
  const label = el("label", { class: "dl-row", "data-testid": testId }, input, mark, el("span", { class: "dl-row-name" }, name), count);
  return { label, input, count };
}

function section(title: string, ...children: (Node | string | null)[]): HTMLElement {
  return el("section", { class: "dl-group" }, el("h2", {}, title), ...children);
}

function sample(mark: Node, text: string): HTMLElement {
  return el("li", {}, mark, el("span", {}, text));
}

/** Each language by the name its readers know it by, whichever is shown now. */
function languageChoice(onChoose: (code: Code) => void): HTMLSelectElement {
  const select = el("select", { class: "dl-select dl-language", "aria-label": t.language, "data-testid": "language" },
    ...CODES.map((code) => el("option", { value: code, lang: code, dir: LANGUAGES[code].direction }, LANGUAGES[code].name)));
  select.value = currentLanguage();
  select.addEventListener("change", () => onChoose(select.value as Code));
  return select;
}

export class Panel {
  private readonly types: Row[];
  private readonly statuses: { row: Row; status: number }[];
  private readonly mentions: Row;
  private readonly tiles: Row | null;
  private readonly language: HTMLSelectElement;
  private readonly layers: LayerChoice;
  private readonly archive: ArchiveChoice | null;
  private readonly facets: FacetPanel;

  /** The ground of another page's map is that page's affair: `ownMap` is false there. */
  constructor(
    private readonly model: Model, parent: HTMLElement, palette: Palette, onLanguage: (code: Code) => void, ownMap = true,
  ) {
    this.language = languageChoice(onLanguage);
    this.layers = new LayerChoice(model, palette);
    this.facets = new FacetPanel(model);
    this.types = CATEGORIES.slice(0, EVENT_TYPES).map((category, type) =>
      row(typeName(category.name), swatch(type), `legend-${category.slug}`, () => model.toggleType(type)),
    );
    this.statuses = model.presentStatuses.map((status) => {
      const name = STATUSES[status]!;
      return { status, row: row(statusName(name), null, `status-${name}`, () => model.toggleStatus(status)) };
    });
    this.mentions = row(t.placeMentions, swatch(MENTION), "legend-mention", () => model.setMentions(!model.filters.mentions));
    this.mentions.count.textContent = formatNumber(model.mentions);
    this.mentions.input.disabled = model.mentions === 0;

    const { tiles } = model.data;
    const host = tiles === null ? null : hostOf(tiles.url);
    this.tiles = host === null ? null : row(t.tiles, null, "tiles", () => model.setTiles(!model.tilesOn));
    this.archive = ownMap ? new ArchiveChoice(model) : null;

    parent.append(
      this.facets.clear,
      section(t.eventsInRange, ...this.types.map(({ label }) => label)),
      ...(this.statuses.length ? [section(t.toldAs, ...this.statuses.map(({ row: { label } }) => label))] : []),
      ...this.facets.elements,
      this.layers.element,
      section(t.otherPlaces, this.mentions.label, el("p", { class: "dl-note" }, t.mentionsNote)),
      section(t.howExact, el("ul", { class: "dl-samples" },
        sample(solidSample(), t.exactSample),
        sample(hollowSample(), t.hollowSample),
        sample(areaSample(), t.hatchedSample),
        sample(countSample(), t.countSample),
      )),
      ...(this.tiles || this.archive ? [section(t.map, ...this.ground(host))] : []),
      section(t.language, this.language),
    );
  }

  private ground(host: string | null): Node[] {
    const online = this.tiles && host !== null
      ? [this.tiles.label, el("p", { class: "dl-note" }, ...slotted(t.tilesNote, { host: el("b", { dir: "ltr" }, host) }))]
      : [];
    return [...online, ...(this.archive ? [this.archive.element] : [])];
  }

  focusLanguage(): void {
    this.language.focus({ preventScroll: true });
  }

  setPalette(palette: Palette): void {
    this.layers.setPalette(palette);
  }

  /** `steps` holds the least count of each colour on the map. */
  update(steps: readonly number[], countryless: number): void {
    this.layers.update(steps, countryless);
    this.facets.update();
    const { filters, selection, tilesOn } = this.model;
    this.types.forEach((typeRow, type) => {
      const count = selection.byType[type] ?? 0;
      typeRow.input.checked = filters.types[type] === true;
      typeRow.count.textContent = formatNumber(count);
      typeRow.label.classList.toggle("dl-row-none", count === 0);
    });
    for (const { row: statusRow, status } of this.statuses) {
      statusRow.input.checked = filters.statuses[status] === true;
      statusRow.count.textContent = formatNumber(selection.byStatus[status] ?? 0);
    }
    this.mentions.input.checked = filters.mentions;
    if (this.tiles) this.tiles.input.checked = tilesOn;
    this.archive?.update();
  }
}
