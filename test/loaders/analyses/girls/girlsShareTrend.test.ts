import { describe, expect, it } from "vitest";
import { comparableYears, girlsLine } from "../../../../loaders/analyses/girls/girlsLine.ts";
import { schoolYearFrom, type YearCount } from "../../../../loaders/analyses/girls/girlsSeries.ts";
import { targetYearRows } from "../../../../loaders/analyses/girls/girlsShareTargetYear.ts";
import { trendRows } from "../../../../loaders/analyses/girls/girlsShareTrend.ts";

const PUPILS = 1_000_000;
const expit = (x: number) => 1 / (1 + Math.exp(-x));

/** Years from 2010 on whose logit lies on `level + slope x t`, lower by `fall` from the break on. */
const series = (n: number, { level = -1, slope = 0.05, breaks = [] as number[], fall = 0 } = {}): YearCount[] =>
  Array.from({ length: n }, (_, t) => ({
    ...{ school_year: schoolYearFrom(2010 + t), start: 2010 + t, pupils: PUPILS },
    girls: Math.round(PUPILS * expit(level + slope * t - (breaks.length > 0 && t >= (breaks[0] ?? 0) ? fall : 0))),
    status: breaks.includes(t) ? "b" : null,
    is_transition: false,
    shared_with_last: 0,
  }));
/** Years from 2010 on with these shares. */
const counted = (shares: readonly number[]): YearCount[] =>
  series(shares.length).map((year, i) => ({ ...year, girls: Math.round(PUPILS * (shares[i] ?? 0)) }));
const steps = (n: number, from: number, by: number) => Array.from({ length: n }, (_, i) => from + by * i);
const target = (share: number) => ({
  target: share,
  target_period: "2012-2013",
  baseline_period: null,
  source: "a plan",
});
const third = [target(1 / 3)];

describe("the line through the girls' share", () => {
  it("finds a straight logit again, and names the year of the first count after the target is reached", () => {
    const [row] = targetYearRows(series(6), third);
    // logit(1/3) = -0.693 = -1 + 0.05 t at t = 6.14, so the count of February 2018
    expect(row?.slope).toBeCloseTo(0.05, 5);
    expect(row).toMatchObject({
      ...{ reached_year: "2017-2018", walk_year: "2017-2018", verdict: "agree", is_bounded: true, dispersion: 1 },
      ...{ years: 6, break_year: null, left_out: null, horizon_year: "2021-2022", reason: null },
    });
    expect(row?.share_when_due).toBeCloseTo(expit(-0.9), 5);
  });

  it("says when a count may reach the target beside when the line does, and what the level rests on", () => {
    // 0.28 to 0.32 among 4,000 pupils: a count scatters by 1.5 points to both sides, which the line passes in three years
    const few = (status: (i: number) => "b" | "p" | null) =>
      counted(steps(9, 0.28, 0.005)).map((year, i) => ({
        ...{ ...year, girls: Math.round(4000 * (0.28 + 0.005 * i)), pupils: 4000, status: status(i) },
      }));
    const [row] = targetYearRows(
      few(() => null),
      third,
    );
    const rows = trendRows(few(() => null)).filter(({ is_forecast }) => is_forecast);
    // 0.28 + 0.005 i passes 1/3 at i = 10.7, so the count of i = 11 is the first above it
    expect(row?.reached_year).toBe("2021-2022");
    expect(row?.count_earliest_year).toBe(
      rows.find(({ predicted_upper }) => Number(predicted_upper) >= 1 / 3)?.school_year,
    );
    expect(row?.count_latest_year).toBe(
      rows.find(({ predicted_lower }) => Number(predicted_lower) >= 1 / 3)?.school_year,
    );
    expect(String(row?.count_earliest_year) < String(row?.reached_year)).toBe(true);
    expect(String(row?.count_latest_year) > String(row?.reached_year)).toBe(true);
    expect(row).toMatchObject({ counts_since_break: null, provisional_since_break: null });
    const [broken] = targetYearRows(
      few((i) => (i === 6 ? "b" : i === 8 ? "p" : null)),
      third,
    );
    expect(broken).toMatchObject({ break_year: "2016-2017", counts_since_break: 3, provisional_since_break: 1 });
  });

  it("steps at a break instead of taking it for a trend", () => {
    const years = series(8, { breaks: [4], fall: 0.2 });
    const [row] = targetYearRows(years, third);
    // -1.2 + 0.05 t reaches -0.693 at t = 10.14
    expect(row?.slope).toBeCloseTo(0.05, 5);
    expect(row?.step).toBeCloseTo(-0.2, 5);
    expect(row).toMatchObject({ break_year: "2014-2015", reached_year: "2021-2022", walk_year: "2021-2022" });
    const rows = trendRows(years, 50);
    expect(rows.map(({ fitted, share }) => Math.abs(Number(fitted) - Number(share ?? fitted)) < 1e-5)).not.toContain(
      false,
    );
    const { answer } = girlsLine(years);
    expect(answer?.at(2010).share).toBeCloseTo(expit(-1), 5);
    expect(answer?.at(2010).interval?.lower).toBeLessThan(expit(-1));
    expect(answer?.at(2014).share).toBeCloseTo(expit(-1), 5);
  });

  it("leaves out a year in which a new coding was half done, and says which", () => {
    const years = series(9, { breaks: [4, 5], fall: 0.2 });
    expect(comparableYears(years).used.map(({ start }) => start)).not.toContain(2014);
    expect(targetYearRows(years, third)[0]).toMatchObject({ break_year: "2015-2016", left_out: "2014-2015", years: 8 });
    expect(trendRows(years, 50)[4]).toMatchObject({ is_used: false, fitted: null, reason: "left_out_by_break" });
  });

  it("leaves out a half-coded year also where it is the last one counted", () => {
    const years = series(9, { breaks: [8], fall: 0.1 }).map((year, t) => ({ ...year, is_transition: t === 8 }));
    const { used, breakYear } = comparableYears(years);
    expect([used.at(-1)?.school_year, breakYear]).toEqual(["2017-2018", null]);
    expect(targetYearRows(years, third)[0]).toMatchObject({
      ...{ last_year: "2018-2019", left_out: "2018-2019", break_year: null, years: 8, horizon_year: "2025-2026" },
    });
    const rows = trendRows(years, 50);
    expect(rows[8]).toMatchObject({ school_year: "2018-2019", is_used: false, reason: "left_out_by_break" });
    expect(rows.filter(({ is_forecast }) => is_forecast).map(({ school_year }) => school_year)).toEqual(
      Array.from({ length: 7 }, (_, i) => schoolYearFrom(2019 + i)),
    );
  });

  it("keeps a last year with a new coding that is complete", () => {
    const { used, breakYear } = comparableYears(series(9, { breaks: [8] }));
    expect([used.length, breakYear?.start]).toEqual([9, 2018]);
  });

  it("keeps the years since the break before the last", () => {
    const { used, breakYear } = comparableYears(series(12, { breaks: [3, 8] }));
    expect(used.map(({ start }) => start)).toEqual([2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021]);
    expect(breakYear?.start).toBe(2018);
  });

  it("looks no further ahead than it looks back", () => {
    const rows = trendRows(series(6));
    expect(rows.filter(({ is_forecast }) => is_forecast).map(({ school_year }) => school_year)).toEqual([
      ...["2016-2017", "2017-2018", "2018-2019", "2019-2020", "2020-2021", "2021-2022"],
    ]);
    // a future count varies more than the line does
    expect(Number(rows[6]?.predicted_lower)).toBeLessThan(Number(rows[6]?.fitted_lower));
    expect(Number(rows[6]?.predicted_upper)).toBeGreaterThan(Number(rows[6]?.fitted_upper));
    const [row] = targetYearRows(series(6), [target(0.5)]);
    expect(row).toMatchObject({ reached_year: null, walk_year: null, reason: "beyond_horizon", verdict: "agree" });
  });

  it("has no upper limit where the slope is not significant", () => {
    const shares = [0.3, 0.31, 0.295, 0.32, 0.3, 0.312];
    const years = series(6).map((year, i) => ({ ...year, girls: PUPILS * (shares[i] ?? 0) }));
    const [row] = targetYearRows(years, [target(0.32)]);
    expect(row).toMatchObject({ is_bounded: false, latest_year: null });
  });

  it("calls the year uncertain where line and walk differ by more than three years", () => {
    const shares = [0.2, 0.27, 0.28, 0.285, 0.29, 0.285, 0.25];
    const years = series(7).map((year, i) => ({ ...year, girls: PUPILS * (shares[i] ?? 0) }));
    const [row] = targetYearRows(years, [target(0.305)]);
    expect(row?.verdict).toBe("uncertain");
    expect(Number(row?.difference)).toBeGreaterThan(3);
  });

  it("never reaches a target on a falling line", () => {
    const [row] = targetYearRows(series(6, { slope: -0.05 }), third);
    expect(row).toMatchObject({
      ...{ reached_year: null, walk_year: null, reason: "line_does_not_rise", walk_reason: "line_does_not_rise" },
      ...{ verdict: "agree", difference: null },
    });
  });

  it.each<[string, number[], string]>([
    ["a flat share above the target", [0.36, 0.362, 0.36, 0.362, 0.36, 0.362], "2010-2011"],
    ["a share that falls above the target", steps(10, 0.42, -0.003), "2010-2011"],
    ["a share that passed the target years ago", steps(10, 0.31, 0.006), "2014-2015"],
    ["a last count above the target with the line still below", [...steps(9, 0.3, 0.003), 0.335], "2019-2020"],
    ["a share that dipped below it in between", [0.32, 0.34, 0.33, 0.34, 0.35, 0.36], "2011-2012"],
    ["too few years for a line", [0.32, 0.34], "2011-2012"],
  ])("calls the target reached for %s, and names no year to come", (_, shares, met_year) => {
    const [row] = targetYearRows(counted(shares), third);
    expect(row).toMatchObject({
      ...{ first_year: "2010-2011", met_year, is_met: true, verdict: "reached", reason: "target_reached" },
      ...{ reached_year: null, earliest_year: null, latest_year: null, is_bounded: null, difference: null },
      ...{ walk_year: null, walk_reason: null },
    });
  });

  it("takes a share that equals the target for reached", () => {
    expect(targetYearRows(counted([0.2, 0.25]), [target(0.25)])[0]).toMatchObject({ is_met: true });
    expect(targetYearRows(counted([0.2, 0.249999]), [target(0.25)])[0]).toMatchObject({ is_met: false });
  });

  it("looks ahead again where a count reached the target and later ones fell below it", () => {
    const [row] = targetYearRows(counted([0.3, 0.31, 0.3334, 0.32, 0.325, 0.33]), third);
    expect(row).toMatchObject({ met_year: "2012-2013", is_met: false, reached_year: "2016-2017" });
    expect(targetYearRows(counted(steps(6, 0.34, -0.003)), third)[0]).toMatchObject({
      ...{ met_year: "2010-2011", is_met: false, reached_year: null, reason: "line_does_not_rise" },
    });
  });

  it("names no year before the next count, however far back the line crossed the target", () => {
    const [row] = targetYearRows(counted([0.3, 0.308, 0.316, 0.324, 0.332, 0.3332, 0.333]), third);
    expect(row).toMatchObject({
      ...{ is_met: false, met_year: null, is_bounded: true, verdict: "agree", walk_year: "2017-2018" },
      ...{ reached_year: "2017-2018", earliest_year: "2017-2018", latest_year: "2017-2018" },
    });
    expect(Number(row?.difference)).toBeLessThan(1);
    const [fallen] = targetYearRows(counted([0.3, 0.32, 0.335, 0.34, 0.345, 0.35, 0.33]), third);
    expect(fallen).toMatchObject({ met_year: "2012-2013", reached_year: "2017-2018", verdict: "agree" });
  });

  it("says why there is none with few years or without a target", () => {
    expect(targetYearRows(series(4), third)[0]).toMatchObject({ slope: null, reason: "too_few_years" });
    expect(trendRows(series(4)).map(({ reason }) => reason)).toEqual(Array(4).fill("too_few_years"));
    expect(targetYearRows(series(6), [])[0]).toMatchObject({ target: null, years: 6, reason: "no_target" });
    expect(targetYearRows([], third)).toEqual([]);
    expect(trendRows([])).toEqual([]);
  });

  it("takes no notice of a break in the first year", () => {
    expect(comparableYears(series(6, { breaks: [0] })).breakYear).toBeNull();
  });
});
