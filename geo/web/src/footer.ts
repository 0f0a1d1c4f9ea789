/** Sources, licences and the caution that belongs to every point on the map. */

import type { Attribution, PageData } from "./data";
import { button, el, freshId, replace, said } from "./dom";
import { t } from "./language";
import { safeUrl } from "./links";

const ground = (): Attribution => ({ text: t.madeWith, url: "https://www.naturalearthdata.com/" });
const LEAFLET: Attribution = { text: "Leaflet", url: "https://leafletjs.com/" };

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
    this.update(false);
  }

  update(tilesOn: boolean): void {
    const { attribution, tiles } = this.data;
    const sources = [...attribution, ground()].flatMap((entry, i) => (i === 0 ? [credit(entry)] : [" · ", credit(entry)]));
    replace(this.sources, ...sources, el("span", { class: "dl-maker" }, " · ", credit(LEAFLET)));
    replace(this.online, ...(tilesOn && tiles && tiles.attribution !== "" ? [" · ", said(tiles.attribution)] : []));
  }
}
