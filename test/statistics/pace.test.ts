import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backTestPace } from "../../statistics/pace/backTest.ts";
import { countToDate, paceForecast } from "../../statistics/pace/paceForecast.ts";
import { clumping, paceOfPastTotals, requiredPace } from "../../statistics/pace/prior.ts";
import { registrationDelay } from "../../statistics/pace/registrationDelay.ts";
import { seasonalProfile } from "../../statistics/pace/seasonalProfile.ts";
import { averageForecast, yearEndForecast } from "../../statistics/pace/yearEndForecast.ts";
import { expectFault, notNumbers } from "./fault.ts";

const so = { shape: 20, rate: 0.2, countSoFar: 38, shareElapsed: 0.4, target: 100 };

describe("yearEndForecast", () => {
  it("meets the quantiles and probabilities of R's qnbinom and pnbinom", () => {
    const rows = [
      [20, 0.2, 96, [76, 83, 95, 110, 118], 0.357013156242393],
      [400, 4, 97.7272727272727, [82, 87, 98, 108, 114], 0.405284598585634],
      [0.5, 0.005, 95.037037037037, [74, 80, 94, 111, 120], 0.336197678763779],
    ] as const;
    for (const [shape, rate, mean, quantiles, chance] of rows) {
      const found = yearEndForecast({ ...so, shape, rate });
      expect(found.mean).toBeCloseTo(mean, 11);
      expect([0.025, 0.1, 0.5, 0.9, 0.975].map((p) => found.quantile(p))).toEqual(quantiles);
      expect(found.probabilityOfTarget).toBeCloseTo(chance, 11);
    }
  });

  it("a reached target is certain, and a finished year is known", () => {
    expect(yearEndForecast({ ...so, target: 38 }).probabilityOfTarget).toBe(1);
    const over = yearEndForecast({ ...so, shareElapsed: 1 });
    expect([over.mean, over.quantile(0.975), over.probabilityOfTarget]).toEqual([38, 38, 0]);
  });

  it("the probability of the target falls as the target rises, and quantiles rise with p", () => {
    const start = fc.record({
      shape: fc.double({ min: 0.5, max: 300, noNaN: true }),
      rate: fc.double({ min: 0.01, max: 5, noNaN: true }),
      countSoFar: fc.nat(400),
      shareElapsed: fc.double({ min: 0, max: 1, noNaN: true }),
      target: fc.nat(900),
      dispersion: fc.double({ min: 1, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(start, (year) => {
        const found = yearEndForecast(year);
        const higher = yearEndForecast({ ...year, target: year.target + 10 });
        expect(higher.probabilityOfTarget).toBeLessThanOrEqual(found.probabilityOfTarget);
        expect(found.quantile(0.1)).toBeLessThanOrEqual(found.quantile(0.9));
        expect(found.quantile(0.1)).toBeGreaterThanOrEqual(year.countSoFar);
        expect(found.mean).toBeGreaterThanOrEqual(year.countSoFar);
        expect(found.cdf(found.quantile(0.5))).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(notNumbers(found)).toEqual([]);
      }),
    );
  });

  it("counts in clumps are worth as many separate counts less, and widen the rest", () => {
    const clumped = yearEndForecast({ ...so, dispersion: 3 });
    // shape 20 + 38 / 3 clumps, rate 0.2 × 3 in clumps
    expect(clumped.mean).toBeCloseTo(38 + (3 * (20 + 38 / 3) * 0.6) / (0.6 + 0.4), 12);
    expect(clumped.cdf(40)).toBe(clumped.cdf(38));
    expect(clumped.cdf(38)).toBeCloseTo((1 / 1.6) ** (20 + 38 / 3), 12);
    const plain = yearEndForecast(so);
    expect(clumped.quantile(0.9)).toBeGreaterThan(plain.quantile(0.9));
    expect(clumped.quantile(0.1)).toBeLessThan(plain.quantile(0.1));
  });

  it("refuses wrong arguments by name", () => {
    expectFault(() => yearEndForecast({ ...so, shape: 0 }), "not_positive");
    expectFault(() => yearEndForecast({ ...so, rate: Number.NaN }), "not_a_number");
    expectFault(() => yearEndForecast({ ...so, countSoFar: -1 }), "negative");
    expectFault(() => yearEndForecast({ ...so, countSoFar: 1.5 }), "not_a_count");
    expectFault(() => yearEndForecast({ ...so, shareElapsed: 1.1 }), "not_a_fraction");
    expectFault(() => yearEndForecast(so).quantile(1), "not_a_fraction");
    expectFault(() => averageForecast([]), "not_positive");
  });

  it("an average of equal forecasts is that forecast", () => {
    const one = yearEndForecast(so);
    const both = averageForecast([one, one]);
    expect(both.mean).toBe(one.mean);
    expect(both.quantile(0.9)).toBe(one.quantile(0.9));
    expect(both.probabilityOfTarget).toBe(one.probabilityOfTarget);
  });
});

describe("paceOfPastTotals", () => {
  it("one year gives shape 4; more years keep their mean", () => {
    expect(paceOfPastTotals([200])).toEqual({ shape: 4, rate: 0.02 });
    for (const totals of [
      [180, 220],
      [180, 220, 200],
      [100, 300, 200, 250],
      [200, 200, 200],
    ]) {
      const prior = paceOfPastTotals(totals);
      const mean = totals.reduce((a, b) => a + b, 0) / totals.length;
      expect((prior?.shape ?? 0) / (prior?.rate ?? 1)).toBeCloseTo(mean, 9);
    }
  });

  it("is worked out by hand for three years: variance 400 widened by 4/3 × (4.3027/1.96)²", () => {
    const widened = 400 * (4 / 3) * (4.30265272974946 / 1.95996398454005) ** 2;
    expect(paceOfPastTotals([180, 200, 220])?.shape).toBeCloseTo(200 ** 2 / (widened - 200), 8);
  });

  it("takes the variance of clumps for chance", () => {
    const widened = 400 * (4 / 3) * (4.30265272974946 / 1.95996398454005) ** 2;
    const prior = paceOfPastTotals([180, 200, 220], { dispersion: 5 });
    expect(prior?.shape).toBeCloseTo(200 ** 2 / (widened - 1000), 8);
    expectFault(() => paceOfPastTotals([180, 200], { dispersion: 0 }), "not_positive");
  });

  it("is null without past years or without lectures", () => {
    expect(paceOfPastTotals([])).toBeNull();
    expect(paceOfPastTotals([0, 0])).toBeNull();
    expectFault(() => paceOfPastTotals([-3]), "negative");
  });
});

describe("seasonalProfile", () => {
  it("pools years of different length", () => {
    const profile = seasonalProfile([
      [1, 3],
      [0, 0, 2, 2],
    ]);
    expect(profile?.at(0)).toBe(0);
    expect(profile?.at(0.5)).toBeCloseTo(1 / 8, 12);
    expect(profile?.at(0.75)).toBeCloseTo((2.5 + 2) / 8, 12);
    expect(profile?.at(1)).toBe(1);
  });

  it("never falls", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(9), { maxLength: 40 }), { maxLength: 4 }), (years) => {
        const profile = seasonalProfile(years);
        if (profile === null) {
          expect(years.flat().every((value) => value === 0)).toBe(true);
          return;
        }
        for (const [i, share] of profile.shares.entries()) {
          expect(share).toBeGreaterThanOrEqual((profile.shares[i - 1] ?? 0) - 1e-12);
        }
      }),
    );
  });

  it("is null without lectures", () => {
    expect(seasonalProfile([])).toBeNull();
    expect(seasonalProfile([[], [0, 0]])).toBeNull();
    expectFault(() => seasonalProfile([[1, Number.NaN]]), "not_a_number");
    expectFault(() => seasonalProfile([[1]])?.at(2), "not_a_fraction");
  });
});

describe("the pace of a year", () => {
  const years = [40, 50, 60].map((days) => Array.from({ length: days }, (_, day) => (day % 3 === 0 ? 2 : 1)));

  it("the forecast from past years lies between them when the year runs as they did", () => {
    const found = paceForecast(years, { countSoFar: 33, partOfDays: 0.5, target: 60 });
    expect(found?.mean).toBeGreaterThan(54);
    expect(found?.mean).toBeLessThan(80);
    expect(found?.probabilityOfTarget).toBeGreaterThan(0.5);
    expect(paceForecast([], { countSoFar: 3, partOfDays: 0.5, target: 60 })).toBeNull();
  });

  it("the back-test forecasts each year from the others", () => {
    const rows = backTestPace(years, [0.25, 0.5]);
    expect(rows.length).toBe(6);
    expect(rows.map((row) => row.actual)).toEqual([54, 54, 67, 67, 80, 80]);
    expect(rows.map((row) => row.day)).toEqual([10, 20, 13, 25, 15, 30]);
    for (const row of rows) {
      const days = [40, 50, 60][row.year] ?? 0;
      expect(row.line).toBeCloseTo((row.countSoFar / row.day) * days, 12);
      expect(row.covered).toBe(row.actual >= row.lower && row.actual <= row.upper);
      expect(row.score).toBeGreaterThanOrEqual(0);
    }
    expect(notNumbers(rows)).toEqual([]);
    expect(backTestPace([], [0.5])).toEqual([]);
    expect(backTestPace(years.slice(0, 1), [0.5])).toEqual([]);
  });

  it("the required pace is what is missing over the days left", () => {
    expect(requiredPace(38, 100, 31)).toBe(2);
    expect(requiredPace(100, 100, 0)).toBe(0);
    expect(requiredPace(99, 100, 0)).toBeNull();
    expectFault(() => requiredPace(1, 2, -1), "negative");
  });

  it("the profiles of two years are moved from their mean by √3 times Student's t over the normal at 80 %", () => {
    const past = [
      [4, 6],
      [6, 4],
    ];
    const move = 0.1 * Math.sqrt(3) * (1.376381920471173 / 0.8416212335729143);
    const parts = [0.5 - move, 0.5 + move].map((shareElapsed) =>
      yearEndForecast({ shape: 1000, rate: 100, countSoFar: 5, shareElapsed, target: 11 }),
    );
    const found = paceForecast(past, { countSoFar: 5, partOfDays: 0.5, target: 11 });
    expect(found?.probabilityOfTarget).toBeCloseTo(averageForecast(parts).probabilityOfTarget, 9);
    expect(found?.mean).toBeCloseTo(averageForecast(parts).mean, 9);
  });

  it("clumps weigh less, so that the mean of an early forecast stays near past totals", () => {
    const classes = [5, 6, 7, 8].map((many) => Array.from({ length: 100 }, (_, day) => (day % many === 0 ? 30 : 0)));
    const year = { countSoFar: 0, partOfDays: 0.1, target: 0 };
    const plain = paceForecast(classes, year)?.mean ?? 0;
    const clumped = paceForecast(classes, { ...year, dispersion: 30 })?.mean ?? 0;
    expect(plain).toBeLessThan(clumped);
    expect(clumped).toBeGreaterThan(380);
  });

  it("clumping is variance over mean, at least 1", () => {
    expect(clumping([30, 20], { cells: 100 })).toBeCloseTo((900 + 400 - 50 ** 2 / 100) / 99 / 0.5, 12);
    expect(clumping([], { cells: 5 })).toBeNull();
    expectFault(() => clumping([1, 2], { cells: 1 }), "out_of_range");
    expect(clumping([0, 4])).toBe(4);
    expect(clumping([2, 2, 2])).toBe(1);
    expect(clumping([3])).toBeNull();
    expect(clumping([0, 0])).toBeNull();
  });
});

describe("registrationDelay", () => {
  const old = (...delays: number[]) => delays.map((delay) => ({ delay, age: 400 }));

  it("is the plain share where every event is old", () => {
    const found = registrationDelay(old(0, 0, 1, 3));
    expect([-1, 0, 1, 2, 3, 99].map((days) => found?.within(days))).toEqual([0, 0.5, 0.75, 0.75, 1, 1]);
    expect(found?.longest).toBe(3);
  });

  it("lets young events, whose late companions are still to come, raise nothing", () => {
    // Within 2 days: of the two events at least 2 days old one took 2 days, so F(1) = 1 − 1/2; nobody took 1 day: F(0) = 1/2, not 3/4.
    const events = [...old(0, 2), { delay: 0, age: 1 }, { delay: 0, age: 1 }];
    expect([0, 1, 2].map((days) => registrationDelay(events)?.within(days))).toEqual([0.5, 0.5, 1]);
  });

  it("never falls with the days, and lies between 0 and 1", () => {
    const event = fc.tuple(fc.nat(20), fc.nat(20)).map(([delay, more]) => ({ delay, age: delay + more }));
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 40 }), (events) => {
        const found = registrationDelay(events);
        const shares = Array.from({ length: 25 }, (_, days) => found?.within(days) ?? Number.NaN);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(shares.at(-1)).toBe(1);
        expect(shares[0]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("knows nothing of no events, and refuses a delay longer than the age", () => {
    expect(registrationDelay([])).toBeNull();
    expectFault(() => registrationDelay([{ delay: 3, age: 2 }]), "out_of_range");
    expectFault(() => registrationDelay([{ delay: 1.5, age: 2 }]), "not_a_count");
  });
});

describe("countToDate", () => {
  // One past year of 5 lectures on each of 2 days: shape 4, rate 0.4. After the first day half of a year has taken place.
  const past = [[5, 5]];
  const year = { countSoFar: 3, partOfDays: 0.5, target: 0, onRecord: [0.5] };

  it("adds what was held but is not on record, worked by hand", () => {
    // To date the prior has rate 0.4 / 0.5 and half is on record: 3 + (4 + 3) × 0.5 / (0.8 + 0.5).
    expect(countToDate(past, year)?.mean).toBeCloseTo(3 + 3.5 / 1.3, 12);
    // Of the whole year a quarter is on record: 3 + (4 + 3) × 0.75 / (0.4 + 0.25).
    expect(paceForecast(past, year)?.mean).toBeCloseTo(3 + 5.25 / 0.65, 12);
  });

  it("is the count itself where all is on record, and the forecast then too", () => {
    const all = { ...year, onRecord: [1] };
    expect(countToDate(past, all)?.mean).toBe(3);
    expect(countToDate(past, all)?.quantile(0.9)).toBe(3);
    const { onRecord: _, ...plain } = year;
    expect(paceForecast(past, all)?.mean).toBe(paceForecast(past, plain)?.mean);
  });

  it("expects more the less is on record, and never less than was counted", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const pastYears = fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        pastYears,
        fc.array(share, { minLength: 3, maxLength: 3 }),
        fc.nat(20),
        (years, onRecord, countSoFar) => {
          const so = { countSoFar, partOfDays: 0.5, target: 0 };
          const found = countToDate(years, { ...so, onRecord });
          const less = countToDate(years, { ...so, onRecord: onRecord.map((part) => part / 2) });
          if (found === null || less === null) return;
          expect(found.mean).toBeGreaterThanOrEqual(countSoFar - 1e-9);
          expect(less.mean).toBeGreaterThanOrEqual(found.mean - 1e-9);
        },
      ),
    );
  });
});
