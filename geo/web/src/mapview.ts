/** Everything drawn on the Leaflet map, and what the pointer does there. */

import * as L from "leaflet";
import { Basemap } from "./basemap";
import { category, MENTION } from "./category";
import { cluster, type Cluster, type Mark } from "./clusters";
import { NO_DAY } from "./data";
import { button, el, icon, replace, said } from "./dom";
import { EventLayer, type Selected } from "./eventlayer";
import { hasPlace, isEvent, passes } from "./filter";
import { formatWhen } from "./format";
import { gist } from "./framing";
import type { Guest } from "./guest";
import { Labels, type PlaceName } from "./labels";
import { hostOf } from "./links";
import type { Box } from "./mercator";
import type { Model } from "./model";
import { prefersStill, type Palette } from "./theme";

const MARK_SPACING = 13;
const MAX_ZOOM = 14;
/** A single town fills no more of the screen than this. */
const FIT_ZOOM = 9;
const NEAR_ZOOM = 8;
const FIT_RADIUS_KM = 120;
const KM_PER_DEGREE = 111.2;
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
  private readonly tip = el("div", { class: "dl-tip", hidden: true });
  private tiles: L.TileLayer | null = null;
  private clusters: readonly Cluster[] = [];
  private selected: Selected | null = null;
  private reach = MOUSE_REACH;

  constructor(
    private readonly map: L.Map, private readonly model: Model, stage: HTMLElement, palette: Palette,
    private readonly guest: Guest | null = null,
  ) {
    const container = map.getContainer();
    if (!guest) this.own(container);
    const ground = guest ? (window as unknown as { L: typeof L }).L : L;
    this.basemap = guest && !guest.ground ? null : new Basemap(map, palette, ground);
    this.labels = new Labels(map, palette, () => this.reserved(stage));
    if (!this.basemap) this.labels.setCountries(false);
    this.events = new EventLayer(map, palette, this.labels);
    stage.append(this.controls(), this.tip);
    map.on("click", (event) => this.click(event));
    map.on("mousemove", (event) => this.hover(event));
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
    container.setAttribute("aria-label", "Map of events. Arrow keys move it, plus and minus zoom, Enter opens the event nearest to its middle.");
    map.attributionControl?.remove();
    // Leaflet fades tiles in for longer than anything here may move.
    (map as unknown as { _fadeAnimated: boolean })._fadeAnimated = false;
    if (prefersStill()) {
      map.options.inertia = false;
      (map as unknown as { _zoomAnimated: boolean })._zoomAnimated = false;
    }
    map.setMaxZoom(MAX_ZOOM);
    this.limitZoom();
  }

  /** What stands on the map at its edges and would cover a name. */
  private reserved(stage: HTMLElement): Box[] {
    const origin = stage.getBoundingClientRect();
    return Array.from(stage.querySelectorAll(".dl-controls, .dl-footer"), (element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { minX: left - origin.left, minY: top - origin.top, maxX: right - origin.left, maxY: bottom - origin.top };
    });
  }

  private controls(): HTMLElement {
    const tool = (label: string, name: "plus" | "minus" | "frame", act: () => void): HTMLElement =>
      button(label, { class: "dl-tool", title: label }, act, icon(name));
    return el("div", { class: "dl-controls" },
      tool("Zoom in", "plus", () => this.map.zoomIn()),
      tool("Zoom out", "minus", () => this.map.zoomOut()),
      tool("Fit the events shown", "frame", () => this.fit()));
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

  setPalette(palette: Palette): void {
    this.basemap?.setPalette(palette);
    this.labels.setPalette(palette);
    this.events.setPalette(palette);
  }

  /** The view to open with: most of the events, but not the whole world for one far away. */
  open(): void {
    const { x, y } = this.model.table;
    const spots = this.toFit().map((row) => ({ row, x: x[row]!, y: y[row]! }));
    this.frame(gist(spots).map(({ row }) => row), false);
  }

  /** Goes near an event that was chosen elsewhere, where its neighbours do not hide it. */
  approach(row: number): void {
    const { table } = this.model;
    if (!hasPlace(table, row) || table.radiusKm[row]! > FIT_RADIUS_KM || this.map.getZoom() >= NEAR_ZOOM) return;
    this.map.setView([table.lat[row]!, (table.x[row]! - 0.5) * 360], NEAR_ZOOM, { animate: false });
  }

  /** Where a story goes, with so many pixels of the map covered from below; at once where a card then moves it on. */
  view(center: readonly [number, number] | null, zoom: number | null, covered: number, still: boolean): void {
    const level = zoom ?? this.map.getZoom();
    const middle = this.map.project(center ? [center[0], center[1]] : this.map.getCenter(), level).add([0, covered / 2]);
    this.map.setView(this.map.unproject(middle, level), level, { animate: !still && !prefersStill(), duration: 0.15 });
  }

  private fit(): void {
    this.frame(this.toFit(), true);
  }

  /** The events shown now; where there are none, all that pass the filters, all events, all mentions. */
  private toFit(): readonly number[] {
    const { table, filters, selection } = this.model;
    const rows = Array.from({ length: table.length }, (_, row) => row).filter((row) => hasPlace(table, row));
    const wanted =
      [
        selection.shown.filter((row) => hasPlace(table, row)),
        rows.filter((row) => isEvent(table, row) && passes(table, filters, row)),
        rows.filter((row) => isEvent(table, row)),
        rows,
      ].find((some) => some.length > 0) ?? [];
    // A country's middle is where nothing happened.
    const placed = wanted.filter((row) => table.radiusKm[row]! <= FIT_RADIUS_KM);
    return placed.length > 0 ? placed : wanted;
  }

  private frame(rows: readonly number[], animate: boolean): void {
    const { table } = this.model;
    if (rows.length === 0) {
      this.map.setView([20, 10], Math.max(2, this.map.getMinZoom()), { animate: false });
      return;
    }
    const bounds = L.latLngBounds([]);
    for (const row of rows) {
      const [lat, lon] = [table.lat[row]!, (table.x[row]! - 0.5) * 360];
      // A province belongs in the picture with its edge; a country would push everything else together.
      const radius = table.radiusKm[row]! <= FIT_RADIUS_KM ? table.radiusKm[row]! : 0;
      const [up, along] = [radius / KM_PER_DEGREE, radius / KM_PER_DEGREE / Math.cos((lat * Math.PI) / 180)];
      bounds.extend([Math.min(85, lat + up), Math.min(180, lon + along)]);
      bounds.extend([Math.max(-85, lat - up), Math.max(-180, lon - along)]);
    }
    const size = this.map.getSize();
    const room = Math.min(48, size.x / 8, size.y / 8);
    this.map.fitBounds(bounds, { padding: [room, room], maxZoom: FIT_ZOOM, animate: animate && !prefersStill() });
  }

  /** Names belong to the filters and not to the range: they stay while time moves. */
  updateNames(): void {
    const { table, filters } = this.model;
    const rows: number[] = [];
    for (let row = 0; row < table.length; row += 1) if (isEvent(table, row) && passes(table, filters, row)) rows.push(row);
    const names = cluster(table, rows, MARK_SPACING)
      .map((here): PlaceName => {
        const event = table.details(here.rows[0]!);
        const country = here.rows.every((row) => (table.details(row).geoPrecision ?? 0) >= 6);
        return { text: country ? "" : (event.location ?? event.placeText), cluster: here, area: here.marks.every((mark) => mark.area) };
      })
      .sort((a, b) => b.cluster.rows.length - a.cluster.rows.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    this.labels.setPlaces(names);
  }

  updateTiles(): void {
    const { data, tilesOn } = this.model;
    if (!tilesOn) {
      this.tiles?.remove();
      this.tiles = null;
    } else if (!this.tiles && data.tiles && hostOf(data.tiles.url) !== null) {
      const { url, subdomains, maxZoom } = data.tiles;
      this.tiles = L.tileLayer(url, {
        maxZoom: MAX_ZOOM, maxNativeZoom: Math.min(maxZoom ?? MAX_ZOOM, MAX_ZOOM), zIndex: 2, referrerPolicy: "no-referrer",
        ...(subdomains.length ? { subdomains: [...subdomains] } : {}),
      }).addTo(this.map);
    }
    this.labels.setCountries(!tilesOn);
  }

  update(): void {
    const { selection, table, selected } = this.model;
    const rows = [...selection.mentions, ...selection.shown];
    // The event whose card is open is on the map even where the range leaves it out.
    if (selected >= 0 && !rows.includes(selected)) rows.push(selected);
    this.clusters = cluster(table, rows, MARK_SPACING);
    this.selected = selected < 0 ? null : this.standing(selected);
    this.events.show(this.clusters, this.selected);
  }

  /** The mark of a row: among those shown, or on its own where the range leaves it out. */
  private standing(row: number): Selected | null {
    if (!hasPlace(this.model.table, row)) return null;
    const among = (clusters: readonly Cluster[]): Selected | null => {
      for (const here of clusters) {
        const mark = here.marks.find((candidate) => candidate.rows.includes(row));
        if (mark) return { cluster: here, mark };
      }
      return null;
    };
    return among(this.clusters) ?? among(cluster(this.model.table, [row], MARK_SPACING));
  }

  /** Rows at the selected row's point, in time order. */
  here(): readonly number[] {
    const rows = this.selected?.cluster.rows ?? [];
    return [...rows].sort((a, b) => a - b);
  }

  /** Client coordinates of the mark of an event; null for an event without a place. */
  pixel(eventId: string): { x: number; y: number } | null {
    const row = this.model.table.find(eventId);
    const standing = row < 0 ? null : this.standing(row);
    if (!standing) return null;
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const { x, y } = this.events.position(standing);
    return { x: left + x, y: top + y };
  }

  /** Moves the map just as far as it takes for the selected mark to be in the clear. */
  keepClear(clear: Clear): void {
    if (!this.selected) return;
    const { x, y } = this.events.position(this.selected);
    const dx = x < clear.left ? x - clear.left : x > clear.right ? x - clear.right : 0;
    const dy = y < clear.top ? y - clear.top : y > clear.bottom ? y - clear.bottom : 0;
    if (dx || dy) this.map.panBy([dx, dy], { animate: !prefersStill(), duration: 0.15 });
  }

  private rowOf(mark: Mark, here: Cluster): number {
    // A click on the mark that is already open goes on to the next event there.
    if (this.model.selected >= 0 && this.selected?.cluster === here && this.selected.mark === mark) {
      const rows = this.here();
      return rows[(rows.indexOf(this.model.selected) + 1) % rows.length]!;
    }
    return mark.rows[0]!;
  }

  private click(event: L.LeafletMouseEvent): void {
    if (this.isOff()) return;
    const { x, y } = event.containerPoint;
    const hit = this.events.pick(x, y, this.reach);
    if (hit) this.model.select(this.rowOf(hit.mark, hit.cluster));
    else this.model.close();
  }

  private openMiddle(): void {
    const { x, y } = this.map.getSize();
    const hit = this.events.pick(x / 2, y / 2, Math.hypot(x, y));
    if (hit) this.model.select(hit.mark.rows[0]!);
  }

  private hover(event: L.LeafletMouseEvent | null): void {
    const hit = event && !this.isOff() ? this.events.pick(event.containerPoint.x, event.containerPoint.y, MOUSE_REACH) : null;
    this.map.getContainer().classList.toggle("dl-pointing", hit !== null);
    this.tip.hidden = hit === null;
    if (!hit || !event) return;
    const { table } = this.model;
    const row = hit.mark.rows[0]!;
    const details = table.details(row);
    const type = table.type[row]!;
    const name = type === MENTION ? "Place mention" : (details.subType ?? category(type).name);
    const date = table.start[row] === NO_DAY ? "no date" : formatWhen(table.start[row]!, table.end[row]!, details.datePrecision);
    const more = hit.cluster.rows.length - 1;
    replace(this.tip,
      el("b", {}, said(name)), el("br"), date, " · ", said(details.location ?? details.placeText),
      more > 0 ? el("span", { class: "dl-tip-more" }, `and ${more} more here`) : null);
    const { x, y } = event.containerPoint;
    const { x: width, y: height } = this.map.getSize();
    const left = Math.min(x + 14, width - this.tip.offsetWidth - 8);
    const below = y + 16 + this.tip.offsetHeight < height;
    this.tip.style.transform = `translate(${Math.round(Math.max(8, left))}px, ${Math.round(below ? y + 16 : y - 12 - this.tip.offsetHeight)}px)`;
  }
}
