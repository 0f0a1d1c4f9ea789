/** Names of countries and of the places where events stand. Placed when the map rests, so that none jumps. */

import type * as L from "leaflet";
import { labelSpotWithin, loadAtlas, type Country } from "./atlas";
import type { Town } from "./data";
import { EDGE_SPACING, SMALLEST_DISC } from "./areas";
import { declutter, type Candidate } from "./declutter";
import { shorten } from "./format";
import { currentLanguage, regionName, shownAs, t } from "./language";
import { mercatorX, mercatorY, type Box } from "./mercator";
import { Overlay, viewportOf } from "./overlay";
import type { Offset } from "./rosette";
import type { Palette } from "./theme";
import { copies, type Viewport } from "./viewport";

export interface PlaceName {
  readonly text: string;
  /** Mercator position. */
  readonly x: number;
  readonly y: number;
  /** Where its marks may stand, in pixels from the point. */
  readonly marks: readonly Offset[];
  /** A count stands at the upper right of its marks. */
  readonly several: boolean;
  /** An area's name is written in italics, and its marks stand side by side on its upper edge. */
  readonly area: { readonly radius: number; readonly kinds: number } | null;
}

/** A town's name with its Mercator position. */
export interface TownName {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Label {
  readonly text: string;
  readonly width: number;
  readonly kind: "country" | "place" | "area" | "town";
  /** World pixels at the zoom of the placement. */
  readonly x: number;
  readonly y: number;
  /** The place itself, where it is a point. */
  readonly anchor: { readonly x: number; readonly y: number } | null;
}

const FAMILY = 'system-ui, "Segoe UI", "Noto Sans", "Noto Naskh Arabic", sans-serif';
const FONTS: Record<Label["kind"], string> = {
  country: `500 13px ${FAMILY}`,
  place: `500 12px ${FAMILY}`,
  area: `italic 500 12px ${FAMILY}`,
  town: `400 11px ${FAMILY}`,
};
const COUNTRY_SPACING = "0.08em";
const MOST_PLACES = 160;
/** Pixels within which a name is not written twice. */
const ONCE_WITHIN = 160;
/** Towns in sight that are named for orientation. */
const MOST_TOWNS = 24;
const LABEL_HEIGHT = 15;
const MARK_RADIUS = 8;
/** Half of the square that a cluster is given. */
const CLUSTER_REACH = 17;
/** Pixels that a country's name may stand above or below the middle of its country. */
const MOST_PLAY = 30;
/** Under the marks; over colours that fill countries and cells. */
const BELOW = 350;
const ABOVE = 460;

function setFont(context: CanvasRenderingContext2D, kind: Label["kind"]): void {
  context.font = FONTS[kind];
  // Spaced out, joined letters fall apart.
  context.letterSpacing = kind === "country" && t.direction === "ltr" ? COUNTRY_SPACING : "0px";
}

/** The base map's own names are English; a territory that no code names is in the language's own list. */
function countryLabel({ code, name }: Country): string {
  if (currentLanguage() === "en") return name;
  return (code === null ? null : regionName(code)) ?? shownAs(t.territories, name);
}

export class Labels {
  private readonly overlay: Overlay;
  private labels: Label[] = [];
  private scale = 0;
  private places: readonly PlaceName[] = [];
  private clusters: readonly { readonly x: number; readonly y: number }[] = [];
  private countriesOn = true;
  private above = false;
  private readonly widths = new Map<string, number>();
  private readonly measure = document.createElement("canvas").getContext("2d")!;

  private readonly ownTowns: readonly TownName[];
  private towns: readonly TownName[];

  /** `reserved` gives the boxes of the map, in pixels, that controls stand on. */
  constructor(private readonly map: L.Map, private palette: Palette, private readonly reserved: () => Box[], towns: readonly Town[]) {
    this.towns = this.ownTowns = towns.map(({ name, lat, lon }) => ({ name: shorten(name, 24), x: mercatorX(lon), y: mercatorY(lat) }));
    this.overlay = new Overlay(map, "dateline-labels", BELOW, (context, view) => this.draw(context, view));
    map.on("moveend zoomend resize", () => this.place());
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.overlay.redraw();
  }

  /** Names in the order of their weight: where two meet, the first stays. None stands on one of the clusters (Mercator). */
  setPlaces(places: readonly PlaceName[], clusters: readonly { readonly x: number; readonly y: number }[]): void {
    this.places = places;
    this.clusters = clusters;
    this.place();
  }

  /** Over what the events are drawn as, or under it. */
  setAbove(above: boolean): void {
    if (above === this.above) return;
    this.above = above;
    this.overlay.redraw();
    const pane = this.overlay.canvas.parentElement;
    if (pane) pane.style.zIndex = String(above ? ABOVE : BELOW);
  }

  /** The language has changed. */
  rename(): void {
    this.widths.clear();
    this.place();
  }

  /** As on a ground without tiles: with the names of countries. */
  at(ratio: number): HTMLCanvasElement {
    const had = this.countriesOn;
    if (!had) this.setCountries(true);
    const canvas = this.overlay.at(ratio);
    if (!had) this.setCountries(false);
    return canvas;
  }

  /** Fetched tiles bring names of countries of their own. */
  setCountries(on: boolean): void {
    this.countriesOn = on;
    this.place();
  }

  /** Towns of a ground that knows more of them, the largest first; without any, the page's own are named. */
  setTowns(towns: readonly TownName[]): void {
    this.towns = towns.length > 0 ? towns : this.ownTowns;
    this.place();
  }

  /** Whether a box of the viewport, given by its middle, touches the name of a place. */
  touches(view: Viewport, x: number, y: number, width: number, height: number): boolean {
    const factor = view.scale / this.scale;
    return this.labels.some(
      (label) =>
        label.kind !== "country" &&
        label.kind !== "town" &&
        Math.abs(label.x * factor - view.originX - x) < (label.width + width) / 2 + 1 &&
        Math.abs(label.y * factor - view.originY - y) < (LABEL_HEIGHT + height) / 2 - 1,
    );
  }

  private width(text: string, kind: Label["kind"]): number {
    const key = `${kind} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      setFont(this.measure, kind);
      width = this.measure.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  private place(): void {
    const view = viewportOf(this.map);
    const candidates: Candidate[] = [];
    const kinds: Label["kind"][] = [];
    const obstacles: Box[] = [...this.reserved()];
    const margin = 120;
    for (const { x: east, y: south } of this.clusters) {
      const y = south * view.scale - view.originY;
      for (const x of copies(east, view, margin)) {
        obstacles.push({ minX: x - CLUSTER_REACH, maxX: x + CLUSTER_REACH, minY: y - CLUSTER_REACH, maxY: y + CLUSTER_REACH });
      }
    }
    const edges: Candidate[] = [];
    let names = 0;
    const at = new Map<string, (readonly [number, number])[]>();
    for (const { text, x: east, y: south, marks, several, area } of this.places) {
      const y = south * view.scale - view.originY;
      if (y < -margin || y > view.height + margin) continue;
      for (const x of copies(east, view, margin)) {
        let reach = MARK_RADIUS;
        for (const mark of marks) {
          reach = Math.max(reach, Math.hypot(mark.dx, mark.dy) + MARK_RADIUS);
          obstacles.push({
            minX: x + mark.dx - MARK_RADIUS, maxX: x + mark.dx + MARK_RADIUS,
            minY: y + mark.dy - MARK_RADIUS, maxY: y + mark.dy + MARK_RADIUS,
          });
        }
        // After the places' own names, so that none of those is lost for them.
        if (area) {
          const top = y - Math.max(SMALLEST_DISC, area.radius * view.scale);
          edges.push({ text: "", x, y: top, width: area.kinds * EDGE_SPACING - 4, height: EDGE_SPACING, gap: 0 });
        }
        if (several && !area) {
          const aside = (reach - MARK_RADIUS) * 0.7 + 12;
          edges.push({ text: "", x: x + aside, y: y - aside + 3, width: 14, height: 14, gap: 0 });
        }
        if (names >= MOST_PLACES || text === "") continue;
        // A town and the area round it bear one name, and need it once.
        const written = at.get(text) ?? [];
        if (written.some(([px, py]) => Math.hypot(px - x, py - y) < ONCE_WITHIN)) continue;
        at.set(text, [...written, [x, y]]);
        names += 1;
        const label = shorten(text, 34);
        const kind = area ? "area" : "place";
        candidates.push({ text: label, x, y, width: this.width(label, kind), height: LABEL_HEIGHT, gap: reach + 6 });
        kinds.push(kind);
      }
    }
    for (const edge of edges) {
      candidates.push(edge);
      kinds.push("area");
    }
    if (this.countriesOn) {
      this.addCountries(view, candidates, kinds);
      this.addTowns(view, candidates, kinds);
    }
    const anchors = candidates.map(({ x, y, gap }) => (gap > 0 ? { x: x + view.originX, y: y + view.originY } : null));
    this.labels = declutter(candidates, obstacles, { minX: 0, minY: 0, maxX: view.width, maxY: view.height })
      .filter(({ candidate }) => candidates[candidate]!.text !== "")
      .map(({ candidate, x, y }) => ({
        text: candidates[candidate]!.text,
        width: candidates[candidate]!.width,
        kind: kinds[candidate]!,
        x: x + view.originX,
        y: y + view.originY,
        anchor: anchors[candidate]!,
      }));
    this.scale = view.scale;
    this.overlay.redraw();
  }

  /** Towns without events come last: they only say where one is. */
  private addTowns(view: Viewport, candidates: Candidate[], kinds: Label["kind"][]): void {
    const named = new Set(candidates.map(({ text }) => text));
    let count = 0;
    for (const { name, x: east, y: south } of this.towns) {
      const y = south * view.scale - view.originY;
      if (y < 0 || y > view.height || named.has(name)) continue;
      for (const x of copies(east, view, 0)) {
        if (count >= MOST_TOWNS) return;
        count += 1;
        candidates.push({ text: name, x, y, width: this.width(name, "town"), height: 13, gap: 4 });
        kinds.push("town");
      }
    }
  }

  /** Countries come after places: a name that everyone knows gives way to one that the reports gave. */
  private addCountries(view: Viewport, candidates: Candidate[], kinds: Label["kind"][]): void {
    const inset = Math.min(48, view.width / 6, view.height / 6);
    for (const country of loadAtlas().countries) {
      const { box } = country.ring;
      const name = countryLabel(country);
      const width = this.width(name, "country");
      if ((box.maxX - box.minX) * view.scale < width) continue;
      for (const left of copies(box.minX, view, (box.maxX - box.minX) * view.scale)) {
        // Pixels of this repetition of the world are unit coordinates times the scale, plus this.
        const shift = left - box.minX * view.scale;
        const sight: Box = {
          minX: (inset - shift) / view.scale,
          maxX: (view.width - inset - shift) / view.scale,
          minY: (view.originY + inset) / view.scale,
          maxY: (view.originY + view.height - inset) / view.scale,
        };
        const half = width / 2 / view.scale;
        const whole = country.x - half > sight.minX && country.x + half < sight.maxX && country.y > sight.minY && country.y < sight.maxY;
        const spot = whole ? country : labelSpotWithin(country.ring, sight);
        if (!spot || spot.width * view.scale < width * 0.9) continue;
        candidates.push({
          text: name, x: spot.x * view.scale + shift, y: spot.y * view.scale - view.originY, width, height: 16, gap: 0,
          play: Math.min(MOST_PLAY, ((box.maxY - box.minY) * view.scale) / 6),
        });
        kinds.push("country");
      }
    }
  }

  private draw(context: CanvasRenderingContext2D, view: Viewport): void {
    const factor = view.scale / this.scale;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = this.palette.land;
    context.lineWidth = 3;
    for (const label of this.labels) {
      const x = label.x * factor - view.originX;
      const y = label.y * factor - view.originY;
      setFont(context, label.kind);
      // While no event of the place is in the range, a dot keeps its name from hanging in the air.
      if (label.anchor && (label.kind === "place" || label.kind === "town")) {
        context.fillStyle = this.palette.muted;
        context.beginPath();
        context.arc(label.anchor.x * factor - view.originX, label.anchor.y * factor - view.originY, label.kind === "town" ? 1.25 : 1.75, 0, 2 * Math.PI);
        context.fill();
      }
      context.fillStyle = label.kind === "place" || this.above ? this.palette.text : this.palette.muted;
      context.globalAlpha = this.above ? 1 : 0.85;
      context.strokeText(label.text, x, y);
      context.globalAlpha = 1;
      context.fillText(label.text, x, y);
    }
  }
}
