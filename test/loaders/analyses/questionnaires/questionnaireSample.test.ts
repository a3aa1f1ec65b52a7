import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { questionnaireResults } from "../../../../loaders/analyses/questionnaires/questionnaireResults.ts";
import { questionnaireScales } from "../../../../loaders/analyses/questionnaires/questionnaireScales.ts";
import { responseFlags } from "../../../../loaders/analyses/questionnaires/responseFlags.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { AS_OF } from "../../../../sample/generate/calendar.ts";
import { makeLecturers } from "../../../../sample/generate/lectures/lecturers.ts";
import { makeLectures } from "../../../../sample/generate/lectures/lectures.ts";
import { makeSchools } from "../../../../sample/generate/lectures/schools.ts";
import { itemsOf, makeQuestionnaireItems } from "../../../../sample/generate/questionnaires/questionnaireItems.ts";
import { makeResponses } from "../../../../sample/generate/questionnaires/responses.ts";
import { trueNetPromoterScore, trueTopTwo } from "../../../../sample/generate/questionnaires/trueAnswers.ts";
import { NON_RESPONSE } from "../../../../sample/generate/truths.ts";
import { wilsonInterval } from "../../../../statistics/proportion/wilson.ts";
import { rawWarehouse } from "../rawWarehouse.ts";

interface Found {
  school_year: string;
  role: "teacher" | "lecturer";
  item_id: string;
  questionnaire_version: 1 | 2;
  answers: number;
  favourable: number;
  design_effect: number;
  worst_lower: number;
  worst_upper: number;
}

const truthOf = ({ role, questionnaire_version, item_id }: Found) =>
  trueTopTwo(itemsOf(role, questionnaire_version).find(({ id }) => id === item_id) ?? {});

let warehouse: Warehouse;
beforeAll(async () => {
  const schools = makeSchools();
  const lectures = makeLectures(schools, makeLecturers());
  warehouse = await rawWarehouse(
    {
      schools: schools.map((school) => ({ ...school })),
      lectures,
      questionnaire_items: makeQuestionnaireItems(),
      ...makeResponses(lectures, schools),
    },
    [questionnaireResults, questionnaireScales, responseFlags],
    AS_OF,
  );
});
afterAll(() => warehouse.close());

describe("the answers of the sample", () => {
  it("show the built-in non-response, in the year, role, trait and group where it is", async () => {
    const { role, schoolYear, characteristic, group } = NON_RESPONSE;
    const found = await warehouse.rows(
      `select distinct differs, largest_difference, p, "group", group_answered_share < group_frame_share as is_short
       from analyses.response_flags where role = $1 and school_year = $2 and trait = $3`,
      [role, schoolYear, characteristic],
    );
    expect(found).toMatchObject([{ differs: true, group, is_short: true }]);
    expect(found[0]?.largest_difference).toBeGreaterThan(0.25);
    expect(found[0]?.p).toBeLessThan(0.001);
  });

  it("are flagged nowhere else by the size of the difference", async () => {
    expect(
      await warehouse.rows(
        "select distinct school_year, role, trait from analyses.response_flags where largest_difference > 0.25",
      ),
    ).toEqual([{ school_year: NON_RESPONSE.schoolYear, role: NON_RESPONSE.role, trait: NON_RESPONSE.characteristic }]);
  });

  it("hold the true satisfaction within the worst case, always, and within Wilson's interval of the process as often as it says", async () => {
    const all = await warehouse.rows<Found>("from analyses.questionnaire_results where reason is null");
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((one) => truthOf(one) < one.worst_lower || truthOf(one) > one.worst_upper)).toEqual([]);
    // The interval of the table is for those invited in that year; the built-in value is that of the process.
    const held = all.filter((one) => {
      const limits = wilsonInterval(one.favourable, one.answers, { designEffect: one.design_effect });
      return limits !== null && limits.lower <= truthOf(one) && truthOf(one) <= limits.upper;
    });
    expect(held.length / all.length).toBeGreaterThan(0.88);
  });

  it("hold the true satisfaction in the weighted interval of the year with non-response", async () => {
    const { role, schoolYear, characteristic } = NON_RESPONSE;
    const all = await warehouse.rows<Found & { adjusted_lower: number; adjusted_upper: number }>(
      `select * from analyses.response_flags where role = $1 and school_year = $2 and trait = $3`,
      [role, schoolYear, characteristic],
    );
    expect(all).toHaveLength(5);
    for (const one of all) {
      expect(one.adjusted_lower).toBeLessThan(truthOf(one));
      expect(one.adjusted_upper).toBeGreaterThan(truthOf(one));
    }
  });

  it("hold the true net promoter score in nearly every year", async () => {
    const all = await warehouse.rows<{ lower: number; upper: number }>(
      "select lower, upper from analyses.questionnaire_scales where measure = 'net_promoter_score' and reason is null",
    );
    const truth = trueNetPromoterScore();
    expect(all.filter(({ lower, upper }) => lower <= truth && truth <= upper).length).toBeGreaterThanOrEqual(
      all.length - 2,
    );
  });
});
