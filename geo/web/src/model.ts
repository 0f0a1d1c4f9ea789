/** The state of the page and every change that can be made to it. No element is known here. */

import type { Archive, Trouble } from "./archive";
import type { Unit } from "./calendar";
import { EVENT_TYPES, MENTION, STATUSES } from "./category";
import type { PageData } from "./data";
import {
  firstWhere, hasPlace, isEvent, NO_FILTERS, passes, Selector, sieve, span, undated,
  type Filters, type Range, type Selection, type Sieve,
} from "./filter";
import { NO_DAY, type Table } from "./table";
import { between, firstRange, moved, nextRange, type Mode, type Speed } from "./playback";

/** How events are drawn: each by itself or in clusters, or as counts by colour. */
export const LAYERS = ["marks", "heat", "hexagons", "countries"] as const;
export type Layer = (typeof LAYERS)[number];

export type Change = "layer" | "searching" | "filters" | "range" | "selection" | "playback" | "tiles" | "ground";

/** Where a selection came from: one that the parent page made is not sent back to it. */
export type Origin = "page" | "parent";

/** The range when there is no dated event: no day is in it. */
const NOWHEN: Range = { from: 0, to: -1 };

export class Model {
  readonly table: Table;
  filters: Filters = NO_FILTERS;
  /** Those that the page opened with. */
  readonly opening: Filters;
  /** Share of the quotes that a running search has read, or null. */
  searching: number | null = null;
  /** Groups of filters that are unfolded. */
  readonly unfolded = new Set<string>();
  /** Whether lists of events are tables. */
  tabular = false;
  /** What the filters let through; made anew when they change. */
  through: Sieve;
  /** First and last day of all events with an enabled status, or null. */
  domain: Range | null;
  range: Range;
  mode: Mode = "window";
  unit: Unit = "day";
  speed: Speed = 1;
  playing = false;
  /** Whether playing begins anew at the end. */
  looping = false;
  tilesOn = false;
  /** Tiles from a file of the reader's own, above all other ground. */
  archive: Archive | null = null;
  /** Whether the map's view reaches any of them. */
  inSight = true;
  /** The page's own tiles once they are open, where they are an archive. */
  online: Archive | null = null;
  /** What kept the last archive from being shown, or shown in full. */
  trouble: { readonly name: string; readonly reason: Trouble } | null = null;
  layer: Layer = "marks";
  /** The row whose card is open, or -1. */
  selected = -1;
  /** Holds until the next change of the range or the filters. */
  selection: Selection;
  undated: readonly number[];
  readonly presentStatuses: readonly number[];
  readonly presentTypes: readonly number[];
  readonly mentions: number;

  private readonly selector: Selector;
  /** Where the last step of playback stood. */
  private stepped: Range = NOWHEN;
  private windowFrom: number | null = null;
  private readonly listeners: ((change: Change, origin: Origin) => void)[] = [];

  constructor(readonly data: PageData) {
    this.table = data.table;
    const statuses = new Set<number>();
    const types = new Set<number>();
    let mentions = 0;
    for (let row = 0; row < this.table.length; row += 1) {
      if (isEvent(this.table, row)) {
        statuses.add(this.table.status[row]!);
        types.add(this.table.type[row]!);
      } else if (hasPlace(this.table, row)) mentions += 1;
    }
    this.mentions = mentions;
    this.presentStatuses = STATUSES.map((_, i) => i).filter((i) => statuses.has(i));
    this.presentTypes = Array.from({ length: EVENT_TYPES }, (_, i) => i).filter((i) => types.has(i));
    // A report of plans, threats or the past alone would open on an empty map.
    const reported = STATUSES.indexOf("reported");
    if (this.table.events > 0 && !statuses.has(reported)) {
      this.filters = { ...this.filters, statuses: STATUSES.map((_, i) => statuses.has(i)) };
    }
    this.opening = this.filters;
    this.selector = new Selector(this.table);
    this.through = sieve(this.table, this.filters);
    this.domain = span(this.table, this.filters);
    this.range = this.domain ?? NOWHEN;
    this.unit = this.domain && this.domain.to - this.domain.from > 400 ? "month" : this.unit;
    this.selection = this.selector.select(this.through, this.range);
    this.undated = undated(this.table, this.through);
  }

  onChange(listener: (change: Change, origin: Origin) => void): void {
    this.listeners.push(listener);
  }

  private tell(change: Change, origin: Origin = "page"): void {
    for (const listener of this.listeners) listener(change, origin);
  }

  private refresh(change: Change): void {
    this.selection = this.selector.select(this.through, this.range);
    this.tell(change);
  }

  /** Both ends are kept inside the domain and in order. */
  setRange(range: Range): void {
    const domain = this.domain;
    if (!domain) return;
    // What adds up does so from the first day on.
    const from = this.mode === "cumulative" ? domain.from : Math.max(domain.from, Math.min(domain.to, range.from));
    const to = Math.max(from, Math.min(domain.to, range.to));
    if (from === this.range.from && to === this.range.to) return;
    this.range = { from, to };
    this.refresh("range");
  }

  /** Both ends moved apart, or together where `share` is less than 1, about a day that keeps its place. */
  zoomRange(share: number, about: number): void {
    const { domain, range, mode } = this;
    if (!domain) return;
    const end = (day: number): number => about + (day - about) * share;
    const from = mode === "cumulative" ? domain.from : Math.floor(end(range.from));
    this.setRange({ from, to: Math.max(from, Math.ceil(end(range.to + 1)) - 1) });
  }

  moveRange(days: number): void {
    if (this.domain) this.setRange(moved(this.range, this.domain, days));
  }

  setMode(mode: Mode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    if (this.domain) {
      if (mode === "cumulative") {
        this.windowFrom = this.range.from;
        this.range = { from: this.domain.from, to: this.range.to };
      } else if (this.windowFrom !== null) {
        this.range = { from: Math.min(Math.max(this.windowFrom, this.domain.from), this.range.to), to: this.range.to };
      }
    }
    this.stepped = this.range;
    this.refresh("range");
  }

  setUnit(unit: Unit): void {
    this.unit = unit;
    this.tell("playback");
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.tell("playback");
  }

  setLooping(looping: boolean): void {
    this.looping = looping;
    this.tell("playback");
  }

  setPlaying(playing: boolean): void {
    if (playing === this.playing || (playing && !this.domain)) return;
    this.playing = playing;
    if (playing && this.domain) this.setRange(firstRange(this.range, this.domain, this.unit, this.mode));
    this.stepped = this.range;
    this.tell("playback");
  }

  /** One step of playback; playing stops at the end. */
  step(): void {
    const next = this.domain ? nextRange(this.stepped, this.domain, this.unit, this.mode) : null;
    if (next) this.setRange((this.stepped = next));
    else if (this.looping && this.domain) this.setRange((this.stepped = firstRange(this.range, this.domain, this.unit, this.mode)));
    if (!this.looping && (!next || next.to >= this.domain!.to)) this.setPlaying(false);
  }

  /** Between two steps of playback: the range as far on its way to the next one as the share says, by whole days. */
  glide(share: number): void {
    const next = this.domain ? nextRange(this.stepped, this.domain, this.unit, this.mode) : null;
    if (next) this.setRange(between(this.stepped, next, share));
  }

  toggleType(type: number): void {
    this.setFilters({ ...this.filters, types: this.filters.types.map((on, i) => (i === type ? !on : on)) });
  }

  toggleStatus(status: number): void {
    this.setFilters({ ...this.filters, statuses: this.filters.statuses.map((on, i) => (i === status ? !on : on)) });
  }

  /** Every type, every status, and no other filter. */
  showAll(): void {
    this.setFilters({ ...NO_FILTERS, statuses: STATUSES.map(() => true), mentions: this.filters.mentions });
  }

  /** Filters as the page opened; mentions stay as they are, for they hide nothing. */
  clearFilters(): void {
    this.setFilters({ ...this.opening, mentions: this.filters.mentions });
  }

  setSearching(share: number | null): void {
    this.searching = share;
    this.tell("searching");
  }

  setMentions(mentions: boolean): void {
    this.setFilters({ ...this.filters, mentions });
  }

  setLayer(layer: Layer): void {
    if (layer === this.layer) return;
    this.layer = layer;
    this.tell("layer");
  }

  setTiles(on: boolean): void {
    this.tilesOn = on;
    if (on) this.trouble = null;
    this.tell("tiles");
  }

  setArchive(archive: Archive | null): void {
    this.archive = archive;
    this.trouble = null;
    this.tell("tiles");
  }

  setInSight(inSight: boolean): void {
    if (inSight === this.inSight) return;
    this.inSight = inSight;
    this.tell("tiles");
  }

  /** The map goes to where the reader's own tiles lie. */
  showArchive(): void {
    this.tell("ground");
  }

  setOnline(archive: Archive): void {
    this.online = archive;
    this.tell("tiles");
  }

  setTrouble(name: string, reason: Trouble): void {
    this.trouble = { name, reason };
    this.tell("tiles");
  }

  /** Whoever made the ground that the reader has put below the events. */
  get groundCredits(): readonly string[] {
    const { tiles } = this.data;
    const online = this.tilesOn && tiles ? tiles.attribution || (this.online?.attribution ?? "") : "";
    return [this.archive?.attribution ?? "", online].filter((credit) => credit !== "");
  }

  /** Whether that ground brings names of countries of its own. */
  get groundNamed(): boolean {
    const online = this.tilesOn && (!this.data.tiles?.archive || this.online?.content === "pictures");
    return online || (this.archive?.content === "pictures" && this.inSight);
  }

  /** An end of the range that stood at an end of the domain stays there when the domain changes. */
  setFilters(filters: Filters): void {
    this.filters = filters;
    this.through = sieve(this.table, filters);
    this.undated = undated(this.table, this.through);
    const old = this.domain;
    this.domain = span(this.table, filters);
    if (!this.domain) {
      this.range = NOWHEN;
    } else if (!old) {
      this.range = this.domain;
    } else {
      const clamp = (day: number): number => Math.max(this.domain!.from, Math.min(this.domain!.to, day));
      this.range = {
        from: this.range.from === old.from ? this.domain.from : clamp(this.range.from),
        to: this.range.to === old.to ? this.domain.to : clamp(this.range.to),
      };
    }
    if (!this.domain) this.playing = false;
    this.stepped = this.range;
    this.refresh("filters");
  }

  /** Whether the row is in the range and passes the filters, or is undated and passes them. */
  isListed(row: number): boolean {
    const { start, end } = this.table;
    if (!passes(this.through, row)) return false;
    return start[row] === NO_DAY || (start[row]! <= this.range.to && end[row]! >= this.range.from);
  }

  /** Whether the row is among those in the range, or a mention that is drawn. */
  isShown(row: number): boolean {
    const rows = isEvent(this.table, row) ? this.selection.shown : this.selection.mentions;
    return rows[firstWhere(rows.length, (i) => rows[i]! >= row)] === row;
  }

  /** Opens the card of a row, and widens whatever keeps the row from being shown. */
  select(row: number, origin: Origin = "page"): void {
    if (row < 0 || row >= this.table.length) return;
    if (!this.isListed(row)) this.reveal(row);
    this.selected = row;
    this.tell("selection", origin);
  }

  close(origin: Origin = "page"): void {
    if (this.selected < 0) return;
    this.selected = -1;
    this.tell("selection", origin);
  }

  private reveal(row: number): void {
    const type = this.table.type[row]!;
    const { types, statuses } = this.filters;
    if (!passes(this.through, row)) {
      this.setFilters(
        type === MENTION
          ? { ...this.filters, mentions: true }
          : {
              ...NO_FILTERS,
              mentions: this.filters.mentions,
              types: types.map((on, i) => on || i === type),
              statuses: statuses.map((on, i) => on || i === this.table.status[row]),
            },
      );
    }
    const [start, end] = [this.table.start[row]!, this.table.end[row]!];
    if (start !== NO_DAY && this.domain && (start > this.range.to || end < this.range.from)) {
      this.setPlaying(false);
      this.setRange({ from: Math.min(this.range.from, start), to: Math.max(this.range.to, end) });
    }
  }

  /** From an empty range to the nearest event before (-1) or after (+1) it, the window kept as wide as it is. */
  goTo(direction: 1 | -1): void {
    const { table, through, range, domain } = this;
    if (!domain) return;
    let target: number | null = null;
    for (let row = 0; row < table.dated; row += 1) {
      if (!isEvent(table, row) || !passes(through, row)) continue;
      const [start, end] = [table.start[row]!, table.end[row]!];
      if (direction > 0 && start > range.to && (target === null || start < target)) target = start;
      if (direction < 0 && end < range.from && (target === null || end > target)) target = end;
    }
    if (target === null) return;
    if (this.mode === "cumulative") this.setRange({ from: range.from, to: Math.max(range.to, target) });
    else this.moveRange(direction > 0 ? target - range.to : target - range.from);
  }

  /** Events shown that have no place on the map. */
  unplaced(): Uint32Array {
    return this.selection.shown.filter((row) => !hasPlace(this.table, row));
  }

  /** The event before (-1) or after (+1) the selected one in time, or -1. */
  neighbour(direction: 1 | -1): number {
    const { shown } = this.selection;
    if (this.selected < 0) return shown[0] ?? -1;
    // Rows are in time order, so an undated or mention row still has neighbours by its number.
    const next = firstWhere(shown.length, (i) => shown[i]! >= this.selected);
    const isHere = shown[next] === this.selected;
    return shown[direction < 0 ? next - 1 : isHere ? next + 1 : next] ?? -1;
  }
}
