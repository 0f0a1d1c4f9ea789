/** Texts in which what was searched for is marked. */

import { el } from "./dom";
import { pieces } from "./fold";

/** Text from the data, in its own direction; what was searched for as a <mark>. */
export const marked = (text: string, terms: readonly string[]): HTMLElement =>
  el("bdi", { dir: "auto" }, ...pieces(text, terms).map((piece) => (piece.hit ? el("mark", {}, piece.text) : piece.text)));
