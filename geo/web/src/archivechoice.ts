/** Choosing a map file of one's own. What reads it is loaded into being with the first file, and costs nothing before. */

import type { ArchiveError } from "./archive";
import { button, el, replace, said, slotted } from "./dom";
import { t } from "./language";
import type { Model } from "./model";

export class ArchiveChoice {
  readonly element = el("div", { class: "dl-archive" });
  private readonly input = el("input", { type: "file", accept: ".pmtiles", hidden: true, "data-testid": "archive-file" });
  private readonly use: HTMLButtonElement;
  private readonly inUse = el("p", { class: "dl-archive-name", "data-testid": "archive-name" });
  private readonly remove: HTMLButtonElement;
  private readonly away = el("p", { class: "dl-note", role: "status", "data-testid": "archive-away" });
  /** Read out when it changes, so it is there before it says anything. */
  private readonly trouble = el("p", { class: "dl-archive-trouble", role: "alert", "data-testid": "archive-trouble" });
  private shown: unknown = undefined;

  constructor(private readonly model: Model) {
    const { input } = this;
    this.use = button(t.archiveUse, { class: "dl-button", "data-testid": "archive-use" }, () => input.click(), t.archiveUse);
    this.remove = button(t.archiveRemoveLabel, { class: "dl-button", "aria-label": t.archiveRemoveLabel, "data-testid": "archive-remove" }, () => {
      model.setArchive(null);
      this.use.focus({ preventScroll: true });
    }, t.archiveRemove);
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      // The same file can then be chosen again.
      if (file) void this.open(file).finally(() => (input.value = ""));
    });
    this.element.append(this.inUse, this.away, el("div", { class: "dl-archive-actions" }, this.use, this.remove), input, this.trouble,
      el("p", { class: "dl-note" }, t.archiveNote));
    this.update();
  }

  private async open(file: File): Promise<void> {
    this.use.disabled = true;
    const { openFile } = await import("./archive");
    try {
      this.model.setArchive(await openFile(file));
    } catch (error) {
      this.model.setTrouble(file.name, (error as ArchiveError).trouble ?? "damaged");
    } finally {
      this.use.disabled = false;
    }
  }

  update(): void {
    const { archive, trouble, inSight } = this.model;
    const now = `${inSight}\n${archive?.name ?? ""}\n${trouble?.reason ?? ""}\n${trouble?.name ?? ""}`;
    if (now === this.shown) return;
    this.shown = now;
    this.inUse.hidden = archive === null;
    this.remove.hidden = archive === null;
    replace(this.inUse, ...(archive ? slotted(t.archiveInUse, { name: said(archive.name) }) : []));
    const go = (): HTMLElement => button(t.archiveGo, { class: "dl-link", "data-testid": "archive-go" }, () => {
      this.model.showArchive();
      // The button goes with what it says.
      this.use.focus({ preventScroll: true });
    }, t.archiveGo);
    replace(this.away, ...(archive && !inSight ? [t.archiveAway, " ", go()] : []));
    replace(this.trouble, ...(trouble ? slotted(t.archiveTroubles[trouble.reason], { name: said(trouble.name) }) : []));
  }
}
