/** Files made in the page itself: nothing is sent anywhere. */

import { exportRows, pointOf, type ExportRow, type Point } from "./exportrows";
import { el } from "./dom";
import * as csv from "./csv";
import * as geojson from "./geojson";
import type { Model } from "./model";
import type { Table } from "./table";

export const KINDS = ["geojson", "csv", "png"] as const;
export type Kind = (typeof KINDS)[number];

/** No name comes from the data. */
export const fileName = (kind: Kind): string => `events.${kind}`;

const TYPES: Readonly<Record<Kind, string>> = { geojson: "application/geo+json", csv: "text/csv;charset=utf-8", png: "image/png" };

/** The page answers at least this often while a file is written. */
const BREATH_MS = 24;

/** Rows that are shown now, in the table's order: with those that have no place or no date, and the mentions that are drawn. */
export function shownRows({ selection: { shown, mentions }, undated }: Model): Uint32Array {
  const rows = new Uint32Array(shown.length + undated.length + mentions.length);
  rows.set(shown);
  rows.set(undated, shown.length);
  rows.set(mentions, shown.length + undated.length);
  return rows.sort();
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function* points(table: Table, rows: Uint32Array): Generator<Point> {
  const seen = new Uint8Array(table.spots.length);
  for (const row of rows) {
    const here = table.spot[row]!;
    if (here < 0 || seen[here] === 1) continue;
    seen[here] = 1;
    yield pointOf(table, row)!;
  }
}

/**
 * Writes the text of a file piece by piece. `sink` takes each and how many rows are done; between pieces the page may
 * draw and answer.
 */
export async function writeText(
  kind: "geojson" | "csv", table: Table, rows: Uint32Array, sink: (piece: string, done: number) => void,
): Promise<void> {
  const frame = kind === "csv" ? { opens: csv.header(), between: "", closes: "" } : geojson.collection(points(table, rows));
  const write: (row: ExportRow) => string = kind === "csv" ? csv.line : geojson.feature;
  sink(frame.opens, 0);
  let done = 0;
  let last = performance.now();
  for await (const block of exportRows(table, rows)) {
    const piece = (done > 0 ? frame.between : "") + block.map(write).join(frame.between);
    done += block.length;
    sink(piece, done);
    if (performance.now() - last > BREATH_MS) {
      await breathe();
      last = performance.now();
    }
  }
  sink(frame.closes, done);
}

export async function fileOf(
  kind: "geojson" | "csv", table: Table, rows: Uint32Array, onRows: (done: number) => void,
): Promise<Blob> {
  // Each piece leaves the page's own memory at once: all of them together would hold the page up for a second.
  const encoder = new TextEncoder();
  const pieces: Blob[] = [];
  await writeText(kind, table, rows, (piece, done) => {
    pieces.push(new Blob([encoder.encode(piece)]));
    onRows(done);
  });
  return new Blob(pieces, { type: TYPES[kind] });
}

export function save(kind: Kind, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = el("a", { href: address, download: fileName(kind), hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

