/** Copy the link, download what is shown: two buttons of the header, the menu of the second, and what they say. */

import { leadsHere, type Address } from "./address";
import { DataError } from "./data";
import { fileName, fileOf, KINDS, save, shownRows, type Kind } from "./download";
import { button, el, freshId, icon } from "./dom";
import { formatNumber } from "./format";
import { t } from "./language";
import type { Model } from "./model";
import { fill } from "./phrase";
import { isEmbedded } from "./shell";

/** What was done is said for so long. */
const SAID_MS = 5000;
/** A file that takes longer is seen to grow. */
const SLOW_MS = 300;
const NAMES: Readonly<Record<Kind, string>> = { geojson: "GeoJSON", csv: "CSV", png: "PNG" };

/** False where the page is not let near the clipboard. A browser complains when a frame asks, so a frame does not. */
async function intoClipboard(text: string): Promise<boolean> {
  if (window.parent !== window) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export class ShareBar {
  private readonly copyButton: HTMLButtonElement;
  private readonly downloadButton: HTMLButtonElement;
  /** A frame too small for all has this instead. */
  private readonly whole: HTMLAnchorElement;
  private readonly menu: HTMLElement;
  private readonly count = el("p", { class: "dl-note" });
  private readonly words = el("p", { class: "dl-share-words", role: "status", "data-testid": "share-said" });
  private readonly progress = el("progress", { max: "1", hidden: true, "data-testid": "share-progress" });
  private readonly field = el("input", { class: "dl-share-link", type: "text", readonly: true, dir: "ltr", hidden: true, "data-testid": "share-link" });
  private readonly box: HTMLElement;
  private readonly leave = (event: PointerEvent): void => {
    if (event.target instanceof Node && !this.menu.contains(event.target) && !this.downloadButton.contains(event.target)) this.toggle(false);
    if (event.target instanceof Node && !this.field.hidden && !this.box.contains(event.target)) this.say("");
  };
  private timer = 0;
  private busy = false;

  constructor(
    private readonly model: Model, header: HTMLElement, private readonly address: () => Address | null,
    private readonly picture: () => Promise<Blob>,
  ) {
    const menuId = freshId("dl-share-menu");
    this.copyButton = button(t.copyLink, { class: "dl-tool", "data-testid": "copy-link", title: t.copyLink, hidden: !leadsHere(location.protocol) },
      () => void this.copy(), icon("copy"));
    this.whole = el("a", {
      class: "dl-tool dl-whole", href: location.href, target: "_blank", rel: "noopener", title: t.openWhole, "aria-label": t.openWhole,
      "data-testid": "open-whole", hidden: !isEmbedded() || !leadsHere(location.protocol),
    }, icon("out"));
    // The address is asked for when it is wanted: it changes with all that is done here.
    for (const wanted of ["pointerdown", "focus"]) this.whole.addEventListener(wanted, () => (this.whole.href = this.address()?.link() ?? location.href));
    this.downloadButton = button(t.downloadShown, {
      class: "dl-tool", "data-testid": "download", title: t.downloadShown, "aria-expanded": "false", "aria-controls": menuId,
    }, () => this.toggle(this.menu.hidden), icon("download"));
    this.menu = el("div", { class: "dl-share-box dl-share-menu", id: menuId, role: "group", "aria-label": t.downloadShown, hidden: true, "data-testid": "download-menu" },
      this.count,
      ...KINDS.map((kind) => button(NAMES[kind], { class: "dl-entry dl-share-kind", "data-testid": `download-${kind}` }, () => void this.download(kind),
        el("b", { dir: "ltr" }, NAMES[kind]), el("span", { class: "dl-note" }, t.downloads[kind]))));
    for (const kind of this.menu.querySelectorAll("button")) kind.removeAttribute("aria-label");
    this.field.setAttribute("aria-label", t.linkToCopy);
    this.box = el("div", { class: "dl-share-box dl-share-said dl-share-silent" }, this.words, this.progress, this.field);
    header.querySelector(".dl-theme")!.before(this.downloadButton, this.menu, this.copyButton, this.whole, this.box);
    this.menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.menu.contains(relatedTarget) && relatedTarget !== this.downloadButton) this.toggle(false);
    });
    for (const part of [this.menu, this.box]) part.addEventListener("keydown", (event) => this.key(event));
    this.downloadButton.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", this.leave);
  }

  remove(): void {
    window.clearTimeout(this.timer);
    document.removeEventListener("pointerdown", this.leave);
    for (const part of [this.copyButton, this.downloadButton, this.menu, this.whole, this.box]) part.remove();
  }

  private toggle(open: boolean): void {
    if (open) {
      const { table, data } = this.model;
      const shown = shownRows(this.model).length;
      this.count.textContent = t.shownOf(table.events, { shown: formatNumber(this.model.selection.shown.length) }) + t.fromReports(data.reports);
      for (const kind of this.menu.querySelectorAll("button")) kind.disabled = this.busy || (shown === 0 && kind.dataset["testid"] !== "download-png");
      this.say("");
    } else if (this.menu.contains(document.activeElement)) this.downloadButton.focus();
    this.menu.hidden = !open;
    this.downloadButton.setAttribute("aria-expanded", String(open));
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    if (!this.menu.hidden) this.toggle(false);
    else if (this.words.textContent !== "" && !this.busy) {
      const back = this.box.contains(document.activeElement);
      this.say("");
      if (back) this.copyButton.focus();
    } else return;
    event.preventDefault();
  }

  /** Empty words take the box away. */
  private say(words: string, lasting = false): void {
    window.clearTimeout(this.timer);
    this.progress.hidden = true;
    this.field.hidden = true;
    // It stays in the page while it has nothing to say: a screen reader speaks only of what changes before its eyes.
    this.box.classList.toggle("dl-share-silent", words === "");
    this.words.textContent = words;
    if (words !== "" && !lasting) this.timer = window.setTimeout(() => this.say(""), SAID_MS);
  }

  private async copy(): Promise<void> {
    const link = this.address()?.link();
    if (link === undefined) return;
    this.toggle(false);
    if ((await intoClipboard(link)) || this.copyByHand(link)) this.say(t.linkCopied);
  }

  /** Shows and selects the link. True where the browser then copies it as if its reader had. */
  private copyByHand(link: string): boolean {
    this.say(t.linkToCopy, true);
    this.field.hidden = false;
    this.field.value = link;
    this.field.focus();
    this.field.select();
    if (!document.execCommand("copy")) return false;
    this.copyButton.focus();
    return true;
  }

  private async download(kind: Kind): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.toggle(false);
    const file = fileName(kind);
    this.say(fill(t.writingFile, { file }), true);
    try {
      save(kind, kind === "png" ? await this.picture() : await this.file(kind));
      this.busy = false;
      this.say(fill(t.fileWritten, { file }));
    } catch (error) {
      this.busy = false;
      this.say(error instanceof DataError ? error.message : fill(t.fileNotWritten, { file }));
    }
  }

  private async file(kind: "geojson" | "csv"): Promise<Blob> {
    const rows = shownRows(this.model);
    this.progress.value = 0;
    this.progress.setAttribute("aria-label", this.words.textContent ?? "");
    const began = performance.now();
    return fileOf(kind, this.model.table, rows, (done) => {
      // What is done in a blink needs no bar.
      if (performance.now() - began > SLOW_MS) this.progress.hidden = false;
      this.progress.value = done / Math.max(1, rows.length);
    });
  }
}
