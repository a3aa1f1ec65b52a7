import { fraction } from "../arguments.ts";

/** Holm's step-down adjustment (Holm 1979) of the p values of several looks, in the order given; an empty list stays empty. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, place) => ({ p: fraction(`pValues[${place}]`, p), place })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length);
  let highest = 0;
  for (const [rank, { p, place }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
    adjusted[place] = highest;
  }
  return adjusted;
}
