/**
 * Calendar days as integers: days since 1970-01-01, proleptic Gregorian.
 *
 * Everything here is integer arithmetic. A calendar day has no time zone, and
 * a JavaScript Date would give it one.
 */

export interface CivilDate {
  /** Astronomical year: 0 is 1 BC. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export type Unit = "day" | "week" | "month" | "year";

const DAYS_PER_ERA = 146_097;
const EPOCH_OFFSET = 719_468;

/** Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

/** The inverse of {@link dayNumber}: civil_from_days. */
export function civilDate(dayNo: number): CivilDate {
  const z = dayNo + EPOCH_OFFSET;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return next - dayNumber(year, month, 1);
}

/** The same day of the month, `months` later; the month's last day where there is no such day. */
export function addMonths(dayNo: number, months: number): number {
  const { year, month, day } = civilDate(dayNo);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return dayNumber(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

export function advance(dayNo: number, unit: Unit, count: number): number {
  switch (unit) {
    case "day":
      return dayNo + count;
    case "week":
      return dayNo + 7 * count;
    case "month":
      return addMonths(dayNo, count);
    case "year":
      return addMonths(dayNo, 12 * count);
  }
}

/** The first day of the day's week (Monday), month or year. */
export function floorTo(dayNo: number, unit: Unit): number {
  const { year, month } = civilDate(dayNo);
  switch (unit) {
    case "day":
      return dayNo;
    case "week":
      return dayNo - ((((dayNo + 3) % 7) + 7) % 7);
    case "month":
      return dayNumber(year, month, 1);
    case "year":
      return dayNumber(year, 1, 1);
  }
}
