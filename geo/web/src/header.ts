/** Title, search and count. */

import { button, el, icon, said } from "./dom";
import { formatNumber } from "./format";
import { t } from "./language";
import type { Model } from "./model";
import { SearchBox } from "./searchbox";

export class Header {
  private readonly events = el("span");
  private readonly count: HTMLElement;
  private readonly search: SearchBox;
  private readonly parts: readonly HTMLElement[];

  constructor(private readonly model: Model, parent: HTMLElement, openList: () => void, onSearch: () => void) {
    const { data } = model;
    const name = data.title || t.title;
    const title = el("h1", { class: "dl-title", title: name }, said(name));
    const reports = el("span", { class: "dl-count-reports" }, t.fromReports(data.reports));
    this.count = el("p", { class: "dl-count", "data-testid": "count", role: "status", "aria-live": "polite" }, this.events, reports);
    const list = button(t.listShown, { class: "dl-tool dl-list-button", "data-testid": "list", title: t.listShown }, openList, icon("list"));
    this.search = new SearchBox(model, onSearch);
    this.parts = [title, this.search.element, this.count, list];
    parent.firstElementChild!.after(...this.parts);
  }

  remove(): void {
    for (const part of this.parts) part.remove();
  }

  update(): void {
    this.search.update();
    const { selection, table, playing } = this.model;
    // A count that changes twice a second would only be noise when read aloud.
    this.count.setAttribute("aria-live", playing ? "off" : "polite");
    this.events.textContent = t.shownOf(table.events, { shown: formatNumber(selection.shown.length) });
  }
}
