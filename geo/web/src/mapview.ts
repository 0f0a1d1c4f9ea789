/** Everything drawn on the Leaflet map, and what the pointer does there. */

import * as L from "leaflet";
import { ArchiveGround } from "./archiveground";
import { Basemap, drawGround } from "./basemap";
import { Bounds } from "./bounds";
import { button, el, icon, replace } from "./dom";
import { EventLayer } from "./eventlayer";
import { boundsOfSpots, FIT_RADIUS_KM, spotsToFit } from "./fitting";
import { gist } from "./framing";
import type { Guest } from "./guest";
import { t } from "./language";
import { Labels } from "./labels";
import { hostOf } from "./links";
import type { Box } from "./mercator";
import type { Model } from "./model";
import { viewportOf } from "./overlay";
import type { Hit } from "./picking";
import { Scene } from "./scene";
import { prefersStill, type Palette } from "./theme";
import { Tip } from "./tip";

const MAX_ZOOM = 14;
/** A single town fills no more of the screen than this. */
const FIT_ZOOM = 9;
const NEAR_ZOOM = 8;
const MOUSE_REACH = 13;
const TOUCH_REACH = 22;

/** The part of the map, in pixels, that no card covers. */
export interface Clear {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export class MapView {
  private readonly basemap: Basemap | null;
  private readonly labels: Labels;
  private readonly events: EventLayer;
  private readonly controls = el("div", { class: "dl-controls" });
  private readonly scene: Scene;
  private readonly tip: Tip;
  private tiles: L.TileLayer | null = null;
  private readonly archives: ArchiveGround;
  private reach = MOUSE_REACH;
  /** Hears that an event was opened by the keyboard. */
  onEnter: () => void = () => undefined;

  constructor(
    private readonly map: L.Map, private readonly model: Model, stage: HTMLElement, palette: Palette,
    private readonly guest: Guest | null = null,
  ) {
    const container = map.getContainer();
    if (!guest) this.own(container);
    const ground = guest ? (window as unknown as { L: typeof L }).L : L;
    this.basemap = guest && !guest.ground ? null : new Basemap(map, palette, ground);
    this.labels = new Labels(map, palette, () => this.reserved(stage), model.data.towns);
    if (!this.basemap) this.labels.setCountries(false);
    this.scene = new Scene(model);
    this.archives = new ArchiveGround(map, model, palette, this.labels);
    this.events = new EventLayer(map, palette, this.labels, model.table.spots, (bin) => this.scene.countryOf(bin));
    this.tip = new Tip(model, this.scene);
    stage.append(this.controls, this.tip.element);
    this.setLanguage();
    map.on("click", (event) => this.click(event));
    map.on("mousemove", (event) => this.hover(event));
    map.on("moveend", () => {
      if (!this.scene.fits(viewportOf(map))) this.update();
    });
    map.on("mouseout movestart zoomstart", () => this.hover(null));
    container.addEventListener("pointerdown", (event) => {
      this.reach = event.pointerType === "mouse" ? MOUSE_REACH : TOUCH_REACH;
    }, { capture: true });
    container.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === container) this.openMiddle();
    });
  }

  /** What is set on a map of our own and left as it is on another page's. */
  private own(container: HTMLElement): void {
    const { map } = this;
    container.setAttribute("role", "region");
    map.attributionControl?.remove();
    // Leaflet fades tiles in for longer than anything here may move.
    (map as unknown as { _fadeAnimated: boolean })._fadeAnimated = false;
    if (prefersStill()) {
      map.options.inertia = false;
      (map as unknown as { _zoomAnimated: boolean })._zoomAnimated = false;
    }
    // The arrow keys would glide for longer than anything here may move.
    const panBy = map.panBy.bind(map);
    map.panBy = (offset, options) => panBy(offset, { duration: 0.15, ...options, ...(prefersStill() ? { animate: false } : {}) });
    map.setMaxZoom(MAX_ZOOM);
    this.limitZoom();
  }

  /** What stands on the map at its edges and would cover a name. */
  private reserved(stage: HTMLElement): Box[] {
    const origin = this.map.getContainer().getBoundingClientRect();
    // A guest's parts lie within the map, and so may the map's own; a small embed's count lies over it.
    const around = this.guest ? this.map.getContainer() : stage.closest(".dl") ?? stage;
    return Array.from(around.querySelectorAll(".dl-controls, .dl-footer, .dl-header, .dl-time, .leaflet-control"), (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { minX: left - origin.left, minY: top - origin.top, maxX: right - origin.left, maxY: bottom - origin.top };
    });
  }

  /** Names the map, its controls and its countries in the current language. */
  setLanguage(): void {
    if (!this.guest) this.map.getContainer().setAttribute("aria-label", t.mapOfEvents);
    this.tip.hide();
    this.labels.rename();
    this.archives.rename();
    const tool = (label: string, name: "plus" | "minus" | "frame", act: () => void): HTMLElement =>
      button(label, { class: "dl-tool", title: label }, act, icon(name));
    replace(this.controls,
      tool(t.zoomIn, "plus", () => this.map.zoomIn()),
      tool(t.zoomOut, "minus", () => this.map.zoomOut()),
      tool(t.fit, "frame", () => this.fit()));
  }

  /** The world at its smallest fills the map about once: no second one beside it, no bare strip above it. */
  private limitZoom(): void {
    const { x, y } = this.map.getSize();
    const zoom = [1, 2, 3].find((z) => 256 * 2 ** z >= Math.max(0.75 * x, 0.7 * y)) ?? 4;
    this.map.setMinZoom(zoom);
  }

  /** Another page's map can take a layer off. */
  setOff(off: boolean): void {
    this.map.getContainer().classList.toggle("dl-off", off);
  }

  private isOff(): boolean {
    return this.map.getContainer().classList.contains("dl-off");
  }

  focus(): void {
    this.map.getContainer().focus({ preventScroll: true });
  }

  resize(): void {
    if (this.guest) return;
    this.map.invalidateSize({ animate: false, pan: false, debounceMoveend: true } as L.InvalidateSizeOptions);
    this.limitZoom();
  }

  /** Names are placed anew where what stands on the map has come to its size. */
  settle(): void {
    this.labels.rename();
  }

  get countryless(): number {
    return this.scene.countryless();
  }

  /** Least counts of the colours on the map; none where marks are shown. */
  get steps(): readonly number[] {
    return this.model.layer === "marks" ? [] : this.events.steps;
  }

  setPalette(palette: Palette): void {
    this.basemap?.setPalette(palette);
    this.archives.setPalette(palette);
    this.labels.setPalette(palette);
    this.events.setPalette(palette);
  }

  /** The view to open with: most of the events, but not the whole world for one far away. */
  open(): void {
    const { x, y } = this.model.table.spots;
    const spots = spotsToFit(this.model).map((spot) => ({ spot, x: x[spot]!, y: y[spot]! }));
    this.frame(gist(spots).map(({ spot }) => spot), false);
  }

  /** Goes near an event that was chosen elsewhere, where its neighbours do not hide it. */
  approach(row: number): void {
    const { table: { spot, spots } } = this.model;
    const here = spot[row]!;
    if (here < 0 || spots.radiusKm[here]! > FIT_RADIUS_KM || this.map.getZoom() >= NEAR_ZOOM) return;
    this.map.setView([spots.lat[here]!, spots.lon[here]!], NEAR_ZOOM, { animate: false });
  }

  /** Goes near an event that a cluster hides. */
  part(row: number): void {
    const hit = this.scene.hitOf(row);
    if (hit && this.model.layer === "marks" && this.scene.isCluster(hit.bin)) this.approach(row);
  }

  /** Where a story goes, with so many pixels of the map covered from below; at once where a card then moves it on. */
  view(center: readonly [number, number] | null, zoom: number | null, covered: number, still: boolean): void {
    const level = zoom ?? this.map.getZoom();
    const middle = this.map.project(center ? [center[0], center[1]] : this.map.getCenter(), level).add([0, covered / 2]);
    this.map.setView(this.map.unproject(middle, level), level, { animate: !still && !prefersStill(), duration: 0.15 });
  }

  fit(): void {
    this.frame(spotsToFit(this.model), true);
  }

  private frame(wanted: readonly number[], animate: boolean): void {
    const { spots } = this.model.table;
    if (wanted.length === 0) {
      this.map.setView([20, 10], Math.max(2, this.map.getMinZoom()), { animate: false });
      return;
    }
    const size = this.map.getSize();
    const room = Math.min(48, size.x / 8, size.y / 8);
    this.map.fitBounds(boundsOfSpots(spots, wanted).corners(), { padding: [room, room], maxZoom: FIT_ZOOM, animate: animate && !prefersStill() });
  }

  updateFilters(): void {
    this.scene.setFilters();
  }

  updateLayer(): void {
    this.scene.forget();
  }

  /** The map as it is seen, with so many pixels to one of the page. Online tiles belong to others: the page's own ground stands in. */
  picture(ratio: number, palette: Palette): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    const view = viewportOf(this.map);
    [canvas.width, canvas.height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawGround(context, view, palette);
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const layer of [this.labels.at(ratio), ...this.events.at(ratio)]) context.drawImage(layer, 0, 0);
    return canvas;
  }

  updateTiles(): void {
    const { data, tilesOn } = this.model;
    if (!tilesOn) {
      this.tiles?.remove();
      this.tiles = null;
    } else if (!this.tiles && data.tiles && !data.tiles.archive && hostOf(data.tiles.url) !== null) {
      const { url, subdomains, maxZoom } = data.tiles;
      this.tiles = L.tileLayer(url, {
        maxZoom: MAX_ZOOM, maxNativeZoom: Math.min(maxZoom ?? MAX_ZOOM, MAX_ZOOM), zIndex: 2, referrerPolicy: "no-referrer",
        ...(subdomains.length ? { subdomains: [...subdomains] } : {}),
      }).addTo(this.map);
    }
    this.archives.update();
    this.labels.setCountries(!this.model.groundNamed);
  }

  showArchive(): void {
    this.archives.goThere();
  }

  update(): void {
    const { scene, model } = this;
    if (scene.update(viewportOf(this.map))) {
      this.labels.setPlaces(scene.names(), scene.clusters());
      this.labels.setAbove(model.layer !== "marks");
    }
    this.events.show(model.layer, scene.bins, scene.tally, scene.hitOf(model.selected));
  }

  /** Rows at the selected row's place, in time order. */
  here(): readonly number[] {
    return this.scene.here();
  }

  /** Client coordinates of the mark of a row; null for one without a place. */
  pixel(row: number): { x: number; y: number } | null {
    const hit = this.scene.hitOf(row);
    if (!hit) return null;
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const { x, y } = this.events.position(hit);
    return { x: left + x, y: top + y };
  }

  /** Moves the map just as far as it takes for the selected mark to be in the clear. */
  keepClear(clear: Clear): void {
    const hit = this.scene.hitOf(this.model.selected);
    if (!hit) return;
    const { x, y } = this.events.position(hit);
    const dx = x < clear.left ? x - clear.left : x > clear.right ? x - clear.right : 0;
    const dy = y < clear.top ? y - clear.top : y > clear.bottom ? y - clear.bottom : 0;
    const whole = (pixels: number): number => Math.sign(pixels) * Math.ceil(Math.abs(pixels));
    if (dx || dy) this.map.panBy([whole(dx), whole(dy)], { animate: !prefersStill(), duration: 0.15 });
  }

  /** A cluster opens into its parts; a mark opens its event, and when that is open already the next one there. */
  private openHit(hit: Hit): void {
    if (this.scene.isCluster(hit.bin) && this.zoomInto(hit.bin)) return;
    const current = this.scene.hitOf(this.model.selected);
    // At the last zoom a cluster's places are gone through one by one.
    const rows = current?.bin === hit.bin && (hit.type < 0 || current.type === hit.type) ? this.scene.rowsOf({ bin: hit.bin, type: -1 }) : [];
    const next = rows.length > 0 ? rows[(rows.indexOf(this.model.selected) + 1) % rows.length]! : this.scene.firstOf(hit);
    this.model.select(next);
  }

  /** False where the map shows the cluster as near as it can. */
  private zoomInto(bin: number): boolean {
    const zoom = this.map.getZoom();
    const nearest = Math.min(MAX_ZOOM, this.map.getMaxZoom());
    if (zoom >= nearest) return false;
    const bounds = new Bounds();
    const { spots } = this.model.table;
    for (const spot of this.scene.spotsIn(bin)) bounds.add(spots.lat[spot]!, spots.lon[spot]!);
    if (bounds.isEmpty) return false;
    const near = Math.min(nearest, Math.max(zoom + 1, Math.floor(this.map.getBoundsZoom(bounds.corners(0.2)))));
    this.map.setView(bounds.middle(), near, { animate: !prefersStill() });
    return true;
  }

  private click(event: L.LeafletMouseEvent): void {
    if (this.isOff()) return;
    const { x, y } = event.containerPoint;
    const hit = this.events.pick(x, y, this.reach);
    if (hit) this.openHit(hit);
    else this.model.close();
  }

  private openMiddle(): void {
    const { x, y } = this.map.getSize();
    const hit = this.events.pick(x / 2, y / 2, Math.hypot(x, y));
    if (!hit) return;
    const { selected } = this.model;
    this.openHit(hit);
    if (this.model.selected >= 0 && this.model.selected !== selected) this.onEnter();
  }

  private hover(event: L.LeafletMouseEvent | null): void {
    const hit = event && !this.isOff() ? this.events.pick(event.containerPoint.x, event.containerPoint.y, MOUSE_REACH) : null;
    this.map.getContainer().classList.toggle("dl-pointing", hit !== null);
    if (!hit || !event) {
      this.tip.hide();
      return;
    }
    const { x, y } = event.containerPoint;
    const { x: width, y: height } = this.map.getSize();
    this.tip.show(hit, x, y, width, height);
  }
}
