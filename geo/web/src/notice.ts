/** What is said over the map when it has nothing to show, and where to go from there. */

import { button, el, replace } from "./dom";
import { counted, formatNumber } from "./format";
import type { Model } from "./model";

export class Notice {
  private readonly element = el("div", { class: "dl-notice", "data-testid": "empty", role: "status", hidden: true });

  constructor(private readonly model: Model, parent: HTMLElement, private readonly openUndated: () => void) {
    parent.append(this.element);
  }

  update(): void {
    const content = this.content();
    this.element.hidden = content === null;
    if (content) replace(this.element, ...content);
  }

  private content(): (Node | string)[] | null {
    const { model } = this;
    const { selection, table, domain, filters, mentions, undated } = model;
    const act = (label: string, onClick: () => void): HTMLElement =>
      button(label, { class: "dl-button" }, onClick, label);
    const row = (...buttons: HTMLElement[]): HTMLElement => el("div", { class: "dl-notice-actions" }, ...buttons);
    if (table.events === 0) {
      if (filters.mentions) return null;
      const says = el("p", {}, "No events were found in these reports.");
      if (mentions === 0) return [says];
      return [says, el("p", {}, `${counted(mentions, "place mention")} can be shown.`), row(act("Show place mentions", () => model.setMentions(true)))];
    }
    if (selection.shown.length > 0 || model.playing || model.selected >= 0) return null;
    if (!domain || (selection.before === 0 && selection.after === 0)) {
      if (undated.length > 0) {
        return [el("p", {}, `No dated event passes the filters. ${counted(undated.length, "event has", "events have")} no date.`),
          row(act("List them", this.openUndated))];
      }
      return [el("p", {}, `No event passes the filters; ${counted(table.events, "event is", "events are")} hidden.`),
        row(act("Show all", () => model.showAll()))];
    }
    const lie: string[] = [];
    if (selection.before) lie.push(`${formatNumber(selection.before)} ${selection.before === 1 ? "lies" : "lie"} before`);
    if (selection.after) lie.push(selection.before ? `${formatNumber(selection.after)} after` : `${formatNumber(selection.after)} ${selection.after === 1 ? "lies" : "lie"} after`);
    const actions: HTMLElement[] = [];
    if (selection.before) actions.push(act("Go to those before", () => model.goTo(-1)));
    if (selection.after) actions.push(act("Go to those after", () => model.goTo(1)));
    return [el("p", {}, `No events in this range. ${lie.join(", ")}.`), row(...actions)];
  }
}
