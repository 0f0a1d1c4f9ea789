/**
 * A list of any number of events, of which only those in sight are made.
 *
 * A list of buttons and not a listbox: an entry is opened, not chosen, and holds more than a name. Each entry says
 * its place among all; one of them is in the order of tabs, and keys move from it to the others.
 */

import { category } from "./category";
import { button, el, said } from "./dom";
import { firstWhere } from "./filter";
import { hitsIn, snippet, termsOf } from "./fold";
import { formatWhen } from "./format";
import { subTypeName, typeName } from "./language";
import { marked } from "./marked";
import type { Model } from "./model";
import { swatch } from "./swatch";
import { NO_DAY, type Table } from "./table";
import { heightOf, offsetAt, offsetToSee, ROW, scrollFor, stepped, windowAt } from "./windowing";

/** Row numbers of the table, ascending. */
export type Rows = Uint32Array | readonly number[];

/** Milliseconds before the blocks of rows that came into sight are unpacked: those flown over are not. */
const FILL = 60;
const QUOTE = 110;

interface Item {
  readonly element: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly quote: HTMLElement;
  filled: boolean;
}

/** Other texts of a row in which words of the search stand: without them one would not see why it is here. */
function reasons({ words }: Table, row: number, place: string, terms: readonly string[]): string[] {
  const texts = [words.place_text, words.admin2, words.admin1, words.actor1, words.actor2].map((column) => column.at(row));
  return texts.filter((text, i): text is string => text !== null && text !== place && texts.indexOf(text) === i && hitsIn(text, terms).length > 0);
}

export class EventList {
  readonly element: HTMLElement;
  private readonly list = el("ul");
  private readonly items = new Map<number, Item>();
  private rows: Rows = [];
  private terms: readonly string[] = [];
  private text = "";
  /** The row that keys move from: in the order of tabs, and kept while it is out of sight. */
  private active = -1;
  private selected = -1;
  private timer = 0;

  constructor(private readonly model: Model, private readonly open: (row: number) => void) {
    this.element = el("div", { class: "dl-list", "data-testid": "event-list" }, this.list);
    this.element.addEventListener("scroll", () => this.render(), { passive: true });
    this.element.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.render()).observe(this.element);
  }

  /** Begins anew, with the selected event or the first in sight. */
  show(rows: Rows): void {
    this.forget();
    this.active = -1;
    this.selected = -1;
    this.element.scrollTop = 0;
    this.update(rows);
  }

  focus(): void {
    this.items.get(this.active)?.button.focus({ preventScroll: true });
  }

  /** Another set of rows; the first one in sight stays where it is, if it is still there. */
  update(rows: Rows): void {
    const { selected, filters } = this.model;
    const view = this.element.clientHeight;
    const offset = offsetAt(this.element.scrollTop, this.rows.length, view);
    const top = this.rows[Math.floor(offset / ROW)];
    const hadFocus = this.list.contains(document.activeElement);
    // The selection's memory is used again at the next step.
    this.rows = rows.slice();
    this.list.style.height = `${heightOf(rows.length)}px`;
    if (filters.text !== this.text) {
      this.text = filters.text;
      this.terms = termsOf(this.text);
      this.forget();
    }
    if (top !== undefined && offset > 0) this.scrollTo(this.indexOf(top) * ROW + (offset % ROW));
    if (rows.length > 0 && rows[this.indexOf(this.active)] !== this.active) {
      this.active = rows[Math.min(this.indexOf(Math.max(0, this.active)), rows.length - 1)]!;
    }
    if (selected !== this.selected) {
      this.selected = selected;
      if (selected >= 0 && rows[this.indexOf(selected)] === selected) this.activate(selected);
    }
    this.render();
    if (hadFocus && !this.list.contains(document.activeElement)) this.focus();
  }

  /** Where a row is, or would be. */
  private indexOf(row: number): number {
    const { rows } = this;
    return firstWhere(rows.length, (i) => rows[i]! >= row);
  }

  private activate(row: number): void {
    this.active = row;
    const view = this.element.clientHeight;
    this.scrollTo(offsetToSee(this.indexOf(row), offsetAt(this.element.scrollTop, this.rows.length, view), view));
  }

  private scrollTo(offset: number): void {
    this.element.scrollTop = scrollFor(offset, this.rows.length, this.element.clientHeight);
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = stepped(event.key, this.indexOf(this.active), this.rows.length, this.element.clientHeight);
    if (to === null) return;
    event.preventDefault();
    this.activate(this.rows[to]!);
    this.render();
    this.focus();
  }

  private forget(): void {
    this.items.clear();
    this.list.replaceChildren();
  }

  private render(): void {
    const { rows, items, list } = this;
    const { clientHeight: view, scrollTop } = this.element;
    if (view === 0) return;
    const offset = offsetAt(scrollTop, rows.length, view);
    const [first, past] = windowAt(offset, rows.length, view);
    const wanted = Array.from(rows.slice(first, past));
    const indexes = new Map(wanted.map((row, i) => [row, first + i]));
    const active = this.indexOf(this.active);
    if (rows[active] === this.active && !indexes.has(this.active)) {
      indexes.set(this.active, active);
      if (active < first) wanted.unshift(this.active);
      else wanted.push(this.active);
    }
    for (const [row, item] of items) {
      if (indexes.has(row)) continue;
      item.element.remove();
      items.delete(row);
    }
    // Those that stay are not moved, or they would lose the focus: rows ascend in every list, so their order holds.
    let next = list.firstElementChild;
    for (const row of wanted) {
      const item = items.get(row) ?? this.make(row);
      const index = indexes.get(row)!;
      item.element.style.top = `${scrollTop + index * ROW - offset}px`;
      item.element.setAttribute("aria-posinset", String(index + 1));
      item.element.setAttribute("aria-setsize", String(rows.length));
      item.button.tabIndex = row === this.active ? 0 : -1;
      if (row === this.selected) item.button.setAttribute("aria-current", "true");
      else item.button.removeAttribute("aria-current");
      if (item.element === next) next = next.nextElementSibling;
      else list.insertBefore(item.element, next);
    }
    this.timer ||= window.setTimeout(() => this.fillIn(), FILL);
  }

  private make(row: number): Item {
    const { table } = this.model;
    const { words } = table;
    const type = table.type[row]!;
    const date = table.start[row] === NO_DAY ? null : formatWhen(table.start[row]!, table.end[row]!, words.date_precision.at(row));
    const place = table.place(row);
    const subType = words.sub_event_type.at(row);
    const quote = el("span", { class: "dl-entry-quote", dir: "auto" });
    const below = [
      ...(date === null ? [] : [said(date)]),
      ...[...(place === "" ? [] : [place]), ...reasons(table, row, place, this.terms)].map((text) => marked(text, this.terms)),
    ];
    const opens = button("", { class: "dl-entry", "aria-label": null }, () => {
      this.active = row;
      this.open(row);
    },
      swatch(type),
      el("span", { class: "dl-entry-text" },
        el("span", { class: "dl-entry-name" }, subType === null ? typeName(category(type).name) : said(subTypeName(subType))),
        el("span", { class: "dl-entry-below dl-small" }, ...below.flatMap((part, i) => (i === 0 ? [part] : [" · ", part]))),
        quote));
    const item: Item = { element: el("li", {}, opens), button: opens, quote, filled: false };
    this.items.set(row, item);
    return item;
  }

  /** The quotes of the rows in sight, each block unpacked once. */
  private fillIn(): void {
    this.timer = 0;
    const { table } = this.model;
    const { terms, items } = this;
    const waiting = new Map<number, number[]>();
    for (const [row, item] of items) {
      if (item.filled) continue;
      item.filled = true;
      const block = Math.floor(row / table.blockRows);
      waiting.set(block, [...(waiting.get(block) ?? []), row]);
    }
    for (const [block, rows] of waiting) {
      // What cannot be read is said when the event is opened.
      void table.block(block).then((values) => {
        for (const row of rows) {
          const quote = values["quote"]?.[row % table.blockRows];
          if (typeof quote === "string") items.get(row)?.quote.replaceChildren(marked(snippet(quote, terms, QUOTE), terms));
        }
      }, () => undefined);
    }
  }
}
