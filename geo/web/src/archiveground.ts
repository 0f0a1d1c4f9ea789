/** Grounds made of PMTiles archives: the reader's own file, and the page's online one. */

import type * as L from "leaflet";
import type { Archive, ArchiveError } from "./archive";
import type { ArchiveLayer } from "./archivelayer";
import type { Labels } from "./labels";
import { hostOf } from "./links";
import type { Model } from "./model";
import type { Palette } from "./theme";

export class ArchiveGround {
  private readonly layers = new Map<Archive, ArchiveLayer>();
  private opening = false;

  constructor(private readonly map: L.Map, private readonly model: Model, private palette: Palette, private readonly labels: Labels) {}

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
