/** The countries of Natural Earth as rings and lines on the unit Mercator square. */

import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import packedTopology from "world-atlas/countries-50m.json";
import { boundsOf, clipRing, mercatorX, mercatorY, overlaps, type Box } from "./mercator";
import { unpackJson } from "./packed";

export interface Shape {
  readonly box: Box;
  /** x, y, x, y … */
  readonly points: Float64Array;
}

export interface Country {
  /** ISO 3166-1, two letters; null for a territory without a code. */
  readonly code: string | null;
  readonly name: string;
  /** Where its name is written. */
  readonly x: number;
  readonly y: number;
  /** Width of the country there, on the unit square. */
  readonly width: number;
  /** Its largest part. */
  readonly ring: Shape;
  /** All its parts and the holes in them, as they are filled by the even-odd rule. */
  readonly rings: readonly Shape[];
}

export interface Atlas {
  /** Outer and inner rings, to be filled together by the even-odd rule. */
  readonly land: readonly Shape[];
  readonly borders: readonly Shape[];
  readonly coasts: readonly Shape[];
  readonly countries: readonly Country[];
}

type Named = { name: string };
type World = Topology<{ countries: GeometryCollection<Named>; land: GeometryCollection }>;
type Position = readonly number[];

/** Longitudes without the leap at 180°: a line that goes on eastward goes on beyond 180. */
export function unwrap(line: readonly Position[]): Position[] {
  let turn = 0;
  return line.map(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon! - line[i - 1]![0]!;
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [lon! + turn, lat!];
  });
}

/** A ring that goes once round the earth is Antarctica's: on a map it is closed along the lower edge. */
export function closeAtPole(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  return Math.abs(last[0]! - first[0]!) < 180 ? [...ring] : [...ring, [last[0]!, -90], [first[0]!, -90]];
}

function toShape(line: readonly Position[]): Shape {
  const points = new Float64Array(line.length * 2);
  line.forEach(([lon, lat], i) => {
    points[2 * i] = mercatorX(lon!);
    points[2 * i + 1] = mercatorY(lat!);
  });
  return { box: boundsOf(points), points };
}

const shifted = ({ box, points }: Shape, by: number): Shape => ({
  box: { ...box, minX: box.minX + by, maxX: box.maxX + by },
  points: points.map((value, i) => (i % 2 === 0 ? value + by : value)),
});

/** What reaches over an edge of the world is there a second time, to come in again over the other edge. */
function onBothEdges(shape: Shape): Shape[] {
  const shapes = [shape];
  if (shape.box.minX < 0) shapes.push(shifted(shape, 1));
  if (shape.box.maxX > 1) shapes.push(shifted(shape, -1));
  return shapes;
}

const toRing = (ring: readonly Position[]): Shape => toShape(closeAtPole(unwrap(ring)));
const isFlat = ({ box }: Shape): boolean => box.maxY - box.minY < 1e-9;

function polygonsOf(geometry: GeoJSON.Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(polygonsOf);
  return [];
}

/** Outlines also run along 180° and along the pole, where there is no coast. */
const onCut = (a: Position, b: Position): boolean =>
  (Math.abs(a[0]!) > 179.99 && Math.abs(b[0]!) > 179.99) || (a[1]! < -89 && b[1]! < -89);

export function splitAtCuts(line: readonly Position[]): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  line.forEach((point, i) => {
    if (i > 0 && onCut(line[i - 1]!, point)) {
      if (part.length > 1) parts.push(part);
      part = [];
    }
    part.push(point);
  });
  if (part.length > 1) parts.push(part);
  return parts;
}

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^Dem\. Rep\. /, "DR "],
  [/^United States of America$/, "United States"],
  [/\bRep\./g, "Republic"],
  [/\bIs\./g, "Islands"],
  [/^S\. (?!Geo)/, "South "],
  [/^N\. Mariana/, "Northern Mariana"],
  [/^N\. /, "Northern "],
  [/^W\. /, "Western "],
  [/^Eq\. /, "Equatorial "],
  [/^St\. Vin\. and Gren\./, "Saint Vincent"],
  [/\bHerz\./, "Herzegovina"],
  [/^Fr\. /, "French "],
  [/^Br\. /, "British "],
  [/^S\. Geo\. and the Islands/, "South Georgia"],
  [/\bTer\./, "Territory"],
];

export function fullName(name: string): string {
  return ABBREVIATIONS.reduce((text, [pattern, word]) => text.replace(pattern, word), name);
}

/** The outlines number countries as ISO 3166-1 does; Kosovo has no number and goes by the letters in use for it. */
function codeOf(id: unknown, name: string): string | null {
  if (name === "Kosovo") return "XK";
  return typeof id === "string" && /^\d{3}$/.test(id) ? (new Intl.Locale(`und-${id}`).region ?? null) : null;
}

/** The widest free stretch of a ring along a few lines across it, the middle ones preferred. */
export function labelSpot(ring: Shape): { x: number; y: number; width: number } {
  const { box, points } = ring;
  let best = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2, width: 0 };
  let bestScore = -1;
  const lines = 11;
  for (let line = 1; line < lines; line += 1) {
    const t = line / lines;
    const y = box.minY + t * (box.maxY - box.minY);
    const crossings: number[] = [];
    for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
      const [y1, y2] = [points[j + 1]!, points[i + 1]!];
      if (y1 > y === y2 > y) continue;
      crossings.push(points[j]! + ((y - y1) / (y2 - y1)) * (points[i]! - points[j]!));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const width = crossings[i + 1]! - crossings[i]!;
      const score = width * (1 - 2.4 * (t - 0.5) ** 2);
      if (score > bestScore) {
        bestScore = score;
        best = { x: (crossings[i]! + crossings[i + 1]!) / 2, y, width };
      }
    }
  }
  return best;
}

/** Where a country's name is written when only a part of it is in sight. */
export function labelSpotWithin(ring: Shape, box: Box): { x: number; y: number; width: number } | null {
  if (!overlaps(ring.box, box)) return null;
  const points = Float64Array.from(clipRing(ring.points, box));
  return points.length < 6 ? null : labelSpot({ points, box: boundsOf(points) });
}

/** Area on the unit square. A box would take Alaska for the largest part of its country. */
function areaOf({ points }: Shape): number {
  let twice = 0;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    twice += points[j]! * points[i + 1]! - points[i]! * points[j + 1]!;
  }
  return Math.abs(twice) / 2;
}

let atlas: Atlas | null = null;

/** Has to be awaited once before the atlas can be had. */
export async function unpackAtlas(): Promise<void> {
  atlas ??= atlasOf((await unpackJson(packedTopology)) as World);
}

export function loadAtlas(): Atlas {
  if (!atlas) throw new Error("The atlas is not unpacked yet.");
  return atlas;
}

function atlasOf(world: World): Atlas {
  const { countries, land } = world.objects;
  const toShapes = (lines: GeoJSON.MultiLineString): Shape[] =>
    lines.coordinates.flatMap((line) => splitAtCuts(line)).flatMap((line) => onBothEdges(toShape(unwrap(line))));
  return {
    land: feature(world, land).features
      .flatMap(({ geometry }) => polygonsOf(geometry).flat())
      .map(toRing)
      .filter((ring) => !isFlat(ring))
      .flatMap(onBothEdges),
    borders: toShapes(mesh(world, countries, (a, b) => a !== b)),
    coasts: toShapes(mesh(world, countries, (a, b) => a === b)),
    countries: feature(world, countries).features.map(({ id, geometry, properties }) => {
      const parts = polygonsOf(geometry).map((rings) => rings.map(toRing));
      const largest = parts.map((rings) => rings[0]!).reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a));
      return {
        code: codeOf(id, properties.name), name: fullName(properties.name), ...labelSpot(largest),
        ring: largest, rings: parts.flat().flatMap(onBothEdges),
      };
    }),
  };
}
