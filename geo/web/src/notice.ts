/** What is said over the map when it has nothing to show, and where to go from there. */

import { button, el, replace, said, slotted } from "./dom";
import { t } from "./language";
import type { Model } from "./model";
import { fill } from "./phrase";

export class Notice {
  readonly element = el("div", { class: "dl-notice", "data-testid": "empty", role: "status", hidden: true });

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
      const says = el("p", {}, t.noEventsFound);
      if (mentions === 0) return [says];
      return [says, el("p", {}, t.mentionsCanBeShown(mentions)), row(act(t.showMentions, () => model.setMentions(true)))];
    }
    if (selection.shown.length > 0 || model.playing || model.selected >= 0) return null;
    if (!domain || (selection.before === 0 && selection.after === 0)) {
      if (undated.length > 0) {
        return [el("p", {}, table.dated === 0 ? t.noneDated : t.onlyUndated(undated.length)),
          row(act(t.listThem, this.openUndated))];
      }
      // What is being searched for may still be found.
      if (model.searching !== null) return null;
      if (filters.found !== null && !filters.found.includes(1)) {
        return [el("p", {}, ...slotted(t.nothingFound, { text: said(filters.text) })),
          row(act(t.clearSearch, () => model.setFilters({ ...model.filters, text: "" })))];
      }
      return [el("p", {}, t.allHidden(table.events)),
        row(act(t.showAll, () => model.showAll()))];
    }
    const lie: string[] = [];
    if (selection.before) lie.push(t.lieBefore(selection.before));
    if (selection.after) lie.push(selection.before ? t.alsoAfter(selection.after) : t.lieAfter(selection.after));
    const actions: HTMLElement[] = [];
    if (selection.before) actions.push(act(t.goBefore, () => model.goTo(-1)));
    if (selection.after) actions.push(act(t.goAfter, () => model.goTo(1)));
    return [el("p", {}, fill(t.emptyRange, { where: lie.join(t.listComma) })), row(...actions)];
  }
}
