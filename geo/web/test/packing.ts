/** What the package writes, for the tests of what the page reads. */

import { deflateSync } from "node:zlib";

const ALPHABET = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((c) => !"\"'<>&\\{}`".includes(c));

export function pack(content: Uint8Array): string {
  const deflated = deflateSync(content);
  const short = (4 - (deflated.length % 4)) % 4;
  const bytes = new Uint8Array(deflated.length + short);
  bytes.set(deflated);
  let text = String(short);
  for (let at = 0; at < bytes.length; at += 4) {
    let value = ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
    let group = "";
    for (let place = 0; place < 5; place += 1) {
      group = ALPHABET[value % 85]! + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return text;
}

export const packJson = (content: unknown): string => pack(new TextEncoder().encode(JSON.stringify(content)));
export const packNumbers = (values: Uint8Array | Int32Array): string => pack(new Uint8Array(values.buffer));
