/** The page's entry: Leaflet for the script that makes the map, and `dateline.start` for what follows. */

import * as L from "leaflet";
import { App, type State } from "./app";
import { unpackAtlas } from "./atlas";
import { DataError, decode } from "./data";
import { el } from "./dom";
import { setLanguage, t } from "./language";

let app: App | null = null;

async function start(map: L.Map): Promise<void> {
  const head = document.getElementById("dateline-data")?.textContent;
  const blocks = document.getElementsByClassName("dateline-block");
  // Data that cannot be read is complained of in the page's language too.
  setLanguage(document.documentElement.lang);
  try {
    if (head == null) throw new DataError(t.noData);
    const [data] = await Promise.all([decode({ head, block: (index) => blocks[index]?.textContent ?? null }), unpackAtlas()]);
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
      start(map: L.Map): Promise<void>;
      state(): State | null;
      ids(): Promise<readonly string[]>;
      pixel(eventId: string): Promise<{ x: number; y: number } | null>;
    };
  }
}

// Leaflet sets window.L by itself when it is loaded.
window.dateline = {
  start,
  state: () => app?.state() ?? null,
  ids: async () => (await app?.ids()) ?? [],
  pixel: async (eventId) => (await app?.pixel(eventId)) ?? null,
};
