/** A picture of the map as it is seen, with a strip below that says what it shows. */

import { hatchedKey, hollowKey, layOut, markKey, patchKey, type Caption, type Key } from "./caption";
import { category, MENTION } from "./category";
import { creditsOf } from "./footer";
import { formatNumber, formatRange, shorten } from "./format";
import { t, typeName } from "./language";
import type { MapView } from "./mapview";
import type { Model } from "./model";
import { rampColour } from "./surface";
import type { Palette } from "./theme";

/** Pixels of the picture to one of the page: sharp in print and on good screens. */
const RATIO = 2;
/** Of a side: more is more than some browsers draw. */
const LONGEST = 8192;

function keysOf({ layer, selection, table }: Model, steps: readonly number[], palette: Palette): Key[] {
  const { shown, mentions } = selection;
  const keys: Key[] = [];
  const seen = (test: (row: number) => boolean): boolean => shown.some((row) => table.spot[row]! >= 0 && test(row));
  const isArea = (row: number): boolean => table.spots.area[table.spot[row]!] === 1;
  if (layer === "marks") {
    const counts = new Map<number, number>();
    for (const row of shown) counts.set(table.type[row]!, (counts.get(table.type[row]!) ?? 0) + 1);
    for (const [type, count] of Array.from(counts).sort(([a], [b]) => a - b)) {
      keys.push(markKey(type, `${typeName(category(type).name)} ${formatNumber(count)}`));
    }
    if (seen((row) => table.vague[row] === 1)) keys.push(hollowKey(t.hollowSample));
  } else if (layer === "heat" && steps.length > 0) {
    keys.push(...[0, 1, 2, 3, 4].map((step, _, all) => patchKey(rampColour(palette, step, all.length), "")));
  } else {
    keys.push(...steps.map((least, step, all) =>
      patchKey(rampColour(palette, step, all.length), `${formatNumber(least)}${step + 1 === all.length ? "+" : ""}`)));
  }
  if (seen(isArea)) keys.push(hatchedKey(t.hatchedSample));
  if (mentions.length > 0) keys.push(markKey(MENTION, t.placeMention));
  return keys;
}

export function captionOf(model: Model, steps: readonly number[], palette: Palette): Caption {
  const { data, domain, layer, range, selection, table } = model;
  return {
    title: shorten(data.title || t.title, 240),
    when: domain ? formatRange(range.from, range.to) : t.noDatedEvents,
    count: t.shownOf(table.events, { shown: formatNumber(selection.shown.length) }) + t.fromReports(data.reports),
    scale: layer === "marks" || steps.length === 0 ? "" : layer === "heat" ? t.heatScale : t.scale,
    keys: keysOf(model, steps, palette),
    caution: t.caution,
    credits: creditsOf(data).map(({ text }) => text),
  };
}

export async function pictureOf(model: Model, map: MapView, palette: Palette, stage: HTMLElement): Promise<Blob> {
  const ratio = Math.min(RATIO, LONGEST / Math.max(1, stage.clientWidth, stage.clientHeight));
  const ground = map.picture(ratio, palette);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d")!;
  const strip = layOut(captionOf(model, map.steps, palette), ground.width / ratio, palette, t.direction === "rtl", context);
  [canvas.width, canvas.height] = [ground.width, ground.height + Math.ceil(strip.height * ratio)];
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(ground, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, ground.height);
  context.fillStyle = palette.line;
  context.fillRect(0, 0, canvas.width / ratio, 1);
  strip.draw(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas gave no picture."))), "image/png");
  });
}
