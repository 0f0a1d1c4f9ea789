/** Vector tiles: the few layers that make a ground, in the page's own colours. Names of towns go to the map's labels. */

import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import type { Palette } from "./theme";
import type { TilePart } from "./tilepart";

/** Points in turns of x and y, in shares of the tile's side. */
type Path = Float32Array;

const KINDS = ["earth", "green", "water", "river", "path", "road", "highway", "border", "division"] as const;
type Kind = (typeof KINDS)[number];

export interface Town {
  /** By language code, and as the place calls itself under "". */
  readonly names: Readonly<Record<string, string>>;
  /** In shares of the tile's side. */
  readonly x: number;
  readonly y: number;
  /** The largest first. */
  readonly rank: number;
}

export interface Shapes {
  readonly paths: Readonly<Record<Kind, readonly Path[]>>;
  readonly towns: readonly Town[];
}

type Properties = VectorTileFeature["properties"];

const POLYGON = 3;
const LINE = 2;
const POINT = 1;
const MOST_TOWNS = 60;

/** Words of Protomaps' basemap, and of the OpenMapTiles schema where it says the same. */
const HIGHWAYS = new Set(["highway", "motorway", "trunk"]);
const ROADS = new Set(["major_road", "medium_road", "primary", "secondary", "tertiary"]);
const PATHS = new Set(["path", "track", "other"]);
const GREEN = new Set([
  "park", "national_park", "nature_reserve", "protected_area", "wood", "forest", "grassland", "grass", "farmland", "scrub",
  "orchard", "meadow", "cemetery", "golf_course",
]);

function kindOf(layer: string, type: number, { kind, class: subject, admin_level: level, maritime }: Properties): Kind | null {
  const word = String(kind ?? subject ?? "");
  switch (layer) {
    case "earth":
      return type === POLYGON ? "earth" : null;
    case "landuse":
    case "landcover":
    case "park":
      return type === POLYGON && (layer === "park" || GREEN.has(word)) ? "green" : null;
    case "water":
    case "waterway":
      return type === POLYGON ? "water" : type === LINE ? "river" : null;
    case "roads":
    case "transportation":
      if (type !== LINE || word === "ferry" || word === "rail") return null;
      return HIGHWAYS.has(word) ? "highway" : ROADS.has(word) ? "road" : PATHS.has(word) ? null : "path";
    case "boundaries":
    case "boundary":
      if (type !== LINE || maritime === 1 || maritime === true) return null;
      return word === "country" || level === 2 || level === "2" ? "border" : word === "region" || level === 4 ? "division" : null;
    default:
      return null;
  }
}

function townOf(layer: string, feature: VectorTileFeature): Town | null {
  const { properties, extent } = feature;
  if (feature.type !== POINT || (layer !== "places" && layer !== "place")) return null;
  const word = String(properties["kind"] ?? properties["class"] ?? "");
  if (!["locality", "city", "town", "village"].includes(word)) return null;
  const names: Record<string, string> = {};
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value !== "string" || value === "") continue;
    if (key === "name") names[""] = value;
    else if (key.startsWith("name:")) names[key.slice(5)] = value;
  }
  const spot = feature.loadGeometry()[0]?.[0];
  if (!spot || Object.keys(names).length === 0) return null;
  const population = Number(properties["population_rank"] ?? properties["pmap:population_rank"] ?? NaN);
  const rank = Number.isFinite(population) ? population : -Number(properties["rank"] ?? 99);
  return { names, x: spot.x / extent, y: spot.y / extent, rank };
}

/** Raises an error where the bytes are no vector tile. */
export function readShapes(bytes: ArrayBuffer): Shapes {
  const paths = Object.fromEntries(KINDS.map((kind) => [kind, [] as Path[]])) as Record<Kind, Path[]>;
  const towns: Town[] = [];
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  for (const [name, layer] of Object.entries(layers)) {
    for (let i = 0; i < layer.length; i += 1) {
      const feature = layer.feature(i);
      const kind = kindOf(name, feature.type, feature.properties);
      if (kind === null) {
        const town = townOf(name, feature);
        if (town) towns.push(town);
        continue;
      }
      for (const line of feature.loadGeometry()) {
        const path = new Float32Array(line.length * 2);
        line.forEach(({ x, y }, at) => path.set([x / layer.extent, y / layer.extent], at * 2));
        paths[kind].push(path);
      }
    }
  }
  towns.sort((a, b) => b.rank - a.rank);
  return { paths, towns: towns.slice(0, MOST_TOWNS) };
}

/** Draws the part of the tile into a square of so many pixels. */
export function drawShapes(context: CanvasRenderingContext2D, shapes: Shapes, part: TilePart, size: number, palette: Palette, hasLand: boolean): void {
  const scale = size / part.share;
  const [left, top] = [part.left * scale, part.top * scale];
  const trace = (kind: Kind): boolean => {
    const paths = shapes.paths[kind];
    context.beginPath();
    for (const path of paths) {
      for (let i = 0; i < path.length; i += 2) {
        const [x, y] = [path[i]! * scale - left, path[i + 1]! * scale - top];
        if (i === 0) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
    return paths.length > 0;
  };
  const fill = (kind: Kind, colour: string, alpha = 1): void => {
    if (!trace(kind)) return;
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.fill();
  };
  const stroke = (kind: Kind, colour: string, width: number, alpha = 1): void => {
    if (!trace(kind)) return;
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  };
  context.lineJoin = "round";
  context.globalAlpha = 1;
  context.fillStyle = hasLand ? palette.sea : palette.land;
  context.fillRect(0, 0, size, size);
  fill("earth", palette.land);
  fill("green", palette.line, 0.45);
  fill("water", palette.sea);
  stroke("river", palette.sea, 1.2);
  stroke("path", palette.line, 0.8);
  stroke("road", palette.line, 1.6);
  stroke("highway", palette.border, 1.8, 0.7);
  context.setLineDash([4, 3]);
  stroke("division", palette.border, 0.8);
  context.setLineDash([]);
  stroke("border", palette.border, 1.1);
  context.globalAlpha = 1;
}
