import { describe, expect, it } from "vitest";
import { SCHOOL_YEARS, schoolYearOf, teachingDays } from "../../sample/generate/calendar.ts";
import {
  type ExpectedCell,
  expectedStemCells,
  trueGirlsShare,
  trueSplit,
} from "../../sample/generate/girls/trueSplit.ts";
import { trueSeason, trueShareElapsed } from "../../sample/generate/lectures/trueSeason.ts";
import { itemsOf } from "../../sample/generate/questionnaires/questionnaireItems.ts";
import { trueNetPromoterScore, trueTopTwo } from "../../sample/generate/questionnaires/trueAnswers.ts";
import { makeTables } from "../../sample/generate/tables.ts";
import { NON_RESPONSE, RESPONSE_RATES } from "../../sample/generate/truths.ts";
import type { Row } from "../../sample/generate/writeCsv.ts";
import { kitagawa } from "../../statistics/decomposition/kitagawa.ts";
import { wilsonInterval } from "../../statistics/proportion/wilson.ts";
import { netPromoterScore } from "../../statistics/survey/netPromoterScore.ts";

const { enrolments = [], lectures = [], schools = [], responses = [] } = makeTables();
const held = lectures.filter(({ status }) => status === "held");
const [FIRST, LAST] = ["2016-2017", "2025-2026"] as const;

describe("the true split of the girls' share", () => {
  const inStem = enrolments.filter((row) => row.stem_category === "stem" && row.stage === 3 && row.year_in_stage !== 3);
  const strataOf = (schoolYear: string) => {
    const own = inStem.filter((row) => row.school_year === schoolYear);
    const pupils = (rows: Row[]) => rows.reduce((sum, row) => sum + Number(row.headcount), 0);
    return [...new Set(own.map(({ domain }) => String(domain)))].map((stratum) => {
      const rows = own.filter(({ domain }) => domain === stratum);
      const girls = pupils(rows.filter(({ sex }) => sex === "f"));
      return { stratum, weight: pupils(rows) / pupils(own), rate: girls / pupils(rows) };
    });
  };

  it("is 0.97 points of composition and 1.38 of rate, end to end", () => {
    const { total, composition, rate } = trueSplit(FIRST, LAST);
    expect(total).toBeCloseTo(trueGirlsShare(LAST) - trueGirlsShare(FIRST), 12);
    expect(composition).toBeCloseTo(0.0097, 4);
    expect(rate).toBeCloseTo(0.0138, 4);
    const finer = trueSplit(FIRST, LAST, ({ domain, province }: ExpectedCell) => `${domain} ${province}`);
    expect(finer.total).toBeCloseTo(total, 12);
  });

  it("is found again in the counts, but for their being whole numbers", () => {
    const found = kitagawa(strataOf(FIRST), strataOf(LAST));
    const { composition, rate } = trueSplit(FIRST, LAST);
    expect(Math.abs((found?.composition ?? 1) - composition)).toBeLessThan(0.0002);
    expect(Math.abs((found?.rate ?? 1) - rate)).toBeLessThan(0.0002);
  });

  it("is of cells that the counts hold, each within a few pupils of what was expected", () => {
    for (const cell of expectedStemCells(LAST)) {
      const rows = inStem.filter(
        (row) =>
          row.school_year === LAST &&
          row.domain === cell.domain &&
          row.track === cell.track &&
          row.province === cell.province,
      );
      const pupils = rows.reduce((sum, row) => sum + Number(row.headcount), 0);
      const expected = expectedStemCells(LAST)
        .filter(
          ({ domain, track, province }) => domain === cell.domain && track === cell.track && province === cell.province,
        )
        .reduce((sum, one) => sum + one.pupils, 0);
      expect(Math.abs(pupils - expected), `${cell.domain} ${cell.province}`).toBeLessThan(4);
    }
  });
});

describe("the true season", () => {
  it("rises from nothing to all lectures over the teaching days of a year", () => {
    const shares = trueShareElapsed("2024-2025");
    expect(shares).toHaveLength(teachingDays("2024-2025").length);
    expect(shares.at(-1)).toBeCloseTo(1, 12);
    expect(shares.every((share, i) => share >= (shares[i - 1] ?? 0))).toBe(true);
  });

  it("is what the lectures of each year without closures follow, within the limits of Kolmogorov at 99 %", () => {
    for (const schoolYear of ["2018-2019", "2021-2022", "2022-2023", "2023-2024", "2024-2025"]) {
      const shares = trueShareElapsed(schoolYear);
      const days = trueSeason(schoolYear).map(({ day }) => day);
      const own = held.map(({ held_on }) => String(held_on)).filter((day) => schoolYearOf(day) === schoolYear);
      const apart = days.map((day, i) =>
        Math.abs(own.filter((one) => one <= day).length / own.length - (shares[i] ?? 0)),
      );
      expect(Math.max(...apart), schoolYear).toBeLessThan(1.63 / Math.sqrt(own.length));
    }
  });
});

describe("the true answers", () => {
  const answersTo = (role: string, version: number, item: string) =>
    responses.filter(
      (row) => row.role === role && row.version === version && row.item_id === item && row.answer !== null,
    );
  const lists = (["teacher", "lecturer"] as const).flatMap((role) =>
    ([1, 2] as const).map((version) => ({ role, version })),
  );

  it("lie within the interval of every item in all years of a version together", () => {
    for (const { role, version } of lists)
      for (const item of itemsOf(role, version).filter(({ scale }) => scale === "likert5")) {
        const scores = answersTo(role, version, item.id).map(({ answer }) =>
          item.isReversed ? 6 - Number(answer) : Number(answer),
        );
        const interval = wilsonInterval(scores.filter((score) => score >= 4).length, scores.length, { level: 0.998 });
        expect(interval?.lower, `${role} ${version} ${item.id}`).toBeLessThan(trueTopTwo(item));
        expect(interval?.upper, `${role} ${version} ${item.id}`).toBeGreaterThan(trueTopTwo(item));
      }
  });

  it("lie within the interval of the net promoter score of each role", () => {
    for (const { role, version } of lists) {
      const scores = answersTo(role, version, "recommend").map(({ answer }) => Number(answer));
      const [promoters, detractors] = [scores.filter((n) => n >= 9).length, scores.filter((n) => n <= 6).length];
      const found = netPromoterScore(promoters, scores.length - promoters - detractors, detractors, { level: 0.99 });
      expect(found?.interval?.lower).toBeLessThan(trueNetPromoterScore());
      expect(found?.interval?.upper).toBeGreaterThan(trueNetPromoterScore());
    }
  });
});

describe("the built-in non-response", () => {
  const { role, schoolYear, characteristic, group, rateInGroup } = NON_RESPONSE;
  const sites = new Map(schools.map((school) => [`${school.school_id} ${school.site_id}`, school[characteristic]]));
  const answered = new Set(responses.filter((row) => row.role === role).map(({ lecture_id }) => lecture_id));
  const rateOf = (year: string, isInGroup: boolean) => {
    const own = held.filter(
      (row) =>
        schoolYearOf(String(row.held_on)) === year &&
        (sites.get(`${row.school_id} ${row.site_id}`) === group) === isInGroup,
    );
    return wilsonInterval(own.filter(({ lecture_id = null }) => answered.has(lecture_id)).length, own.length);
  };

  it("is of one network in one year: there few answer, and elsewhere as many as in any year", () => {
    const usual = RESPONSE_RATES[role][SCHOOL_YEARS.indexOf(schoolYear)] ?? 0;
    const [inGroup, others] = [rateOf(schoolYear, true), rateOf(schoolYear, false)];
    expect(inGroup?.lower).toBeLessThan(rateInGroup);
    expect(inGroup?.upper).toBeGreaterThan(rateInGroup);
    expect(others?.lower).toBeLessThan(usual);
    expect(others?.upper).toBeGreaterThan(usual);
    expect(inGroup?.upper).toBeLessThan(others?.lower ?? 0);
    expect(rateOf("2022-2023", true)?.upper).toBeGreaterThan(rateOf("2022-2023", false)?.lower ?? 1);
  });
});
