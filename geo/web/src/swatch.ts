/** The marks of the legend and the card, as small drawings in the page. */

import { category } from "./category";
import { corners } from "./marks";

const SVG = "http://www.w3.org/2000/svg";

function svg(size: number, ...children: readonly SVGElement[]): SVGSVGElement {
  const root = document.createElementNS(SVG, "svg");
  for (const [name, value] of [
    ["class", "dl-swatch"], ["width", String(size)], ["height", String(size)],
    ["viewBox", `${-size / 2} ${-size / 2} ${size} ${size}`], ["aria-hidden", "true"], ["focusable", "false"],
  ] as const) root.setAttribute(name, value);
  root.append(...children);
  return root;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function outline(type: number, radius: number, paint: Readonly<Record<string, string | number>>): SVGElement {
  const points = corners(category(type).shape, radius);
  return points === null
    ? element("circle", { r: radius, ...paint })
    : element("polygon", { points: points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" "), ...paint });
}

const colourOf = (type: number): string => `var(${category(type).colour})`;

export function swatch(type: number, size = 16): SVGSVGElement {
  const radius = category(type).shape === "dot" ? 3.5 : size * 0.37;
  return svg(size, outline(type, radius, { fill: colourOf(type) }));
}

const NEUTRAL = { fill: "var(--muted)" };
const HOLLOW = { fill: "none", stroke: "var(--muted)", "stroke-width": 2 };

export function solidSample(): SVGSVGElement {
  return svg(24, element("circle", { r: 6, ...NEUTRAL }));
}

export function hollowSample(): SVGSVGElement {
  return svg(24, element("circle", { r: 5.5, ...HOLLOW }));
}

export function areaSample(): SVGSVGElement {
  const lines = [-8, -4, 0, 4, 8].map((shift) => {
    // Chords of the disc along x + y = shift.
    const half = Math.sqrt(Math.max(0, 100 - (shift * shift) / 2) / 2);
    return element("line", {
      x1: shift / 2 - half, y1: shift / 2 + half, x2: shift / 2 + half, y2: shift / 2 - half,
      stroke: "var(--muted)", "stroke-width": 0.8, opacity: 0.6,
    });
  });
  return svg(
    24,
    ...lines,
    element("circle", { r: 10.5, fill: "none", stroke: "var(--muted)", "stroke-width": 1, "stroke-dasharray": "3 2.5" }),
    element("circle", { cy: -9, r: 3, fill: "var(--muted)", stroke: "var(--surface)" }),
  );
}

export function countSample(): SVGSVGElement {
  const text = element("text", {
    x: 5.5, y: -2.2, "text-anchor": "middle", "font-size": 9, "font-weight": 600, fill: "var(--text)",
  });
  text.textContent = "3";
  return svg(
    24,
    element("circle", { cx: -3, cy: 3, r: 6, ...NEUTRAL }),
    element("circle", { cx: 5.5, cy: -5.5, r: 6.2, fill: "var(--surface)", stroke: "var(--muted)", "stroke-width": 1 }),
    text,
  );
}
