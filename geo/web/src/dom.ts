/** Elements. Text goes in as text nodes only, so nothing that a report says can become markup. */

type Attributes = Readonly<Record<string, string | boolean | null>>;
type Child = Node | string | null | false;

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) if (child !== null && child !== false) element.append(child);
  return element;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** Text from the data, in its own direction: it cannot reorder the words beside it. */
export const said = (text: string, className = ""): HTMLElement =>
  el("bdi", { dir: "auto", class: className || null }, text);

/** A text with elements in its gaps: "asks {host} for pictures". */
export function slotted(text: string, slots: Readonly<Record<string, Node | readonly (Node | string)[]>>): (Node | string)[] {
  return text.split(/(\{\w+\})/).flatMap((part): readonly (Node | string)[] => {
    const slot = slots[part.slice(1, -1)];
    if (part === "") return [];
    return slot === undefined ? [part] : slot instanceof Node ? [slot] : slot;
  });
}

const SVG = "http://www.w3.org/2000/svg";

/** Line icons on a 16 px square. */
const ICONS = {
  menu: "M2 4h12M2 8h12M2 12h12",
  close: "M4 4l8 8M12 4l-8 8",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  copy: "M6 5.5h7v8H6zM10 3H3v8",
  download: "M8 2v8M4.5 7L8 10.5 11.5 7M3 13.5h10",
  frame: "M2 6V3a1 1 0 011-1h3M10 2h3a1 1 0 011 1v3M14 10v3a1 1 0 01-1 1h-3M6 14H3a1 1 0 01-1-1v-3",
  span: "M2 8h12M5 5L2 8l3 3M11 5l3 3-3 3",
  loop: "M11 2l2 2-2 2M13 4H5a3 3 0 00-3 3v1M5 14l-2-2 2-2M3 12h8a3 3 0 003-3V8",
  list: "M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.5M2 8h.5M2 12h.5",
  search: "M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.4 10.4L14 14",
  table: "M2 3h12v10H2zM2 6.5h12M2 10h12M6 3v10",
  up: "M4 10l4-4 4 4",
  down: "M4 6l4 4 4-4",
  out: "M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5",
} as const;

const SOLID = {
  play: "M4 2.5v11l9.5-5.5z",
  pause: "M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z",
  half: "M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13zm0 1.5a5 5 0 010 10z",
} as const;

/** Icons that point along the line of reading: the style sheet turns them round where that runs from right to left. */
const TURNS: ReadonlySet<string> = new Set(["left", "right", "list", "out"]);

export type Icon = keyof typeof ICONS | keyof typeof SOLID;

export function icon(name: Icon): SVGSVGElement {
  const solid = name in SOLID;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", solid ? SOLID[name as keyof typeof SOLID] : ICONS[name as keyof typeof ICONS]);
  const svg = document.createElementNS(SVG, "svg");
  return fill(svg, {
    viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false",
    class: `dl-icon${solid ? " dl-icon-solid" : ""}${TURNS.has(name) ? " dl-icon-turns" : ""}`,
  }, [path]);
}

export function button(
  label: string, attributes: Attributes, onClick: () => void, ...children: readonly Child[]
): HTMLButtonElement {
  const named = children.length > 0 && children.every((child) => typeof child === "string");
  const element = el("button", { type: "button", "aria-label": named ? null : label, ...attributes }, ...children);
  element.addEventListener("click", onClick);
  return element;
}

/** The id, or with a number where the page has it already: there may be several maps on a page. */
export function freshId(stem: string): string {
  let id = stem;
  for (let n = 2; document.getElementById(id); n += 1) id = `${stem}-${n}`;
  return id;
}

export function replace(parent: Element, ...children: readonly Child[]): void {
  parent.replaceChildren(...children.filter((child): child is Node | string => child !== null && child !== false));
}
