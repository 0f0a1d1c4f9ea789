import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

type Theme = Readonly<Record<string, string>>;

/** Colours of a rule of theme.css, by name. */
function colours(rule: RegExp): Theme {
  const block = rule.exec(SHEET)?.[1] ?? "";
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\s*;/g)].map((found) => [found[1]!, found[2]!]));
}

const SHEET = readFileSync("src/theme.css", "utf8");
const LIGHT = colours(/^\.dl \{([^}]*)\}/m);
const DARK: Theme = { ...LIGHT, ...colours(/^\.dl\[data-theme="dark"\] \{([^}]*)\}/m) };
const THEMES: readonly (readonly [string, Theme])[] = [["light", LIGHT], ["dark", DARK]];

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Contrast ratio of two colours (WCAG 2.2), 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test("the ratio is that of WCAG", () => {
  equal(contrast("#000000", "#ffffff"), 21);
  equal(contrast("#767676", "#ffffff").toFixed(2), "4.54");
});

test("all text stands out from all grounds that it is written on", () => {
  for (const [name, theme] of THEMES) {
    for (const text of ["text", "muted", "link"]) {
      for (const ground of ["ground", "surface", "land", "hover"]) {
        const ratio = contrast(theme[text]!, theme[ground]!);
        ok(ratio >= 4.5, `${name}: ${text} on ${ground} is ${ratio.toFixed(2)} : 1`);
      }
    }
    // Names of places at the coast are written over the sea, and pressed buttons are turned round.
    for (const [text, ground] of [["text", "sea"], ["muted", "sea"], ["ground", "text"]] as const) {
      const ratio = contrast(theme[text]!, theme[ground]!);
      ok(ratio >= 4.5, `${name}: ${text} on ${ground} is ${ratio.toFixed(2)} : 1`);
    }
  }
});

test("focus and handles stand out from what they lie on", () => {
  for (const [name, theme] of THEMES) {
    for (const ground of ["ground", "surface", "land", "sea", "hover"]) {
      for (const mark of ["focus", "text"]) {
        const ratio = contrast(theme[mark]!, theme[ground]!);
        ok(ratio >= 3, `${name}: ${mark} on ${ground} is ${ratio.toFixed(2)} : 1`);
      }
    }
  }
});

/** Colours that the design fixes (Okabe and Ito) and that fall short of 3 : 1 on the ground; the marks' shapes tell them apart. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  light: ["explosions", "civilians", "riots"],
  dark: [],
};

test("the categories' colours reach 3 : 1 on the ground, but for those that the design fixes", () => {
  for (const [name, theme] of THEMES) {
    const categories = ["battles", "explosions", "civilians", "protests", "riots", "strategic", "civil", "mention"];
    const short = categories.filter((each) => contrast(theme[each]!, theme["ground"]!) < 3);
    equal(short.join(), SHORT[name]!.join(),
      categories.map((each) => `${name} ${each} ${contrast(theme[each]!, theme["ground"]!).toFixed(2)}`).join("\n"));
  }
});
