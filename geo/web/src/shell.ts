/** The frame of the page: header, panel, stage with the map, time bar; and what fits at which size. */

import { button, el, freshId, icon } from "./dom";
import { formatNumber } from "./format";
import { keepFrom, type Guest } from "./guest";
import { currentLanguage, t } from "./language";
import { onPreferredTheme, preferredTheme, type Theme } from "./theme";

export type Size = "phone" | "middle" | "wide";

export interface Shell {
  readonly root: HTMLElement;
  readonly header: HTMLElement;
  readonly panel: HTMLElement;
  readonly stage: HTMLElement;
  readonly time: HTMLElement;
  isDrawer(): boolean;
  isSheet(): boolean;
  setPanel(open: boolean): void;
  isPanelOpen(): boolean;
  /** How many filters are on is said at the button of their panel. */
  setFiltersOn(count: number): void;
  /** Names the parts in the current language and lays them out in its direction. */
  setLanguage(): void;
  /** What the reader chose, or null while the page follows the system. */
  chosenTheme(): Theme | null;
  chooseTheme(theme: Theme | null): void;
  onTheme(listener: () => void): void;
  onResize(listener: () => void): void;
}

/** A host that names the frame so shows the whole page in it, however narrow, as an app of its own. */
const WHOLE = "dateline-app";

export function isEmbedded(): boolean {
  return window.parent !== window && window.name !== WHOLE;
}

export function sizeOf(width: number): Size {
  if (width < 600) return "phone";
  return width < 900 ? "middle" : "wide";
}

/** An embed too small for panel and header keeps the map, the time bar and the count. */
export const isCompact = (width: number, height: number, embedded: boolean): boolean =>
  embedded && (width < 480 || height < 360);

/** A guest's shell lies within the container of a map that is not ours; else the container goes into the shell. */
export function buildShell(container: HTMLElement, guest: Guest | null = null): Shell {
  const firstTheme = guest?.theme ?? preferredTheme();
  const panelId = freshId("dl-panel");
  const header = el("header", { class: "dl-header" });
  const panel = el("aside", { class: "dl-panel", id: panelId });
  // Leaflet and the canvases reckon from the left.
  const map = el("div", { class: "dl-map", dir: "ltr" });
  const stage = el(guest ? "div" : "main", { class: "dl-stage" }, map);
  const time = el("section", { class: "dl-time" });
  const body = el("div", { class: "dl-body" }, panel, stage);
  const root = el("div", { class: guest ? "dl dl-guest" : "dl", "data-theme": firstTheme }, header, body, time);
  if (guest) {
    container.append(root);
    keepFrom(root);
  } else {
    container.before(root);
    map.append(container);
  }

  const themeListeners: (() => void)[] = [];
  const resizeListeners: (() => void)[] = [];
  let chosen: Theme | null = null;
  const setTheme = (theme: Theme): void => {
    root.dataset["theme"] = theme;
    themeButton.setAttribute("aria-pressed", String(theme === "dark"));
    for (const listener of themeListeners) listener();
  };
  const themeButton = button("", { class: "dl-tool dl-theme", "data-testid": "theme" }, () => {
    chosen = root.dataset["theme"] === "dark" ? "light" : "dark";
    setTheme(chosen);
  }, icon("half"));
  themeButton.setAttribute("aria-pressed", String(firstTheme === "dark"));
  // The ground of another page's map does not change with the system.
  if (!guest) {
    onPreferredTheme((theme) => {
      if (!chosen) setTheme(theme);
    });
  }

  const setPanel = (open: boolean): void => {
    root.dataset["panel"] = open ? "open" : "closed";
    if (!open && panel.contains(document.activeElement)) toggle.focus({ preventScroll: true });
    panel.inert = !open;
    toggle.setAttribute("aria-expanded", String(open));
    for (const listener of resizeListeners) listener();
  };
  const badge = el("span", { class: "dl-badge", "aria-hidden": "true", hidden: true });
  let filtersOn = 0;
  const nameToggle = (): void => {
    const name = filtersOn === 0 ? t.filtersAndLegend : `${t.filtersAndLegend} · ${t.filtersOn(filtersOn)}`;
    toggle.setAttribute("aria-label", name);
    toggle.title = name;
    badge.hidden = filtersOn === 0;
    badge.textContent = formatNumber(filtersOn);
  };
  const setFiltersOn = (count: number): void => {
    if (count === filtersOn) return;
    filtersOn = count;
    nameToggle();
  };
  const toggle = button("", { class: "dl-tool", "data-testid": "panel-toggle", "aria-controls": panelId }, () => setPanel(root.dataset["panel"] !== "open"), icon("menu"), badge);
  header.append(toggle, themeButton);

  const setLanguage = (): void => {
    const speaking = guest ? root : document.documentElement;
    speaking.lang = currentLanguage();
    speaking.dir = t.direction;
    panel.setAttribute("aria-label", t.filtersAndLegend);
    time.setAttribute("aria-label", t.time);
    nameToggle();
    themeButton.setAttribute("aria-label", t.darkColours);
    themeButton.title = t.lightOrDark;
  };
  setLanguage();

  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = root;
    // A panel that stood beside the map would take a guest's map away from under it.
    const size = guest && sizeOf(width) === "wide" ? "middle" : sizeOf(width);
    const first = root.dataset["size"] === undefined;
    const was = root.dataset["size"];
    root.dataset["size"] = size;
    root.toggleAttribute("data-compact", isCompact(width, height, isEmbedded() || (guest !== null && height < 360)));
    if (first || was !== size) setPanel(size === "wide");
    for (const listener of resizeListeners) listener();
  };
  measure();
  new ResizeObserver(measure).observe(root);

  return {
    root, header, panel, stage, time, setPanel, setFiltersOn, setLanguage,
    isDrawer: () => root.dataset["size"] !== "wide",
    isSheet: () => root.dataset["size"] === "phone" || root.hasAttribute("data-compact"),
    isPanelOpen: () => root.dataset["panel"] === "open",
    chosenTheme: () => chosen,
    chooseTheme: (theme) => {
      if (theme === chosen) return;
      chosen = theme;
      setTheme(theme ?? preferredTheme());
    },
    onTheme: (listener) => themeListeners.push(listener),
    onResize: (listener) => resizeListeners.push(listener),
  };
}
