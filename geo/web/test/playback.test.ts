import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../src/calendar";
import { between, firstRange, interval, moved, nextRange } from "../src/playback";

const domain = { from: 0, to: 99 };

test("play from a window in the middle goes on from there", () => {
  deepEqual(firstRange({ from: 10, to: 20 }, domain, "day", "window"), { from: 10, to: 20 });
  deepEqual(nextRange({ from: 10, to: 20 }, domain, "week", "window"), { from: 17, to: 27 });
});

test("a window over everything first becomes one that can move", () => {
  deepEqual(firstRange(domain, domain, "day", "window"), { from: 0, to: 7 });
  deepEqual(firstRange({ from: 90, to: 99 }, domain, "day", "window"), { from: 0, to: 9 });
  deepEqual(firstRange({ from: 0, to: 2 }, { from: 0, to: 2 }, "week", "window"), { from: 0, to: 2 });
});

test("a window keeps its width and stops at the end", () => {
  deepEqual(nextRange({ from: 85, to: 95 }, domain, "week", "window"), { from: 89, to: 99 });
  equal(nextRange({ from: 89, to: 99 }, domain, "week", "window"), null);
});

test("what adds up keeps its beginning", () => {
  deepEqual(firstRange(domain, domain, "week", "cumulative"), { from: 0, to: 6 });
  deepEqual(nextRange({ from: 0, to: 6 }, domain, "week", "cumulative"), { from: 0, to: 13 });
  deepEqual(nextRange({ from: 0, to: 97 }, domain, "week", "cumulative"), { from: 0, to: 99 });
});

test("a step of a month is a month of the calendar", () => {
  const year = { from: dayNumber(2020, 1, 1), to: dayNumber(2020, 12, 31) };
  deepEqual(
    nextRange({ from: year.from, to: dayNumber(2020, 1, 31) }, year, "month", "cumulative"),
    { from: year.from, to: dayNumber(2020, 2, 29) },
  );
});

test("playing always comes to an end", () => {
  for (const mode of ["window", "cumulative"] as const) {
    for (const unit of ["day", "week", "month", "year"] as const) {
      let range = firstRange(domain, domain, unit, mode);
      let steps = 0;
      for (let next = nextRange(range, domain, unit, mode); next; next = nextRange(range, domain, unit, mode)) {
        range = next;
        steps += 1;
        if (steps > 200) throw new Error("no end");
      }
      equal(range.to, domain.to);
    }
  }
});

test("a moved window stays inside and as wide as it was", () => {
  deepEqual(moved({ from: 10, to: 20 }, domain, 5), { from: 15, to: 25 });
  deepEqual(moved({ from: 10, to: 20 }, domain, -50), { from: 0, to: 10 });
  deepEqual(moved({ from: 10, to: 20 }, domain, 500), { from: 89, to: 99 });
  equal(interval(4) * 4, interval(1));
});

test("between two steps the range moves by whole days and arrives", () => {
  const [a, b] = [{ from: 0, to: 9 }, { from: 7, to: 16 }];
  deepEqual([0, 0.5, 1, 2, -1].map((share) => between(a, b, share)), [a, { from: 3, to: 12 }, b, b, a]);
});
