/** Writes small PMTiles archives of version 3: one directory, tiles one after another. */

import { PbfWriter } from "pbf";
import { zxyToTileId } from "pmtiles";

interface Written {
  readonly tiles: readonly { readonly z: number; readonly x: number; readonly y: number; readonly bytes: Uint8Array }[];
  readonly metadata?: unknown;
  readonly type?: number;
  readonly inner?: number;
  readonly outer?: number;
}

function varints(...values: readonly number[]): number[] {
  return values.flatMap((value) => {
    const bytes: number[] = [];
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      if (rest < 128) return [...bytes, rest];
      bytes.push((rest % 128) + 128);
    }
  });
}

export function archiveOf({ tiles, metadata = {}, type = 2, inner = 1, outer = 1 }: Written): Uint8Array {
  const entries = tiles.map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), bytes })).sort((a, b) => a.id - b.id);
  let before = 0;
  let offset = 0;
  const ids = entries.map(({ id }) => [id - before, (before = id)][0]!);
  const offsets = entries.map(({ bytes }) => [offset + 1, (offset += bytes.length)][0]!);
  const directory = varints(entries.length, ...ids, ...entries.map(() => 1), ...entries.map(({ bytes }) => bytes.length), ...offsets);
  const meta = new TextEncoder().encode(JSON.stringify(metadata));
  const data = 127 + directory.length + meta.length;
  const whole = new Uint8Array(data + offset);
  const view = new DataView(whole.buffer);
  whole.set(new TextEncoder().encode("PMTiles"));
  view.setUint8(7, 3);
  const sections = [127, directory.length, 127 + directory.length, meta.length, data, 0, data, offset];
  sections.forEach((value, at) => view.setBigUint64(8 + at * 8, BigInt(value), true));
  const zooms = tiles.map(({ z }) => z);
  [1, inner, outer, type, Math.min(...zooms), Math.max(...zooms)].forEach((value, at) => view.setUint8(96 + at, value));
  whole.set(directory, 127);
  whole.set(meta, 127 + directory.length);
  let at = data;
  for (const { bytes } of entries) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

interface Feature {
  readonly type: 1 | 2 | 3;
  readonly properties: Readonly<Record<string, string | number>>;
  /** A single line in units of 4096 a side, in turns of x and y. */
  readonly line: readonly number[];
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** A vector tile by the names of its layers. */
export function vectorTile(layers: Readonly<Record<string, readonly Feature[]>>): Uint8Array {
  const tile = new PbfWriter();
  for (const [name, features] of Object.entries(layers)) {
    tile.writeMessage(3, (_: null, layer: PbfWriter) => {
      layer.writeVarintField(15, 2);
      layer.writeStringField(1, name);
      layer.writeVarintField(5, 4096);
      const keys: string[] = [];
      const values: (string | number)[] = [];
      for (const { type, properties, line } of features) {
        const tags = Object.entries(properties).flatMap(([key, value]) => [keys.push(key) - 1, values.push(value) - 1]);
        const [x, y, ...rest] = line as [number, number, ...number[]];
        const commands = [9, zigzag(x), zigzag(y)];
        if (rest.length) commands.push((rest.length / 2) * 8 + 2);
        rest.forEach((value, i) => commands.push(zigzag(value - line[i]!)));
        if (type === 3) commands.push(15);
        layer.writeMessage(2, (__: null, feature: PbfWriter) => {
          feature.writePackedVarint(2, tags);
          feature.writeVarintField(3, type);
          feature.writePackedVarint(4, commands);
        }, null);
      }
      for (const key of keys) layer.writeStringField(3, key);
      for (const value of values) {
        layer.writeMessage(4, (__: null, written: PbfWriter) => {
          if (typeof value === "string") written.writeStringField(1, value);
          else written.writeVarintField(5, value);
        }, null);
      }
    }, null);
  }
  return tile.finish();
}
