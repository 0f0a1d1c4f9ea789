/** Text that someone wrote as HTML, as text: it is shown as a text node, so nothing here has to be safe, only legible. */

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", copy: "©", reg: "®" };

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Without tags, entities read, spaces joined, and no longer than `most` characters. */
export function plainText(html: string, most: number): string {
  const text = html.slice(0, 20 * most)
    .replace(/<[a-z!/][^>]*(?:>|$)/gi, " ")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    .replace(/[\s\u0000-\u001f\u007f]+/g, " ")
    .trim();
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
