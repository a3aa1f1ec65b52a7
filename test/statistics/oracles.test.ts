import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { attack } from "../../disclosure/audit.ts";
import { flowIntervals } from "../../disclosure/flowIntervals.ts";
import { groupAttributes } from "../../disclosure/groupAttributes.ts";
import { sumProtection } from "../../disclosure/magnitude.ts";
import { protectTable } from "../../disclosure/protect.ts";
import { isoWeek, schoolYearOf } from "../../statistics/calendar/dates.ts";
import { easterSunday, schoolHolidays } from "../../statistics/calendar/holidays.ts";
import { enrolmentCountDate } from "../../statistics/calendar/teachingDays.ts";
import { sumIsSafe } from "../../statistics/concentration.ts";
import { kitagawa } from "../../statistics/decomposition/kitagawa.ts";
import { decomposeProduct } from "../../statistics/decomposition/product.ts";
import { fitLogit } from "../../statistics/forecast/logit.ts";
import { fitLogitTrend } from "../../statistics/forecast/logitTrend.ts";
import { yearTargetReached } from "../../statistics/forecast/yearTargetReached.ts";
import { haversineKm } from "../../statistics/geo.ts";
import { aggregateEffects } from "../../statistics/impact/aggregateEffects.ts";
import { groupTimeEffects } from "../../statistics/impact/groupTimeEffects.ts";
import { minimumDetectableEffect } from "../../statistics/impact/power.ts";
import { minimumAssignment } from "../../statistics/matching/minimumAssignment.ts";
import { yearEndForecast } from "../../statistics/pace/yearEndForecast.ts";
import { twoProportionTest } from "../../statistics/proportion/comparison.ts";
import { newcombeInterval } from "../../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../../statistics/proportion/wilson.ts";
import { reachBounds } from "../../statistics/reach/reachBounds.ts";
import { cronbachAlpha } from "../../statistics/survey/cronbachAlpha.ts";
import { netPromoterScore } from "../../statistics/survey/netPromoterScore.ts";
import { cochranArmitage } from "../../statistics/trend/cochranArmitage.ts";
import { exposed } from "../disclosure/exposed.ts";
import { highsSolver, pattern, placesWhere, published, withMargins } from "../disclosure/tables.ts";
import * as distributions from "./allDistributions.ts";

const folder = process.env.STEMPEIL_ORACLES;
if (!folder) console.warn("SKIPPED: the published numbers are not checked; STEMPEIL_ORACLES names no folder");

const worst = new Map<string, number>();
/** Holds a number to its oracle and keeps the largest deviation by file, relative above 1e-3 and absolute otherwise. */
function hold(file: string, found: number | null | undefined, wanted: number, tolerance: number, absolute = false) {
  const off =
    absolute || wanted === 0 ? Math.abs((found ?? Number.NaN) - wanted) : Math.abs((found ?? Number.NaN) / wanted - 1);
  expect(off, `${file}: ${found} for ${wanted}`).toBeLessThanOrEqual(tolerance);
  worst.set(file, Math.max(worst.get(file) ?? 0, off));
}

const text = (file: string) => readFileSync(join(folder as string, file), "utf8");
const json = (file: string) => JSON.parse(text(file));
const csv = (file: string): Record<string, string>[] => {
  const [head, ...lines] = text(file).trim().replaceAll('"', "").split(/\r?\n/);
  const names = (head as string).split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, i) => [name, cells[i] as string]));
  });
};
const FOUR_DECIMALS = 5e-5;
const FULL = 1e-9;
const GLM = 1e-8;

describe.skipIf(!folder)("the published numbers", () => {
  afterAll(() => {
    for (const [file, off] of worst) console.info(`${file}: largest deviation ${off.toExponential(1)}`);
  });

  it("the folder is there", () => {
    expect(existsSync(folder as string)).toBe(true);
  });

  it("distributions agree with R", () => {
    const file = "dist/r_distributions.csv";
    const d = distributions;
    const known: Record<string, (...values: number[]) => number> = {
      qnorm: (p) => d.normalQuantile(p as number),
      pnorm: (z) => d.normalCdf(z as number),
      qt: (p, df) => d.studentTQuantile(p as number, df as number),
      pchisq_upper: (x, df) => d.chiSquaredUpper(x as number, df as number),
      qf: (p, a, b) => d.fQuantile(p as number, a as number, b as number),
      qbeta: (p, a, b) => d.betaQuantile(p as number, a as number, b as number),
      pbeta: (x, a, b) => d.betaCdf(x as number, a as number, b as number),
      pgamma_shape_rate1: (x, shape) => d.gammaCdf(x as number, shape as number),
      qnbinom_mu: (p, size, mu) => d.negativeBinomialQuantile(p as number, size as number, meanToProb(size, mu)),
      pnbinom_mu: (k, size, mu) => d.negativeBinomialCdf(k as number, size as number, meanToProb(size, mu)),
      dnbinom_mu: (k, size, mu) => d.negativeBinomialPmf(k as number, size as number, meanToProb(size, mu)),
      pbinom: (k, n, p) => d.binomialCdf(k as number, n as number, p as number),
    };
    const meanToProb = (size = 1, mu = 1) => size / (size + mu);
    const rows = csv(file);
    expect(rows.length).toBeGreaterThan(100);
    for (const { fn = "", args = "", value = "" } of rows) {
      const compute = known[fn];
      expect(compute, fn).toBeDefined();
      hold(file, compute?.(...args.split(" ").map(Number)), Number(value), FULL);
    }
  });

  it("Wilson and Newcombe agree with the tables of Newcombe 1998", () => {
    const file = "proportions/wilson_newcombe.json";
    const { wilson_single, newcombe_difference, two_proportion_test: test } = json(file);
    for (const { x, n, wilson, wilson_cc, wilson_full } of wilson_single.cases) {
      const plain = wilsonInterval(x, n);
      hold(file, plain?.lower, wilson[0], FOUR_DECIMALS, true);
      hold(file, plain?.upper, wilson[1], FOUR_DECIMALS, true);
      if (wilson_full) {
        hold(`${file} full`, plain?.lower, wilson_full[0], FULL);
        hold(`${file} full`, plain?.upper, wilson_full[1], FULL);
      }
      if (!wilson_cc) continue;
      const corrected = wilsonInterval(x, n, { continuity: true });
      hold(file, corrected?.lower, wilson_cc[0], FOUR_DECIMALS, true);
      hold(file, corrected?.upper, wilson_cc[1], FOUR_DECIMALS, true);
    }
    const { cases, cc_cases } = newcombe_difference;
    for (const [list, continuity] of [
      [cases, false],
      [cc_cases, true],
    ] as const) {
      for (const { x1, n1, x2, n2, lo, hi } of list) {
        const interval = newcombeInterval(x1, n1, x2, n2, { continuity });
        hold(file, interval?.lower, lo, FOUR_DECIMALS, true);
        hold(file, interval?.upper, hi, FOUR_DECIMALS, true);
      }
    }
    const found = twoProportionTest(test.x[0], test.n[0], test.x[1], test.n[1]);
    hold(`${file} full`, found?.chiSquared, test.chisq, FULL);
    hold(`${file} full`, found?.p, test.p, FULL);
  });

  it("Cochran-Armitage agrees with R and Agresti", () => {
    const file = "trend/cochran_armitage.json";
    for (const { x, n, scores, X2, p, homogeneity_X2, homogeneity_p, M2 } of json(file).cases) {
      const found = cochranArmitage(x, n, scores);
      hold(file, found?.chiSquared, X2, FULL);
      hold(file, found?.p, p, FULL);
      if (homogeneity_X2) hold(file, found?.homogeneity.chiSquared, homogeneity_X2, FULL);
      if (homogeneity_p) hold(file, found?.homogeneity.p, homogeneity_p, FULL);
      const all = (n as number[]).reduce((sum, value) => sum + value, 0);
      if (M2) hold(file, (found?.chiSquared ?? 0) * ((all - 1) / all), M2, FULL);
    }
  });

  it("Kitagawa agrees with the worked examples of Das Gupta 1993", () => {
    const file = "decomposition/kitagawa.json";
    const [headship, earnings] = json(file).cases;
    const year = (weights: number[], rates: number[]) =>
      weights.map((weight, i) => ({ stratum: headship.groups[i], weight: weight / 100, rate: rates[i] as number }));
    const split = kitagawa(year(headship.w0_pct, headship.r0), year(headship.w1_pct, headship.r1));
    const total = split?.total ?? 0;
    hold(file, total, headship.diff, FOUR_DECIMALS, true);
    hold(file, split?.composition, headship.composition_effect, FOUR_DECIMALS, true);
    hold(file, split?.rate, headship.rate_effect, FOUR_DECIMALS, true);
    expect((100 * (split?.composition ?? 0)) / total).toBeCloseTo(headship.composition_pct, 2);
    expect((100 * (split?.rate ?? 0)) / total).toBeCloseTo(headship.rate_pct, 2);
    const product = decomposeProduct({ a: earnings.a[0], b: earnings.b[0] }, { a: earnings.a[1], b: earnings.b[1] });
    expect(product.a).toBeCloseTo(earnings.effect_a, 3);
    expect(product.b).toBeCloseTo(earnings.effect_b, 3);
    expect(product.total).toBeCloseTo(earnings.crude[1] - earnings.crude[0], 1);
    expect((100 * product.a) / product.total).toBeCloseTo(earnings.pct_a, 2);
    expect((100 * product.b) / product.total).toBeCloseTo(earnings.pct_b, 2);
  });

  it("inverse prediction agrees with MASS and R", () => {
    const file = "forecast/glm_inverse_prediction.json";
    const [pooled, males] = json(file).cases;
    const design = pooled.sex.map((sex: string, i: number) => [+(sex === "F"), +(sex === "M"), pooled.ldose[i]]);
    const fit = fitLogit(
      design,
      pooled.dead,
      pooled.dead.map(() => pooled.n),
    );
    const names = ["sexF", "sexM", "ldose"];
    for (const [j, name] of names.entries()) {
      hold(file, fit?.coefficients[j], pooled.coef[name], GLM);
      hold(file, Math.sqrt(fit?.covariance[j]?.[j] ?? 0), pooled.se[name], GLM);
    }
    hold(file, fit?.deviance, pooled.deviance, GLM);
    expect(fit?.degreesOfFreedom).toBe(9);
    const trend = fitLogitTrend(
      pooled.ldose,
      pooled.dead,
      pooled.dead.map(() => pooled.n),
    );
    expect(trend?.slope).toBeGreaterThan(0);
    const v = fit?.covariance ?? [];
    for (const [share, [dose]] of Object.entries(pooled.dose_p_female) as [string, [number, number]][]) {
      const line = {
        intercept: fit?.coefficients[0] ?? 0,
        slope: fit?.coefficients[2] ?? 0,
        covariance: [
          [v[0]?.[0] ?? 0, v[0]?.[2] ?? 0],
          [v[2]?.[0] ?? 0, v[2]?.[2] ?? 0],
        ] as [[number, number], [number, number]],
        dispersion: 1,
        scatter: 1,
        degreesOfFreedom: Number.POSITIVE_INFINITY,
        step: null,
        deviance: 0,
      };
      hold(file, yearTargetReached(line, Number(share)).estimate, dose, GLM);
      const [[v00, v01], [, v11]] = line.covariance;
      const delta = Math.sqrt(v00 + 2 * dose * v01 + dose * dose * v11) / line.slope;
      hold(file, delta, pooled.dose_p_female[share][1], GLM);
    }
    const single = fitLogitTrend(males.t, males.x, males.n);
    if (single === null) throw new Error("no fit");
    hold(file, single.intercept, males.coef[0], GLM);
    hold(file, single.slope, males.coef[1], GLM);
    for (const i of [0, 1] as const) {
      for (const j of [0, 1] as const) hold(file, single.covariance[i][j], males.vcov[i][j], GLM);
    }
    const reached = yearTargetReached(single, 0.5);
    hold(file, reached.estimate, males.ld50, GLM);
    hold(file, reached.lower, males.fieller95[0], GLM);
    hold(file, reached.upper, males.fieller95[1], GLM);
    const g = (distributions.normalQuantile(0.975) ** 2 * single.covariance[1][1]) / single.slope ** 2;
    hold(file, g, males.g, GLM);
  });

  it("the year-end forecast agrees with R", () => {
    const file = "forecast/gamma_poisson_pace.json";
    for (const { a, b, C, F, B, mean, p_reach, "q_total_2.5_10_50_90_97.5": quantiles } of json(file).cases) {
      const found = yearEndForecast({ shape: a, rate: b, countSoFar: C, shareElapsed: F, target: B });
      hold(file, found.mean, mean, FULL);
      hold(file, found.probabilityOfTarget, p_reach, FULL);
      expect([0.025, 0.1, 0.5, 0.9, 0.975].map((p) => found.quantile(p))).toEqual(quantiles);
    }
  });

  it("the beta-binomial agrees with SciPy", () => {
    const file = "forecast/betabinom.json";
    for (const { k, n, a, b, pmf, cdf } of json(file).cases) {
      hold(file, distributions.betaBinomialPmf(k, n, a, b), pmf, FULL);
      hold(file, distributions.betaBinomialCdf(k, n, a, b), cdf, FULL);
    }
  });

  it("questionnaire intervals agree", () => {
    const file = "survey/nps_topbox.json";
    const found = json(file);
    const wilson = found["wilson_effective_n (derived, not published)"];
    const sampled = wilsonInterval(wilson.x, wilson.n, { populationSize: wilson.N });
    hold(file, sampled?.lower, wilson.ci[0], FULL);
    hold(file, sampled?.upper, wilson.ci[1], FULL);
    const plain = wilsonInterval(wilson.x, wilson.n);
    hold(file, plain?.lower, wilson.ci_no_fpc[0], FULL);
    hold(file, plain?.upper, wilson.ci_no_fpc[1], FULL);
    const { promoters, passives, detractors, nps, se, ci } = found["nps_wald (formula of CRAN NPS::nps.test)"];
    const score = netPromoterScore(promoters, passives, detractors);
    hold(file, score?.score, nps, FULL);
    hold(file, score?.se, se, FULL);
    hold(file, score?.interval.lower, ci[0], FULL);
    hold(file, score?.interval.upper, ci[1], FULL);
  });

  it("Cronbach's alpha agrees with psych", () => {
    const file = "reliability/cronbach.json";
    for (const { data, n, k, alpha, std_alpha, feldt95 } of json(file).cases) {
      const found = cronbachAlpha(csv(`reliability/${data}`).map((row) => Object.values(row).map(Number)));
      expect([found?.respondents, found?.items]).toEqual([n, k]);
      hold(file, found?.alpha, alpha, FULL);
      hold(file, found?.standardised, std_alpha, FULL);
      hold(file, found?.interval.lower, feldt95[0], FULL);
      hold(file, found?.interval.upper, feldt95[1], FULL);
    }
  });

  it("effects by group and period and their aggregates agree with R did", () => {
    const rows = csv("did/mpdta.csv").map((row) => ({
      unit: row.countyreal as string,
      period: Number(row.year),
      outcome: Number(row.lemp),
      firstTreated: Number(row["first.treat"]),
    }));
    const result = groupTimeEffects(rows, { controlGroup: "never", basePeriod: "varying" });
    const cells = csv("did/ref_attgt.csv");
    expect(result.cells.map((cell) => [cell.group, cell.period])).toEqual(
      cells.map((cell) => [Number(cell.group), Number(cell.t)]),
    );
    for (const [k, cell] of cells.entries()) {
      hold("did/ref_attgt.csv", result.cells[k]?.att, Number(cell.att), FULL);
      hold("did/ref_attgt.csv", result.cells[k]?.se, Number(cell.se), FULL);
    }
    const simple = aggregateEffects(result, "simple");
    const dynamic = aggregateEffects(result, "dynamic");
    for (const row of csv("did/ref_aggte.csv")) {
      const found = row.type === "simple" ? simple : dynamic;
      hold("did/ref_aggte.csv", found?.overall.att, Number(row.overall_att), FULL);
      hold("did/ref_aggte.csv", found?.overall.se, Number(row.overall_se), FULL);
      if (row.type === "simple") continue;
      const effect = found?.effects.find(({ key }) => key === Number(row.egt));
      hold("did/ref_aggte.csv", effect?.att, Number(row.att_egt), FULL);
      hold("did/ref_aggte.csv", effect?.se, Number(row.se_egt), FULL);
    }
    expect(minimumDetectableEffect(simple?.overall.se ?? null)).toBeCloseTo(0.0337, 4);
  });

  it("reach bounds agree", () => {
    const file = "reach/reach_bounds.json";
    const { cases, published_check: published } = json(file);
    for (const { reach, pairs, frechet, sharp_lp, sainsbury } of cases) {
      const found = reachBounds(reach, pairs);
      for (const [lower, upper] of [frechet, sharp_lp]) {
        hold(file, found?.lower, lower, FULL);
        hold(file, found?.upper, upper, FULL);
      }
      hold(file, found?.independent, sainsbury, FULL);
    }
    hold(file, reachBounds(new Array(400).fill(0.001))?.independent, published.exact, FULL);
  });

  it("great-circle distances agree", () => {
    const file = "geo/haversine.json";
    const { cases, tolerance_km } = json(file);
    for (const { a, b, R_km, km } of cases) {
      const found = haversineKm({ lat: a[0], lon: a[1] }, { lat: b[0], lon: b[1] }, R_km);
      hold(file, found, km, tolerance_km, true);
    }
  });

  it("assignments reach their optimum", () => {
    const file = "assignment/small.json";
    for (const { cost, profit, optimum, min_cost, assignment } of json(file).cases) {
      const costs: number[][] = cost ?? profit;
      const found = minimumAssignment(costs);
      const total = found.reduce((sum: number, column, row) => sum + (costs[row]?.[column ?? -1] ?? Number.NaN), 0);
      hold(file, total, optimum ?? min_cost, 0);
      if (assignment) expect(found).toEqual(assignment);
    }
  });

  it("weeks, school years and holidays agree", () => {
    for (const row of csv("calendar/iso_weeks.csv")) {
      const date = row.date as string;
      expect([date, isoWeek(date), schoolYearOf(date)]).toEqual([
        date,
        { year: Number(row.iso_year), week: Number(row.iso_week), weekday: Number(row.iso_weekday) },
        row.school_year,
      ]);
    }
    const rows = csv("calendar/flemish_holidays_by_rule_2018_2031.csv");
    expect(rows.length).toBe(13);
    for (const row of rows) {
      const year = row.school_year as string;
      const found = schoolHolidays(year, {});
      expect([year, ...found.autumn, ...found.christmas, ...found.carnival, ...found.easter]).toEqual([
        year,
        ...["herfst", "kerst", "krokus", "paas"].flatMap((name) => [row[`${name}_start`], row[`${name}_end`]]),
      ]);
      expect(easterSunday(Number(year.slice(5)))).toBe(row.easter);
      for (const name of ["easter_monday", "ascension", "whit_monday"]) expect(found.days).toContain(row[name]);
      expect(enrolmentCountDate(year)).toBe(row.first_school_day_feb);
    }
    for (const published of json("calendar/published_holidays.json").published) {
      const found = schoolHolidays(published.school_year);
      expect(found.autumn).toEqual(published.herfst);
      expect(found.christmas).toEqual(published.kerst);
      expect(found.carnival).toEqual(published.krokus);
      expect(found.easter).toEqual(published.paas);
      expect(found.days).toContain(published.ascension);
      expect(found.days).toContain(published.whit_monday);
    }
  });

  it("what an attacker works out of suppressed tables agrees with SciPy and the published verdicts", async () => {
    const file = "sdc/cell_suppression.json";
    const solve = await highsSolver();
    const { cases } = json(file);
    expect(cases.length).toBe(8);
    for (const { id, inner, inner_true_any, suppressed, lb, published: told, verdict, ...rest } of cases) {
      const counts = withMargins(inner ?? inner_true_any);
      const hidden = pattern(counts, suppressed);
      const bounds: [number, { cell: [number, number]; true: number; lo: number; hi: number | null }[]][] = [
        [lb, rest.intervals],
        ...(rest.intervals_lb0 ? [[0, rest.intervals_lb0] as [number, typeof rest.intervals]] : []),
      ];
      for (const [lowerBound, intervals] of bounds) {
        const [found] = attack([published(counts, hidden)], { solve, lowerBound });
        expect(found, id).toEqual(flowIntervals(counts, hidden, { lowerBound }));
        expect(placesWhere(counts, (row, column) => found?.[row]?.[column] !== null).length).toBe(intervals.length);
        for (const { cell, true: count, lo, hi } of intervals) {
          const interval = found?.[cell[0]]?.[cell[1]];
          expect(counts[cell[0]]?.[cell[1]], id).toBe(count);
          hold(file, interval?.lower, lo, 0);
          if (hi === null) expect(interval?.upper, id).toBeNull();
          else hold(file, interval?.upper, hi, 0);
        }
      }
      const [attacked] = attack([published(counts, hidden)], { solve, lowerBound: lb });
      if (told) {
        hold(file, attacked?.[told.cell[0]]?.[told.cell[1]]?.lower, told.lo, 0);
        hold(file, attacked?.[told.cell[0]]?.[told.cell[1]]?.upper, told.hi, 0);
      }
      const isExact = attacked?.flat().some((interval) => interval && interval.lower === interval.upper);
      if (/^(UN)?SAFE/.test(verdict)) expect(isExact, id).toBe(verdict.startsWith("UNSAFE"));
      if (rest.alternative_gauss) {
        const [other] = attack([published(counts, pattern(counts, rest.alternative_gauss))], { solve, lowerBound: lb });
        expect(other?.flat().some((interval) => interval && interval.lower === interval.upper)).toBe(false);
      }
      for (const k of [2, 3, 4, 5]) expect(exposed(counts, protectTable(counts, { k }).suppressed, k), id).toEqual([]);
      if (id === "sdctable_microdata1") expect(protectTable(counts, { k: 3 }).suppressed).toEqual(hidden);
    }
  });

  it("rules for sums, subtraction, differencing and group attributes agree with the Handbook on SDC", async () => {
    const file = "sdc/rules_rounding_differencing.json";
    const solve = await highsSolver();
    const { dominance, subtraction, differencing, group_attribute_disclosure: attributes } = json(file);
    expect(dominance.length).toBe(5);
    for (const { rule, X, largest, contributions, unsafe, overestimate_pct, upper_protection_bound } of dominance) {
      const left = X - (largest ?? contributions).reduce((a: number, b: number) => a + b);
      const given: number[] = contributions ?? [...largest, ...new Array(10).fill(left / 10)];
      const [, n, k] = /^\((\d),([\d.]+)\)$/.exec(rule) ?? [];
      const p = Number(/p=([\d.]+)/.exec(rule)?.[1] ?? 0);
      const shares = { one: n === "1" ? Number(k) / 100 : 1, two: n === "2" ? Number(k) / 100 : 1 };
      const { isSafe, isDominated } = sumIsSafe(given, { contributors: 1, p, ...shares });
      expect(!isSafe || isDominated, rule).toBe(unsafe);
      const found = sumProtection(given, { p, one: Number(k ?? 90) / 100, two: Number(k ?? 90) / 100 });
      if (overestimate_pct) hold(`${file} in %`, 100 * (found?.overestimate ?? 0), overestimate_pct, 0.05, true);
      if (upper_protection_bound) hold(`${file} bound`, X + (found?.byOne ?? 0), upper_protection_bound, 0.005, true);
    }
    const [[line = []] = []] = attack([{ counts: [[...subtraction.published, null, subtraction.total]] }], { solve });
    for (const limit of ["lower", "upper"] as const) hold(file, line[2]?.[limit], subtraction.recovered, 0);
    const { area_2001, area_1991, revealed } = differencing;
    const nested = (area_2001 as number[][]).flatMap((row, i) =>
      row.map((value, j) => ({
        counts: [[value, null, area_1991[i][j] as number]],
        revealed: revealed[i][j] as number,
      })),
    );
    for (const [i, [difference]] of attack(nested, { solve, lowerBound: 0 }).entries()) {
      for (const limit of ["lower", "upper"] as const)
        hold(file, difference?.[1]?.[limit], nested[i]?.revealed ?? -1, 0);
    }
    expect(
      groupAttributes(attributes.table).map(({ group, category, members, toldTo }) => [
        attributes.rows[group],
        attributes.cols[category],
        members,
        toldTo,
      ]),
    ).toEqual([
      ["Married", "Full time", 6, "anyone"],
      ["Divorced", "Full time", 5, "the other member"],
    ]);
  });
});
