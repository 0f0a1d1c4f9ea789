/** Keeps the state of the page and the part of its address behind "#" in step. It is kept nowhere else. */

import { readHash, sameView, writeHash, type PageState, type View, type Vocabulary } from "./hash";
import { bring, stateOf, viewOf, vocabularyOf, type Page } from "./pagestate";

/** An address is written when nothing has changed for so long. Browsers refuse more than a few a second. */
const REST_MS = 400;

/** The address of a page that was handed to a frame as text leads nowhere. */
export const leadsHere = (protocol: string): boolean => ["http:", "https:", "file:"].includes(protocol);

export class Address {
  private opening: PageState;
  private words: Vocabulary | null = null;
  private timer = 0;
  private written: string | null = null;
  /** The view as it was last written or read. A pixel beside it is the same one: the map rounds its middle. */
  private settled: View;

  /** The page stands as it opens. */
  constructor(private readonly page: Page, root: HTMLElement) {
    this.opening = stateOf(page);
    this.settled = this.opening.view;
    if (!leadsHere(location.protocol)) return;
    const touch = (): void => this.touch();
    page.model.onChange(touch);
    page.leaflet.on("moveend", touch);
    page.leaflet.on("resize", () => this.resized());
    // Theme, language and story are changed by hand alone.
    root.addEventListener("click", touch);
    root.addEventListener("keyup", touch);
    root.addEventListener("change", touch);
    window.addEventListener("hashchange", () => void this.follow());
    if (location.hash.length > 1) void this.follow();
  }

  /** The address of the page as it is now. */
  link(): string {
    const state = stateOf(this.page);
    if (!sameView(state.view, this.settled)) this.settled = state.view;
    const hash = writeHash({ ...state, view: this.settled }, this.opening, (this.words ??= vocabularyOf(this.page.model)));
    const [bare] = location.href.split("#");
    return hash === "" ? bare! : `${bare}#${hash}`;
  }

  private async follow(): Promise<void> {
    window.clearTimeout(this.timer);
    this.words ??= vocabularyOf(this.page.model);
    this.written = null;
    const state = readHash(location.hash, this.opening, this.words);
    this.settled = state.view;
    await bring(this.page, state);
    this.touch();
  }

  private touch(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), REST_MS);
  }

  /** A window of another size shows another part of the world, which nobody chose. */
  private resized(): void {
    const view = viewOf(this.page.leaflet);
    if (!sameView(this.settled, this.opening.view)) return;
    this.opening = { ...this.opening, view };
    this.settled = view;
  }

  private write(): void {
    // While it plays, the end of it is awaited.
    if (this.page.model.playing) return;
    const link = this.link();
    if (link === this.written || link === location.href) return;
    this.written = link;
    try {
      window.history.replaceState(window.history.state, "", link);
    } catch {
      // A frame may not be allowed to; then the address stays as it is.
    }
  }
}
