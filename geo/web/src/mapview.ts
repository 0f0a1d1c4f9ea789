/** Everything drawn on the Leaflet map, and what the pointer does there. */

import * as L from "leaflet";
import { Basemap } from "./basemap";
import { binsOf, fits, NO_BINS, type Bins } from "./bins";
import { countryBins, heatBins, hexagonBins } from "./cells";
import { CATEGORIES, category, MENTION } from "./category";
import { button, el, icon, replace, said } from "./dom";
import { EventLayer } from "./eventlayer";
import { isEvent, passes } from "./filter";
import { formatNumber, formatWhen } from "./format";
import { gist } from "./framing";
import type { Guest } from "./guest";
import { regionName, subTypeName, t, typeName } from "./language";
import { Labels, type PlaceName } from "./labels";
import { Bounds } from "./bounds";
import { hostOf } from "./links";
import { unitsOfKm, type Box } from "./mercator";
import type { Model } from "./model";
import { viewportOf } from "./overlay";
import type { Hit } from "./picking";
import { rosette } from "./rosette";
import { swatch } from "./swatch";
import { NO_DAY } from "./table";
import { add, clear, KINDS, newTally, type Tally } from "./tally";
import { prefersStill, type Palette } from "./theme";
import type { Viewport } from "./viewport";

const MARK_SPACING = 13;
const MAX_ZOOM = 14;
/** A single town fills no more of the screen than this. */
const FIT_ZOOM = 9;
const NEAR_ZOOM = 8;
const FIT_RADIUS_KM = 120;
const KM_PER_DEGREE = 111.2;
const MOUSE_REACH = 13;
const TOUCH_REACH = 22;

/** Names that may be written at most, the heaviest places first. */
const MOST_NAMES = 2000;

const bitCount = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + bitCount(bits >>> 1));

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
  private readonly tip = el("div", { class: "dl-tip", hidden: true });
  private tiles: L.TileLayer | null = null;
  /** How many rows of each spot pass the filters. */
  private weight = new Uint32Array(0);
  private countryOfSpot: Uint32Array | null = null;
  private names: readonly (PlaceName & { readonly spot: number })[] = [];
  private bins: Bins = NO_BINS;
  private tally: Tally = newTally(0);
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
    this.events = new EventLayer(map, palette, this.labels, model.table.spots, (bin) => this.countryOf(bin));
    stage.append(this.controls, this.tip);
    this.setLanguage();
    map.on("click", (event) => this.click(event));
    map.on("mousemove", (event) => this.hover(event));
    map.on("moveend", () => {
      if (!fits(this.bins, viewportOf(map))) this.update();
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
    this.tip.hidden = true;
    this.labels.rename();
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

  /** Least counts of the colours on the map; none where marks are shown. */
  get steps(): readonly number[] {
    return this.model.layer === "marks" ? [] : this.events.steps;
  }

  setPalette(palette: Palette): void {
    this.basemap?.setPalette(palette);
    this.labels.setPalette(palette);
    this.events.setPalette(palette);
  }

  /** The view to open with: most of the events, but not the whole world for one far away. */
  open(): void {
    const { x, y } = this.model.table.spots;
    const spots = this.toFit().map((spot) => ({ spot, x: x[spot]!, y: y[spot]! }));
    this.frame(gist(spots).map(({ spot }) => spot), false);
  }

  /** Goes near an event that was chosen elsewhere, where its neighbours do not hide it. */
  approach(row: number): void {
    const { table: { spot, spots } } = this.model;
    const here = spot[row]!;
    if (here < 0 || spots.radiusKm[here]! > FIT_RADIUS_KM || this.map.getZoom() >= NEAR_ZOOM) return;
    this.map.setView([spots.lat[here]!, spots.lon[here]!], NEAR_ZOOM, { animate: false });
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

  /** Spots of the events shown now; where there are none, of all that pass the filters, all events, all rows. */
  private toFit(): readonly number[] {
    const { table, through, selection } = this.model;
    const { spot, spots } = table;
    const spotsOf = (rows: Iterable<number>): number[] => {
      const seen = new Uint8Array(spots.length);
      for (const row of rows) if (spot[row]! >= 0) seen[spot[row]!] = 1;
      return Array.from(seen.keys()).filter((each) => seen[each] === 1);
    };
    function* all(keep: (row: number) => boolean): Generator<number> {
      for (let row = 0; row < table.length; row += 1) if (keep(row)) yield row;
    }
    const choices = [
      () => spotsOf(selection.shown),
      () => spotsOf(all((row) => isEvent(table, row) && passes(through, row))),
      () => spotsOf(all((row) => isEvent(table, row))),
      () => spotsOf(all(() => true)),
    ];
    let wanted: number[] = [];
    for (const choose of choices) if (wanted.length === 0) wanted = choose();
    // A country's middle is where nothing happened.
    const placed = wanted.filter((each) => spots.radiusKm[each]! <= FIT_RADIUS_KM);
    return placed.length > 0 ? placed : wanted;
  }

  private frame(wanted: readonly number[], animate: boolean): void {
    const { spots } = this.model.table;
    if (wanted.length === 0) {
      this.map.setView([20, 10], Math.max(2, this.map.getMinZoom()), { animate: false });
      return;
    }
    const bounds = new Bounds();
    for (const spot of wanted) {
      const [lat, lon] = [spots.lat[spot]!, spots.lon[spot]!];
      // A province belongs in the picture with its edge; a country would push everything else together.
      const radius = spots.radiusKm[spot]! <= FIT_RADIUS_KM ? spots.radiusKm[spot]! : 0;
      const [up, along] = [radius / KM_PER_DEGREE, radius / KM_PER_DEGREE / Math.cos((lat * Math.PI) / 180)];
      bounds.add(Math.min(85, lat + up), Math.min(180, lon + along));
      bounds.add(Math.max(-85, lat - up), Math.max(-180, lon - along));
    }
    const size = this.map.getSize();
    const room = Math.min(48, size.x / 8, size.y / 8);
    this.map.fitBounds(bounds.corners(), { padding: [room, room], maxZoom: FIT_ZOOM, animate: animate && !prefersStill() });
  }

  /** What depends on the filters and not on the range: where clusters lie, and names, which stay while time moves. */
  updateFilters(): void {
    const { table, through } = this.model;
    const { spots, spot } = table;
    this.weight = new Uint32Array(spots.length);
    const first = new Int32Array(spots.length).fill(-1);
    const kinds = new Uint8Array(spots.length);
    const named = new Uint8Array(spots.length);
    for (let row = 0; row < table.length; row += 1) {
      const here = spot[row]!;
      if (here < 0 || !passes(through, row)) continue;
      this.weight[here] = this.weight[here]! + 1;
      if (!isEvent(table, row)) continue;
      if (first[here]! < 0) first[here] = row;
      kinds[here] = kinds[here]! | (1 << table.type[row]!);
      if ((table.geoPrecision.at(row) ?? 0) < 6) named[here] = 1;
    }
    this.bins = NO_BINS;
    const heaviest = Array.from(first.keys()).filter((each) => first[each]! >= 0);
    heaviest.sort((a, b) => this.weight[b]! - this.weight[a]! || first[a]! - first[b]!);
    this.names = heaviest.map((each) => ({
      spot: each, text: named[each] ? table.place(first[each]!) : "",
      x: spots.x[each]!, y: spots.y[each]!,
      marks: spots.area[each] ? [] : rosette(bitCount(kinds[each]!), MARK_SPACING),
      several: this.weight[each]! > 1,
      area: spots.area[each] === 1 ? { radius: unitsOfKm(spots.radiusKm[each]!, spots.lat[each]!), kinds: bitCount(kinds[each]!) } : null,
    }));
  }

  /** Names of the places near the view that no cluster swallows, the heaviest first. */
  private standingAlone(): readonly PlaceName[] {
    const { of, spot } = this.bins;
    return this.names.filter((name) => of[name.spot]! >= 0 && spot[of[name.spot]!] === name.spot).slice(0, MOST_NAMES);
  }

  /** Where clusters lie: no name of a country is to stand under one. */
  private clusters(): readonly { readonly x: number; readonly y: number }[] {
    const { spot, x, y } = this.bins;
    if (this.model.layer !== "marks") return [];
    return Array.from(spot.keys()).flatMap((bin) => (spot[bin]! < 0 ? [{ x: x[bin]!, y: y[bin]! }] : []));
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
    const { selection, table, selected, range } = this.model;
    const view = viewportOf(this.map);
    if (!fits(this.bins, view)) {
      this.bins = this.binsIn(view, this.weightWith(selected));
      this.tally = newTally(this.bins.length);
      this.labels.setPlaces(this.standingAlone(), this.clusters());
      this.labels.setAbove(this.model.layer !== "marks");
    } else clear(this.tally);
    add(this.tally, table, this.bins.of, selection.mentions, range);
    add(this.tally, table, this.bins.of, selection.shown, range);
    // The event whose card is open is on the map even where the range leaves it out.
    if (selected >= 0 && !this.model.isShown(selected)) add(this.tally, table, this.bins.of, [selected], range);
    this.events.show(this.model.layer, this.bins, this.tally, this.hitOf(selected));
  }

  private binsIn(view: Viewport, weight: Uint32Array): Bins {
    const { layer, table: { spots } } = this.model;
    if (layer === "hexagons") return hexagonBins(spots, weight, view);
    if (layer === "heat") return heatBins(spots, weight, view);
    if (layer === "countries") return countryBins(spots, weight, (spot) => this.countries[spot]!, view);
    return binsOf(spots, weight, view);
  }

  /** Codes of the country of each spot: that of its first row. */
  private get countries(): Uint32Array {
    if (this.countryOfSpot) return this.countryOfSpot;
    const { spot, spots, words: { country } } = this.model.table;
    const codes = new Uint32Array(spots.length);
    for (let row = 0; row < spot.length; row += 1) {
      const here = spot[row]!;
      if (here >= 0 && codes[here] === 0) codes[here] = country.codes[row]!;
    }
    return (this.countryOfSpot = codes);
  }

  /** ISO 3166-1 code of the country of a bin, or null. */
  private countryOf(bin: number): string | null {
    const { country } = this.model.table.words;
    return country.values[this.countries[this.bins.of.indexOf(bin)]! - 1] ?? null;
  }

  /** Counts by colour begin anew: what was a cluster is a cell now. */
  updateLayer(): void {
    this.bins = NO_BINS;
  }

  /** A selected row that the filters leave out has its spot all the same. */
  private weightWith(selected: number): Uint32Array {
    const here = selected < 0 ? -1 : this.model.table.spot[selected]!;
    if (here < 0 || this.weight[here]! > 0) return this.weight;
    const weight = this.weight.slice();
    weight[here] = 1;
    return weight;
  }

  private hitOf(row: number): Hit | null {
    const { table } = this.model;
    const here = row < 0 ? -1 : table.spot[row]!;
    const bin = here < 0 ? -1 : (this.bins.of[here] ?? -1);
    return bin < 0 ? null : { bin, type: table.type[row]! };
  }

  /** Rows at the selected row's place, in time order. */
  here(): readonly number[] {
    const { selected, table } = this.model;
    const here = selected < 0 ? -1 : table.spot[selected]!;
    return here < 0 ? [] : this.rowsWhere((row) => table.spot[row] === here, selected);
  }

  /** Rows on the map that pass a test, and `also`, in time order. */
  private rowsWhere(test: (row: number) => boolean, also = -1): readonly number[] {
    const { shown, mentions } = this.model.selection;
    const rows = [...shown.filter(test), ...mentions.filter(test)];
    if (also >= 0 && !rows.includes(also)) rows.push(also);
    return rows.sort((a, b) => a - b);
  }

  private rowsOf({ bin, type }: Hit): readonly number[] {
    const { table } = this.model;
    return this.rowsWhere((row) => table.spot[row]! >= 0 && this.bins.of[table.spot[row]!] === bin && (type < 0 || table.type[row] === type));
  }

  /** Client coordinates of the mark of a row; null for one without a place. */
  pixel(row: number): { x: number; y: number } | null {
    const hit = this.hitOf(row);
    if (!hit) return null;
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const { x, y } = this.events.position(hit);
    return { x: left + x, y: top + y };
  }

  /** Moves the map just as far as it takes for the selected mark to be in the clear. */
  keepClear(clear: Clear): void {
    const hit = this.hitOf(this.model.selected);
    if (!hit) return;
    const { x, y } = this.events.position(hit);
    const dx = x < clear.left ? x - clear.left : x > clear.right ? x - clear.right : 0;
    const dy = y < clear.top ? y - clear.top : y > clear.bottom ? y - clear.bottom : 0;
    const whole = (pixels: number): number => Math.sign(pixels) * Math.ceil(Math.abs(pixels));
    if (dx || dy) this.map.panBy([whole(dx), whole(dy)], { animate: !prefersStill(), duration: 0.15 });
  }

  /** A cluster opens into its parts; a mark opens its event, and when that is open already the next one there. */
  private openHit(hit: Hit): void {
    if (this.bins.spot[hit.bin]! < 0 && this.zoomInto(hit.bin)) return;
    const current = this.hitOf(this.model.selected);
    if (current?.bin === hit.bin && (hit.type < 0 || current.type === hit.type)) {
      const rows = this.here();
      this.model.select(rows[(rows.indexOf(this.model.selected) + 1) % rows.length]!);
    } else {
      this.model.select(this.rowsOf(hit)[0] ?? -1);
    }
  }

  /** False where the map shows the cluster as near as it can. */
  private zoomInto(bin: number): boolean {
    const zoom = this.map.getZoom();
    if (zoom >= this.map.getMaxZoom()) return false;
    const { spots } = this.model.table;
    const bounds = new Bounds();
    this.bins.of.forEach((of, spot) => {
      if (of === bin && this.weight[spot]! > 0) bounds.add(spots.lat[spot]!, spots.lon[spot]!);
    });
    if (bounds.isEmpty) return false;
    const near = Math.min(this.map.getMaxZoom(), Math.max(zoom + 1, Math.floor(this.map.getBoundsZoom(bounds.corners(0.2)))));
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
    this.tip.hidden = hit === null;
    if (!hit || !event) return;
    replace(this.tip, ...(this.bins.spot[hit.bin]! < 0 ? this.clusterTip(hit.bin) : this.markTip(hit)));
    const { x, y } = event.containerPoint;
    const { x: width, y: height } = this.map.getSize();
    const left = Math.min(x + 14, width - this.tip.offsetWidth - 8);
    const below = y + 16 + this.tip.offsetHeight < height;
    this.tip.style.transform = `translate(${Math.round(Math.max(8, left))}px, ${Math.round(below ? y + 16 : y - 12 - this.tip.offsetHeight)}px)`;
  }

  private markTip(hit: Hit): (Node | string | null)[] {
    const { table } = this.model;
    const row = this.rowsOf(hit)[0];
    if (row === undefined) return [];
    const type = table.type[row]!;
    const subType = table.words.sub_event_type.at(row);
    const name = type === MENTION ? t.placeMention : subType === null ? typeName(category(type).name) : subTypeName(subType);
    const date = table.start[row] === NO_DAY ? t.noDate : formatWhen(table.start[row]!, table.end[row]!, table.words.date_precision.at(row));
    const more = this.rowsOf({ bin: hit.bin, type: -1 }).length - 1;
    return [
      el("b", {}, said(name)), el("br"), date, " · ", said(table.place(row)),
      more > 0 ? el("span", { class: "dl-tip-more" }, t.moreHere(more)) : null,
    ];
  }

  private clusterTip(bin: number): (Node | string | null)[] {
    const { count } = this.tally;
    const country = this.model.layer === "countries" ? this.countryOf(bin) : null;
    const lines = CATEGORIES.flatMap(({ name }, type) => {
      const here = type === MENTION ? 0 : count[bin * KINDS + type]!;
      return here === 0 ? [] : [el("span", { class: "dl-tip-line" }, swatch(type, 12), `${formatNumber(here)} ${typeName(name)}`)];
    });
    return [el("b", {}, ...(country === null ? [] : [`${regionName(country) ?? country} · `]), t.eventsHere(this.events.eventsOf(bin))), ...lines];
  }
}
