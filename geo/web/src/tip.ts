/** What stands beside the pointer: the event under it, or how many of which type a cluster holds. */

import { CATEGORIES, category, MENTION } from "./category";
import { el, replace, said } from "./dom";
import { formatNumber, formatWhen } from "./format";
import { regionName, subTypeName, t, typeName } from "./language";
import type { Model } from "./model";
import type { Hit } from "./picking";
import type { Scene } from "./scene";
import { swatch } from "./swatch";
import { NO_DAY } from "./table";
import { KINDS } from "./tally";

type Part = Node | string | null;

export class Tip {
  readonly element = el("div", { class: "dl-tip", hidden: true });

  constructor(private readonly model: Model, private readonly scene: Scene) {}

  hide(): void {
    this.element.hidden = true;
  }

  /** Beside a point of a map of some size. */
  show(hit: Hit, x: number, y: number, width: number, height: number): void {
    const { element } = this;
    const says = this.scene.isCluster(hit.bin) ? this.ofCluster(hit.bin) : this.ofMark(hit);
    element.hidden = says.length === 0;
    replace(element, ...says);
    const left = Math.min(x + 14, width - element.offsetWidth - 8);
    const below = y + 16 + element.offsetHeight < height;
    element.style.transform = `translate(${Math.round(Math.max(8, left))}px, ${Math.round(below ? y + 16 : y - 12 - element.offsetHeight)}px)`;
  }

  private ofMark(hit: Hit): Part[] {
    const { table } = this.model;
    const first = this.scene.firstOf(hit);
    // The event whose card is open stands there without being counted.
    const row = first < 0 && this.scene.hitOf(this.model.selected)?.bin === hit.bin ? this.model.selected : first;
    if (row < 0) return [];
    const type = table.type[row]!;
    const subType = table.words.sub_event_type.at(row);
    const name = type === MENTION ? t.placeMention : subType === null ? typeName(category(type).name) : subTypeName(subType);
    const date = table.start[row] === NO_DAY ? t.noDate : formatWhen(table.start[row]!, table.end[row]!, table.words.date_precision.at(row));
    const { count } = this.scene.tally;
    const more = count.subarray(hit.bin * KINDS, (hit.bin + 1) * KINDS).reduce((sum, each) => sum + each, 0) - 1;
    return [
      el("b", {}, said(name)), el("br"), date, " · ", said(table.place(row)),
      more > 0 ? el("span", { class: "dl-tip-more" }, t.moreHere(more)) : null,
    ];
  }

  private ofCluster(bin: number): Part[] {
    const { tally: { count } } = this.scene;
    const country = this.model.layer === "countries" ? this.scene.countryOf(bin) : null;
    const lines = CATEGORIES.flatMap(({ name }, type) => {
      const here = type === MENTION ? 0 : count[bin * KINDS + type]!;
      return here === 0 ? [] : [el("span", { class: "dl-tip-line" }, swatch(type, 12), `${formatNumber(here)} ${typeName(name)}`)];
    });
    return [el("b", {}, ...(country === null ? [] : [`${regionName(country) ?? country} · `]), t.eventsHere(this.scene.eventsIn(bin))), ...lines];
  }
}
