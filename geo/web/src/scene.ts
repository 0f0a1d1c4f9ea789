/** What the map shows of the model just now: which spots are drawn as one, how many rows of each type stand there. */

import { binsOf, fits, NO_BINS, type Bins } from "./bins";
import { countryBins, heatBins, hexagonBins } from "./cells";
import { isEvent, passes } from "./filter";
import type { PlaceName } from "./labels";
import { unitsOfKm } from "./mercator";
import type { Model } from "./model";
import type { Hit, Standing } from "./picking";
import { rosette, SPACING } from "./rosette";
import { add, clear, countryCounters, counters, eventsIn, newTally, type Tally } from "./tally";
import type { Viewport } from "./viewport";

/** Names that may be written at most, the heaviest places first. */
const MOST_NAMES = 2000;

const bitCount = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + bitCount(bits >>> 1));

export class Scene {
  bins: Bins = NO_BINS;
  tally: Tally = newTally(0);
  /** How many rows of each spot pass the filters. */
  private weight = new Uint32Array(0);
  /** And how many of these are events. */
  private events = new Uint32Array(0);
  private counterOf: Int32Array = new Int32Array(0);
  private named: readonly (PlaceName & { readonly spot: number })[] = [];

  constructor(private readonly model: Model) {}

  /** Where clusters lie, and names, depend on the filters and not on the range: they stay while time moves. */
  setFilters(): void {
    const { table, through } = this.model;
    const { spots, spot } = table;
    this.weight = new Uint32Array(spots.length);
    this.events = new Uint32Array(spots.length);
    const first = new Int32Array(spots.length).fill(-1);
    const kinds = new Uint8Array(spots.length);
    const exact = new Uint8Array(spots.length);
    for (let row = 0; row < table.length; row += 1) {
      const here = spot[row]!;
      if (here < 0 || !passes(through, row)) continue;
      this.weight[here] = this.weight[here]! + 1;
      if (!isEvent(table, row)) continue;
      this.events[here] = this.events[here]! + 1;
      if (first[here]! < 0) first[here] = row;
      kinds[here] = kinds[here]! | (1 << table.type[row]!);
      if ((table.geoPrecision.at(row) ?? 0) < 6) exact[here] = 1;
    }
    const heaviest = Array.from(first.keys()).filter((each) => first[each]! >= 0);
    heaviest.sort((a, b) => this.weight[b]! - this.weight[a]! || first[a]! - first[b]!);
    this.named = heaviest.map((each) => ({
      // A country has its name on the map already.
      spot: each, text: exact[each] ? table.place(first[each]!) : "",
      x: spots.x[each]!, y: spots.y[each]!,
      marks: spots.area[each] ? [] : rosette(bitCount(kinds[each]!), SPACING),
      several: this.weight[each]! > 1,
      area: spots.area[each] === 1 ? { radius: unitsOfKm(spots.radiusKm[each]!, spots.lat[each]!), kinds: bitCount(kinds[each]!) } : null,
    }));
    this.forget();
  }

  /** The bins are made anew at the next update: what was a cluster may be a cell now. */
  forget(): void {
    this.bins = NO_BINS;
  }

  fits(view: Viewport): boolean {
    return fits(this.bins, view);
  }

  /** Counts what the range shows; true if the bins had to be made anew. */
  update(view: Viewport): boolean {
    const { selection, table, selected, range } = this.model;
    const stale = !this.fits(view);
    if (stale) {
      this.bins = this.binsIn(view, this.weightWith(selected));
      this.tally = newTally(this.bins.length);
      this.counterOf = this.model.layer === "countries" ? countryCounters(table) : counters(table, this.bins.of);
    } else clear(this.tally);
    add(this.tally, table, this.counterOf, selection.mentions, range);
    add(this.tally, table, this.counterOf, selection.shown, range);
    return stale;
  }

  private binsIn(view: Viewport, weight: Uint32Array): Bins {
    const { layer, table: { spots } } = this.model;
    if (layer === "hexagons") return hexagonBins(spots, weight, view);
    if (layer === "heat") return heatBins(spots, weight, view);
    if (layer === "countries") return countryBins(this.model.table.words.country.values.length, view);
    return binsOf(spots, weight, view, this.events);
  }

  /** A selected row that the filters leave out has its spot all the same. */
  private weightWith(selected: number): Uint32Array {
    const here = selected < 0 ? -1 : this.model.table.spot[selected]!;
    if (here < 0 || this.weight[here]! > 0) return this.weight;
    const weight = this.weight.slice();
    weight[here] = 1;
    return weight;
  }

  /** Names of the places near the view that no cluster swallows, the heaviest first. */
  names(): readonly PlaceName[] {
    const { of, spot } = this.bins;
    return this.named.filter((name) => of[name.spot]! >= 0 && spot[of[name.spot]!] === name.spot).slice(0, MOST_NAMES);
  }

  /** Where clusters lie: no name of a country is to stand under one. */
  clusters(): readonly { readonly x: number; readonly y: number }[] {
    const { spot, x, y } = this.bins;
    if (this.model.layer !== "marks") return [];
    return Array.from(spot.keys()).flatMap((bin) => (this.isCluster(bin) ? [{ x: x[bin]!, y: y[bin]! }] : []));
  }

  /** ISO 3166-1 code of the country that a bin is, or null. */
  countryOf(bin: number): string | null {
    return this.model.layer === "countries" ? (this.model.table.words.country.values[bin] ?? null) : null;
  }

  /** How many of the events shown are in no country. */
  countryless(): number {
    if (this.model.layer !== "countries") return 0;
    const { codes } = this.model.table.words.country;
    return this.model.selection.shown.reduce((sum, row) => sum + Number(codes[row] === 0), 0);
  }

  isCluster(bin: number): boolean {
    return this.bins.spot[bin]! < 0;
  }

  eventsIn(bin: number): number {
    return eventsIn(this.tally, bin);
  }

  private binOf(row: number): number {
    const { table, layer } = this.model;
    if (layer === "countries") return table.words.country.codes[row]! - 1;
    const here = table.spot[row]!;
    return here < 0 ? -1 : (this.bins.of[here] ?? -1);
  }

  /** Rows of what is drawn at one place, in time order. */
  rowsOf({ bin, type }: Hit): readonly number[] {
    const { table, selection } = this.model;
    const isThere = (row: number): boolean => (type < 0 || table.type[row] === type) && this.binOf(row) === bin;
    return [...selection.shown.filter(isThere), ...selection.mentions.filter(isThere)].sort((a, b) => a - b);
  }

  /** The first of these, or -1. */
  firstOf({ bin, type }: Hit): number {
    const { table, selection } = this.model;
    const isThere = (row: number): boolean => (type < 0 || table.type[row] === type) && this.binOf(row) === bin;
    return selection.shown.find(isThere) ?? selection.mentions.find(isThere) ?? -1;
  }

  /** Spots of a bin that the range shows something at. */
  spotsIn(bin: number): number[] {
    const { spot } = this.model.table;
    return Array.from(new Set(this.rowsOf({ bin, type: -1 }).map((row) => spot[row]!))).filter((each) => each >= 0);
  }

  /** Where a row is drawn, or null. */
  hitOf(row: number): Standing | null {
    const { table } = this.model;
    if (row < 0 || table.spot[row]! < 0) return null;
    const bin = this.binOf(row);
    return bin < 0 ? null : { bin, type: table.type[row]!, spot: table.spot[row]! };
  }

  /** Rows at the selected row's place, in time order. */
  here(): readonly number[] {
    const { selected, table, selection } = this.model;
    const here = selected < 0 ? -1 : table.spot[selected]!;
    if (here < 0) return [];
    const rows: number[] = [];
    for (const some of [selection.shown, selection.mentions]) for (const row of some) if (table.spot[row] === here) rows.push(row);
    if (!rows.includes(selected)) rows.push(selected);
    return rows.sort((a, b) => a - b);
  }
}
