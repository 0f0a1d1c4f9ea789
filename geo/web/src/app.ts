/** The page: one model, the parts that show it, and one redraw a frame. */

import type * as L from "leaflet";
import { Card } from "./card";
import type { PageData } from "./data";
import { Footer } from "./footer";
import { Header } from "./header";
import { MapView, type Clear } from "./mapview";
import { onSelection, sendSelection } from "./messages";
import { Model, type Change, type Origin } from "./model";
import { Notice } from "./notice";
import { Panel } from "./panel";
import { interval, type Mode } from "./playback";
import { buildShell, type Shell } from "./shell";
import { readPalette } from "./theme";
import { TimeBar } from "./timebar";
import { Tray } from "./tray";

export interface State {
  readonly from: number | null;
  readonly to: number | null;
  readonly shown: number;
  readonly total: number;
  readonly selected: string | null;
  readonly playing: boolean;
  readonly mode: Mode;
}

/** Free ground kept round a selected mark. */
const EDGE = 36;

export class App {
  private readonly model: Model;
  private readonly shell: Shell;
  private readonly map: MapView;
  private readonly header: Header;
  private readonly panel: Panel;
  private readonly card: Card;
  private readonly tray: Tray;
  private readonly time: TimeBar;
  private readonly notice: Notice;
  private readonly footer: Footer;
  private frame = 0;
  private timer = 0;
  private keepClear = false;
  private opened = false;
  /** Known a moment after the row. */
  private selectedId: string | null = null;

  constructor(leaflet: L.Map, data: PageData) {
    this.model = new Model(data);
    this.shell = buildShell(leaflet.getContainer());
    const { root, header, panel, stage, time } = this.shell;
    const palette = readPalette(root);
    leaflet.invalidateSize({ animate: false, pan: false });
    this.map = new MapView(leaflet, this.model, stage, palette);
    this.footer = new Footer(data, stage);
    this.tray = new Tray(this.model, stage);
    this.header = new Header(this.model, header, () =>
      this.tray.toggle("Events in the range", () => this.model.selection.shown, null));
    this.panel = new Panel(this.model, panel);
    this.time = new TimeBar(this.model, time, palette, this.tray);
    this.notice = new Notice(this.model, stage, () => this.time.openUndated());
    this.card = new Card(this.model, stage);
    document.title = data.title;

    this.model.onChange((change, origin) => this.changed(change, origin));
    this.shell.onTheme(() => this.recolour());
    this.shell.onResize(() => this.resize());
    document.addEventListener("keydown", (event) => this.key(event));
    onSelection((eventId) => void this.follow(eventId));
    this.map.updateFilters();
    this.open();
    this.render();
  }

  state(): State {
    const { domain, range, selection, table, selected, playing, mode } = this.model;
    return {
      from: domain ? range.from : null,
      to: domain ? range.to : null,
      shown: selection.shown.length,
      total: table.events,
      selected: selected < 0 ? null : this.selectedId,
      playing,
      mode,
    };
  }

  /** Ids of the events shown, in time order. */
  async ids(): Promise<readonly string[]> {
    const { selection, table } = this.model;
    const rows = Array.from(selection.shown);
    const ids = await table.ids();
    return rows.map((row) => ids.at(row));
  }

  async pixel(eventId: string): Promise<{ x: number; y: number } | null> {
    return this.map.pixel((await this.model.table.ids()).find(eventId));
  }

  private changed(change: Change, origin: Origin): void {
    const { model } = this;
    if (change === "filters") {
      this.time.setFilters();
      this.map.updateFilters();
    } else if (change === "layer") {
      this.map.updateLayer();
    } else if (change === "tiles") {
      this.map.updateTiles();
      this.footer.update(model.tilesOn);
    } else if (change === "playback") {
      this.schedule();
    } else if (change === "selection") {
      this.keepClear = model.selected >= 0;
      this.selectedId = null;
      if (model.selected >= 0) {
        if (this.shell.isDrawer()) this.shell.setPanel(false);
        void this.name(model.selected, origin);
      }
    }
    this.frame ||= requestAnimationFrame(() => this.render());
  }

  private async name(row: number, origin: Origin): Promise<void> {
    const id = (await this.model.table.ids()).at(row);
    if (row !== this.model.selected) return;
    this.selectedId = id;
    if (origin === "page") sendSelection(id);
  }

  private schedule(): void {
    window.clearTimeout(this.timer);
    if (!this.model.playing) return;
    this.timer = window.setTimeout(() => {
      this.model.step();
      this.schedule();
    }, interval(this.model.speed));
  }

  private render(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.map.update();
    this.header.update();
    this.panel.update();
    this.time.update();
    this.notice.update();
    this.tray.update();
    // Whoever closed the card from within it goes on at the map, not at the top of the page.
    if (this.model.selected < 0 && this.card.element.contains(document.activeElement)) this.map.focus();
    this.card.update(this.map.here());
    if (this.keepClear) this.map.keepClear(this.clear());
    this.keepClear = false;
  }

  private clear(): Clear {
    const { stage } = this.shell;
    const { element } = this.card;
    const sheet = this.shell.isSheet();
    const right = stage.clientWidth - EDGE - (sheet ? 0 : element.offsetWidth + 12);
    const bottom = stage.clientHeight - EDGE - (sheet ? element.offsetHeight : 24);
    return { left: Math.min(EDGE + 24, right), top: Math.min(EDGE, bottom), right, bottom };
  }

  private recolour(): void {
    const palette = readPalette(this.shell.root);
    this.map.setPalette(palette);
    this.time.setPalette(palette);
  }

  /** A frame may have no size yet when its page starts; then the view waits for it. */
  private open(): void {
    const { stage } = this.shell;
    this.opened = stage.clientWidth > 0 && stage.clientHeight > 0;
    if (this.opened) this.map.open();
  }

  private resize(): void {
    this.map.resize();
    if (!this.opened) this.open();
    this.keepClear = this.model.selected >= 0;
    this.frame ||= requestAnimationFrame(() => this.render());
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.tray.isOpen) this.tray.close();
    else if (this.shell.isDrawer() && this.shell.isPanelOpen()) this.shell.setPanel(false);
    else this.model.close();
  }

  private async follow(eventId: string | null): Promise<void> {
    if (eventId === null) {
      this.model.close("parent");
      return;
    }
    const row = (await this.model.table.ids()).find(eventId);
    if (row < 0) return;
    this.map.approach(row);
    this.model.select(row, "parent");
  }
}
