/** Light and dark. Colours live in the style sheet; the canvases read them from there. */

import { CATEGORIES } from "./category";

export interface Palette {
  readonly land: string;
  readonly sea: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly line: string;
  /** The hue of counts as colour. */
  readonly ramp: string;
  /** One colour for each category, mention last. */
  readonly categories: readonly string[];
}

export type Theme = "light" | "dark";

const preference = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

export const prefersStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

export function preferredTheme(): Theme {
  return preference().matches ? "dark" : "light";
}

/** Follows the system until the reader has chosen. */
export function onPreferredTheme(listener: (theme: Theme) => void): void {
  preference().addEventListener("change", () => listener(preferredTheme()));
}

export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    land: value("--land"),
    sea: value("--sea"),
    border: value("--border"),
    text: value("--text"),
    muted: value("--muted"),
    surface: value("--surface"),
    line: value("--line"),
    ramp: value("--ramp"),
    categories: CATEGORIES.map((category) => value(category.colour)),
  };
}
