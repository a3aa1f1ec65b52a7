import { schoolYearOf } from "./calendar.ts";
import { EFFECT_ON_GIRLS_SHARE } from "./truths.ts";
import type { Row } from "./writeCsv.ts";

const yearOf = (schoolYear: string) => Number(schoolYear.slice(0, 4));

/** School years from a lecture for a stage until its eldest pupils are in the first year of stage 3; those of stage 3 had chosen. */
const YEARS_UNTIL_ENTRY: Record<string, number> = { "1": 3, "2": 1 };

/**
 * By site (`school_id site_id`), the first school year whose February count, in the first year of stage 3, can show a STEM-OvK lecture that
 * was held there; a lecture for an unknown stage can have been for the second.
 */
export function firstTreated(lectures: readonly Row[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { status, programme, held_on, stage, school_id, site_id } of lectures) {
    const wait = YEARS_UNTIL_ENTRY[String(stage ?? "2")];
    if (status !== "held" || programme !== "stem_ovk" || wait === undefined) continue;
    const next = yearOf(schoolYearOf(String(held_on))) + wait;
    const site = `${school_id} ${site_id}`;
    const known = first.get(site);
    if (known === undefined || next < yearOf(known)) first.set(site, `${next}-${next + 1}`);
  }
  return first;
}

/** The true effect on the girls' share in STEM so many counts after the first that can show it; 0 before. */
export function effectAfter(counts: number): number {
  if (counts < 0) return 0;
  return EFFECT_ON_GIRLS_SHARE[Math.min(counts, EFFECT_ON_GIRLS_SHARE.length - 1)] ?? 0;
}

/** The true effect at a site's count in a school year. */
export const effectAt = (first: string | undefined, schoolYear: string): number =>
  first === undefined ? 0 : effectAfter(yearOf(schoolYear) - yearOf(first));

/** The true simple aggregate: the mean effect over all counts of treated schools up to the last year, by their number in each first year. */
export function trueSimpleEffect(schoolsByFirstYear: ReadonlyMap<number, number>, lastYear: number): number {
  let [effect, counts] = [0, 0];
  for (const [year, schools] of schoolsByFirstYear)
    for (let since = 0; year + since <= lastYear; since++) {
      effect += schools * effectAfter(since);
      counts += schools;
    }
  return effect / counts;
}
