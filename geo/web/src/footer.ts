/** Sources, licences and the caution that belongs to every point on the map. */

import type { Attribution, PageData } from "./data";
import { button, el, freshId, replace, said } from "./dom";
import { t } from "./language";
import { safeUrl } from "./links";

const ground = (): Attribution => ({ text: t.madeWith, url: "https://www.naturalearthdata.com/" });
const LEAFLET: Attribution = { text: "Leaflet", url: "https://leafletjs.com/" };

/** Whose work the map and its places are, without the tiles that a reader may add. */
export const creditsOf = ({ attribution }: PageData): readonly Attribution[] => [...attribution, ground(), LEAFLET];

function credit({ text, url }: Attribution): Node {
  const href = safeUrl(url);
  return href === null
    ? said(text)
    : el("a", { href, target: "_blank", rel: "noopener noreferrer" }, said(text));
}

export class Footer {
  readonly element = el("footer", { class: "dl-footer" });
  private readonly sources = el("span", { class: "dl-sources", id: freshId("dl-sources") });
  /** Whoever made the tiles on view is named beside them, and not behind a button. */
  private readonly online = el("span", { class: "dl-online", "data-testid": "tiles-credit" });

  constructor(private readonly data: PageData, parent: HTMLElement) {
    const footer = this.element;
    const toggle = button(t.sourcesAndLicences, { class: "dl-sources-button", "aria-controls": this.sources.id, "aria-expanded": "false" }, () => {
      const open = footer.toggleAttribute("data-open");
      toggle.setAttribute("aria-expanded", String(open));
    }, t.sources);
    footer.append(
      el("span", { class: "dl-caution" }, t.caution),
      " ", toggle, this.sources, this.online);
    parent.append(footer);
    this.update([]);
  }

  /** `ground` credits what the reader has put below the events. */
  update(ground: readonly string[]): void {
    const sources = creditsOf(this.data).map(credit);
    const maker = el("span", { class: "dl-maker" }, " · ", sources.pop()!);
    replace(this.sources, ...sources.flatMap((each, i) => (i === 0 ? [each] : [" · ", each])), maker);
    replace(this.online, ...ground.flatMap((each) => [" · ", said(each)]));
  }
}
