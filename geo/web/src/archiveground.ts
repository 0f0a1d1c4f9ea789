/** Grounds made of PMTiles archives: the reader's own file, and the page's online one. */

import type * as L from "leaflet";
import type { Archive, ArchiveError } from "./archive";
import type { ArchiveLayer } from "./archivelayer";
import type { Labels } from "./labels";
import { hostOf } from "./links";
import type { Model } from "./model";
import type { Palette } from "./theme";
import { zoomsBefore } from "./tilepart";

export class ArchiveGround {
  private readonly layers = new Map<Archive, ArchiveLayer>();
  private opening = false;

  constructor(private readonly map: L.Map, private readonly model: Model, private palette: Palette, private readonly labels: Labels) {
    map.on("moveend", () => this.look());
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    for (const layer of this.layers.values()) layer.setPalette(palette);
  }

  /** Towns are named in the page's language. */
  rename(): void {
    if (this.layers.size > 0) this.nameTowns();
  }

  update(): void {
    const { data: { tiles }, tilesOn, online } = this.model;
    if (tilesOn && tiles?.archive && !online && !this.opening) void this.openOnline(tiles.url);
    void this.show();
    this.look();
  }

  /** Brings the file's tiles into sight, from where the map is if they lie there. */
  goThere(): void {
    const { archive } = this.model;
    if (!archive) return;
    const { west, south, east, north } = archive.bounds;
    const center = this.map.getCenter();
    const least = archive.minZoom + zoomsBefore(archive.content);
    if (center.lat > south && center.lat < north && center.lng > west && center.lng < east) {
      this.map.setZoom(Math.max(this.map.getZoom(), least), { animate: false });
    } else {
      const zoom = this.map.getBoundsZoom([[south, west], [north, east]]);
      this.map.setView([(south + north) / 2, (west + east) / 2], Math.max(zoom, least), { animate: false });
    }
  }

  /** Whether anything of the file can be in sight: a map of one town begins at a deep zoom. */
  private look(): void {
    const { archive } = this.model;
    if (!archive) return;
    const { west, south, east, north } = archive.bounds;
    const view = this.map.getBounds();
    const inSight = this.map.getZoom() >= archive.minZoom + zoomsBefore(archive.content) &&
      view.getSouth() < north && view.getNorth() > south &&
      // The map repeats the world.
      [-360, 0, 360].some((round) => view.getWest() < east + round && view.getEast() > west + round);
    this.model.setInSight(inSight);
  }

  /** The file lies above the page's own tiles. */
  private wanted(): Archive[] {
    const { archive, online, tilesOn } = this.model;
    return [tilesOn ? online : null, archive].filter((each): each is Archive => each !== null);
  }

  private async show(): Promise<void> {
    let wanted = this.wanted();
    let removed = false;
    for (const [archive, layer] of this.layers) {
      if (wanted.includes(archive)) continue;
      layer.remove();
      removed = this.layers.delete(archive);
    }
    if (removed) this.nameTowns();
    if (wanted.every((archive) => this.layers.has(archive))) return;
    const { ArchiveLayer } = await import("./archivelayer");
    wanted = this.wanted();
    for (const archive of wanted) {
      if (this.layers.has(archive)) continue;
      const layer = new ArchiveLayer(this.map, archive, this.palette, {
        zIndex: archive === this.model.archive ? 4 : 3,
        onTowns: () => this.nameTowns(),
        onTrouble: (reason) => {
          if (this.layers.get(archive) === layer && !this.model.trouble) this.model.setTrouble(archive.name, reason);
        },
      });
      this.layers.set(archive, layer);
    }
  }

  private nameTowns(): void {
    this.labels.setTowns([...this.layers.values()].flatMap((layer) => layer.towns()));
  }

  private async openOnline(url: string): Promise<void> {
    this.opening = true;
    const { openAddress } = await import("./archive");
    try {
      this.model.setOnline(await openAddress(url));
    } catch (error) {
      this.model.setTiles(false);
      this.model.setTrouble(hostOf(url) ?? url, (error as ArchiveError).trouble ?? "damaged");
    } finally {
      this.opening = false;
    }
  }
}
