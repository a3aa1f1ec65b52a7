import { notNegative } from "../arguments.ts";

/** Girls and boys of a cohort, all of them and those in STEM. */
export interface CohortCounts {
  girls: number;
  girlsInStem: number;
  boys: number;
  boysInStem: number;
}

export interface ThreeParts {
  total: number;
  girls: number;
  boys: number;
  ratio: number;
}

/**
 * Change of the girls' share in STEM split by what moved it: girls' participation, boys' participation and the number of girls for each boy. The
 * odds of the share are the product of the first, the inverse of the second and the third, so that on the log odds the split is exact and its
 * steps add up. `points` (fractions) is each part times the change of the share over that of the log odds, the logarithmic mean
 * of Ang (2004, LMDI), exact too. Null where one of the counts is 0.
 */
export function shareByThree(
  before: CohortCounts,
  after: CohortCounts,
): { logOdds: ThreeParts; points: ThreeParts } | null {
  for (const [year, counts] of Object.entries({ before, after }))
    for (const [name, value] of Object.entries(counts)) notNegative(`${year}.${name}`, value);
  if ([before, after].some((counts) => Object.values(counts).some((value) => value === 0))) return null;
  const girls = Math.log(after.girlsInStem / after.girls) - Math.log(before.girlsInStem / before.girls);
  const boys = Math.log(before.boysInStem / before.boys) - Math.log(after.boysInStem / after.boys);
  const ratio = Math.log(after.girls / after.boys) - Math.log(before.girls / before.boys);
  const shareOf = ({ girlsInStem, boysInStem }: CohortCounts) => girlsInStem / (girlsInStem + boysInStem);
  const [old, now] = [shareOf(before), shareOf(after)];
  const total = Math.log(after.girlsInStem / after.boysInStem) - Math.log(before.girlsInStem / before.boysInStem);
  const slope = Math.abs(total) < 1e-9 ? old * (1 - old) : (now - old) / total;
  return {
    logOdds: { total, girls, boys, ratio },
    points: { total: now - old, girls: girls * slope, boys: boys * slope, ratio: ratio * slope },
  };
}
