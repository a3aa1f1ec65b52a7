import { apportion } from "../apportion.ts";
import { countDate } from "../calendar.ts";
import { readReference } from "../reference.ts";
import type { Row } from "../writeCsv.ts";
import {
  branchesOf,
  branchWeight,
  girlsShareOf,
  type Level,
  modernisedIn,
  TRACKS,
  trackWeights,
  YEAR_WEIGHTS,
  YEARS,
} from "./branchModel.ts";

const COUNT_DATES = new Map(YEARS.map((schoolYear) => [schoolYear, countDate(schoolYear)]));

/** A year of a stage in a province, or one of the streams A and B of the first stage. */
interface Class {
  province: string;
  stage: 1 | 2 | 3;
  year: 1 | 2 | 3;
  stream?: "A" | "B";
  pupils: number;
}

const totals = readReference("secondary-enrolment-by-province.csv");
const series = readReference("secondary-enrolment-series.csv");
const published = (schoolYear: string, name: string) =>
  Number(series.find((row) => row.school_year === schoolYear && row.series === name)?.pupils);

/** The years of all stages in each province: real totals, as are the seventh years and the first years A and B of Flanders. */
export function classSizes(schoolYear: string): Class[] {
  const provinces = totals.filter((row) => row.school_year === schoolYear);
  const weights = provinces.map(({ pupils }) => Number(pupils));
  const [seventh, firstA, firstB] = ["zevende_jaar", "eerste_leerjaar_A", "eerste_leerjaar_B"].map((name) =>
    apportion(published(schoolYear, name), weights),
  );
  return provinces.flatMap(({ province = "", pupils }, i): Class[] => {
    const [seven = 0, a = 0, b = 0] = [seventh?.[i], firstA?.[i], firstB?.[i]];
    const [second = 0, ...years] = apportion(Number(pupils) - seven - a - b, YEAR_WEIGHTS);
    const [secondA = 0, secondB = 0] = apportion(second, [a, b]);
    return [
      { province, stage: 1, year: 1, stream: "A", pupils: a },
      { province, stage: 1, year: 1, stream: "B", pupils: b },
      { province, stage: 1, year: 2, stream: "A", pupils: secondA },
      { province, stage: 1, year: 2, stream: "B", pupils: secondB },
      ...years.map((size, k): Class => ({ province, stage: k < 2 ? 2 : 3, year: k % 2 ? 2 : 1, pupils: size })),
      { province, stage: 3, year: 3, pupils: seven },
    ];
  });
}

function rowsOfClass(schoolYear: string, { province, stage, year, pupils }: Class): Row[] {
  const level = (year === 3 ? 2 : stage - 2) as Level;
  const reached = modernisedIn(stage, year);
  const byTrack = apportion(pupils, trackWeights(province, level));
  return TRACKS.flatMap((track, i) => {
    const branches = branchesOf(track, level);
    const sizes = apportion(
      byTrack[i] ?? 0,
      branches.map((branch) => branchWeight(branch, level, schoolYear)),
    );
    return branches.flatMap((branch, j) => {
      const size = sizes[j] ?? 0;
      const girls = Math.round(size * girlsShareOf(branch, province, schoolYear));
      return bySex(schoolYear, province, girls, size, {
        stage,
        year_in_stage: year,
        track: schoolYear >= reached ? branch.finality : track,
        stem_category: branch.category,
        domain: branch.domain,
        status: schoolYear === "2025-2026" ? "p" : schoolYear === reached ? "b" : null,
      });
    });
  });
}

const bySex = (schoolYear: string, province: string, girls: number, all: number, row: Row): Row[] =>
  (["f", "m"] as const).map((sex) => ({
    school_year: schoolYear,
    count_date: COUNT_DATES.get(schoolYear) ?? null,
    definition: "stem_monitor",
    level: "secondary",
    ...row,
    sex,
    province,
    headcount: sex === "f" ? girls : all - girls,
  }));

/** The monitor gives the first stage no STEM label, so all of it stands under no_stem. */
const firstStage = (schoolYear: string, { province, year, stream, pupils }: Class): Row[] =>
  bySex(schoolYear, province, Math.round(pupils * (stream === "A" ? 0.502 : 0.43)), pupils, {
    stage: 1,
    year_in_stage: year,
    stem_category: "no_stem",
    domain: `eerste graad ${stream}`,
    status: schoolYear === "2025-2026" ? "p" : null,
  });

/** Invented enrolments by province whose totals are the real ones. */
export function makeEnrolments(): Row[] {
  return YEARS.flatMap((schoolYear) =>
    classSizes(schoolYear).flatMap((one) =>
      one.stage === 1 ? firstStage(schoolYear, one) : rowsOfClass(schoolYear, one),
    ),
  );
}
