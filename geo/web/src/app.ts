/** The page: one model, the parts that show it, and one redraw a frame. */

import type * as L from "leaflet";
import { Card } from "./card";
import type { PageData } from "./data";
import { Footer } from "./footer";
import { lift, type Guest } from "./guest";
import { Header } from "./header";
import { MapView, type Clear } from "./mapview";
import { onSelection, sendSelection } from "./messages";
import { Model, type Change, type Origin } from "./model";
import { Notice } from "./notice";
import { Panel } from "./panel";
import { interval, type Mode } from "./playback";
import { buildShell, type Shell } from "./shell";
import { StoryBox } from "./story";
import { sceneAt } from "./storysteps";
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
  private readonly story: StoryBox | null;
  private frame = 0;
  private timer = 0;
  private keepClear = false;
  private opened = false;

  constructor(leaflet: L.Map, data: PageData, private readonly guest: Guest | null = null) {
    this.model = new Model(data);
    this.shell = buildShell(leaflet.getContainer(), guest);
    const { root, header, panel, stage, time } = this.shell;
    const palette = readPalette(root);
    if (!guest) leaflet.invalidateSize({ animate: false, pan: false });
    this.map = new MapView(leaflet, this.model, stage, palette, guest);
    this.footer = new Footer(data, stage);
    this.tray = new Tray(this.model, stage);
    this.header = new Header(this.model, header, () =>
      this.tray.toggle("Events in the range", () => this.model.selection.shown, null));
    this.panel = new Panel(this.model, panel);
    this.time = new TimeBar(this.model, time, palette, this.tray);
    this.notice = new Notice(this.model, stage, () => this.time.openUndated());
    this.card = new Card(this.model, stage);
    this.story = data.story && new StoryBox(data.story, stage, (step) => this.tell(step));

    this.model.onChange((change, origin) => this.changed(change, origin));
    this.shell.onTheme(() => this.recolour());
    this.shell.onResize(() => this.resize());
    if (guest) {
      leaflet.getContainer().addEventListener("keydown", (event) => this.key(event));
      lift(leaflet.getContainer(), time, stage.querySelector(".dl-footer")!);
      this.opened = true;
    } else {
      document.title = data.title;
      document.addEventListener("keydown", (event) => this.key(event));
      onSelection((eventId) => this.follow(eventId));
      this.open();
    }
    this.map.updateNames();
    this.render();
  }

  state(): State {
    const { domain, range, selection, table, selected, playing, mode } = this.model;
    return {
      from: domain ? range.from : null,
      to: domain ? range.to : null,
      shown: selection.shown.length,
      total: table.events,
      selected: selected < 0 ? null : table.details(selected).eventId,
      playing,
      mode,
    };
  }

  pixel(eventId: string): { x: number; y: number } | null {
    return this.map.pixel(eventId);
  }

  setOff(off: boolean): void {
    if (off) {
      this.model.setPlaying(false);
      this.model.close();
    }
    this.map.setOff(off);
  }

  private changed(change: Change, origin: Origin): void {
    const { model } = this;
    if (change === "filters") {
      this.time.setFilters();
      this.map.updateNames();
    } else if (change === "tiles") {
      this.map.updateTiles();
      this.footer.update(model.tilesOn);
    } else if (change === "playback") {
      this.schedule();
    } else if (change === "selection") {
      this.keepClear = model.selected >= 0;
      if (model.selected >= 0) {
        if (this.shell.isDrawer()) this.shell.setPanel(false);
        if (origin === "page" && !this.guest) sendSelection(model.table.details(model.selected).eventId);
      }
    }
    this.frame ||= requestAnimationFrame(() => this.render());
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
    const story = this.story?.isOpen ? this.story.element.offsetHeight : 0;
    const bottom = stage.clientHeight - EDGE - story - (sheet ? element.offsetHeight : 24);
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
    if (!this.opened) return;
    this.map.open();
    this.story?.open();
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
    else if (this.story?.isOpen && (this.story.hasFocus || this.model.selected < 0)) this.story.leave();
    else this.model.close();
  }

  /** Brings range, mode, view and card to a step of the story. */
  private tell(step: number): void {
    const { data, domain, table } = this.model;
    const scene = sceneAt(data.story!.steps, step, domain ?? this.model.range);
    const row = scene.select === null ? -1 : table.find(scene.select);
    this.model.setPlaying(false);
    this.model.setMode(scene.mode);
    this.model.setRange(scene.range);
    const covered = this.shell.isSheet() ? this.story!.element.offsetHeight : 0;
    const opening = scene.center === null;
    if (opening) this.map.open();
    this.map.view(scene.center, scene.zoom, covered, opening || row >= 0);
    if (row < 0) this.model.close();
    else {
      if (opening) this.map.approach(row);
      this.model.select(row);
    }
  }

  private follow(eventId: string | null): void {
    if (eventId === null) {
      this.model.close("parent");
      return;
    }
    const row = this.model.table.find(eventId);
    if (row < 0) return;
    this.map.approach(row);
    this.model.select(row, "parent");
  }
}
