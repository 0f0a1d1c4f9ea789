/** The events of a list as a table, a page at a time: the way through them for who hears the page. */

import { category } from "./category";
import { DataError } from "./data";
import { button, el, icon, replace } from "./dom";
import type { Rows } from "./eventlist";
import { firstWhere } from "./filter";
import { termsOf } from "./fold";
import { formatNumber, formatWhen } from "./format";
import { subTypeName, t, typeName } from "./language";
import { marked } from "./marked";
import type { Model } from "./model";
import { NO_DAY, type Details } from "./table";
import { killedWords } from "./wording";

export const PAGE = 100;

/** Row numbers of one page. Undated rows, which are last in the table, stay last in either order. */
export function pageOf(rows: Rows, dated: number, page: number, latestFirst: boolean): number[] {
  const withDay = firstWhere(rows.length, (i) => rows[i]! >= dated);
  const first = page * PAGE;
  return Array.from({ length: Math.max(0, Math.min(PAGE, rows.length - first)) }, (_, i) => {
    const at = first + i;
    return rows[latestFirst && at < withDay ? withDay - 1 - at : at]!;
  });
}

export class EventTable {
  readonly element: HTMLElement;
  /** Seen as the heading of the list, and so for the ear only. */
  private readonly caption = el("caption", { class: "dl-spoken" });
  private readonly body = el("tbody");
  private readonly byDate: HTMLElement;
  private readonly sort: HTMLButtonElement;
  private readonly scroller: HTMLElement;
  private readonly pages: HTMLElement;
  private readonly position = el("span", { "data-testid": "page-position" });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private rows: Rows = [];
  private title = "";
  private page = 0;
  private latestFirst = false;
  private key = "";

  constructor(private readonly model: Model, private readonly open: (row: number) => void) {
    const { date, ...others } = t.columns;
    this.sort = button("", { class: "dl-sort", "data-testid": "sort-date", "aria-label": null }, () => {
      this.latestFirst = !this.latestFirst;
      this.turn(0);
    });
    this.byDate = el("th", { scope: "col" }, this.sort);
    this.sort.append(el("span", {}, date));
    this.scroller = el("div", { class: "dl-table-scroller", tabindex: "0", role: "region", "aria-label": t.listOfEvents },
      el("table", { class: "dl-table", "data-testid": "event-table" }, this.caption,
        el("thead", {}, el("tr", {}, this.byDate, ...Object.values(others).map((name) => el("th", { scope: "col" }, name)))),
        this.body));
    this.previous = button(t.previousPage, { class: "dl-tool", "data-testid": "page-previous", title: t.previousPage }, () => this.turn(this.page - 1), icon("left"));
    this.next = button(t.nextPage, { class: "dl-tool", "data-testid": "page-next", title: t.nextPage }, () => this.turn(this.page + 1), icon("right"));
    this.pages = el("div", { class: "dl-pages" }, this.previous, this.position, this.next);
    this.element = el("div", { class: "dl-table-view" }, this.scroller, this.pages);
  }

  show(title: string, rows: Rows): void {
    this.page = 0;
    this.key = "";
    this.update(title, rows);
  }

  focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  update(title: string, rows: Rows): void {
    this.title = title;
    this.rows = rows.slice();
    this.page = Math.max(0, Math.min(this.page, Math.ceil(rows.length / PAGE) - 1));
    this.write();
  }

  private turn(page: number): void {
    this.page = page;
    this.write();
    this.scroller.scrollTop = 0;
    // A button that can go no further would lose the focus.
    if (document.activeElement === document.body || (document.activeElement as HTMLButtonElement | null)?.disabled) this.focus();
  }

  private write(): void {
    const { rows, page, model, latestFirst } = this;
    const here = pageOf(rows, model.table.dated, page, latestFirst);
    const last = page * PAGE + here.length;
    const says = rows.length === 0 ? t.noneListed
      : t.rowsOf(rows.length, { from: formatNumber(page * PAGE + 1), to: formatNumber(last) });
    this.caption.textContent = `${this.title} · ${says}`;
    this.position.textContent = says;
    this.previous.disabled = page === 0;
    this.next.disabled = last >= rows.length;
    const order = latestFirst ? "descending" : "ascending";
    if (this.byDate.getAttribute("aria-sort") !== order) {
      this.byDate.setAttribute("aria-sort", order);
      this.sort.querySelector("svg")?.remove();
      this.sort.append(icon(latestFirst ? "down" : "up"));
    }
    const key = `${model.filters.text} ${model.selected} ${here.join(",")}`;
    if (key === this.key) return;
    this.key = key;
    const terms = termsOf(model.filters.text);
    const hadFocus = this.body.contains(document.activeElement);
    replace(this.body, ...here.map((row) => this.line(row, terms)));
    if (hadFocus) this.focus();
  }

  private line(row: number, terms: readonly string[]): HTMLElement {
    const { table, selected } = this.model;
    const { words } = table;
    const type = typeName(category(table.type[row]!).name);
    const subType = words.sub_event_type.at(row);
    const date = table.start[row] === NO_DAY ? t.dateMissing
      : formatWhen(table.start[row]!, table.end[row]!, words.date_precision.at(row));
    const of = (text: string | null): HTMLElement => el("td", {}, text !== null && text !== "" && marked(text, terms));
    const actors = [words.actor1.at(row), words.actor2.at(row)].filter((actor): actor is string => actor !== null);
    const killed = el("td");
    const quote = el("td", { class: "dl-table-quote" });
    void table.details(row).then((event: Details) => {
      replace(killed, killedWords(event));
      replace(quote, event.quote !== "" && marked(event.quote, terms));
    }, (error: unknown) => {
      if (!(error instanceof DataError)) throw error;
      replace(quote, error.message);
    });
    return el("tr", { "aria-current": row === selected ? "true" : null },
      el("th", { scope: "row" }, button("", { class: "dl-link", "aria-label": null }, () => this.open(row), date)),
      subType === null ? el("td", {}, type) : of(subTypeName(subType)),
      of(table.place(row)),
      el("td", {}, ...actors.flatMap((actor, i) => [i === 0 ? null : t.listComma, marked(actor, terms)])),
      killed, of(words.source.at(row)), quote);
  }
}
