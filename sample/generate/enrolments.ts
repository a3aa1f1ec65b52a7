import { apportion } from "./apportion.ts";
import { BRANCHES, type Branch, LEANINGS, type OldTrack, TRACK_SHARES } from "./branches.ts";
import { countDate, schoolYears } from "./calendar.ts";
import { readReference } from "./reference.ts";
import type { Row } from "./writeCsv.ts";

const YEARS = schoolYears(2016, 2025);
const COUNT_DATES = new Map(YEARS.map((schoolYear) => [schoolYear, countDate(schoolYear)]));
const TRACKS: OldTrack[] = ["aso", "tso", "bso", "kso"];
/** Small ups and downs of the girls' share, so that no series is a ruler's line. */
const WIGGLE = [1, 1.003, 0.997, 1.002, 1.006, 0.998, 1.001, 1.004, 0.999, 1.002];
/** Small ups and downs of the share that chooses STEM. */
const APPEAL = [0.985, 1, 0.992, 0.99, 0.996, 0.988, 0.994, 0.991, 1, 0.998];
/** The school year in which the finalities reach a year of a stage; the seventh year came last. */
const MODERNISED: Record<string, string> = {
  "2.1": "2021-2022",
  "2.2": "2022-2023",
  "3.1": "2023-2024",
  "3.2": "2024-2025",
  "3.3": "2025-2026",
};
/** Pupils of the second year of stage 1, both years of stage 2 and both of stage 3, against one another. */
const YEAR_WEIGHTS = [200, 203, 203, 200, 194];

interface Class {
  stage: 1 | 2 | 3;
  year: 1 | 2 | 3;
  pupils: number;
}

const series = readReference("secondary-enrolment-series.csv");
const published = (schoolYear: string, name: string) =>
  Number(series.find((row) => row.school_year === schoolYear && row.series === name)?.pupils);

function rowsOfClass(schoolYear: string, province: string, { stage, year, pupils }: Class): Row[] {
  const t = YEARS.indexOf(schoolYear) / (YEARS.length - 1);
  const appeal = APPEAL[YEARS.indexOf(schoolYear)] ?? 1;
  const level = year === 3 ? 2 : stage - 2;
  const lean = LEANINGS[province] as Record<OldTrack | "girls", number>;
  const reached = MODERNISED[`${stage}.${year}`] ?? "";
  const byTrack = apportion(
    pupils,
    TRACKS.map((track) => (TRACK_SHARES[track][level] ?? 0) * lean[track]),
  );
  return TRACKS.flatMap((track, i) => {
    const branches = BRANCHES.filter((branch) => branch.track === track && (branch.shares[level] ?? 0) > 0);
    const sizes = apportion(
      byTrack[i] ?? 0,
      branches.map(({ shares, category }) => (shares[level] ?? 0) * (category === "stem" ? appeal : 1)),
    );
    return branches.flatMap((branch: Branch, j) => {
      const size = sizes[j] ?? 0;
      const girlsShare = branch.girls[0] + t * (branch.girls[1] - branch.girls[0]);
      const own = branch.category === "stem" ? lean.girls * (WIGGLE[YEARS.indexOf(schoolYear)] ?? 1) : 1;
      const girls = Math.round(size * girlsShare * own);
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
const firstStage = (schoolYear: string, province: string, year: number, stream: "A" | "B", pupils: number): Row[] =>
  bySex(schoolYear, province, Math.round(pupils * (stream === "A" ? 0.502 : 0.43)), pupils, {
    stage: 1,
    year_in_stage: year,
    stem_category: "no_stem",
    domain: `eerste graad ${stream}`,
    status: schoolYear === "2025-2026" ? "p" : null,
  });

/** Invented enrolments by province whose totals are the real ones, as are the seventh years and the first years A and B of Flanders. */
export function makeEnrolments(): Row[] {
  const totals = readReference("secondary-enrolment-by-province.csv");
  return YEARS.flatMap((schoolYear) => {
    const provinces = totals.filter((row) => row.school_year === schoolYear);
    const weights = provinces.map(({ pupils }) => Number(pupils));
    const [seventh, firstA, firstB] = ["zevende_jaar", "eerste_leerjaar_A", "eerste_leerjaar_B"].map((name) =>
      apportion(published(schoolYear, name), weights),
    );
    return provinces.flatMap(({ province = "", pupils }, i) => {
      const [seven = 0, a = 0, b = 0] = [seventh?.[i], firstA?.[i], firstB?.[i]];
      const [second = 0, ...years] = apportion(Number(pupils) - seven - a - b, YEAR_WEIGHTS);
      const [secondA = 0, secondB = 0] = apportion(second, [a, b]);
      const classes = years.map((size, k): Class => ({ stage: k < 2 ? 2 : 3, year: k % 2 ? 2 : 1, pupils: size }));
      return [
        ...firstStage(schoolYear, province, 1, "A", a),
        ...firstStage(schoolYear, province, 1, "B", b),
        ...firstStage(schoolYear, province, 2, "A", secondA),
        ...firstStage(schoolYear, province, 2, "B", secondB),
        ...[...classes, { stage: 3, year: 3, pupils: seven } as const].flatMap((one) =>
          rowsOfClass(schoolYear, province, one),
        ),
      ];
    });
  });
}
