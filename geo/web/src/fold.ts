/** Words as they are compared: without case, marks and the other differences that writers of one word leave or make. */

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  "ı": "i", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ə": "e", "ς": "σ",
  // Arabic and Persian: ه for ة, ي for ى and ی, ا for ٱ, ك for ک.
  "ة": "ه", "ى": "ي", "ی": "ي", "ٱ": "ا", "ک": "ك", "ہ": "ه",
};
const REPLACED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
/** Marks; signs that are not seen; the tatweel; and apostrophes, which stand for ayn and hamza and are as often left out. */
const DROPPED = /[\p{M}\p{Cf}\u0640'’‘`´ʻʼʽʾʿ′]+/gu;
/** "al-Bab" is "al Bab"; a line break would part two texts. */
const SPACES = /[-‐‑‒–—_\s]+/gu;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const PLAIN = /^[ !-&(-,.-^a-~]*$/;

/** Much text is plain and needs no more than small letters. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(DROPPED, "")
    .toLowerCase()
    // "İ" made small has a mark again.
    .replace(DROPPED, "")
    .replace(REPLACED, (letter) => LETTERS[letter]!)
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(SPACES, " ");
}

/** More words than these find no more. */
const MOST_TERMS = 16;

/** The different words of a search. */
export function termsOf(text: string): string[] {
  return Array.from(new Set(fold(text).split(" "))).filter((term) => term !== "").slice(0, MOST_TERMS);
}

/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Where terms stand in a text, as [from, to) in its own letters. Overlapping places are one. */
export function hitsIn(text: string, terms: readonly string[]): [number, number][] {
  if (terms.length === 0) return [];
  let folded = "";
  // For each folded letter, where its own letter begins and ends, the marks behind it included.
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const letter of text) {
    const next = at + letter.length;
    const small = fold(letter);
    if (small === "" && ends.length > 0) ends[ends.length - 1] = next;
    folded += small;
    for (let i = 0; i < small.length; i += 1) {
      begins.push(at);
      ends.push(next);
    }
    at = next;
  }
  const hits: [number, number][] = [];
  for (const term of terms) {
    for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) hits.push([begins[i]!, ends[i + term.length - 1]!]);
  }
  hits.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const hit of hits) {
    const last = merged[merged.length - 1];
    if (last && hit[0] < last[1]) last[1] = Math.max(last[1], hit[1]);
    else merged.push([...hit]);
  }
  return merged;
}

/** A text in pieces, those that were searched for apart. */
export function pieces(text: string, terms: readonly string[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const [from, to] of hitsIn(text, terms)) {
    if (from > at) found.push({ text: text.slice(at, from), hit: false });
    found.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) found.push({ text: text.slice(at), hit: false });
  return found;
}

/** At most `limit` letters of a text, round the first place that was searched for. */
export function snippet(text: string, terms: readonly string[], limit: number): string {
  const letters = Array.from(text);
  if (letters.length <= limit) return text;
  const first = hitsIn(text, terms)[0];
  const hit = first === undefined ? 0 : Array.from(text.slice(0, first[0])).length;
  // The text may be cut again where it is shown: what was found stands near the beginning.
  let from = hit < limit / 3 ? 0 : hit - Math.floor(limit / 4);
  // Rather at the beginning of a word.
  const space = from === 0 ? -1 : letters.indexOf(" ", from - 1);
  if (space >= 0 && space < hit) from = space + 1;
  const cut = letters.slice(from, from + limit).join("").trim();
  return `${from > 0 ? "…" : ""}${cut}${from + limit < letters.length ? "…" : ""}`;
}
