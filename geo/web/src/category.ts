/** The six event types of ACLED, the one beside them, and the place mention: name, shape and the CSS variable of its colour. */

export type Shape = "circle" | "triangle" | "square" | "diamond" | "cross" | "pentagon" | "hexagon" | "dot";

export interface Category {
  readonly name: string;
  readonly slug: string;
  readonly shape: Shape;
  /** Name of the custom property that holds the colour. */
  readonly colour: string;
}

export const CATEGORIES: readonly Category[] = [
  { name: "Battles", slug: "battles", shape: "circle", colour: "--battles" },
  { name: "Explosions/Remote violence", slug: "explosions-remote-violence", shape: "triangle", colour: "--explosions" },
  { name: "Violence against civilians", slug: "violence-against-civilians", shape: "square", colour: "--civilians" },
  { name: "Protests", slug: "protests", shape: "diamond", colour: "--protests" },
  { name: "Riots", slug: "riots", shape: "cross", colour: "--riots" },
  { name: "Strategic developments", slug: "strategic-developments", shape: "pentagon", colour: "--strategic" },
  { name: "Diplomacy and relief", slug: "diplomacy-and-relief", shape: "hexagon", colour: "--civil" },
  { name: "Mention", slug: "mention", shape: "dot", colour: "--mention" },
];

/** How many categories are events; the mention comes after them. */
export const EVENT_TYPES = 7;
export const MENTION = 7;

export const STATUSES = ["reported", "planned", "threatened", "hypothetical", "denied", "historical"] as const;

const BY_NAME = new Map(CATEGORIES.map((category, index) => [category.name, index]));

/** A type that this page does not know is shown as a mention: a grey dot claims nothing. */
export function categoryIndex(name: string): number {
  return BY_NAME.get(name) ?? MENTION;
}

export function category(index: number): Category {
  return CATEGORIES[index] ?? CATEGORIES[MENTION]!;
}
