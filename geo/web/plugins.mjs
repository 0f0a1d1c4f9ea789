import { readFile } from "node:fs/promises";

/** Text in one string is parsed several times faster than the same data as a literal. */
export const topologyAsText = {
  name: "topology-as-text",
  setup(hooks) {
    hooks.onLoad({ filter: /countries-50m\.json$/ }, async ({ path }) => ({
      contents: await readFile(path, "utf8"),
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
