/** Land, coasts and borders, drawn into tiles: Leaflet keeps them while the map moves and repeats the world. */

import * as L from "leaflet";
import { loadAtlas, type Shape } from "./atlas";
import { clipRing, contains, overlaps, type Box } from "./mercator";
import type { Palette } from "./theme";
import type { Viewport } from "./viewport";

const TILE = 512;
/** Pixels drawn beyond a tile's edge, so that no line ends at it. */
const BLEED = 4;

type Trace = (x: number, y: number, first: boolean) => void;

/** Points of a line in pixels of the tile, without those closer than half a pixel to the last one drawn. */
function trace(points: ArrayLike<number>, scale: number, originX: number, originY: number, step: Trace): void {
  const last = points.length - 2;
  let drawnX = NaN;
  let drawnY = NaN;
  for (let i = 0; i <= last; i += 2) {
    const x = points[i]! * scale - originX;
    const y = points[i + 1]! * scale - originY;
    if (i > 0 && i < last && Math.abs(x - drawnX) < 0.5 && Math.abs(y - drawnY) < 0.5) continue;
    step(x, y, i === 0);
    drawnX = x;
    drawnY = y;
  }
}

function drawTile(context: CanvasRenderingContext2D, coords: Pick<L.Coords, "x" | "y" | "z">, palette: Palette): void {
  const scale = 256 * 2 ** coords.z;
  const originX = coords.x * TILE;
  const originY = coords.y * TILE;
  const margin = BLEED / scale;
  const box: Box = {
    minX: originX / scale - margin,
    minY: originY / scale - margin,
    maxX: (originX + TILE) / scale + margin,
    maxY: (originY + TILE) / scale + margin,
  };
  const atlas = loadAtlas();
  const step: Trace = (x, y, first) => (first ? context.moveTo(x, y) : context.lineTo(x, y));

  context.fillStyle = palette.sea;
  context.fillRect(0, 0, TILE, TILE);
  context.fillStyle = palette.land;
  context.beginPath();
  for (const ring of atlas.land) {
    if (!overlaps(ring.box, box)) continue;
    const points = contains(box, ring.box) ? ring.points : clipRing(ring.points, box);
    if (points.length < 6) continue;
    trace(points, scale, originX, originY, step);
    context.closePath();
  }
  context.fill("evenodd");

  const stroke = (lines: readonly Shape[], colour: string, width: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.lineJoin = "round";
    context.beginPath();
    for (const line of lines) {
      if (overlaps(line.box, box)) trace(line.points, scale, originX, originY, step);
    }
    context.stroke();
  };
  stroke(atlas.coasts, palette.border, coords.z < 4 ? 0.6 : 0.8);
  stroke(atlas.borders, palette.border, coords.z < 4 ? 0.7 : 1.1);
}

/** The ground of a view in one piece, for a picture of it. */
export function drawGround(context: CanvasRenderingContext2D, view: Viewport, palette: Palette): void {
  const z = Math.round(Math.log2(view.scale / 256));
  const across = (256 * 2 ** z) / TILE;
  context.fillStyle = palette.sea;
  context.fillRect(0, 0, view.width, view.height);
  const last = (origin: number, length: number): number => Math.ceil((origin + length) / TILE);
  for (let row = Math.max(0, Math.floor(view.originY / TILE)); row < Math.min(across, last(view.originY, view.height)); row += 1) {
    for (let column = Math.floor(view.originX / TILE); column < last(view.originX, view.width); column += 1) {
      context.save();
      context.translate(column * TILE - view.originX, row * TILE - view.originY);
      context.beginPath();
      context.rect(0, 0, TILE, TILE);
      context.clip();
      // The world repeats itself.
      drawTile(context, { x: column - Math.floor(column / across) * across, y: row, z }, palette);
      context.restore();
    }
  }
}

export class Basemap {
  private palette: Palette;
  private readonly layer: L.GridLayer;

  /** `leaflet` is the one that made the map: layers of two copies get each other's numbers. */
  constructor(map: L.Map, palette: Palette, leaflet: Pick<typeof L, "GridLayer"> = L) {
    this.palette = palette;
    this.layer = new leaflet.GridLayer({ tileSize: TILE, keepBuffer: 1, zIndex: 1, updateWhenZooming: false });
    // Leaflet's way to say what a tile is; it types the method as protected.
    (this.layer as unknown as { createTile(coords: L.Coords): HTMLElement }).createTile = (coords) => this.tile(coords);
    this.layer.addTo(map);
  }

  private tile(coords: L.Coords): HTMLElement {
    const canvas = document.createElement("canvas");
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(TILE * ratio);
    canvas.height = Math.round(TILE * ratio);
    const context = canvas.getContext("2d")!;
    context.scale(ratio, ratio);
    drawTile(context, coords, this.palette);
    return canvas;
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.layer.redraw();
  }
}
