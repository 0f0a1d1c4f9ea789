/** The page's entry: Leaflet for the script that makes the map, and `dateline` for what follows. */

import * as L from "leaflet";
import { App, type State } from "./app";
import { DataError, decode, type PageData } from "./data";
import { el } from "./dom";
import type { Guest } from "./guest";
import { PIN, PIXEL } from "./pin";

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A layer of the page's own Leaflet: it can be added, taken off and listed like any other. */
type EventLayer = L.Layer & { state(): State | null; pixel(eventId: string): Spot | null };

let app: App | null = null;

function read(id: string): PageData {
  const source = document.getElementById(id)?.textContent;
  if (source == null) throw new DataError("This page holds no data. Make the page again.");
  return decode(source);
}

function failure(error: unknown, name: string): HTMLElement {
  if (!(error instanceof DataError)) throw error;
  return el("p", { class: name, role: "alert" }, error.message);
}

function start(map: L.Map): void {
  try {
    app = new App(map, read("dateline-data"));
  } catch (error) {
    map.getContainer().replaceWith(failure(error, "dl-failure"));
  }
}

function layer(id: string, guest: Guest): EventLayer {
  let own: App | null = null;
  const Events = window.L.Layer.extend({
    onAdd(map: L.Map) {
      try {
        own ??= new App(map, read(`${id}-data`), guest);
        own.setOff(false);
      } catch (error) {
        map.getContainer().append(failure(error, "dl-failure dl-guest-failure"));
      }
    },
    onRemove: () => own?.setOff(true),
    state: () => own?.state() ?? null,
    pixel: (eventId: string) => own?.pixel(eventId) ?? null,
  });
  return new Events() as EventLayer;
}

declare global {
  interface Window {
    L: typeof L;
    dateline: {
      start(map: L.Map): void;
      layer(id: string, guest: Guest): EventLayer;
      state(): State | null;
      pixel(eventId: string): Spot | null;
    };
  }
}

// Leaflet's own pictures of a marker would have to be fetched.
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({ iconUrl: PIN, iconRetinaUrl: PIN, shadowUrl: PIXEL, shadowRetinaUrl: PIXEL });

// Leaflet sets window.L by itself when it is loaded; a page that has its own keeps that.
const ours = window.L;
L.noConflict();
window.L ??= ours;

window.dateline = {
  start,
  layer,
  state: () => app?.state() ?? null,
  pixel: (eventId) => app?.pixel(eventId) ?? null,
};
