/** The page: one model, the parts that show it, and one redraw a frame. */

import type * as L from "leaflet";
import { Address } from "./address";
import { Card } from "./card";
import type { PageData } from "./data";
import { announceHeight } from "./embedheight";
import { activeFilters } from "./filter";
import { Finder } from "./finder";
import { canHold, focusFirst } from "./focus";
import { Footer } from "./footer";
import { lift, type Guest } from "./guest";
import { Header } from "./header";
import { setLanguage, t, type Code } from "./language";
import { MapView, type Clear } from "./mapview";
import { onSelection, sendSelection } from "./messages";
import { Model, type Change, type Origin } from "./model";
import { Notice } from "./notice";
import { Panel } from "./panel";
import { pictureOf } from "./picture";
import { interval, type Mode } from "./playback";
import { ShareBar } from "./sharebar";
import { buildShell, isEmbedded, type Shell } from "./shell";
import { StoryBox } from "./story";
import { sceneAt } from "./storysteps";
import { prefersStill, readPalette } from "./theme";
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
  // These hold texts and are made anew for another language; all that a reader has set lives in the model.
  private header!: Header;
  private panel!: Panel;
  private card!: Card;
  private tray!: Tray;
  private time!: TimeBar;
  private notice!: Notice;
  private footer!: Footer;
  private share: ShareBar | null = null;
  private address: Address | null = null;
  private story: StoryBox | null = null;
  /** Done when the map stands as the story's step has it. */
  private telling: Promise<void> = Promise.resolve();
  private frame = 0;
  private timer = 0;
  private gliding = 0;
  private keepClear = false;
  /** The card gets the keyboard's focus with its next showing. */
  private enterCard = false;
  /** Whether the map goes to what a search finds, once it has. */
  private seeking = false;
  /** What had the focus when the card opened. */
  private cameFrom: Element | null = null;
  private opened = false;
  /** Known a moment after the row. */
  private selectedId: string | null = null;

  constructor(private readonly leaflet: L.Map, data: PageData, private readonly guest: Guest | null = null) {
    this.model = new Model(data);
    this.shell = buildShell(leaflet.getContainer(), guest);
    if (!guest) leaflet.invalidateSize({ animate: false, pan: false });
    this.map = new MapView(leaflet, this.model, this.shell.stage, readPalette(this.shell.root), guest);
    this.map.onEnter = () => (this.enterCard = true);
    this.furnish();

    new Finder(this.model);
    this.model.onChange((change, origin) => this.changed(change, origin));
    this.shell.onTheme(() => this.recolour());
    this.shell.onResize(() => this.resize());
    this.map.updateFilters();
    if (guest) {
      const { stage, time } = this.shell;
      leaflet.getContainer().addEventListener("keydown", (event) => this.key(event));
      lift(leaflet.getContainer(), time, stage.querySelector(".dl-footer")!);
      this.opened = true;
    } else {
      document.addEventListener("keydown", (event) => this.key(event));
      onSelection((eventId) => void this.follow(eventId));
      if (isEmbedded()) announceHeight(this.shell.root);
      this.open();
    }
    this.render();
    requestAnimationFrame(() => requestAnimationFrame(() => this.map.settle()));
  }

  /** Everything that holds words, from the model as it is. */
  private furnish(): void {
    const { model } = this;
    const { root, header, panel, stage, time } = this.shell;
    this.footer = new Footer(model.data, stage);
    this.footer.update(model.groundCredits);
    this.tray = new Tray(model, stage, (row) => this.map.part(row), () => (this.enterCard = true));
    this.header = new Header(model, header, () => this.openList(), () => (this.seeking = model.filters.text !== ""));
    this.panel = new Panel(model, panel, readPalette(this.shell.root), (code) => this.speak(code), !this.guest);
    this.time = new TimeBar(model, time, readPalette(root), this.tray);
    this.notice = new Notice(model, stage, () => this.time.openUndated());
    this.card = new Card(model, stage, () => this.map.keepClear(this.clear()));
    if (!this.guest) {
      document.title = model.data.title || t.title;
      this.share = new ShareBar(model, header, () => this.address, () => pictureOf(model, this.map, readPalette(root), stage));
    }
    const { story } = model.data;
    const told = this.story;
    this.story = story && new StoryBox(story, stage, (step) => void (this.telling = this.tell(step)));
    if (told) this.story?.replace(told);
  }

  private openList(): void {
    this.tray.toggle("shown", () => this.model.selection.shown, this.shell.header.querySelector<HTMLElement>(".dl-list-button"));
  }

  /** Another language, with range, filters, selection, view, open list and place in the panel as they are. */
  private speak(code: Code, focus = true): void {
    const { panel, time } = this.shell;
    const scrolled = panel.scrollTop;
    const list = this.tray.open;
    setLanguage(code);
    for (const part of [this.footer, this.tray, this.notice, this.card]) part.element.remove();
    this.header.remove();
    this.share?.remove();
    panel.replaceChildren();
    time.replaceChildren();
    this.shell.setLanguage();
    this.furnish();
    this.map.setLanguage();
    if (list === "shown") this.openList();
    else if (list === "undated") this.time.openUndated();
    else if (list === "unplaced") this.time.openUnplaced();
    // The card may now stand at the other side.
    this.keepClear = this.model.selected >= 0;
    this.render();
    panel.scrollTop = scrolled;
    if (focus) this.panel.focusLanguage();
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
      this.map.updateFilters();
    } else if (change === "layer") {
      this.map.updateLayer();
    } else if (change === "tiles") {
      this.map.updateTiles();
      this.footer.update(model.groundCredits);
    } else if (change === "ground") {
      this.map.showArchive();
    } else if (change === "playback") {
      this.schedule();
    } else if (change === "selection") {
      this.keepClear = model.selected >= 0;
      this.selectedId = null;
      if (model.selected >= 0) {
        if (this.card.element.hidden) this.cameFrom = document.activeElement;
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
    if (origin === "page" && !this.guest) sendSelection(id);
  }

  /** Playing goes on frame by frame; who asked for less motion gets whole steps. */
  private schedule(): void {
    window.clearTimeout(this.timer);
    cancelAnimationFrame(this.gliding);
    const { model } = this;
    if (!model.playing) return;
    const begun = performance.now();
    this.timer = window.setTimeout(() => {
      model.step();
      this.schedule();
    }, interval(model.speed));
    if (prefersStill()) return;
    const glide = (): void => {
      if (!model.playing) return;
      model.glide((performance.now() - begun) / interval(model.speed));
      this.gliding = requestAnimationFrame(glide);
    };
    this.gliding = requestAnimationFrame(glide);
  }

  private render(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const focused = document.activeElement;
    const { card, tray, notice } = this;
    const within = [card, tray, notice, { element: this.shell.time }].find(({ element }) => element.contains(focused))?.element;
    this.map.update();
    this.header.update();
    this.panel.update(this.map.steps, this.map.countryless);
    this.shell.setFiltersOn(activeFilters(this.model.filters, this.model.opening));
    this.time.update();
    this.notice.update();
    this.tray.update();
    this.card.update(this.map.here());
    if (this.enterCard && this.model.selected >= 0) focusFirst(card.element);
    else if (within && !canHold(focused)) {
      // Whoever closed a part from within it goes on where they came from or at the map, not at the top of the page.
      const back = within === card.element ? [within, this.cameFrom] : [within.querySelector(".dl-thumb")];
      focusFirst(...back, ...within.querySelectorAll("button, input"));
      if (!canHold(document.activeElement)) this.map.focus();
    }
    this.enterCard = false;
    if (this.seeking && this.model.searching === null) {
      this.seeking = false;
      if (this.model.selection.shown.length > 0) this.map.fit();
    }
    if (this.keepClear) this.map.keepClear(this.clear());
    this.keepClear = false;
  }

  private clear(): Clear {
    const { stage } = this.shell;
    const { element } = this.card;
    const sheet = this.shell.isSheet();
    // The card stands at the end of the line of reading, the map's controls at its beginning.
    const card = EDGE + (sheet ? 0 : element.offsetWidth + 12);
    const list = sheet ? 0 : this.tray.width;
    const controls = EDGE + 24 + (list > 0 ? list + 32 : 0);
    const [atLeft, atRight] = t.direction === "rtl" ? [card, controls] : [controls, card];
    const right = stage.clientWidth - atRight;
    const story = this.story?.isOpen ? this.story.element.offsetHeight : 0;
    const bottom = stage.clientHeight - EDGE - story - (sheet ? element.offsetHeight : 24);
    return { left: Math.min(atLeft, right), top: Math.min(EDGE, bottom), right, bottom };
  }

  private recolour(): void {
    const palette = readPalette(this.shell.root);
    this.map.setPalette(palette);
    this.time.setPalette(palette);
    this.panel.setPalette(palette);
    this.frame ||= requestAnimationFrame(() => this.render());
  }

  /** A frame may have no size yet when its page starts; then the view waits for it. */
  private open(): void {
    const { stage } = this.shell;
    this.opened = stage.clientWidth > 0 && stage.clientHeight > 0;
    if (!this.opened) return;
    this.map.open();
    this.story?.open();
    void this.telling.then(() => this.locate());
  }

  /** From here on the address follows the page. */
  private locate(): void {
    const { model, leaflet, shell } = this;
    this.address = new Address({
      model, leaflet, shell,
      selectedId: () => this.selectedId,
      story: () => this.story,
      speak: (code) => this.speak(code, false),
      approach: (row) => this.map.approach(row),
    }, shell.root);
  }

  private resize(): void {
    this.map.resize();
    if (!this.opened) this.open();
    this.keepClear = this.model.selected >= 0;
    this.frame ||= requestAnimationFrame(() => this.render());
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (this.tray.isOpen && (this.tray.hasFocus || this.model.selected < 0)) this.tray.close();
    else if (this.shell.isDrawer() && this.shell.isPanelOpen()) this.shell.setPanel(false);
    else if (this.story?.isOpen && (this.story.hasFocus || this.model.selected < 0)) this.story.leave();
    else this.model.close();
  }

  /** Brings range, mode, view and card to a step of the story. */
  private async tell(step: number): Promise<void> {
    const { data, domain, table } = this.model;
    const scene = sceneAt(data.story!.steps, step, domain ?? this.model.range);
    const row = scene.select === null ? -1 : (await table.ids()).find(scene.select);
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
