import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { ArchiveError, inflated, openFile, TROUBLES, type Trouble } from "../src/archive";
import { LANGUAGES } from "../src/language";
import { plainText } from "../src/plaintext";
import { partOf } from "../src/tilepart";
import { archiveOf } from "./archives";

const PICTURE = new Uint8Array([137, 80, 78, 71, 1, 2, 3]);
const OTHER = new Uint8Array([137, 80, 78, 71, 9]);
const TILES = [{ z: 0, x: 0, y: 0, bytes: PICTURE }, { z: 1, x: 1, y: 0, bytes: OTHER }];

const file = (bytes: Uint8Array, name = "own.pmtiles"): File => new File([bytes as BlobPart], name);
const gzip = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());

async function troubleOf(bytes: Uint8Array): Promise<Trouble | null> {
  try {
    await openFile(file(bytes));
    return null;
  } catch (error) {
    ok(error instanceof ArchiveError);
    return error.trouble;
  }
}

test("tiles of a file are read by zoom, column and row", async () => {
  const archive = await openFile(file(archiveOf({ tiles: TILES, metadata: { attribution: '<a href="x">&copy; Makers</a>' } })));
  equal(archive.name, "own.pmtiles");
  equal(archive.attribution, "© Makers");
  deepEqual([archive.content, archive.mime, archive.minZoom, archive.maxZoom], ["pictures", "image/png", 0, 1]);
  deepEqual(new Uint8Array((await archive.tile(0, 0, 0))!), PICTURE);
  deepEqual(new Uint8Array((await archive.tile(1, 1, 0))!), OTHER);
  deepEqual(archive.bounds, { west: -180, south: -85, east: 180, north: 85 });
  equal(await archive.tile(1, 0, 0), null);
  equal(await archive.tile(7, 0, 0), null);
});

test("packed tiles are unpacked", async () => {
  const bytes = await gzip(PICTURE);
  const archive = await openFile(file(archiveOf({ tiles: [{ z: 0, x: 0, y: 0, bytes }], outer: 2, type: 1, metadata: { vector_layers: [{ id: "earth" }, null] } })));
  deepEqual([archive.content, archive.hasLand], ["shapes", true]);
  deepEqual(new Uint8Array((await archive.tile(0, 0, 0))!), PICTURE);
});

test("a file that cannot be used says why", async () => {
  const good = archiveOf({ tiles: TILES });
  const changed = (at: number, value: number): Uint8Array => good.map((byte, i) => (i === at ? value : byte));
  equal(await troubleOf(good), null);
  equal(await troubleOf(new Uint8Array()), "foreign");
  equal(await troubleOf(new TextEncoder().encode("SQLite format 3".padEnd(900))), "foreign");
  equal(await troubleOf(changed(7, 2)), "version");
  equal(await troubleOf(good.slice(0, 60)), "cut");
  equal(await troubleOf(good.slice(0, good.length - 1)), "cut");
  equal(await troubleOf(archiveOf({ tiles: TILES, inner: 4 })), "compression");
  equal(await troubleOf(archiveOf({ tiles: TILES, outer: 3 })), "compression");
  equal(await troubleOf(archiveOf({ tiles: TILES, type: 6 })), "kind");
  // What is said to be packed and is not.
  equal(await troubleOf(archiveOf({ tiles: TILES, inner: 2 })), "damaged");
  // A directory of more entries than there are bytes.
  equal(await troubleOf(changed(127, 120)), "damaged");
});

test("a tile that lies beyond the end is a cut, one of absurd size is damage", async () => {
  const long = archiveOf({ tiles: [{ z: 0, x: 0, y: 0, bytes: PICTURE }] });
  // Entries: 1, id, run, length, offset.
  const archive = await openFile(file(long.map((byte, i) => (i === 130 ? 100 : byte))));
  await rejects(archive.tile(0, 0, 0), /cut/);
});

test("little that claims to be much is not unpacked", async () => {
  const bomb = await gzip(new Uint8Array(40 * 2 ** 20));
  ok(bomb.length < 100_000);
  await rejects(inflated(bomb.buffer as ArrayBuffer, 2), /damaged/);
});

test("credits are text: no tags, no entities, no more than a line", () => {
  equal(plainText('<a href="https://a.example">&copy; OpenStreetMap</a> &amp; others', 90), "© OpenStreetMap & others");
  equal(plainText("a < b <script>alert(1)</script>\n\n c", 90), "a < b alert(1) c");
  equal(plainText("cut <a href=", 90), "cut");
  equal(plainText("&#169; &#x41; &unknown;", 90), "© A &unknown;");
  equal(plainText("long ".repeat(100), 12), "long long l…");
});

test("a deeper tile of the map is a part of the archive's deepest", () => {
  deepEqual(partOf(3, 5, 2, 7), { z: 3, x: 5, y: 2, share: 1, left: 0, top: 0 });
  deepEqual(partOf(5, 13, 6, 3), { z: 3, x: 3, y: 1, share: 0.25, left: 0.25, top: 0.5 });
});

test("every trouble has a sentence with the file's name in every language", () => {
  for (const strings of Object.values(LANGUAGES)) {
    for (const trouble of TROUBLES) ok(strings.archiveTroubles[trouble].includes("{name}"));
    ok(strings.archiveInUse.includes("{name}"));
  }
});
