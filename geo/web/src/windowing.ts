/** Which rows of a long list are in sight. Rows have one height, so this is reckoning only. */

/** Pixels of a row. The style sheet has it too. */
export const ROW = 88;

/** Pixels that every browser lays out: Firefox stops at 17 million. A longer list scrolls faster than it is dragged. */
export const MOST_HEIGHT = 8_000_000;

export const heightOf = (rows: number): number => Math.min(rows * ROW, MOST_HEIGHT);

/** What one pixel of scrolling moves the rows by. */
function pace(rows: number, view: number): number {
  const height = heightOf(rows);
  return height <= view || height === rows * ROW ? 1 : (rows * ROW - view) / (height - view);
}

/** Pixels of rows above the view. */
export const offsetAt = (scrolled: number, rows: number, view: number): number => scrolled * pace(rows, view);

/** How far to scroll for so many pixels of rows above the view. */
export function scrollFor(offset: number, rows: number, view: number): number {
  return Math.max(0, Math.min(offset, rows * ROW - view)) / pace(rows, view);
}

/** The first row in sight and the first past it, with some more at both ends. */
export function windowAt(offset: number, rows: number, view: number, margin = 4): readonly [number, number] {
  const first = Math.max(0, Math.min(rows, Math.floor(offset / ROW)) - margin);
  return [first, Math.min(rows, Math.ceil((offset + view) / ROW) + margin)];
}

/** The least change of the offset that brings a row into sight. */
export function offsetToSee(index: number, offset: number, view: number): number {
  const top = index * ROW;
  return top < offset ? top : Math.max(offset, top + ROW - view);
}

/** Where a key takes the reader from a row, or null where the key is none of these. */
export function stepped(key: string, index: number, rows: number, view: number): number | null {
  const page = Math.max(1, Math.floor(view / ROW) - 1);
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: rows - 1 }[key];
  return to === undefined || rows === 0 ? null : Math.max(0, Math.min(rows - 1, to));
}
