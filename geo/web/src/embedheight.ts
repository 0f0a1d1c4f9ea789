/** Tells a page that embeds this one how high the frame should be, in the form that Datawrapper's script for embeds reads. */

/** A change this small may come from the host's own scroll bar, which the height itself brought: it is not followed. */
const SCROLL_BAR = 24;
const PHONE = 600;

/** In pixels. Of the width alone: a height that followed the height would never come to rest. */
export const heightFor = (width: number): number => (width < PHONE ? 560 : 620);

/** Hosts know their frames by the window that speaks or, in older scripts, by this name behind "datawrapper-chart-". */
export const frameId = (name: string): string => (/^[\w-]{1,60}$/.test(name) ? name : "dateline");

export function heightMessage(name: string, width: number): object {
  return { "datawrapper-height": { [frameId(name)]: heightFor(width) } };
}

/** Whether a width is another one than that of the last message. */
export const isOther = (width: number, last: number | null): boolean =>
  width > 0 && (last === null || Math.abs(width - last) > SCROLL_BAR);

export function announceHeight(root: HTMLElement): void {
  let last: number | null = null;
  new ResizeObserver(() => {
    const width = root.clientWidth;
    if (!isOther(width, last)) return;
    last = width;
    // The host is not known, and the message holds a name and a number.
    window.parent.postMessage(heightMessage(window.name, width), "*");
  }).observe(root);
}
