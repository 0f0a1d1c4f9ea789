/** Events as a list or a table above the time bar: those without a date, those without a place, or those in the range. */

import { button, el, icon, replace } from "./dom";
import { EventList, type Rows } from "./eventlist";
import { EventTable } from "./eventtable";
import { formatNumber } from "./format";
import { t, type Strings } from "./language";
import type { Model } from "./model";

/** Width of the map from which list, card and a piece of the map stand side by side. */
const ROOM = 900;

/** Which list it is. */
export type Listed = keyof Strings["lists"];

export class Tray {
  readonly element: HTMLElement;
  private readonly title = el("h2");
  private readonly count = el("span", { class: "dl-tray-count" });
  private readonly empty = el("p", { class: "dl-note" }, t.noneListed);
  private readonly list: EventList;
  private readonly table: EventTable;
  private readonly form: HTMLButtonElement;
  private opener: HTMLElement | null = null;
  private rows: (() => Rows) | null = null;
  private name: Listed = "shown";

  /** `opening` hears which row is about to be opened here, `opened` that the list has gone for it. */
  constructor(
    private readonly model: Model, private readonly parent: HTMLElement,
    private readonly opening: (row: number) => void, private readonly opened: () => void,
  ) {
    const open = (row: number): void => this.select(row);
    this.list = new EventList(model, open);
    this.table = new EventTable(model, open);
    this.form = button(t.asTable, { class: "dl-tool", "data-testid": "as-table" }, () => {
      model.tabular = !model.tabular;
      this.begin();
      this.form.focus({ preventScroll: true });
    });
    this.element = el("section", { class: "dl-tray", "data-testid": "tray", "aria-label": t.listOfEvents, hidden: true },
      el("div", { class: "dl-tray-head" }, this.title, this.count, this.form,
        button(t.closeList, { class: "dl-tool", "data-testid": "tray-close", title: t.close }, () => this.close(), icon("close"))),
      this.list.element, this.table.element, this.empty);
    parent.append(this.element);
  }

  get open(): Listed | null {
    return this.isOpen ? this.name : null;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  /** Pixels that it takes from the map beside the card. */
  get width(): number {
    return this.isOpen && this.stays ? this.element.offsetWidth : 0;
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
    this.element.hidden = false;
    this.begin();
    if (this.model.tabular) this.table.focus();
    else this.list.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.element.hidden = true;
    this.opener?.focus({ preventScroll: true });
  }

  update(): void {
    if (!this.isOpen || !this.rows) return;
    const rows = this.rows();
    this.head(rows);
    if (this.model.tabular) this.table.update(t.lists[this.name], rows);
    else this.list.update(rows);
  }

  private begin(): void {
    const rows = this.rows?.() ?? [];
    const { tabular } = this.model;
    this.element.toggleAttribute("data-table", tabular);
    this.table.element.hidden = !tabular;
    const other = tabular ? t.asList : t.asTable;
    this.form.setAttribute("aria-label", other);
    this.form.title = other;
    replace(this.form, icon(tabular ? "list" : "table"));
    this.head(rows);
    if (tabular) this.table.show(t.lists[this.name], rows);
    else this.list.show(rows);
  }

  private head(rows: Rows): void {
    this.title.textContent = t.lists[this.name];
    this.count.textContent = formatNumber(rows.length);
    this.empty.hidden = rows.length > 0 || this.model.tabular;
    this.list.element.hidden = rows.length === 0 || this.model.tabular;
  }

  private get stays(): boolean {
    return !this.model.tabular && this.parent.clientWidth >= ROOM;
  }

  private select(row: number): void {
    const { stays } = this;
    if (!stays) {
      this.close();
      this.opened();
    }
    this.opening(row);
    this.model.select(row);
  }
}
