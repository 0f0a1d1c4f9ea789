/** What an address says of the page: read from it, and brought back to it. */

import type * as L from "leaflet";
import { sameView, type PageState, type View, type Vocabulary } from "./hash";
import { currentLanguage, type Code } from "./language";
import type { Model } from "./model";
import type { Shell } from "./shell";
import type { StoryBox } from "./story";
import type { Coded } from "./table";

/** The parts of the page that hold its state. */
export interface Page {
  readonly model: Model;
  readonly leaflet: L.Map;
  readonly shell: Pick<Shell, "chosenTheme" | "chooseTheme">;
  selectedId(): string | null;
  story(): StoryBox | null;
  speak(code: Code): void;
  /** Brings an event into sight that the view leaves out. */
  approach(row: number): void;
}

export function viewOf(map: L.Map): View {
  const { lat, lng } = map.getCenter().wrap();
  return { zoom: Math.round(map.getZoom()), lat, lon: lng };
}

export function stateOf({ model, leaflet, shell, selectedId, story }: Page): PageState {
  const { domain, range, mode, unit, layer, filters, selected } = model;
  return {
    range: domain && (range.from !== domain.from || range.to !== domain.to) ? range : null,
    mode, unit, layer, filters,
    view: viewOf(leaflet),
    selected: selected < 0 ? null : selectedId(),
    language: currentLanguage(),
    theme: shell.chosenTheme(),
    step: story()?.step ?? null,
  };
}

export function vocabularyOf({ data, table: { words, geoPrecision } }: Model): Vocabulary {
  // Those that have none can be chosen too.
  const known = <V>(none: V, ...columns: readonly Coded<V>[]): ReadonlySet<V> =>
    new Set([none, ...columns.flatMap(({ values }) => values.filter((value) => value !== null))]);
  return {
    actors: known("", words.actor1, words.actor2),
    sources: known("", words.source),
    countries: known("", words.country),
    precisions: known(0, geoPrecision),
    steps: data.story?.steps.length ?? 0,
  };
}

/** Filters first: they say which span the range lies in. The event comes last: it widens what would hide it. */
export async function bring(page: Page, state: PageState): Promise<void> {
  const { model, leaflet, shell } = page;
  model.setPlaying(false);
  if (state.language !== currentLanguage()) page.speak(state.language);
  shell.chooseTheme(state.theme);
  page.story()?.put(state.step);
  model.setFilters(state.filters);
  model.setLayer(state.layer);
  model.setMode(state.mode);
  model.setUnit(state.unit);
  const range = state.range ?? model.domain;
  if (range) model.setRange(range);
  const moved = !sameView(state.view, viewOf(leaflet));
  if (moved) leaflet.setView([state.view.lat, state.view.lon], state.view.zoom, { animate: false });
  const row = state.selected === null ? -1 : (await model.table.ids()).find(state.selected);
  if (row < 0) {
    model.close();
    return;
  }
  if (!moved) page.approach(row);
  model.select(row);
}
