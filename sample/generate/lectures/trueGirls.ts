import { normalCdf } from "../../../statistics/distributions/normal.ts";
import { GIRLS_IN_LECTURES, GIRLS_SPREAD } from "../truths.ts";

/** The girls' share expected of a lecture: the mean of a normal share that is kept from falling below 0. */
export function trueGirlsShare(programme: keyof typeof GIRLS_IN_LECTURES, track: string): number {
  const middle = GIRLS_IN_LECTURES[programme][track as keyof (typeof GIRLS_IN_LECTURES)["ovk"]];
  const place = middle / GIRLS_SPREAD;
  const density = Math.exp((-place * place) / 2) / Math.sqrt(2 * Math.PI);
  return middle * normalCdf(place) + GIRLS_SPREAD * density;
}
