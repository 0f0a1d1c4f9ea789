/** Tiles of an archive on the map: pictures as they are, shapes drawn in the page's colours. */

import * as L from "leaflet";
import type { Archive, ArchiveError, Trouble } from "./archive";
import { shorten } from "./format";
import type { TownName } from "./labels";
import { currentLanguage } from "./language";
import type { Palette } from "./theme";
import { partOf, zoomsBefore, type TilePart } from "./tilepart";
import { drawShapes, readShapes, type Shapes } from "./vectortile";

type Content = ImageBitmap | Shapes;

interface Options {
  readonly zIndex: number;
  /** The towns in sight are others now. */
  readonly onTowns: () => void;
  /** A tile could not be shown. */
  readonly onTrouble: (reason: Trouble) => void;
}

/** Tiles kept as they were read: several tiles of the map may be parts of one. */
const KEPT = 48;

export class ArchiveLayer {
  private readonly layer: L.GridLayer;
  private readonly size: number;
  private readonly kept = new Map<string, Promise<Content | null>>();
  /** Tiles that were taken off, some of them before they were drawn. */
  private readonly gone = new WeakSet<HTMLElement>();
  private readonly inSight = new Map<HTMLElement, { readonly part: TilePart; readonly shapes: Shapes }>();

  constructor(map: L.Map, private readonly archive: Archive, private palette: Palette, private readonly options: Options) {
    this.size = 256 * 2 ** zoomsBefore(archive.content);
    this.layer = new L.GridLayer({ tileSize: this.size, keepBuffer: 1, zIndex: options.zIndex, updateWhenZooming: false });
    // Leaflet's way to say what a tile is; it types the method as protected.
    (this.layer as unknown as { createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement }).createTile = (coords, done) => this.tile(coords, done);
    this.layer.on("tileunload", ({ tile }) => {
      this.gone.add(tile);
      this.inSight.delete(tile);
    });
    if (archive.content === "shapes") this.layer.on("load", options.onTowns);
    this.layer.addTo(map);
  }

  remove(): void {
    this.layer.remove();
    this.inSight.clear();
    this.kept.clear();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    if (this.archive.content === "shapes") this.layer.redraw();
  }

  /** Towns of the tiles in sight, the largest first. */
  towns(): readonly TownName[] {
    const code = currentLanguage();
    const found = new Map<string, TownName & { readonly rank: number }>();
    for (const { part, shapes } of this.inSight.values()) {
      for (const { names, x, y, rank } of shapes.towns) {
        const name = names[code] ?? names[""] ?? names["en"];
        // A tile repeats what lies just beyond its edge.
        if (name === undefined || !(x >= 0 && x < 1 && y >= 0 && y < 1)) continue;
        const at = { x: (part.x + x) / 2 ** part.z, y: (part.y + y) / 2 ** part.z };
        found.set(`${name} ${at.x.toFixed(4)} ${at.y.toFixed(4)}`, { name: shorten(name, 24), ...at, rank });
      }
    }
    return [...found.values()].sort((a, b) => b.rank - a.rank);
  }

  private tile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = document.createElement("canvas");
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = Math.round(this.size * ratio);
    void this.fill(canvas, coords, ratio).then(() => done(undefined, canvas), (error: unknown) => {
      this.options.onTrouble((error as ArchiveError).trouble ?? "damaged");
      done(error as Error, canvas);
    });
    return canvas;
  }

  private async fill(canvas: HTMLCanvasElement, { x, y, z }: L.Coords, ratio: number): Promise<void> {
    const level = z - zoomsBefore(this.archive.content);
    const across = 2 ** level;
    if (level < this.archive.minZoom || x < 0 || y < 0 || x >= across || y >= across) return;
    const part = partOf(level, x, y, this.archive.maxZoom);
    const content = await this.content(part);
    if (content === null || this.gone.has(canvas)) return;
    const context = canvas.getContext("2d")!;
    if ("paths" in content) {
      context.scale(ratio, ratio);
      drawShapes(context, content, part, this.size, this.palette, this.archive.hasLand);
      this.inSight.set(canvas, { part, shapes: content });
    } else {
      const { width, height } = content;
      context.drawImage(content, part.left * width, part.top * height, part.share * width, part.share * height, 0, 0, canvas.width, canvas.height);
    }
  }

  private content({ z, x, y }: TilePart): Promise<Content | null> {
    const key = `${z}/${x}/${y}`;
    const content = this.kept.get(key) ?? this.read(z, x, y);
    // The one used last goes last.
    this.kept.delete(key);
    this.kept.set(key, content);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    // What failed is tried again: a memory stick may be put back.
    content.catch(() => this.kept.delete(key));
    return content;
  }

  private async read(z: number, x: number, y: number): Promise<Content | null> {
    const bytes = await this.archive.tile(z, x, y);
    if (bytes === null || bytes.byteLength === 0) return null;
    const { mime } = this.archive;
    return mime === "" ? readShapes(bytes) : createImageBitmap(new Blob([bytes], { type: mime }));
  }
}
