/** What the card says, as sentences from the event's own values. Nothing is added that the values do not say. */

import type { Details } from "./table";
import { formatNumber } from "./format";
import { regionName, shownAs, t } from "./language";
import { fill } from "./phrase";

/** Countries whose first-level divisions are states, which "province" would misname. */
const STATES = new Set(["AU", "BR", "DE", "FM", "IN", "MM", "MX", "MY", "NG", "PW", "SD", "SS", "US", "VE"]);
const NAMES_ITS_KIND =
  /\b(province|governorate|state|region|district|county|oblast|department|prefecture|territory|republic|krai|emirate|municipality|division|islands?)\b/i;

/** The name of an ISO 3166-1 code in the current language, or the code itself. */
export const countryName = (code: string | null): string | null => (code === null ? null : (regionName(code) ?? code));

export function datePrecisionWords(precision: string | null, severalDays = false): string | null {
  if (precision === null) return null;
  const key = precision === "day" && severalDays ? "days" : precision;
  const words = shownAs(t.datePrecision, key);
  return words === key ? fill(t.otherDatePrecision, { precision }) : words;
}

const within = (name: string, ofKind: (name: string) => string): string =>
  NAMES_ITS_KIND.test(name) ? t.somewhereIn(name) : ofKind(name);

const withinKm = (km: number): string =>
  fill(t.withinKm, { km: formatNumber(km >= 10 ? Math.round(km) : Math.round(km * 10) / 10) });

type PlaceFields = Pick<Details, "geoPrecision" | "radiusKm" | "admin1" | "admin2" | "country" | "location">;

/** UCDP where_prec in words. */
export function placePrecisionWords(place: PlaceFields): string | null {
  const radius = place.radiusKm;
  switch (place.geoPrecision) {
    case 1:
      return radius !== null && radius >= 25 ? withinKm(radius) : t.townKnown;
    case 2:
      return withinKm(radius !== null && radius > 0 ? radius : 25);
    case 3: {
      const name = place.admin2 ?? place.location;
      return name === null ? t.districtOnly : within(name, t.somewhereInDistrict);
    }
    case 4: {
      const name = place.admin1 ?? place.location;
      if (name === null) return t.provinceOnly;
      return STATES.has(place.country ?? "") ? t.somewhereIn(name) : within(name, t.somewhereInProvince);
    }
    case 5:
      return t.widerRegion;
    case 6:
      return t.countryOnly;
    case 7:
      return t.atSea;
    default:
      return radius !== null && radius > 0 ? withinKm(radius) : null;
  }
}

type FatalityFields = Pick<Details, "fatalities" | "fatalitiesLow" | "fatalitiesHigh">;

export function killedWords(event: FatalityFields): string | null {
  const { fatalities: best, fatalitiesLow: low, fatalitiesHigh: high } = event;
  const say = formatNumber;
  /** "40 killed (36 to 50)" */
  const besides = (count: number, bounds: string): string => `${t.killed(count)} (${bounds})`;
  if (low !== null && high !== null && low !== high) {
    const [least, most] = [Math.min(low, high), Math.max(low, high)];
    return best !== null && best !== low && best !== high
      ? besides(best, fill(t.range, { low: say(least), high: say(most) }))
      : t.rangeKilled(most, { low: say(least) });
  }
  if (low !== null && high === null) {
    return best === null || best === low ? t.atLeastKilled(low) : besides(best, fill(t.atLeast, { low: say(low) }));
  }
  if (high !== null && low === null) {
    return best === null || best === high ? t.upToKilled(high) : besides(best, fill(t.upTo, { high: say(high) }));
  }
  const value = best ?? low;
  if (value === null) return null;
  return value === 0 ? t.none.killed : t.killed(value);
}

type CasualtyFields = FatalityFields & Pick<Details, "injured" | "displaced" | "missing" | "captured">;

export function casualtyWords(event: CasualtyFields): string[] {
  const counts = (["injured", "missing", "captured", "displaced"] as const).map((harm) => {
    const value = event[harm];
    return value === null ? null : value === 0 ? t.none[harm] : t[harm](value);
  });
  return [killedWords(event), ...counts].filter((words): words is string => words !== null);
}

export function confidenceWords(confidence: number): string {
  const bounded = Math.max(0, Math.min(1, confidence));
  const words = bounded >= 0.85 ? t.confidences.high : bounded >= 0.6 ? t.confidences.fair : t.confidences.low;
  return fill(words, { percent: formatNumber(Math.round(bounded * 100)) });
}
