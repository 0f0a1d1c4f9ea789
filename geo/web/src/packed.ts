/** Packed data: deflated bytes in 85 printable characters that no parser of pages minds. */

const REFUSED = "\"'<>&\\{}`";
const DIGIT = new Uint8Array(128);
for (let code = 33, digit = 0; code < 127; code += 1) {
  if (!REFUSED.includes(String.fromCharCode(code))) DIGIT[code] = digit++;
}

/** Each five digits to base 85 are four bytes, the highest first; the first character says how many bytes only fill up. */
export function bytesOf(text: string): Uint8Array {
  const groups = Math.floor((text.length - 1) / 5);
  const bytes = new Uint8Array(groups * 4);
  for (let group = 0, at = 1, to = 0; group < groups; group += 1) {
    let value = 0;
    for (let place = 0; place < 5; place += 1) value = Math.imul(value, 85) + DIGIT[text.charCodeAt(at++) & 127]!;
    bytes[to++] = value >>> 24;
    bytes[to++] = value >>> 16;
    bytes[to++] = value >>> 8;
    bytes[to++] = value;
  }
  return bytes.subarray(0, bytes.length - Number(text[0]));
}

/** What was packed. Rejects when the text was cut or is none. */
export function unpack(text: string): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  // What goes wrong here is told at the other end. (A blob in between costs as much as all the rest.)
  void writer.write(bytesOf(text) as BufferSource).catch(() => undefined);
  void writer.close().catch(() => undefined);
  return new Response(readable).arrayBuffer();
}

export async function unpackJson(text: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unpack(text)));
}
