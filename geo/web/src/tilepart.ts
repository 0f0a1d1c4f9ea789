/** Which tile of an archive fills a tile of the map, and which part of it, where the map goes deeper than the archive. */

export interface TilePart {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** The part is a square of this share of the tile's side, from `left` and `top`, all in shares. */
  readonly share: number;
  readonly left: number;
  readonly top: number;
}

export function partOf(z: number, x: number, y: number, maxZoom: number): TilePart {
  const deeper = Math.max(0, z - maxZoom);
  const across = 2 ** deeper;
  return {
    z: z - deeper, x: Math.floor(x / across), y: Math.floor(y / across),
    share: 1 / across, left: (x % across) / across, top: (y % across) / across,
  };
}

/** How many zooms of the map lie before an archive's: its shapes are drawn at twice the size of pictures. */
export const zoomsBefore = (content: "pictures" | "shapes"): number => (content === "shapes" ? 1 : 0);
