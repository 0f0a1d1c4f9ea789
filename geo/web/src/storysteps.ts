/** A story as data: what each step says, and what it sets. No element is known here. */

import type { Range } from "./filter";
import type { Mode } from "./playback";

export interface Step {
  readonly caption: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Latitude and longitude. */
  readonly center: readonly [number, number] | null;
  readonly zoom: number | null;
  readonly mode: Mode | null;
  /** Id of the event whose card is open. */
  readonly select: string | null;
}

export interface Story {
  readonly title: string | null;
  readonly steps: readonly Step[];
}

/** What the map shows at a step. */
export interface Scene {
  readonly range: Range;
  readonly mode: Mode;
  /** Null where no step up to this one has named a centre. */
  readonly center: readonly [number, number] | null;
  readonly zoom: number | null;
  readonly select: string | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const finite = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const day = (value: unknown): number | null => (Number.isInteger(value) ? (value as number) : null);

function readStep(value: unknown): Step | null {
  if (!isObject(value)) return null;
  const caption = text(value["caption"]);
  if (caption === null) return null;
  const [lat, lon] = (Array.isArray(value["center"]) ? value["center"] : []).map(finite);
  const mode = value["mode"];
  return {
    caption,
    from: day(value["from"]),
    to: day(value["to"]),
    center: lat != null && lon != null ? [lat, lon] : null,
    zoom: finite(value["zoom"]),
    mode: mode === "window" || mode === "cumulative" ? mode : null,
    select: text(value["select"]),
  };
}

export function readStory(value: unknown): Story | null {
  if (!isObject(value) || !Array.isArray(value["steps"])) return null;
  const steps = value["steps"].map(readStep).filter((step): step is Step => step !== null);
  return steps.length ? { title: text(value["title"]), steps } : null;
}

/**
 * What a step leaves out is as the steps before it left it, so that the same step shows the same map whichever way a
 * reader comes to it. Only the open card belongs to its own step.
 */
export function sceneAt(steps: readonly Step[], index: number, whole: Range): Scene {
  let scene: Scene = { range: whole, mode: "window", center: null, zoom: null, select: null };
  for (const step of steps.slice(0, index + 1)) {
    scene = {
      range: step.from === null && step.to === null ? scene.range : { from: step.from ?? whole.from, to: step.to ?? whole.to },
      mode: step.mode ?? scene.mode,
      center: step.center ?? scene.center,
      zoom: step.zoom ?? scene.zoom,
      select: step.select,
    };
  }
  return scene;
}
