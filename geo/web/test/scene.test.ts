import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { spotsToFit } from "../src/fitting";
import { Model } from "../src/model";
import { Scene } from "../src/scene";
import type { Viewport } from "../src/viewport";
import { tableOf, type Row } from "./rows";

const view: Viewport = { width: 800, height: 600, scale: 8192, originX: 4500, originY: 3000 };

function sceneOf(...rows: readonly Row[]): { model: Model; scene: Scene } {
  const model = new Model({ title: "", reports: 1, attribution: [], tiles: null, towns: [], story: null, table: tableOf(...rows) });
  const scene = new Scene(model);
  scene.setFilters();
  scene.update(view);
  return { model, scene };
}

test("a step counts what the range shows, and the bins stay", () => {
  const { model, scene } = sceneOf({ date_start: 1, location: "Idlib" }, { date_start: 5, location: "Idlib" }, { date_start: 9, lon: 38, location: "Hama" });
  const here = scene.hitOf(0)!;
  equal(scene.eventsIn(here.bin), 2);
  model.setRange({ from: 4, to: 9 });
  equal(scene.update(view), false);
  equal(scene.eventsIn(here.bin), 1);
  equal(scene.firstOf(here), 1);
  deepEqual(scene.names().map(({ text }) => text), ["Idlib", "Hama"]);
});

test("the event whose card is open has its place in or out of the range, and is counted in it only", () => {
  const { model, scene } = sceneOf({ date_start: 1 }, { date_start: 9, lon: 38 });
  model.select(0);
  model.setRange({ from: 5, to: 9 });
  scene.update(view);
  equal(scene.eventsIn(scene.hitOf(0)!.bin), 0);
  deepEqual(scene.here(), [0]);
});

test("countries are counted whatever the view, and areas in them too", () => {
  const { model, scene } = sceneOf(
    { date_start: 1, country: "SY" }, { date_start: 1, country: "SY", lon: 38, geo_precision: 6, radius_km: 300 },
    { date_start: 1, country: "TR" }, { date_start: 1, country: null, lat: 40 },
  );
  model.setLayer("countries");
  scene.forget();
  scene.update(view);
  deepEqual([scene.countryOf(0), scene.countryOf(1), scene.bins.length], ["SY", "TR", 2]);
  deepEqual([scene.eventsIn(0), scene.eventsIn(1), scene.countryless()], [2, 1, 1]);
});

test("hexagons and heat leave wide areas to their discs", () => {
  const { model, scene } = sceneOf({ date_start: 1 }, { date_start: 1, lon: 36.61 }, { date_start: 1, lon: 38, geo_precision: 6, radius_km: 300 });
  for (const layer of ["hexagons", "heat"] as const) {
    model.setLayer(layer);
    scene.forget();
    scene.update(view);
    deepEqual([...scene.bins.disc].sort(), [0, 1], layer);
    equal(scene.eventsIn(scene.hitOf(0)!.bin), 2, layer);
  }
});

test("the map goes to the events shown, else to those that pass, and not to a country's middle", () => {
  const { model } = sceneOf({ date_start: 1 }, { date_start: 9, lon: 38 }, { date_start: 9, lon: 10, geo_precision: 6, radius_km: 600 });
  const { table: { spot } } = model;
  deepEqual(spotsToFit(model), [spot[0], spot[1]]);
  model.setRange({ from: 1, to: 2 });
  deepEqual(spotsToFit(model), [spot[0]]);
  model.setRange({ from: 4, to: 5 });
  deepEqual(spotsToFit(model), [spot[0], spot[1]]);
});

test("a place that is only named is drawn where it is, in whatever crowd", () => {
  const crowd = Array.from({ length: 400 }, (_, i): Row => ({ date_start: 1, lon: 36 + (i % 20) / 100, lat: 35 + Math.floor(i / 20) / 100 }));
  const { model, scene } = sceneOf(...crowd, { event_type: "Mention", lon: 36.005, lat: 35.005, date_start: 1 });
  model.setMentions(true);
  scene.setFilters();
  scene.update(view);
  const named = Array.from({ length: 401 }, (_, row) => row).find((row) => model.table.type[row] === 7)!;
  equal(scene.isCluster(scene.hitOf(named)!.bin), false);
});
