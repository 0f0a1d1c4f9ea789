// Writes dist/timemap.js and dist/timemap.css: everything the page needs, no address in it to fetch from;
// dist/layer.css, which is for a layer on a map of another page; and beside them the outlines of countries as they came.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packedTopology, withoutPage, withoutPictures } from "./plugins.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

const shared = {
  absWorkingDir: here,
  bundle: true,
  charset: "ascii",
  legalComments: "eof",
  logLevel: "warning",
  minify: true,
  target: ["es2021", "chrome109", "firefox115", "safari16"],
  write: false,
};

const script = await build({
  ...shared,
  entryPoints: ["src/main.ts"],
  format: "iife",
  plugins: [packedTopology],
});
const sheet = await build({
  ...shared,
  entryPoints: ["src/timemap.css"],
  plugins: [withoutPictures],
});
const layerSheet = await build({
  ...shared,
  entryPoints: ["src/timemap.css"],
  plugins: [withoutPage],
});

const LICENCES = {
  "leaflet": "LICENSE", "topojson-client": "LICENSE", "world-atlas": "LICENSE", "fflate": "LICENSE",
  "@mapbox/point-geometry": "LICENSE", "@mapbox/vector-tile": "LICENSE.txt", "pbf": "LICENSE",
};

/** The licences ask to travel with the code. Leaflet's own comment is there already, its terms are not. */
async function licences() {
  const texts = new Map();
  for (const [name, file] of Object.entries(LICENCES)) {
    const text = await readFile(join(here, "node_modules", name, file), "utf8");
    texts.set(name, text.replace(/\r\n/g, "\n").replaceAll("*/", "* /").trim());
  }
  // The package of pmtiles says BSD-3-Clause and leaves the text out: pbf's has the same terms.
  const terms = texts.get("pbf");
  const begins = terms.indexOf("Redistribution and use");
  if (begins < 0) throw new Error("pbf's licence no longer holds the terms of BSD-3-Clause");
  texts.set("pmtiles", `Copyright 2021 Protomaps LLC\n\n${terms.slice(begins).replace("name of pbf", "name of the copyright holder")}`);
  return `/*!\n${[...texts].map(([name, text]) => `${name}:\n\n${text}\n`).join("\n")}*/\n`;
}

const js = script.outputFiles[0].text + (await licences());
const css = sheet.outputFiles[0].text;
const layerCss = layerSheet.outputFiles[0].text;

// The page puts both files inside its own elements, so neither may close them or open a comment.
for (const [name, text] of [["timemap.js", js], ["timemap.css", css], ["layer.css", layerCss]]) {
  if (/<\/(script|style)|<!--|<script/i.test(text)) {
    throw new Error(`${name} holds markup that would end its element`);
  }
}
if (/url\((?!["']?data:)/i.test(css)) {
  throw new Error("timemap.css names a file to fetch");
}

await mkdir(dist, { recursive: true });
await writeFile(join(dist, "timemap.js"), js);
await writeFile(join(dist, "timemap.css"), css);
await writeFile(join(dist, "layer.css"), layerCss);
// The same outlines check the gazetteer's points.
const outlines = "countries-50m.json";
await copyFile(join(here, "node_modules", "world-atlas", outlines), join(dist, outlines));
console.log(`dist/timemap.js ${js.length} bytes, dist/timemap.css ${css.length} bytes`);
