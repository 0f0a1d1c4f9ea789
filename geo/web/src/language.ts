/** The language that the interface speaks now. What a report says is shown as it was said, in every language. */

import { ar } from "./languages/ar";
import { en, type Strings } from "./languages/en";
import { fr } from "./languages/fr";
import { tr } from "./languages/tr";

export const LANGUAGES = { en, ar, tr, fr } as const satisfies Record<string, Strings>;

export type Code = keyof typeof LANGUAGES;
export type { Strings };

export const CODES = Object.keys(LANGUAGES) as Code[];

/** The texts of the current language. */
export let t: Strings = en;
let code: Code = "en";

export const currentLanguage = (): Code => code;

/** A language that this page does not have leaves it in English. */
export function setLanguage(wanted: string | null | undefined): void {
  code = CODES.find((known) => known === wanted) ?? "en";
  t = LANGUAGES[code];
}

/** One value for each language, made when it is first asked for. */
export function perLanguage<T>(make: (strings: Strings) => T): () => T {
  const made = new Map<Code, T>();
  return () => {
    let value = made.get(code);
    if (value === undefined) {
      value = make(t);
      made.set(code, value);
    }
    return value;
  };
}

/** How a constant of the data is shown; one that is not known, as it stands. */
export function shownAs(names: Readonly<Record<string, string>>, constant: string): string {
  return Object.prototype.hasOwnProperty.call(names, constant) ? names[constant]! : constant;
}

export const typeName = (name: string): string => shownAs(t.types, name);
export const subTypeName = (name: string): string => shownAs(t.subTypes, name);
export const statusName = (name: string): string => shownAs(t.statuses, name);

const regionNames = perLanguage(({ tag }) =>
  typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames([tag], { type: "region", fallback: "none" }) : null);

/** The name of an ISO 3166-1 code, or null where there is none. */
export function regionName(region: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(region)) return null;
  return regionNames()?.of(region.toUpperCase()) ?? null;
}
