import { fitLogitTrend } from "../statistics/forecast/logitTrend.ts";
import { yearTargetReached } from "../statistics/forecast/yearTargetReached.ts";
import { aggregateEffects } from "../statistics/impact/aggregateEffects.ts";
import { groupTimeEffects } from "../statistics/impact/groupTimeEffects.ts";
import type { Interval } from "../statistics/interval.ts";
import { paceForecast } from "../statistics/pace/paceForecast.ts";
import { yearEndForecast } from "../statistics/pace/yearEndForecast.ts";
import { newcombeInterval } from "../statistics/proportion/newcombe.ts";
import { wilsonInterval } from "../statistics/proportion/wilson.ts";
import {
  drawBeta,
  drawBinomial,
  drawGamma,
  drawNormal,
  drawPoisson,
  type Random,
  seededRandom,
} from "../statistics/random.ts";
import { simulatedPanel } from "./panel.ts";

const RUNS = 2000;
const SEED = 20_250_203;
const holds = (interval: Interval | null, truth: number): boolean | null =>
  interval && truth >= interval.lower && truth <= interval.upper;

/** Part of the runs whose interval holds the truth; runs without an interval are counted beside it. */
function coverage(name: string, run: (random: Random) => boolean | null): void {
  const random = seededRandom(SEED);
  let [held, absent] = [0, 0];
  for (let i = 0; i < RUNS; i++) {
    const outcome = run(random);
    if (outcome === null) absent++;
    else if (outcome) held++;
  }
  const percent = ((100 * held) / (RUNS - absent)).toFixed(1).padStart(5);
  console.log(`${percent} %  ${name}${absent > 0 ? ` (${absent} of ${RUNS} without an interval)` : ""}`);
}

const anyShare = (random: Random): number => 0.05 + 0.9 * random();

for (const n of [20, 100, 1000]) {
  coverage(`Wilson, n = ${n}, share anywhere from 5 to 95 %`, (random) => {
    const p = anyShare(random);
    return holds(wilsonInterval(drawBinomial(random, n, p), n), p);
  });
}
for (const [n1, n2] of [
  [30, 50],
  [200, 150],
  [2000, 2500],
] as const) {
  coverage(`Newcombe, n = ${n1} and ${n2}`, (random) => {
    const [p1, p2] = [anyShare(random), anyShare(random)];
    const interval = newcombeInterval(drawBinomial(random, n1, p1), n1, drawBinomial(random, n2, p2), n2);
    return holds(interval, p1 - p2);
  });
}

const times = Array.from({ length: 11 }, (_, year) => year);
for (const dispersion of [1, 4, 10]) {
  coverage(`Fieller, 11 years of 25,000 pupils from 27 %, dispersion ${dispersion}`, (random) => {
    const trials = times.map(() => 25_000);
    const together = (dispersion - 1) / (25_000 - 1);
    const successes = times.map((time) => {
      const share = 1 / (1 + Math.exp(1 - 0.027 * time));
      const weight = (1 - together) / together;
      const drawn = together > 0 ? drawBeta(random, share * weight, (1 - share) * weight) : share;
      return drawBinomial(random, 25_000, drawn);
    });
    const fit = fitLogitTrend(times, successes, trials);
    const reached = fit && yearTargetReached(fit, 1 / 3);
    const truth = (Math.log(0.5) + 1) / 0.027;
    if (!reached || (reached.lower === null && reached.upper === null)) return null;
    return truth >= (reached.lower ?? -Infinity) && truth <= (reached.upper ?? Infinity);
  });
}

/** Lectures by teaching day of a year; the season peaks earlier in some years than in others. */
function year(random: Random, level: number, days: number): number[] {
  const peak = 0.5 + 0.04 * drawNormal(random);
  const season = Array.from({ length: days }, (_, day) => 1 + 2 * Math.exp(-(((day / days - peak) / 0.25) ** 2)));
  const sum = season.reduce((a, b) => a + b, 0);
  const mean = drawGamma(random, 25) * (level / 25);
  return season.map((part) => drawPoisson(random, (mean * part) / sum));
}

const DAYS = 170;
for (const part of [0.25, 0.5, 0.75]) {
  coverage(`year-end forecast at ${100 * part} % of the days, prior known`, (random) => {
    const elapsed = 0.4 * part + 0.35;
    const total = drawGamma(random, 25) * 4;
    const countSoFar = drawPoisson(random, total * elapsed);
    const actual = countSoFar + drawPoisson(random, total * (1 - elapsed));
    const forecast = yearEndForecast({ shape: 25, rate: 0.25, countSoFar, shareElapsed: elapsed, target: 0 });
    return holds({ lower: forecast.quantile(0.025), upper: forecast.quantile(0.975) }, actual);
  });
  for (const past of [3, 6]) {
    coverage(`year-end forecast at ${100 * part} % of the days, prior and season from ${past} years`, (random) => {
      const years = Array.from({ length: past }, () => year(random, 200, DAYS));
      const now = year(random, 200, DAYS);
      const sum = (days: number[]) => days.reduce((a, b) => a + b, 0);
      const countSoFar = sum(now.slice(0, part * DAYS));
      const forecast = paceForecast(years, { countSoFar, partOfDays: Math.floor(part * DAYS) / DAYS, target: 0 });
      if (forecast === null) return null;
      return holds({ lower: forecast.quantile(0.025), upper: forecast.quantile(0.975) }, sum(now));
    });
  }
}

for (const [schools, kinds] of [
  [100, "100 schools"],
  [400, "400 schools"],
] as const) {
  const kept = new Map<string, (boolean | null)[]>();
  coverage(`ATT overall (simple), ${kinds} × 6 years, not-yet-treated controls`, (random) => {
    const effect = 0.02;
    const panel = simulatedPanel(random, { schools, years: 6, effect });
    const result = groupTimeEffects(panel);
    let simple: boolean | null = null;
    for (const kind of ["simple", "dynamic", "group", "calendar"] as const) {
      const overall = aggregateEffects(result, kind)?.overall;
      const reach = 1.959963984540054 * (overall?.se ?? Number.NaN);
      const held = overall?.se ? Math.abs(overall.att - effect) <= reach : null;
      kept.set(kind, [...(kept.get(kind) ?? []), held]);
      if (kind === "simple") simple = held;
    }
    return simple;
  });
  for (const [kind, outcomes] of kept) {
    const known = outcomes.filter((held) => held !== null);
    const percent = ((100 * known.filter(Boolean).length) / known.length).toFixed(1).padStart(5);
    console.log(`${percent} %  ATT overall (${kind}), ${kinds} × 6 years`);
  }
}
