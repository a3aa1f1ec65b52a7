import { group } from "d3-array";
import { apportion } from "../apportion.ts";
import type { School } from "../lectures/schools.ts";
import { createRandom, type Random } from "../random.ts";
import { readReference } from "../reference.ts";
import { effectAt, firstTreated } from "../trueEffects.ts";
import { SCHOOL_NOISE, SELECTION_ON_LEVEL } from "../truths.ts";
import type { Row } from "../writeCsv.ts";
import { settle } from "./settle.ts";

/** Kinds of schools: how common, which part of the pupils is in STEM, and the girls' share there and in the other programmes. */
const KINDS = {
  general: { weight: 38, stem: 0.42, girls: 0.48, otherGirls: 0.6 },
  mixed: { weight: 32, stem: 0.42, girls: 0.3, otherGirls: 0.63 },
  technical: { weight: 27, stem: 0.6, girls: 0.14, otherGirls: 0.66 },
  without_stem: { weight: 3, stem: 0, girls: 0, otherGirls: 0.62 },
};

interface Site extends School {
  province: string;
  size: number;
  stem: number;
  girls: number;
  otherGirls: number;
  first: string | undefined;
}

const around = (random: Random, middle: number, reach: number) => middle + (2 * random.next() - 1) * reach;

function makeSites(random: Random, schools: School[], lectures: Row[]): Site[] {
  const provinces = new Map(readReference("municipalities.csv").map(({ nis, province = "" }) => [nis, province]));
  const treated = firstTreated(lectures);
  return schools
    .filter(({ stages }) => stages.includes("3"))
    .map((school) => {
      const name = random.weighted(Object.keys(KINDS) as (keyof typeof KINDS)[], (key) => KINDS[key].weight);
      const kind = KINDS[name];
      const first = treated.get(`${school.school_id} ${school.site_id}`);
      return {
        ...school,
        province: provinces.get(school.nis) ?? "",
        size: around(random, 1.1, 0.7),
        stem: kind.stem === 0 ? 0 : around(random, kind.stem, 0.08),
        girls: around(random, kind.girls, 0.05) + (first === undefined ? 0 : SELECTION_ON_LEVEL),
        otherGirls: around(random, kind.otherGirls, 0.06),
        first,
      };
    });
}

/** What chance adds to a number of pupils, each of whom is a girl with this probability. */
const chance = (random: Random, pupils: number, share: number) =>
  random.normal(0, SCHOOL_NOISE * Math.sqrt(pupils * Math.max(0.02, share * (1 - share))));

/** The four counts of each site of a province, which add up to those of the province. */
function shareOut(random: Random, sites: Site[], schoolYear: string, totals: Record<"stem" | "no_stem", number[]>) {
  const [stemGirls = 0, stemBoys = 0] = totals.stem;
  const [otherGirls = 0, otherBoys = 0] = totals.no_stem;
  const pupils = apportion(
    stemGirls + stemBoys + otherGirls + otherBoys,
    sites.map(({ size }) => size * around(random, 1, 0.08)),
  );
  const stem = settle(
    stemGirls + stemBoys,
    sites.map((site, i) => (pupils[i] ?? 0) * site.stem * around(random, 1, 0.08)),
    sites.map((site, i) => (site.stem === 0 ? 0 : (pupils[i] ?? 0))),
  );
  const others = pupils.map((all, i) => all - (stem[i] ?? 0));
  const effects = sites.map(({ first }) => effectAt(first, schoolYear));
  const inStem = settle(
    stemGirls,
    sites.map(({ girls }, i) => {
      const share = girls + (effects[i] ?? 0);
      return (stem[i] ?? 0) * share + chance(random, stem[i] ?? 0, share);
    }),
    stem,
  );
  const elsewhere = settle(
    otherGirls,
    sites.map((site, i) => {
      const n = others[i] ?? 0;
      return n * site.otherGirls - (effects[i] ?? 0) * (stem[i] ?? 0) + chance(random, n, site.otherGirls);
    }),
    others,
  );
  return sites.map((site, i) => ({
    site,
    counts: {
      stem: { f: inStem[i] ?? 0, m: (stem[i] ?? 0) - (inStem[i] ?? 0) },
      no_stem: { f: elsewhere[i] ?? 0, m: (others[i] ?? 0) - (elsewhere[i] ?? 0) },
    },
  }));
}

/**
 * Invented enrolments by site for the first year of the third stage, STEM and not, which add up to those by province. Sites with a STEM-OvK
 * lecture behind them that changed what pupils chose (`trueEffects.ts`) have the built-in effect; what their girls gain, the common course of
 * all sites of the province gives way to.
 */
export function makeEnrolmentsBySchool(enrolments: Row[], schools: School[], lectures: Row[]): Row[] {
  const random = createRandom("enrolments by school");
  const sites = makeSites(random, schools, lectures);
  const entry = enrolments.filter(({ stage, year_in_stage }) => stage === 3 && year_in_stage === 1);
  const groups = group(entry, ({ school_year, province }) => `${school_year}|${province}`);
  return [...groups.values()].flatMap((rows) => {
    const { school_year = null, count_date = null, province } = rows[0] ?? {};
    const day = String(count_date);
    const here = sites.filter(
      ({ open_from, open_until, ...site }) =>
        site.province === province && (open_from ?? day) <= day && day <= (open_until ?? day),
    );
    const countOf = (isStem: boolean, sex: string) =>
      rows.reduce((sum, row) => {
        const counts = (row.stem_category === "stem") === isStem && row.sex === sex;
        return sum + (counts ? Number(row.headcount) : 0);
      }, 0);
    const totals = {
      stem: [countOf(true, "f"), countOf(true, "m")],
      no_stem: [countOf(false, "f"), countOf(false, "m")],
    };
    return shareOut(random, here, String(school_year), totals).flatMap(({ site, counts }) =>
      (["stem", "no_stem"] as const).flatMap((stem_category) =>
        (["f", "m"] as const).map((sex) => ({
          ...{ school_year, count_date, definition: "stem_monitor", level: "secondary", stage: 3, year_in_stage: 1 },
          ...{ stem_category, sex, school_id: site.school_id, site_id: site.site_id },
          headcount: counts[stem_category][sex],
        })),
      ),
    );
  });
}
