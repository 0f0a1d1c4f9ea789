/** PMTiles archives: what is in one, and its tiles, read by ranges from a file of the reader's or from an address. Nothing of it is trusted. */

import {
  bytesToHeader, Compression, EtagMismatch, FetchSource, FileSource, PMTiles, TileType, type Header, type RangeResponse, type Source,
} from "pmtiles";
import { plainText } from "./plaintext";

/** Why an archive cannot be shown; each has a sentence for the reader. */
export const TROUBLES = ["foreign", "version", "cut", "compression", "kind", "damaged", "unread", "unreachable"] as const;
export type Trouble = (typeof TROUBLES)[number];

export class ArchiveError extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Archive {
  readonly name: string;
  /** Plain text, "" where the archive credits no one. */
  readonly attribution: string;
  /** Pictures bring their own names of places and look the same in the dark; shapes are drawn in the page's colours. */
  readonly content: "pictures" | "shapes";
  /** Of the pictures; "" for shapes. */
  readonly mime: string;
  /** The shapes hold the land, so that what is left is sea. */
  readonly hasLand: boolean;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Where its tiles lie, in degrees. */
  readonly bounds: Bounds;
  /** The bytes of a tile, or null where the archive has none there. */
  tile(z: number, x: number, y: number): Promise<ArrayBuffer | null>;
}

const HEADER = 127;
/** The first read takes header and root directory together. */
const FIRST_READ = 16384;
/** More than any tile or directory needs, and little enough to hold. */
const MOST_BYTES = 32 * 2 ** 20;
const MOST_CREDIT = 300;

const MIME: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Png]: "image/png", [TileType.Jpeg]: "image/jpeg", [TileType.Webp]: "image/webp", [TileType.Avif]: "image/avif",
};

/** Unpacks no more than a page can hold: a small file may claim to be an endless one. */
export async function inflated(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression !== Compression.Gzip) return packed;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    let chunk: Uint8Array | undefined;
    try {
      chunk = (await reader.read()).value;
    } catch {
      throw new ArchiveError("damaged");
    }
    if (chunk === undefined) break;
    length += chunk.length;
    if (length > MOST_BYTES) {
      void reader.cancel();
      throw new ArchiveError("damaged");
    }
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}

/** Keeps reads within bounds and tells one failure from another. */
class Careful implements Source {
  /** What was read already and is asked for once more. */
  private first: RangeResponse | null = null;

  constructor(private readonly source: Source, private readonly failure: Trouble) {}

  getKey(): string {
    return this.source.getKey();
  }

  /** The start of the archive, after a look at whether it is one. */
  async begin(): Promise<ArrayBuffer> {
    const first = await this.getBytes(0, FIRST_READ);
    const magic = new TextDecoder("latin1").decode(first.data.slice(0, 7));
    if (magic !== "PMTiles") throw new ArchiveError("foreign");
    if (first.data.byteLength < HEADER) throw new ArchiveError("cut");
    if (new DataView(first.data).getUint8(7) !== 3) throw new ArchiveError("version");
    this.first = first;
    return first.data.slice(0, HEADER);
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    if (length > MOST_BYTES) throw new ArchiveError("damaged");
    if (offset === 0 && length === FIRST_READ && this.first) {
      const { first } = this;
      this.first = null;
      return first;
    }
    let answer: RangeResponse;
    try {
      answer = await this.source.getBytes(offset, length, signal, etag);
    } catch (error) {
      // The file behind the address was replaced: PMTiles then begins anew by itself.
      throw error instanceof EtagMismatch ? error : new ArchiveError(this.failure);
    }
    if (offset > 0 && answer.data.byteLength < length) throw new ArchiveError("cut");
    return answer;
  }
}

/** Names of layers of shapes, as the archive's metadata lists them. */
function layersOf(metadata: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const listed = metadata["vector_layers"];
  const ids = (Array.isArray(listed) ? listed : []).map((layer: unknown) => (layer as { id?: unknown } | null)?.id);
  return new Set(ids.filter((id): id is string => typeof id === "string"));
}

/** As the header says; where that makes no area, the world. */
function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): Bounds {
  const bounds = { west: Math.max(-180, minLon), south: Math.max(-85, minLat), east: Math.min(180, maxLon), north: Math.min(85, maxLat) };
  return bounds.west < bounds.east && bounds.south < bounds.north ? bounds : { west: -180, south: -85, east: 180, north: 85 };
}

function check(header: Header, size: number | null): void {
  const { internalCompression: inner, tileCompression: outer, tileType } = header;
  const readable = (compression: Compression): boolean => compression === Compression.None || compression === Compression.Gzip;
  if (MIME[tileType] === undefined && tileType !== TileType.Mvt) throw new ArchiveError("kind");
  // Pictures are packed in themselves; some writers do not say so.
  if (!readable(inner) || !(readable(outer) || (outer === Compression.Unknown && tileType !== TileType.Mvt))) {
    throw new ArchiveError("compression");
  }
  const ends = [
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ];
  if (size !== null && Math.max(...ends) > size) throw new ArchiveError("cut");
  if (header.maxZoom < header.minZoom || header.maxZoom > 26) throw new ArchiveError("damaged");
}

/** Whatever else fails while an archive is read lies in its bytes. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError("damaged");
  }
}

async function open(source: Source, failure: Trouble, name: string, size: number | null): Promise<Archive> {
  const careful = new Careful(source, failure);
  // The header is checked before its directory is unpacked, whose failure would hide the reason.
  check(bytesToHeader(await careful.begin(), ""), size);

  const archive = new PMTiles(careful, undefined, inflated);
  const header = await orDamaged(archive.getHeader());
  const raw = header.jsonMetadataLength > 0 ? await orDamaged(archive.getMetadata()) : {};
  const metadata = (typeof raw === "object" && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  const mime = MIME[header.tileType] ?? "";
  const credit = metadata["attribution"];
  return {
    name,
    attribution: typeof credit === "string" ? plainText(credit, MOST_CREDIT) : "",
    content: mime === "" ? "shapes" : "pictures",
    mime,
    hasLand: layersOf(metadata).has("earth"),
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: boundsOf(header),
    tile: async (z, x, y) => (await orDamaged(archive.getZxy(z, x, y)))?.data ?? null,
  };
}

/** Raises ArchiveError. */
export const openFile = (file: File): Promise<Archive> => open(new FileSource(file), "unread", file.name, file.size);

/** Raises ArchiveError. */
export function openAddress(url: string): Promise<Archive> {
  const name = new URL(url).pathname.split("/").pop() ?? "";
  return open(new FetchSource(url), "unreachable", name, null);
}
