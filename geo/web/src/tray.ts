/** A list of events above the time bar: those without a date, those without a place, or those in the range. */

import { category } from "./category";
import { button, el, icon, replace, said } from "./dom";
import { formatWhen, shorten } from "./format";
import { subTypeName, t, typeName, type Strings } from "./language";
import type { Model } from "./model";
import { swatch } from "./swatch";
import { NO_DAY, type Table } from "./table";

/** More rows than a person reads; the range makes the list shorter. */
const MOST_ROWS = 200;

function entry(table: Table, row: number, open: () => void): HTMLElement {
  const { words } = table;
  const type = table.type[row]!;
  const date = table.start[row] === NO_DAY ? null : formatWhen(table.start[row]!, table.end[row]!, words.date_precision.at(row));
  const place = table.place(row);
  const subType = words.sub_event_type.at(row);
  const quote = el("span", { class: "dl-entry-quote", dir: "auto" });
  void table.details(row).then((event) => (quote.textContent = shorten(event.quote, 90)), () => undefined);
  const below = [date, place === "" ? null : place].filter((part): part is string => part !== null);
  return el("li", {},
    button("", { class: "dl-entry", "aria-label": null }, open,
      swatch(type),
      el("span", { class: "dl-entry-text" },
        el("span", { class: "dl-entry-name" }, subType === null ? typeName(category(type).name) : said(subTypeName(subType))),
        el("span", { class: "dl-small" }, ...below.flatMap((part, i) => (i === 0 ? [said(part)] : [" · ", said(part)]))),
        quote)));
}

/** Which list it is. */
export type Listed = keyof Strings["lists"];
type Rows = Uint32Array | readonly number[];

export class Tray {
  readonly element: HTMLElement;
  private readonly title = el("h2");
  private readonly list = el("ul");
  private readonly more = el("p", { class: "dl-note" });
  private opener: HTMLElement | null = null;
  private rows: (() => Rows) | null = null;
  private name: Listed = "shown";
  private shown = "";

  /** `onChosen` hears that an entry is about to open. */
  constructor(private readonly model: Model, parent: HTMLElement, private readonly onChosen: () => void) {
    this.element = el("section", { class: "dl-tray", "data-testid": "tray", "aria-label": t.listOfEvents, hidden: true },
      el("div", { class: "dl-tray-head" }, this.title,
        button(t.closeList, { class: "dl-tool", "data-testid": "tray-close", title: t.close }, () => this.close(), icon("close"))),
      this.list, this.more);
    parent.append(this.element);
  }

  get open(): Listed | null {
    return this.isOpen ? this.name : null;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Opens the list of `rows`, or closes it if it is the one open. */
  toggle(name: Listed, rows: () => Rows, opener: HTMLElement | null): void {
    if (this.isOpen && this.name === name) {
      this.close();
      return;
    }
    this.name = name;
    this.rows = rows;
    this.opener = opener;
    this.shown = "";
    this.element.hidden = false;
    this.update();
    this.list.querySelector("button")?.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.opener?.focus({ preventScroll: true });
  }

  update(): void {
    if (!this.isOpen || !this.rows) return;
    const rows = this.rows();
    const visible = Array.from(rows.slice(0, MOST_ROWS));
    const key = `${this.name} ${rows.length} ${visible.join(",")}`;
    if (key === this.shown) return;
    this.shown = key;
    this.title.textContent = t.lists[this.name];
    replace(this.list, ...visible.map((row) => entry(this.model.table, row, () => {
      this.close();
      this.onChosen();
      this.model.select(row);
    })));
    const rest = rows.length - visible.length;
    this.more.textContent = rest > 0 ? t.moreInList(rest) : "";
    this.more.hidden = rest === 0;
  }
}
