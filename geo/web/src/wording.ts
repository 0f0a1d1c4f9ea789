/** What the card says, as sentences from the event's own values. Nothing is added that the values do not say. */

import type { Details } from "./table";
import { formatNumber } from "./format";

/** Countries whose first-level divisions are states, which "province" would misname. */
const STATES = new Set(["AU", "BR", "DE", "FM", "IN", "MM", "MX", "MY", "NG", "PW", "SD", "SS", "US", "VE"]);
const NAMES_ITS_KIND =
  /\b(province|governorate|state|region|district|county|oblast|department|prefecture|territory|republic|krai|emirate|municipality|division|islands?)\b/i;

let regionNames: Intl.DisplayNames | null | undefined;

/** The English name of an ISO 3166-1 code, or the code itself. */
export function countryName(code: string | null): string | null {
  if (code === null) return null;
  if (regionNames === undefined) {
    regionNames = typeof Intl.DisplayNames === "function" ? new Intl.DisplayNames(["en"], { type: "region" }) : null;
  }
  if (!/^[A-Za-z]{2}$/.test(code)) return code;
  return regionNames?.of(code.toUpperCase()) ?? code;
}

export function statusWords(status: string): string {
  const words: Record<string, string> = {
    reported: "Reported",
    planned: "Planned",
    threatened: "Threatened",
    hypothetical: "Hypothetical",
    denied: "Denied",
    historical: "Past event recalled",
  };
  return words[status] ?? status;
}

export function datePrecisionWords(precision: string | null, severalDays = false): string | null {
  switch (precision) {
    case null:
      return null;
    case "day":
      return severalDays ? "days known" : "day known";
    case "week":
    case "month":
    case "season":
    case "quarter":
      return `${precision} known, day not`;
    case "year":
    case "decade":
    case "century":
      return `only the ${precision} known`;
    default:
      return `known to the ${precision}`;
  }
}

const within = (name: string, kind: string): string =>
  NAMES_ITS_KIND.test(name) ? `somewhere in ${name}` : `somewhere in ${name} ${kind}`;

const kilometres = (km: number): string => (km >= 10 ? formatNumber(Math.round(km)) : String(Math.round(km * 10) / 10));

type PlaceFields = Pick<Details, "geoPrecision" | "radiusKm" | "admin1" | "admin2" | "country" | "location">;

/** UCDP where_prec in words. */
export function placePrecisionWords(place: PlaceFields): string | null {
  const radius = place.radiusKm;
  switch (place.geoPrecision) {
    case 1:
      return radius !== null && radius >= 25 ? `within about ${kilometres(radius)} km` : "town known";
    case 2:
      return `within about ${kilometres(radius !== null && radius > 0 ? radius : 25)} km`;
    case 3: {
      const name = place.admin2 ?? place.location;
      return name === null ? "district only" : within(name, "district");
    }
    case 4: {
      const name = place.admin1 ?? place.location;
      if (name === null) return "province only";
      return STATES.has(place.country ?? "") ? `somewhere in ${name}` : within(name, "province");
    }
    case 5:
      return "a wider region, not a point";
    case 6:
      return "country only";
    case 7:
      return "at sea or across borders";
    default:
      return radius !== null && radius > 0 ? `within about ${kilometres(radius)} km` : null;
  }
}

/** "town known" must not stand where no place was resolved at all. */
export const UNRESOLVED = "place not resolved";

type FatalityFields = Pick<Details, "fatalities" | "fatalitiesLow" | "fatalitiesHigh">;

function killed(event: FatalityFields): string | null {
  const { fatalities: best, fatalitiesLow: low, fatalitiesHigh: high } = event;
  const say = formatNumber;
  if (low !== null && high !== null && low !== high) {
    const range = `${say(Math.min(low, high))} to ${say(Math.max(low, high))}`;
    return best !== null && best !== low && best !== high ? `${say(best)} killed (${range})` : `${range} killed`;
  }
  if (low !== null && high === null) {
    return best === null || best === low ? `at least ${say(low)} killed` : `${say(best)} killed (at least ${say(low)})`;
  }
  if (high !== null && low === null) {
    return best === null || best === high ? `up to ${say(high)} killed` : `${say(best)} killed (up to ${say(high)})`;
  }
  const value = best ?? low;
  if (value === null) return null;
  return value === 0 ? "no one killed" : `${say(value)} killed`;
}

type CasualtyFields = FatalityFields & Pick<Details, "injured" | "displaced" | "missing" | "captured">;

export function casualtyWords(event: CasualtyFields): string[] {
  const words = [killed(event)];
  const count = (value: number | null, verb: string): string | null =>
    value === null ? null : value === 0 ? `no one ${verb}` : `${formatNumber(value)} ${verb}`;
  words.push(
    count(event.injured, "injured"), count(event.missing, "missing"), count(event.captured, "captured"),
    count(event.displaced, "displaced"),
  );
  return words.filter((word): word is string => word !== null);
}

export function confidenceWords(confidence: number): string {
  const bounded = Math.max(0, Math.min(1, confidence));
  const word = bounded >= 0.85 ? "high" : bounded >= 0.6 ? "fair" : "low";
  return `${word}, ${Math.round(bounded * 100)} %`;
}
