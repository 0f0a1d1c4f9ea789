/** The page's entry: Leaflet for the script that makes the map, and `dateline.start` for what follows. */

import * as L from "leaflet";
import { App, type State } from "./app";
import { DataError, decode } from "./data";
import { el } from "./dom";
import { setLanguage, t } from "./language";

let app: App | null = null;

function start(map: L.Map): void {
  const source = document.getElementById("dateline-data")?.textContent;
  // Data that cannot be read is complained of in the page's language too.
  setLanguage(document.documentElement.lang);
  try {
    if (source == null) throw new DataError(t.noData);
    const data = decode(source);
    if (data.language) setLanguage(data.language);
    app = new App(map, data);
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

// Leaflet sets window.L by itself when it is loaded.
window.dateline = {
  start,
  state: () => app?.state() ?? null,
  pixel: (eventId) => app?.pixel(eventId) ?? null,
};
