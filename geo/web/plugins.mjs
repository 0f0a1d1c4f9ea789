import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";

const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((digit) => !"\"'<>&\\{}`".includes(digit));

/** What src/packed.ts unpacks; the package's Python packs its tables in the same way. */
export function pack(content) {
  const deflated = deflateSync(content, { level: 9 });
  const short = (4 - (deflated.length % 4)) % 4;
  const bytes = Buffer.concat([deflated, Buffer.alloc(short)]);
  const groups = [String(short)];
  for (let at = 0; at < bytes.length; at += 4) {
    let value = bytes.readUInt32BE(at);
    let group = "";
    for (let place = 0; place < 5; place += 1) {
      group = DIGITS[value % 85] + group;
      value = Math.floor(value / 85);
    }
    groups.push(group);
  }
  return groups.join("");
}

/** Outlines of countries, packed: they are most of the page's weight. */
export const packedTopology = {
  name: "packed-topology",
  setup(hooks) {
    hooks.onLoad({ filter: /countries-50m\.json$/ }, async ({ path }) => ({
      contents: pack(await readFile(path)),
      loader: "text",
    }));
  },
};

/** A layer on another page's map brings neither that page's own rules nor Leaflet's. */
export const withoutPage = {
  name: "without-page",
  setup(hooks) {
    hooks.onLoad({ filter: /(leaflet|[\\/]page)\.css$/ }, () => ({ contents: "", loader: "css" }));
  },
};

/** Leaflet's style sheet names pictures of controls that this page does not have. */
export const withoutPictures = {
  name: "without-pictures",
  setup(hooks) {
    hooks.onLoad({ filter: /leaflet\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      return { contents: css.replace(/^[^\n]*url\([^)]*\)[^\n]*\n/gm, ""), loader: "css" };
    });
  },
};
