/** What keeps a time map and the page's own map apart when it lies on one that it did not make. */

import type { Theme } from "./theme";

export interface Guest {
  readonly theme: Theme;
  /** Whether the map has no ground of its own, so that ours is drawn. */
  readonly ground: boolean;
}

/** What the map would take for a click on itself, a drag or a turn of the wheel over it. */
const OURS = [
  "click", "dblclick", "contextmenu", "mousedown", "pointerdown", "touchstart", "wheel", "mousemove", "mouseover", "mouseout",
] as const;

/** The parts lie within the map's element, which must not hear of what is done to them. */
export function keepFrom(root: HTMLElement): void {
  for (const name of OURS) root.addEventListener(name, (event) => event.stopPropagation());
}

/** The map's own controls at its lower edge stand on the time bar. */
export function lift(container: HTMLElement, ...below: readonly Element[]): void {
  container.classList.add("dl-host");
  const measure = (): void => {
    const height = below.reduce((sum, element) => sum + (element as HTMLElement).offsetHeight, 0);
    container.style.setProperty("--dl-below", `${height}px`);
  };
  const observer = new ResizeObserver(measure);
  for (const element of below) observer.observe(element);
}
