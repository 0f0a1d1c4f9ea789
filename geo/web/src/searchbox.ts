/** The box that one searches in; where the header is narrow, a button that opens it. */

import { button, el, icon } from "./dom";
import { formatNumber } from "./format";
import { t } from "./language";
import type { Model } from "./model";
import { fill } from "./phrase";

/** Milliseconds after a letter: whoever types on is not searched for. */
const PAUSE = 150;

export class SearchBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly opener: HTMLButtonElement;
  private readonly clear: HTMLButtonElement;
  private readonly progress = el("p", { class: "dl-search-progress", "data-testid": "search-progress", hidden: true });
  private readonly spoken = el("span", { class: "dl-spoken", role: "status" });
  private timer = 0;
  /** The text that the model was last seen with. */
  private known = "";

  /** `onEnter` hears that the reader has said what to look for. */
  constructor(private readonly model: Model, private readonly onEnter: () => void) {
    this.input = el("input", {
      type: "search", class: "dl-search-box", "data-testid": "search", placeholder: t.searchHint, "aria-label": t.searchFor, title: t.searchFor,
      autocomplete: "off", spellcheck: "false", enterkeyhint: "search", dir: "auto",
    });
    this.input.addEventListener("input", () => {
      window.clearTimeout(this.timer);
      if (this.input.value === "") this.send();
      else this.timer = window.setTimeout(() => this.send(), PAUSE);
      this.clear.hidden = this.input.value === "" && !this.isOpen;
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.opener = button(t.search, { class: "dl-tool dl-search-open", "data-testid": "search-open", title: t.search, "aria-expanded": "false" }, () => {
      this.setOpen(true);
      this.input.focus();
    }, icon("search"));
    this.clear = button(t.clearSearch, { class: "dl-tool dl-tool-small dl-search-clear", "data-testid": "search-clear", title: t.clearSearch, hidden: true },
      () => this.empty(), icon("close"));
    this.element = el("search", { class: "dl-search" }, this.opener,
      el("div", { class: "dl-search-field" }, icon("search"), this.input, this.clear, this.progress, this.spoken));
    this.known = this.input.value = model.filters.text;
    // It lies over the header's other buttons while one types, and no longer.
    this.element.addEventListener("focusout", () => window.setTimeout(() => {
      if (this.isOpen && !this.element.contains(document.activeElement)) this.setOpen(false);
    }));
  }

  update(): void {
    const { filters, searching } = this.model;
    if (filters.text !== this.known) {
      window.clearTimeout(this.timer);
      this.known = this.input.value = filters.text;
    }
    this.clear.hidden = this.input.value === "" && !this.isOpen;
    this.opener.toggleAttribute("data-on", filters.text !== "");
    this.progress.hidden = searching === null;
    if (searching === null) this.spoken.textContent = "";
    else {
      // The count of events is read aloud as it changes; the progress is said once.
      this.spoken.textContent ||= this.says(0);
      this.progress.textContent = this.says(searching);
      this.progress.style.setProperty("--dl-share", String(searching));
    }
  }

  private says(share: number): string {
    return fill(t.searchingQuotes, { percent: formatNumber(Math.floor(share * 100)) });
  }

  private send(): void {
    window.clearTimeout(this.timer);
    this.known = this.input.value;
    if (this.known !== this.model.filters.text) this.model.setFilters({ ...this.model.filters, text: this.known });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter") {
      // Else the same key would press the button that gets the focus.
      event.preventDefault();
      this.send();
      this.onEnter();
      if (this.isOpen) this.leave();
    }
    if (event.key !== "Escape" || (this.input.value === "" && !this.isOpen)) return;
    // Not for the card or the list.
    event.preventDefault();
    this.empty();
  }

  /** Takes the text away, or the box where there is none. */
  private empty(): void {
    if (this.input.value === "") {
      this.leave();
      return;
    }
    this.input.value = "";
    this.send();
    this.input.focus();
    this.clear.hidden = !this.isOpen;
  }

  /** Closes the box; what was typed holds. */
  private leave(): void {
    this.setOpen(false);
    this.opener.focus();
  }

  private get isOpen(): boolean {
    return this.element.hasAttribute("data-open");
  }

  private setOpen(open: boolean): void {
    this.element.toggleAttribute("data-open", open);
    this.opener.setAttribute("aria-expanded", String(open));
    this.clear.hidden = this.input.value === "" && !open;
  }
}
