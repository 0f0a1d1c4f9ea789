/** One event: what is said of it, by whom, in which words, and how it came to stand where it stands. */

import { category, MENTION, STATUSES } from "./category";
import { DataError } from "./data";
import { hasPlace } from "./filter";
import { button, el, icon, replace, said, slotted } from "./dom";
import { formatDay, formatNumber, formatWhen } from "./format";
import { statusName, subTypeName, t, typeName } from "./language";
import { safeUrl } from "./links";
import type { Model } from "./model";
import { fill } from "./phrase";
import { swatch } from "./swatch";
import { NO_DAY, type Details, type Table } from "./table";
import { casualtyWords, confidenceWords, countryName, datePrecisionWords, placePrecisionWords } from "./wording";

function fact(term: string, ...values: (Node | string | null)[]): HTMLElement | null {
  const given = values.filter((value): value is Node | string => value !== null);
  return given.length === 0 ? null : el("div", { class: "dl-fact" }, el("dt", {}, term), el("dd", {}, ...given));
}

const line = (...children: (Node | string | null)[]): HTMLElement => el("span", { class: "dl-line" }, ...children);
const small = (...children: (Node | string | null)[]): HTMLElement => el("span", { class: "dl-line dl-small" }, ...children);

/** “…” in the page's own marks, the words in their own direction. */
const quoted = (text: string): (Node | string)[] => [t.quoteOpens, said(text), t.quoteCloses];

function when(table: Table, row: number, event: Details): HTMLElement | null {
  const [start, end] = [table.start[row]!, table.end[row]!];
  const date = start === NO_DAY ? t.dateMissing : formatWhen(start, end, event.datePrecision);
  const precision = start === NO_DAY ? null : datePrecisionWords(event.datePrecision, start !== end);
  const words = event.dateText === null ? [] : quoted(event.dateText);
  const below: (Node | string)[] = [...words];
  if (precision !== null) below.push(words.length ? ` · ${precision}` : precision);
  return fact(t.when, line(date), below.length ? small(...below) : null);
}

function where(table: Table, row: number, event: Details): HTMLElement | null {
  const names = [event.location, event.admin2, event.admin1, countryName(event.country)];
  const parts = names.filter((name, i): name is string => name !== null && names.indexOf(name) === i);
  const resolved = parts.flatMap((name, i) => (i === 0 ? [said(name)] : [t.listComma, said(name)]));
  const precision = hasPlace(table, row) ? placePrecisionWords(event) : t.notResolved;
  const below: (Node | string)[] = event.placeText === "" ? [] : slotted(t.asWritten, { words: quoted(event.placeText) });
  if (precision !== null) below.push(below.length ? " · " : "", el("b", {}, said(precision)));
  return fact(t.where, resolved.length ? line(...resolved) : null, below.length ? small(...below) : null);
}

function who(event: Details): HTMLElement | null {
  const actors = [event.actor1, event.actor2].filter((actor): actor is string => actor !== null);
  return fact(t.who, ...actors.map((actor) => line(said(actor))));
}

function source(event: Details): HTMLElement | null {
  const href = safeUrl(event.url);
  const title = event.title ?? (href === null ? event.url : new URL(href).host);
  const linked = title === null
    ? null
    : href === null
      ? line(said(title))
      : line(el("a", { href, target: "_blank", rel: "noopener noreferrer" }, said(title), icon("out")));
  return fact(
    t.source,
    event.source === null ? null : line(...slotted(t.reportedBy, { source: said(event.source) })),
    linked,
    event.published === null ? null : small(fill(t.published, { date: formatDay(event.published) })),
  );
}

/** The other sentences and reports that tell of the same event. */
function retold(event: Details): HTMLElement | null {
  const told = event.others.map((other) => {
    const href = safeUrl(other.url);
    const name = other.source ?? other.title ?? (href === null ? null : new URL(href).host);
    const from = name === null ? null : small(
      href === null ? said(name) : el("a", { href, target: "_blank", rel: "noopener noreferrer" }, said(name), icon("out")));
    return el("div", { class: "dl-retold" }, el("blockquote", { dir: "auto" }, other.quote), from);
  });
  return fact(t.alsoTold, ...told);
}

export class Card {
  readonly element: HTMLElement;
  private readonly heading = el("div", { class: "dl-card-heading" });
  private readonly body = el("div", { class: "dl-card-body", tabindex: "0", role: "group", "aria-label": t.reportSays });
  private readonly here = el("div", { class: "dl-here" });
  private readonly hereText = el("span", { "data-testid": "here" });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private row = -1;
  private group: readonly number[] = [];

  /** `onWritten` hears when the words have come and the card has its height. */
  constructor(private readonly model: Model, parent: HTMLElement, private readonly onWritten: () => void) {
    const walk = (direction: 1 | -1) => (): void => model.select(model.neighbour(direction));
    const walkHere = (direction: 1 | -1) => (): void => {
      const count = this.group.length;
      const position = this.group.indexOf(this.row);
      model.select(this.group[(position + direction + count) % count]!);
    };
    this.here.append(
      button(t.previousHere, { class: "dl-tool dl-tool-small", "data-testid": "here-previous" }, walkHere(-1), icon("left")),
      this.hereText,
      button(t.nextHere, { class: "dl-tool dl-tool-small", "data-testid": "here-next" }, walkHere(1), icon("right")),
    );
    this.previous = button(t.earlierEvent, { class: "dl-button", "data-testid": "previous" }, walk(-1), icon("left"), el("span", {}, t.earlier));
    this.next = button(t.laterEvent, { class: "dl-button", "data-testid": "next" }, walk(1), el("span", {}, t.later), icon("right"));
    this.element = el("section", { class: "dl-card", "data-testid": "card", "aria-label": t.event, tabindex: "-1", hidden: true },
      el("div", { class: "dl-card-head" }, this.heading,
        button(t.close, { class: "dl-tool", "data-testid": "card-close", title: t.close }, () => model.close(), icon("close"))),
      this.here,
      this.body,
      el("div", { class: "dl-card-foot" }, this.previous, this.next));
    parent.append(this.element);
  }

  /** `group` holds the rows at the selected row's place. */
  update(group: readonly number[]): void {
    const { selected, table } = this.model;
    this.element.hidden = selected < 0;
    if (selected < 0) {
      this.row = -1;
      return;
    }
    this.group = group;
    this.here.hidden = group.length < 2;
    this.hereText.textContent = t.positionHere(group.length, { position: formatNumber(group.indexOf(selected) + 1) });
    this.previous.disabled = this.model.neighbour(-1) < 0;
    this.next.disabled = this.model.neighbour(1) < 0;
    if (selected === this.row) return;
    this.row = selected;
    this.writeHeading(table, selected);
    void this.open(table, selected);
  }

  /** The words of an event are unpacked when its card opens; until then the last card stands. */
  private async open(table: Table, row: number): Promise<void> {
    let event: Details;
    try {
      event = await table.details(row);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      if (row === this.row) replace(this.body, el("p", { role: "alert" }, error.message));
      return;
    }
    // Another event may have been opened meanwhile.
    if (row !== this.row) return;
    this.write(table, row, event);
    this.body.scrollTop = 0;
    this.onWritten();
  }

  private writeHeading(table: Table, row: number): void {
    const subType = table.words.sub_event_type.at(row);
    const type = table.type[row]!;
    const status = STATUSES[table.status[row]!]!;
    const name = type === MENTION ? t.placeMention : typeName(category(type).name);
    replace(this.heading,
      swatch(type, 20),
      el("div", {},
        el("h2", {}, subType === null || type === MENTION ? name : said(subTypeName(subType))),
        subType !== null && type !== MENTION ? el("p", { class: "dl-card-type" }, name) : null,
        status !== "reported" && type !== MENTION ? el("p", { class: "dl-status" }, statusName(status)) : null));
  }

  private write(table: Table, row: number, event: Details): void {
    const casualties = casualtyWords(event);
    replace(this.body,
      el("dl", {},
        when(table, row, event),
        where(table, row, event),
        who(event),
        fact(t.harm, ...casualties.map((words) => line(words)))),
      event.quote === "" ? null : el("blockquote", { dir: "auto" }, event.quote),
      el("dl", {},
        source(event),
        retold(event),
        fact(t.whyHere, event.reason === "" ? null : line(said(event.reason)),
          event.confidence === null ? null : small(fill(t.confidence, { words: confidenceWords(event.confidence) })))));
  }
}
