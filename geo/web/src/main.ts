/** The page's entry: Leaflet for the script that makes the map, and `dateline.start` for what follows. */

import * as L from "leaflet";
import { App, type State } from "./app";
import { DataError, decode } from "./data";
import { el } from "./dom";
import { PIN, PIXEL } from "./pin";

let app: App | null = null;

function start(map: L.Map): void {
  const source = document.getElementById("dateline-data")?.textContent;
  try {
    if (source == null) throw new DataError("This page holds no data. Make the page again.");
    app = new App(map, decode(source));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    map.getContainer().replaceWith(el("p", { class: "dl-failure", role: "alert" }, error.message));
  }
}

declare global {
  interface Window {
    dateline: {
      start(map: L.Map): void;
      state(): State | null;
      pixel(eventId: string): { x: number; y: number } | null;
    };
  }
}

// Leaflet's own pictures of a marker would have to be fetched.
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({ iconUrl: PIN, iconRetinaUrl: PIN, shadowUrl: PIXEL, shadowRetinaUrl: PIXEL });

// Leaflet sets window.L by itself when it is loaded.
window.dateline = {
  start,
  state: () => app?.state() ?? null,
  pixel: (eventId) => app?.pixel(eventId) ?? null,
};
