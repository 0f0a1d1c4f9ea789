/** Title and count. */

import { button, el, icon, said } from "./dom";
import { counted, formatNumber } from "./format";
import type { Model } from "./model";

export class Header {
  private readonly events = el("span");
  private readonly count: HTMLElement;

  constructor(private readonly model: Model, parent: HTMLElement, openList: () => void) {
    const { data } = model;
    const title = el("h1", { class: "dl-title", title: data.title }, said(data.title));
    const reports = el("span", { class: "dl-count-reports" }, ` from ${counted(data.reports, "report")}`);
    this.count = el("p", { class: "dl-count", "data-testid": "count", role: "status", "aria-live": "polite" }, this.events, reports);
    const list = button("List of the events shown", { class: "dl-tool dl-list-button", "data-testid": "list", title: "List of the events shown" }, openList, icon("list"));
    parent.firstElementChild!.after(title, this.count, list);
  }

  update(): void {
    const { selection, table, playing } = this.model;
    // A count that changes twice a second would only be noise when read aloud.
    this.count.setAttribute("aria-live", playing ? "off" : "polite");
    this.events.textContent = `${formatNumber(selection.shown.length)} of ${counted(table.events, "event")}`;
  }
}
