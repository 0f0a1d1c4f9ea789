/** Sources, licences and the caution that belongs to every point on the map. */

import type { Attribution, PageData } from "./data";
import { button, el, freshId, replace, said } from "./dom";
import { safeUrl } from "./links";

const OWN: readonly Attribution[] = [
  { text: "Made with Natural Earth", url: "https://www.naturalearthdata.com/" },
  { text: "Leaflet", url: "https://leafletjs.com/" },
];

function credit({ text, url }: Attribution): Node {
  const href = safeUrl(url);
  return href === null
    ? said(text)
    : el("a", { href, target: "_blank", rel: "noopener noreferrer" }, said(text));
}

export class Footer {
  private readonly sources = el("span", { class: "dl-sources", id: freshId("dl-sources") });
  /** Whoever made the tiles on view is named beside them, and not behind a button. */
  private readonly online = el("span", { class: "dl-online", "data-testid": "tiles-credit" });

  constructor(private readonly data: PageData, parent: HTMLElement) {
    const footer = el("footer", { class: "dl-footer" });
    const toggle = button("Sources and licences", { class: "dl-sources-button", "aria-controls": this.sources.id, "aria-expanded": "false" }, () => {
      const open = footer.toggleAttribute("data-open");
      toggle.setAttribute("aria-expanded", String(open));
    }, "Sources");
    footer.append(
      el("span", { class: "dl-caution" }, "Places were found by a program; check before you rely on one."),
      " ", toggle, this.sources, this.online);
    parent.append(footer);
    this.update(false);
  }

  update(tilesOn: boolean): void {
    const { attribution, tiles } = this.data;
    const credits = [...attribution, ...OWN];
    replace(this.sources, ...credits.flatMap((entry, i) => (i === 0 ? [credit(entry)] : [" · ", credit(entry)])));
    replace(this.online, ...(tilesOn && tiles && tiles.attribution !== "" ? [" · ", said(tiles.attribution)] : []));
  }
}
