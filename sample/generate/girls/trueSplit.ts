import { group } from "d3-array";
import { branchesOf, branchWeight, girlsShareOf, modernisedIn, TRACKS, trackWeights } from "./branchModel.ts";
import { classSizes } from "./enrolments.ts";

/** Pupils in STEM that the parameters expect, before they are made whole numbers. */
export interface ExpectedCell {
  track: string;
  domain: string;
  province: string;
  girls: number;
  pupils: number;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The expected pupils in STEM in the first and second year of the third stage, by track, domain and province. */
export function expectedStemCells(schoolYear: string): ExpectedCell[] {
  return classSizes(schoolYear).flatMap(({ province, stage, year, pupils }) => {
    if (stage !== 3 || year === 3) return [];
    const tracks = trackWeights(province, 1);
    return TRACKS.flatMap((track, i) => {
      const branches = branchesOf(track, 1);
      const weights = branches.map((branch) => branchWeight(branch, 1, schoolYear));
      return branches.flatMap((branch, j) => {
        if (branch.category !== "stem") return [];
        const size = (pupils * (tracks[i] ?? 0) * (weights[j] ?? 0)) / sum(tracks) / sum(weights);
        const girls = size * girlsShareOf(branch, province, schoolYear);
        const name = schoolYear >= modernisedIn(stage, year) ? branch.finality : track;
        return [{ track: name, domain: branch.domain, province, girls, pupils: size }];
      });
    });
  });
}

/** Girls and boys, all of them and those in STEM, that the parameters expect in the first and second year of the third stage. */
export function expectedCohort(schoolYear: string): Record<"girls" | "girlsInStem" | "boys" | "boysInStem", number> {
  const cells = classSizes(schoolYear).flatMap(({ province, stage, year, pupils }) => {
    if (stage !== 3 || year === 3) return [];
    const tracks = trackWeights(province, 1);
    return TRACKS.flatMap((track, i) => {
      const branches = branchesOf(track, 1);
      const weights = branches.map((branch) => branchWeight(branch, 1, schoolYear));
      return branches.map((branch, j) => {
        const size = (pupils * (tracks[i] ?? 0) * (weights[j] ?? 0)) / sum(tracks) / sum(weights);
        const girls = size * girlsShareOf(branch, province, schoolYear);
        return { isStem: branch.category === "stem", girls, boys: size - girls };
      });
    });
  });
  const stem = cells.filter(({ isStem }) => isStem);
  return {
    ...{ girls: sum(cells.map(({ girls }) => girls)), boys: sum(cells.map(({ boys }) => boys)) },
    ...{ girlsInStem: sum(stem.map(({ girls }) => girls)), boysInStem: sum(stem.map(({ boys }) => boys)) },
  };
}

/** The true girls' share in third-stage STEM. */
export function trueGirlsShare(schoolYear: string): number {
  const cells = expectedStemCells(schoolYear);
  return sum(cells.map(({ girls }) => girls)) / sum(cells.map(({ pupils }) => pupils));
}

/**
 * The true split of the change of the girls' share between two school years into composition and rate (Kitagawa 1955), as fractions, by the
 * strata that `stratumOf` tells. Domains mean the same in all years; tracks do not, for finalities took their place.
 */
export function trueSplit(
  before: string,
  after: string,
  stratumOf: (cell: ExpectedCell) => string = ({ domain }) => domain,
): { total: number; composition: number; rate: number } {
  const strata = [before, after].map((schoolYear) => {
    const cells = expectedStemCells(schoolYear);
    const all = sum(cells.map(({ pupils }) => pupils));
    const groups = group(cells, stratumOf);
    return new Map(
      [...groups].map(([stratum, own]) => {
        const pupils = sum(own.map((cell) => cell.pupils));
        return [stratum, { weight: pupils / all, rate: sum(own.map(({ girls }) => girls)) / pupils }] as const;
      }),
    );
  });
  let [composition, rate] = [0, 0];
  for (const [stratum, old] of strata[0] ?? []) {
    const now = strata[1]?.get(stratum);
    if (!now) throw new Error(`stratum only in ${before}: ${stratum}`);
    composition += (now.weight - old.weight) * ((now.rate + old.rate) / 2);
    rate += (now.rate - old.rate) * ((now.weight + old.weight) / 2);
  }
  return { total: composition + rate, composition, rate };
}
