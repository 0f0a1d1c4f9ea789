/** Events as GeoJSON (RFC 7946), a feature a line: the text that geo/export.py writes of the same rows. */

import { COLUMNS, type ExportRow, type Point } from "./exportrows";

const KEYS = COLUMNS.map((name) => `${JSON.stringify(name)}: `);

export function feature({ values, point }: ExportRow): string {
  const geometry = point === null ? "null" : `{"type": "Point", "coordinates": [${point.lon}, ${point.lat}]}`;
  const properties = values.map((value, i) => KEYS[i] + (typeof value === "string" ? JSON.stringify(value) : String(value))).join(", ");
  return `{"type": "Feature", "id": ${JSON.stringify(values[0])}, "geometry": ${geometry}, "properties": {${properties}}}`;
}

/** West, south, east, north; west is greater than east where the box spans 180° (section 5.2). Null without points. */
export function boundingBox(points: Iterable<Point>): readonly [number, number, number, number] | null {
  const longitudes = new Set<number>();
  let [south, north] = [Infinity, -Infinity];
  for (const { lon, lat } of points) {
    longitudes.add(lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  if (longitudes.size === 0) return null;
  const sorted = Float64Array.from(longitudes).sort();
  let [west, east] = [sorted[0]!, sorted[sorted.length - 1]!];
  // The narrowest box is what the widest gap leaves; of equals, the one that spans no 180°.
  let widest = 360 - (east - west);
  for (let i = 1; i < sorted.length; i += 1) {
    const gap = sorted[i]! - sorted[i - 1]!;
    if (gap > widest) [widest, west, east] = [gap, sorted[i]!, sorted[i - 1]!];
  }
  return [west, south, east, north];
}

/** The text before, between and behind the features. */
export function collection(points: Iterable<Point>): { readonly opens: string; readonly between: string; readonly closes: string } {
  const box = boundingBox(points);
  const bbox = box ? `, "bbox": [${box.join(", ")}]` : "";
  return { opens: `{"type": "FeatureCollection"${bbox}, "features": [\n`, between: ",\n", closes: "\n]}\n" };
}
