/** Names of rows, kept as they travelled: a million texts would take longer to make than the map to draw. */

export interface Ids {
  at(row: number): string;
  /** The first row of an id, or -1. */
  find(id: string): number;
}

export const listedIds = (ids: readonly string[]): Ids => ({
  at: (row) => ids[row] ?? "",
  find: (id) => ids.indexOf(id),
});

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Ids of `digits` hexadecimal digits each, as the bytes these stand for. */
export function hexIds(bytes: Uint8Array, digits: number): Ids {
  const size = digits / 2;
  return {
    at(row) {
      let id = "";
      for (let i = row * size; i < (row + 1) * size; i += 1) id += HEX[bytes[i]!] ?? "";
      return id;
    },
    find(id) {
      if (id.length !== digits || !/^[0-9a-f]*$/.test(id)) return -1;
      const wanted = Array.from({ length: size }, (_, i) => parseInt(id.slice(2 * i, 2 * i + 2), 16));
      for (let at = 0; at < bytes.length; at += size) {
        let same = 0;
        while (same < size && bytes[at + same] === wanted[same]) same += 1;
        if (same === size) return at / size;
      }
      return -1;
    },
  };
}
