/** A canvas over the map that is drawn anew while the map moves, at most once a frame. */

import * as L from "leaflet";
import { prefersStill } from "./theme";
import type { Viewport } from "./viewport";

/** What Leaflet's own renderers use and its types leave out. */
interface MapInternals {
  _getNewPixelOrigin(center: L.LatLng, zoom: number): L.Point;
}

export function viewportOf(map: L.Map): Viewport {
  const size = map.getSize();
  const corner = map.getPixelOrigin().add(map.containerPointToLayerPoint([0, 0]));
  return { width: size.x, height: size.y, scale: 256 * 2 ** map.getZoom(), originX: corner.x, originY: corner.y };
}

export class Overlay {
  readonly canvas = document.createElement("canvas");
  private readonly context: CanvasRenderingContext2D;
  private frame = 0;
  private drawn: Viewport | null = null;

  constructor(
    private readonly map: L.Map, name: string, zIndex: number,
    private readonly draw: (context: CanvasRenderingContext2D, view: Viewport, ratio: number) => void,
  ) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(zIndex);
    pane.style.pointerEvents = "none";
    const animated = map.options.zoomAnimation !== false && !prefersStill();
    this.canvas.className = `dl-overlay leaflet-zoom-${animated ? "animated" : "hide"}`;
    pane.append(this.canvas);
    this.context = this.canvas.getContext("2d")!;
    map.on("move zoom zoomend moveend resize viewreset", () => this.redraw());
    if (animated) map.on("zoomanim", (event) => this.animate(event as L.ZoomAnimEvent));
  }

  redraw(): void {
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  /** Draws in the frame that is being made, not in the next one. */
  paint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const view = viewportOf(this.map);
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(view.width * ratio);
    const height = Math.round(view.height * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.canvas.style.width = `${view.width}px`;
      this.canvas.style.height = `${view.height}px`;
    }
    L.DomUtil.setPosition(this.canvas, this.map.containerPointToLayerPoint([0, 0]));
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, view.width, view.height);
    this.drawn = view;
    if (view.width > 0 && view.height > 0) this.draw(this.context, view, ratio);
  }

  /** The same drawing on a canvas of its own, with so many pixels to one of the page. */
  at(ratio: number): HTMLCanvasElement {
    const view = viewportOf(this.map);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    const context = canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (view.width > 0 && view.height > 0) this.draw(context, view, ratio);
    return canvas;
  }

  /** During Leaflet's zoom animation the last drawing is stretched to where the map is going. */
  private animate(event: L.ZoomAnimEvent): void {
    if (!this.drawn) return;
    const factor = (256 * 2 ** event.zoom) / this.drawn.scale;
    const origin = (this.map as unknown as MapInternals)._getNewPixelOrigin(event.center, event.zoom);
    const corner = L.point(this.drawn.originX, this.drawn.originY).multiplyBy(factor).subtract(origin);
    L.DomUtil.setTransform(this.canvas, corner, factor);
  }
}
