/** Legend and filters in one: what each mark means, how many there are, and whether it is shown. */

import { CATEGORIES, EVENT_TYPES, MENTION, STATUSES } from "./category";
import { isEvent } from "./filter";
import { el } from "./dom";
import { formatNumber } from "./format";
import { hostOf } from "./links";
import type { Model } from "./model";
import { areaSample, countSample, hollowSample, solidSample, swatch } from "./swatch";
import { statusWords } from "./wording";

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

export class Panel {
  private readonly types: Row[];
  private readonly statuses: { row: Row; status: number }[];
  private readonly mentions: Row;
  private readonly tiles: Row | null;

  constructor(private readonly model: Model, parent: HTMLElement) {
    this.types = CATEGORIES.slice(0, EVENT_TYPES).map((category, type) =>
      row(category.name, swatch(type), `legend-${category.slug}`, () => model.toggleType(type)),
    );
    this.statuses = model.presentStatuses.map((status) => {
      const name = STATUSES[status]!;
      return { status, row: row(statusWords(name), null, `status-${name}`, () => model.toggleStatus(status)) };
    });
    this.mentions = row("Place mentions", swatch(MENTION), "legend-mention", () => model.setMentions(!model.filters.mentions));
    this.mentions.count.textContent = formatNumber(model.mentions);
    this.mentions.input.disabled = model.mentions === 0;

    const totals = STATUSES.map(() => 0);
    for (let i = 0; i < model.table.length; i += 1) {
      if (isEvent(model.table, i)) totals[model.table.status[i]!] = totals[model.table.status[i]!]! + 1;
    }
    for (const { row: statusRow, status } of this.statuses) statusRow.count.textContent = formatNumber(totals[status]!);

    const { tiles } = model.data;
    const host = tiles === null ? null : hostOf(tiles.url);
    this.tiles = host === null ? null : row("Online map tiles", null, "tiles", () => model.setTiles(!model.tilesOn));

    parent.append(
      section("Events in the range", ...this.types.map(({ label }) => label)),
      ...(this.statuses.length ? [section("Told as", ...this.statuses.map(({ row: { label } }) => label))] : []),
      section("Other places", this.mentions.label, el("p", { class: "dl-note" }, "Named in the reports, without an event of their own.")),
      section("How exact", el("ul", { class: "dl-samples" },
        sample(solidSample(), "Place and day known"),
        sample(hollowSample(), "Hollow: the day is not known, only a longer time"),
        sample(areaSample(), "Hatched: somewhere in this area, the place is not exact"),
        sample(countSample(), "Several events at one place"),
      )),
      ...(this.tiles && host !== null
        ? [section("Map", this.tiles.label, el("p", { class: "dl-note" }, "Off, this map asks no one for anything. On, it asks ", el("b", {}, host), " for pictures, and that host learns which area you look at."))]
        : []),
    );
  }

  update(): void {
    const { filters, selection, tilesOn } = this.model;
    this.types.forEach((typeRow, type) => {
      const count = selection.byType[type] ?? 0;
      typeRow.input.checked = filters.types[type] === true;
      typeRow.count.textContent = formatNumber(count);
      typeRow.label.classList.toggle("dl-row-none", count === 0);
    });
    for (const { row: statusRow, status } of this.statuses) statusRow.input.checked = filters.statuses[status] === true;
    this.mentions.input.checked = filters.mentions;
    if (this.tiles) this.tiles.input.checked = tilesOn;
  }
}
