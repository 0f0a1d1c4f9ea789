/** The strip below a picture of the map: what it shows, of when, how it is to be read, and whose work it is. */

import { drawMark } from "./marks";
import type { Palette } from "./theme";

/** An entry of the legend: a mark, a patch of colour or a sample, and its words. */
export interface Key {
  readonly text: string;
  readonly draw: (context: CanvasRenderingContext2D, palette: Palette) => void;
}

export interface Caption {
  readonly title: string;
  readonly when: string;
  readonly count: string;
  /** What the keys measure; empty where each speaks for itself. */
  readonly scale: string;
  readonly keys: readonly Key[];
  readonly caution: string;
  readonly credits: readonly string[];
}

const PAD = 16;
const FAMILY = 'system-ui, "Segoe UI", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif';
const TITLE = `600 16px ${FAMILY}`;
const BODY = `14px ${FAMILY}`;
const SMALL = `12px ${FAMILY}`;
const KEY = 22;
const KEY_GAP = 16;

/** Text in its own direction (FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE). */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export type Measure = (text: string) => number;

/** Lines no wider than `width`; a word that is wider by itself is cut. */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of Array.from(word)) {
      if (line !== "" && measure(line + character) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Rows of things of some widths, with gaps between them. */
export function flow(widths: readonly number[], width: number, gap: number): { readonly row: number; readonly at: number }[] {
  let [row, at] = [0, 0];
  return widths.map((each) => {
    if (at > 0 && at + each > width) [row, at] = [row + 1, 0];
    const place = { row, at };
    at += each + gap;
    return place;
  });
}

type Draw = (context: CanvasRenderingContext2D) => void;

/** How high the strip is at a width, and how to draw it. */
export function layOut(
  caption: Caption, width: number, palette: Palette, rightToLeft: boolean, context: CanvasRenderingContext2D,
): { readonly height: number; readonly draw: Draw } {
  const room = Math.max(40, width - 2 * PAD);
  const draws: Draw[] = [];
  let y = 12;
  const measureIn = (font: string): Measure => (text) => {
    context.font = font;
    return context.measureText(text).width;
  };
  const across = (at: number): number => (rightToLeft ? width - PAD - at : PAD + at);
  const write = (text: string, font: string, height: number, colour: string, own = false): void => {
    for (const words of wrap(text, room, measureIn(font))) {
      const line = own ? isolated(words) : words;
      const middle = y + height / 2;
      draws.push((to) => {
        to.font = font;
        to.fillStyle = colour;
        to.fillText(line, across(0), middle);
      });
      y += height;
    }
  };
  write(caption.title, TITLE, 22, palette.text, true);
  write([caption.when, caption.count].filter((each) => each !== "").join(" · "), BODY, 20, palette.text);
  y += 6;
  write(caption.scale, SMALL, 16, palette.muted);
  if (caption.keys.length > 0) {
    const measure = measureIn(SMALL);
    const places = flow(caption.keys.map(({ text }) => KEY + measure(text)), room, KEY_GAP);
    const top = y;
    caption.keys.forEach(({ text, draw }, i) => {
      const { row, at } = places[i]!;
      const middle = top + row * 22 + 11;
      draws.push((to) => {
        to.save();
        to.translate(across(at + 8), middle);
        draw(to, palette);
        to.restore();
        to.font = SMALL;
        to.fillStyle = palette.text;
        to.fillText(wrap(text, room - KEY, measure)[0] ?? "", across(at + KEY), middle);
      });
    });
    y += (places[places.length - 1]!.row + 1) * 22;
  }
  y += 6;
  write(caption.caution, SMALL, 16, palette.muted);
  // A name is not broken over two lines: the marks that keep its direction would part.
  write(caption.credits.map((name) => isolated(name.replace(/ /g, "\u00a0"))).join(" · "), SMALL, 16, palette.muted);
  return {
    height: Math.ceil(y + 12),
    draw: (to) => {
      to.direction = rightToLeft ? "rtl" : "ltr";
      to.textAlign = "start";
      to.textBaseline = "middle";
      for (const each of draws) each(to);
    },
  };
}

export const markKey = (type: number, text: string): Key => ({
  text,
  draw: (context, palette) => drawMark(context, { type, hollow: false, area: false }, palette),
});

export const patchKey = (colour: string, text: string): Key => ({
  text,
  draw: (context) => {
    context.fillStyle = colour;
    context.fillRect(-7, -7, 14, 14);
  },
});

export const hollowKey = (text: string): Key => ({
  text,
  draw: (context, palette) => {
    context.strokeStyle = palette.muted;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(0, 0, 5.5, 0, 2 * Math.PI);
    context.stroke();
  },
});

export const hatchedKey = (text: string): Key => ({
  text,
  draw: (context, palette) => {
    context.strokeStyle = palette.muted;
    context.beginPath();
    context.arc(0, 0, 8, 0, 2 * Math.PI);
    context.save();
    context.clip();
    context.lineWidth = 0.9;
    context.beginPath();
    for (let shift = -16; shift <= 16; shift += 4) {
      context.moveTo(shift - 8, 8);
      context.lineTo(shift + 8, -8);
    }
    context.stroke();
    context.restore();
    context.setLineDash([3, 2.5]);
    context.lineWidth = 1;
    context.beginPath();
    context.arc(0, 0, 8, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  },
});
