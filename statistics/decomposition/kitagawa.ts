import { finite, notNegative } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { total } from "../interval.ts";

export interface Stratum {
  stratum: string;
  /** Share of all pupils that are in this stratum; the weights of a year add up to 1. */
  weight: number;
  /** Share inside the stratum; null when nobody is in it. */
  rate: number | null;
}

export interface Decomposition {
  total: number;
  composition: number;
  rate: number;
  byStratum: { stratum: string; composition: number; rate: number; inOneYearOnly: boolean }[];
}

interface Side {
  weight: number;
  rate: number | null;
}

function sides(argument: string, strata: readonly Stratum[]): Map<string, Side> {
  const found = new Map<string, Side>();
  for (const { stratum, weight, rate } of strata) {
    const place = `${argument}.${stratum}`;
    notNegative(`${place}.weight`, weight);
    if (rate !== null) finite(`${place}.rate`, rate);
    else if (weight > 0) throw new StatisticsError("rate_missing", place, weight);
    if (found.has(stratum)) throw new StatisticsError("duplicate", argument, stratum);
    found.set(stratum, { weight, rate });
  }
  const sum = total([...found.values()].map((side) => side.weight));
  if (Math.abs(sum - 1) > 1e-6) throw new StatisticsError("weights_do_not_add_up", argument, sum);
  return found;
}

const overall = (strata: Map<string, Side>): number =>
  total([...strata.values()].map(({ weight, rate }) => weight * (rate ?? 0)));

/**
 * Change of a share split into composition Σ(w₁ − w₀)(g₀ + g₁)/2 and rate Σ(g₁ − g₀)(w₀ + w₁)/2, exact and without remainder (Kitagawa 1955;
 * Das Gupta 1993); a stratum's composition part is taken from the overall share, so it does not depend on the origin. A stratum without
 * pupils in one year counts as composition and is marked. Null when either year has no strata.
 */
export function kitagawa(before: readonly Stratum[], after: readonly Stratum[]): Decomposition | null {
  if (before.length === 0 || after.length === 0) return null;
  const [old, now] = [sides("before", before), sides("after", after)];
  const middle = (overall(old) + overall(now)) / 2;
  const byStratum = [...new Set([...old.keys(), ...now.keys()])].map((stratum) => {
    const [w0, w1] = [old.get(stratum)?.weight ?? 0, now.get(stratum)?.weight ?? 0];
    const [r0, r1] = [old.get(stratum)?.rate ?? null, now.get(stratum)?.rate ?? null];
    const [g0, g1] = [r0 ?? r1 ?? 0, r1 ?? r0 ?? 0];
    return {
      stratum,
      composition: (w1 - w0) * ((g0 + g1) / 2 - middle),
      rate: ((g1 - g0) * (w0 + w1)) / 2,
      inOneYearOnly: w0 > 0 !== w1 > 0,
    };
  });
  const rate = total(byStratum.map((part) => part.rate));
  const change = overall(now) - overall(old);
  return { total: change, composition: change - rate, rate, byStratum };
}

/**
 * Kitagawa year by year, and the sums of its steps; the sums differ from the end-to-end split, so show both.
 * Null with fewer than two years or when a year has no strata.
 */
export function kitagawaChain(
  years: readonly (readonly Stratum[])[],
): { total: number; composition: number; rate: number; steps: Decomposition[] } | null {
  const steps: Decomposition[] = [];
  for (const [i, after] of years.slice(1).entries()) {
    const step = kitagawa(years[i] as readonly Stratum[], after);
    if (step === null) return null;
    steps.push(step);
  }
  if (steps.length === 0) return null;
  return {
    total: total(steps.map((step) => step.total)),
    composition: total(steps.map((step) => step.composition)),
    rate: total(steps.map((step) => step.rate)),
    steps,
  };
}
