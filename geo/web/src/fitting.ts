/** Which part of the world the map goes to for the events it has. */

import { Bounds } from "./bounds";
import { isEvent, passes } from "./filter";
import type { Model } from "./model";
import type { Spots } from "./table";

/** An area wider than this says too little of where to go. */
export const FIT_RADIUS_KM = 120;
const KM_PER_DEGREE = 111.2;

/** Spots of the events shown now; where there are none, of all that pass the filters, all events, all rows. */
export function spotsToFit({ table, through, selection }: Model): readonly number[] {
  const { spot, spots } = table;
  const spotsOf = (rows: Iterable<number>): number[] => {
    const seen = new Uint8Array(spots.length);
    for (const row of rows) if (spot[row]! >= 0) seen[spot[row]!] = 1;
    return Array.from(seen.keys()).filter((each) => seen[each] === 1);
  };
  function* all(keep: (row: number) => boolean): Generator<number> {
    for (let row = 0; row < table.length; row += 1) if (keep(row)) yield row;
  }
  const choices = [
    () => spotsOf(selection.shown),
    () => spotsOf(all((row) => isEvent(table, row) && passes(through, row))),
    () => spotsOf(all((row) => isEvent(table, row))),
    () => spotsOf(all(() => true)),
  ];
  let wanted: number[] = [];
  for (const choose of choices) if (wanted.length === 0) wanted = choose();
  // A country's middle is where nothing happened.
  const placed = wanted.filter((each) => spots.radiusKm[each]! <= FIT_RADIUS_KM);
  return placed.length > 0 ? placed : wanted;
}

export function boundsOfSpots(spots: Spots, wanted: readonly number[]): Bounds {
  const bounds = new Bounds();
  for (const spot of wanted) {
    const [lat, lon] = [spots.lat[spot]!, spots.lon[spot]!];
    // A province belongs in the picture with its edge; a country would push everything else together.
    const radius = spots.radiusKm[spot]! <= FIT_RADIUS_KM ? spots.radiusKm[spot]! : 0;
    const [up, along] = [radius / KM_PER_DEGREE, radius / KM_PER_DEGREE / Math.cos((lat * Math.PI) / 180)];
    bounds.add(Math.min(85, lat + up), lon + along);
    bounds.add(Math.max(-85, lat - up), lon - along);
  }
  return bounds;
}
