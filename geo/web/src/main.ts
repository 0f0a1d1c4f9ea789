/** The page's entry: Leaflet for the script that makes the map, and `dateline` for what follows. */

import * as L from "leaflet";
import { App, type State } from "./app";
import { unpackAtlas } from "./atlas";
import { DataError, decode, type PageData } from "./data";
import { el } from "./dom";
import type { Guest } from "./guest";
import { setLanguage, t } from "./language";
import { PIN, PIXEL } from "./pin";

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A layer of the page's own Leaflet: it can be added, taken off and listed like any other. */
type EventLayer = L.Layer & { state(): State | null; pixel(eventId: string): Promise<Spot | null> };

let app: App | null = null;

async function read(id: string): Promise<PageData> {
  const head = document.getElementById(id)?.textContent;
  const blocks = document.getElementsByClassName("dateline-block");
  // Data that cannot be read is complained of in the page's language too.
  setLanguage(document.documentElement.lang);
  if (head == null) throw new DataError(t.noData);
  const [data] = await Promise.all([decode({ head, block: (index) => blocks[index]?.textContent ?? null }), unpackAtlas()]);
  if (data.language) setLanguage(data.language);
  return data;
}

function failure(error: unknown, name: string): HTMLElement {
  if (!(error instanceof DataError)) throw error;
  return el("p", { class: name, role: "alert" }, error.message);
}

async function start(map: L.Map): Promise<void> {
  try {
    app = new App(map, await read("dateline-data"));
  } catch (error) {
    map.getContainer().replaceWith(failure(error, "dl-failure"));
  }
}

function layer(id: string, guest: Guest): EventLayer {
  let own: App | null = null;
  let off = false;
  const open = async (map: L.Map): Promise<void> => {
    try {
      own = new App(map, await read(`${id}-data`), guest);
      own.setOff(off);
    } catch (error) {
      map.getContainer().append(failure(error, "dl-failure dl-guest-failure"));
    }
  };
  const Events = window.L.Layer.extend({
    onAdd(map: L.Map) {
      off = false;
      if (own) own.setOff(false);
      else void open(map);
    },
    onRemove() {
      off = true;
      own?.setOff(true);
    },
    state: () => own?.state() ?? null,
    pixel: async (eventId: string) => (await own?.pixel(eventId)) ?? null,
  });
  return new Events() as EventLayer;
}

declare global {
  interface Window {
    L: typeof L;
    dateline: {
      start(map: L.Map): Promise<void>;
      layer(id: string, guest: Guest): EventLayer;
      state(): State | null;
      ids(): Promise<readonly string[]>;
      pixel(eventId: string): Promise<Spot | null>;
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
  ids: async () => (await app?.ids()) ?? [],
  pixel: async (eventId) => (await app?.pixel(eventId)) ?? null,
};
