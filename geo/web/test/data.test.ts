import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { DataError, decode } from "../src/data";
import { hexIds, listedIds } from "../src/ids";
import { bytesOf, unpackJson } from "../src/packed";
import { WORDS } from "../src/table";
import { pack, packJson, packNumbers } from "./packing";

const bytes = (...values: number[]): Record<string, unknown> => ({ type: "uint8", data: packNumbers(Uint8Array.from(values)) });
const steps = (...values: number[]): Record<string, unknown> => ({ type: "int32", data: packNumbers(Int32Array.from(values)), steps: true });

/** Two rows: one in Idlib on day 5, one in Hama on days 7 to 9; the second has the first's country by its own word. */
const head = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  version: 2, title: "T", reports: 2, attribution: [], tiles: null, rows: 2, block_rows: 1,
  sites: {
    count: 2, of_row: bytes(1, 2),
    lon: { type: "int32", data: packNumbers(Int32Array.from([366_300_000, 367_500_000])) },
    lat: { type: "int32", data: packNumbers(Int32Array.from([359_300_000, 351_300_000])) },
  },
  columns: {
    ...Object.fromEntries(WORDS.map((name) => [name, { ...bytes(0, 0), values: packJson([]) }])),
    event_type: { ...bytes(1, 2), values: packJson(["Battles", "Riots"]) },
    status: { ...bytes(1, 1), values: packJson(["reported"]) },
    location: { ...bytes(2, 3), by_place: true, values: packJson(["Idlib", "Hama"]) },
    place_text: { ...bytes(1, 2), values: packJson([null, "there"]) },
    date_start: steps(5, 2), date_end: steps(5, 4),
    geo_precision: { ...bytes(1, 1), values: packJson([1]) },
    radius_km: { ...bytes(1, 0), values: packJson([2.5]) },
    confidence: { ...bytes(0, 1), values: packJson([0.9]) },
    event_id: { length: 4, data: pack(Uint8Array.from([0xab, 0x01, 0xff, 0x10])) },
  },
  ...changes,
});
const BLOCKS = [packJson({ quote: ["A clash."] }), packJson({ quote: ["A crowd."], fatalities: [3], title: [7] })];
const read = (changes?: Record<string, unknown>, blocks: readonly string[] = BLOCKS): ReturnType<typeof decode> =>
  decode({ head: JSON.stringify(head(changes)), block: (index) => blocks[index] ?? null });

test("packed columns become a table", async () => {
  const { table, title } = await read();
  equal(title, "T");
  deepEqual([table.length, table.events, table.dated], [2, 2, 2]);
  deepEqual([...table.start], [5, 7]);
  deepEqual([...table.end], [5, 9]);
  deepEqual([0, 1].map((row) => table.words.location.at(row)), ["Idlib", "Hama"]);
  ok(Math.abs(table.spots.lat[table.spot[1]!]! - 35.13) < 1e-9);
});

test("details come from the row's block; a name written as it is known is not sent twice; wrong kinds are absent", async () => {
  const { table } = await read();
  const [first, second] = [await table.details(0), await table.details(1)];
  deepEqual([first.eventId, first.quote, first.placeText, first.radiusKm], ["ab01", "A clash.", "Idlib", 2.5]);
  deepEqual([second.eventId, second.quote, second.placeText, second.fatalities, second.title], ["ff10", "A crowd.", "there", 3, null]);
});

test("a text that a place has again is that of its last row", async () => {
  const columns = head()["columns"] as Record<string, unknown>;
  const { table } = await read({
    sites: { ...(head()["sites"] as object), of_row: bytes(1, 1) },
    columns: { ...columns, location: { ...bytes(3, 0), by_place: true, values: packJson(["Idlib", "Hama"]) } },
  });
  deepEqual([0, 1].map((row) => table.words.location.at(row)), ["Hama", "Hama"]);
});

test("data that cannot be shown is refused with a sentence", async () => {
  await rejects(decode({ head: "{", block: () => null }), DataError);
  await rejects(decode({ head: "[]", block: () => null }), /version/);
  await rejects(read({ version: 1 }), /version/);
  await rejects(read({ columns: null }), /columns/);
  await rejects(read({ rows: 3 }), /has 2 values, not 3/);
  await rejects(read({ columns: { ...(head()["columns"] as object), date_start: { type: "int32", data: "0!!!!!" } } }), /date_start cannot be read/);
});

test("a block that is cut off costs the cards of its rows and nothing else", async () => {
  const { table } = await read({}, [BLOCKS[0]!, BLOCKS[1]!.slice(0, 9)]);
  equal((await table.details(0)).quote, "A clash.");
  await rejects(table.details(1), DataError);
});

test("what is packed comes back, whatever its length", async () => {
  for (let length = 0; length < 40; length += 1) {
    const text = Array.from("\u0000{{6*7}}</script>\ud83d\udca5".repeat(3)).slice(0, length).join("");
    equal(await unpackJson(packJson(text)), text);
  }
  equal(bytesOf("0").length, 0);
});

test("ids are found by name and named by row", () => {
  const hex = hexIds(Uint8Array.from([0xab, 0x01, 0xff, 0x10]), 4);
  deepEqual([hex.at(0), hex.at(1), hex.at(9)], ["ab01", "ff10", ""]);
  deepEqual(["ab01", "ff10", "01ff", "zz", ""].map(hex.find), [0, 1, -1, -1, -1]);
  const listed = listedIds(["a", "b"]);
  deepEqual([listed.at(1), listed.find("b"), listed.find("c")], ["b", 1, -1]);
});
