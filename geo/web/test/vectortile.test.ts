import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { readShapes } from "../src/vectortile";
import { vectorTile } from "./archives";

const SQUARE = [0, 0, 4096, 0, 4096, 4096, 0, 4096];

test("layers are read as what they are, in shares of the tile", () => {
  const { paths, towns } = readShapes(vectorTile({
    earth: [{ type: 3, properties: { kind: "earth" }, line: SQUARE }],
    water: [{ type: 3, properties: { kind: "lake" }, line: SQUARE }, { type: 2, properties: { kind: "river" }, line: [0, 0, 2048, 1024] }],
    landuse: [{ type: 3, properties: { kind: "park" }, line: SQUARE }, { type: 3, properties: { kind: "military" }, line: SQUARE }],
    roads: [
      { type: 2, properties: { kind: "highway" }, line: [0, 0, 1, 1] }, { type: 2, properties: { kind: "major_road" }, line: [0, 0, 1, 1] },
      { type: 2, properties: { kind: "ferry" }, line: [0, 0, 1, 1] }, { type: 2, properties: { kind: "minor_road" }, line: [0, 0, 1, 1] },
    ],
    boundaries: [{ type: 2, properties: { kind: "country" }, line: [0, 0, 1, 1] }, { type: 2, properties: { kind: "region" }, line: [0, 0, 1, 1] }],
    buildings: [{ type: 3, properties: {}, line: SQUARE }],
  }).buffer as ArrayBuffer);
  const counts = Object.fromEntries(Object.entries(paths).map(([kind, each]) => [kind, each.length]));
  deepEqual(counts, { earth: 1, green: 1, water: 1, river: 1, path: 1, road: 1, highway: 1, border: 1, division: 1 });
  deepEqual([...paths.river[0]!], [0, 0, 0.5, 0.25]);
  equal(towns.length, 0);
});

test("towns come with their names in other languages, the largest first", () => {
  const { towns } = readShapes(vectorTile({
    places: [
      { type: 1, properties: { "kind": "locality", "name": "Small", "population_rank": 3 }, line: [10, 20] },
      { type: 1, properties: { "kind": "locality", "name": "حلب", "name:fr": "Alep", "population_rank": 12 }, line: [2048, 1024] },
      { type: 1, properties: { kind: "country", name: "Land" }, line: [1, 1] },
    ],
  }).buffer as ArrayBuffer);
  deepEqual(towns.map(({ names }) => names), [{ "": "حلب", "fr": "Alep" }, { "": "Small" }]);
  deepEqual([towns[0]!.x, towns[0]!.y], [0.5, 0.25]);
});

test("what is no vector tile is an error and not an endless loop", () => {
  throws(() => readShapes(new Uint8Array([26, 255, 255, 255, 255, 15, 1]).buffer));
});
