import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CheckResult, runChecks } from "../../../loaders/models/checks.ts";
import { readModels, runModels } from "../../../loaders/models/models.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { fixtureWarehouse } from "./fixtureWarehouse.ts";

const MODELS = join(import.meta.dirname, "../../../loaders/models");
const ids = (folder: string) => readdirSync(join(MODELS, folder)).map((file) => basename(file, ".sql"));

let warehouse: Warehouse;
let passed: CheckResult[];

beforeAll(async () => {
  warehouse = await fixtureWarehouse();
  passed = (await runModels(warehouse)).checks;
});
afterAll(() => warehouse.close());

/** The checks after a fault was put into the warehouse, which is taken out again. */
async function checksAfter(fault: string): Promise<CheckResult[]> {
  await warehouse.run("begin transaction");
  try {
    await warehouse.run(fault);
    return await runChecks(warehouse, join(MODELS, "checks"), readModels(MODELS, "marts"));
  } finally {
    await warehouse.run("rollback");
  }
}

/** Those of the folder, and one for the key of each mart. */
const CHECKS = [...ids("checks"), ...ids("marts").map((mart) => `check_${mart}_unique`)];
const twice = (mart: string) => `insert into marts.${mart} (select * from marts.${mart} limit 1)`;
const observation = "insert into indicators.observations (indicator_id, period, numerator, denominator, value)";

/** For each check, a fault that it must find, and how many rows offend. */
const FAULTS: Record<string, [fault: string, rows: number]> = {
  ...Object.fromEntries(ids("marts").map((mart) => [`check_${mart}_unique`, [twice(mart), 1]])),
  check_answer_pairs_unique: [
    "insert into marts.answer_pairs (lecture_id, item_id, text_nl) values ('L1', 'useful', 'De les was nuttig.'), ('L1', 'useful', 'De les was nuttig.')",
    1,
  ],
  check_lecture_cohorts_unique: [
    "insert into marts.lecture_cohorts (lecture_id, year) values ('L2', 2024), ('L2', 2024), ('L2', 2025)",
    1,
  ],
  check_campaign_definitions: ["update marts.campaign_metrics set metric_definition = 'same', channel = 'youtube'", 1],
  warn_lectures_without_lecturer: [
    "update marts.lectures set lecturer_id = null where lecture_id in ('L1', 'L2', 'L15')",
    2,
  ],
  warn_lectures_late: ["update marts.lectures set recorded_on = null where lecture_id in ('L1', 'L16')", 1],
  warn_lectures_outside_calendar: ["update marts.lectures set teaching_day = null where lecture_id = 'L3'", 1],
  warn_schools_without_municipality: ["update marts.schools set province = null where school_id = 'S1'", 2],
  warn_enrolments_coverage: ["update marts.enrolments set province = null where school_year = '2024-2025'", 1],
  warn_enrolments_unclassified: [
    "update marts.enrolments set stem_category = 'unclassified' where school_year = '2024-2025' and stem_category = 'no_stem'",
    1,
  ],
  warn_enrolments_schools_add_up: [
    "update staging.stg_enrolments set headcount = headcount + 1 where school_id = 'S1' and school_year = '2024-2025'",
    4,
  ],
  check_enrolments_editions: [
    "update staging.stg_enrolments set edition = 'last', edition_order = 'last' where edition = '2024'",
    1,
  ],
  check_observations_unique: ["insert into indicators.observations (from indicators.observations limit 1)", 1],
  check_breakdowns_add_up: [
    "update indicators.observations set value = value + 1 where indicator_id = 'lectures_count' and period = '2024-2025' and province = 'Limburg'",
    1,
  ],
  check_shares_in_range: [
    `${observation} values ('wrap_up_rate', '2010-2011', 3, 2, 1.5), ('wrap_up_rate', '2011-2012', -1, 2, -0.5)`,
    2,
  ],
  check_girls_and_boys: [
    "update indicators.observations set denominator = 99 where indicator_id = 'girls_share_in_stem' and period = '2023-2024'",
    1,
  ],
  check_stem_pupils_agree: ["update marts.stem_pupils set girls = girls + 1 where school_year = '2024-2025'", 1],
  check_benchmarks_agree: [
    "update marts.benchmark_progress set value = 7 where programme is null and indicator_id = 'teachers_count' and school_year = '2022-2023'",
    1,
  ],
  check_running_shares_agree: [
    "update marts.running_shares set numerator = numerator + 1 where programme is null and indicator_id = 'wrap_up_rate' and school_year = '2024-2025'",
    1,
  ],
  check_unmeasured_channels_unique: [
    "insert into marts.unmeasured_channels (campaign, wave, channel) values ('#A', '1', 'tv'), ('#A', '1', 'tv')",
    1,
  ],
  check_open_answers_unique: [
    `insert into marts.open_answers (questionnaire_id, questionnaire_version, item_id, role, school_year)
     values ('Q', 1, 'remarks', 'teacher', '2024-2025'), ('Q', 1, 'remarks', 'teacher', '2024-2025')`,
    1,
  ],
  check_approved_answers_unique: [
    `insert into marts.approved_answers (questionnaire_id, questionnaire_version, item_id, role, school_year, number)
     values ('Q', 1, 'remarks', 'teacher', '2024-2025', 1), ('Q', 1, 'remarks', 'teacher', '2024-2025', 1)`,
    1,
  ],
  warn_campaign_channels_without_reach: [
    "insert into marts.unmeasured_channels (campaign, wave, channel) values ('#A', '2024-11', 'tv')",
    1,
  ],
  warn_invitations_without_day: ["update marts.questionnaire_years set due_invited = null where is_current_year", 2],
  warn_responses_over_invited: [
    "update indicators.observations set numerator = 9 where indicator_id = 'response_rate' and role = 'teacher'",
    1,
  ],
  warn_targets_unknown_indicator: [
    // that of girls reached is known to an analysis
    `update staging.stg_targets set indicator_id = 'lectures' where indicator_id = 'lectures_count';
     update staging.stg_targets set indicator_id = 'girls_reached_count' where indicator_id = 'lecturers_count'`,
    2,
  ],
};

describe("checks", () => {
  it("all pass on sound data", () => {
    expect(passed.filter(({ result }) => result !== "pass")).toEqual([]);
    expect(passed.map(({ id }) => id).sort()).toEqual(CHECKS.toSorted());
  });

  it.each(CHECKS)("%s finds its fault", async (id) => {
    const [fault, rows] = FAULTS[id] ?? ["no fault is listed for this check", 0];
    const found = (await checksAfter(fault)).find((check) => check.id === id);
    expect(found).toMatchObject({ rows, result: id.startsWith("check_") ? "fail" : "warning" });
  });

  it("stop before the indicators when a mart is broken", async () => {
    const stages = (await checksAfter(twice("funding"))).map(({ stage }) => stage);
    expect([...new Set(stages)]).toEqual(["marts"]);
  });

  it("tell one row from several, in both languages", async () => {
    const told = async (fault: string) =>
      (await checksAfter(fault)).find(({ id }) => id === "warn_lectures_without_lecturer")?.message;
    const without = (lectures: string) =>
      `update marts.lectures set lecturer_id = null where lecture_id in (${lectures})`;
    expect(await told(without("'L1'"))).toEqual({
      nl: "1 gegeven gastles heeft geen gastdocent.",
      en: "1 lecture that was held has no lecturer.",
    });
    expect(await told(without("'L1', 'L2'"))).toEqual({
      nl: "2 gegeven gastlessen hebben geen gastdocent.",
      en: "2 lectures that were held have no lecturer.",
    });
  });

  it("set enrolments beside the school year before, not beside an older one", async () => {
    const fewer = "update marts.enrolments set province = null where school_year = '2024-2025'";
    const older = "update marts.enrolments set school_year = '2021-2022' where school_year = '2023-2024'";
    const found = async (fault: string) =>
      (await checksAfter(fault)).find(({ id }) => id === "warn_enrolments_coverage")?.rows;
    expect([await found(fewer), await found(`${older}; ${fewer}`)]).toEqual([1, 0]);
  });

  it("are kept in meta.checks", async () => {
    const kept =
      "select stage, severity, result, message_nl, message_en, rows from meta.checks where id = 'warn_lectures_late'";
    expect(await warehouse.rows(kept)).toEqual([
      {
        stage: "marts",
        severity: "warning",
        result: "pass",
        message_nl: "0 gegeven gastlessen hebben geen dag van registratie.",
        message_en: "0 lectures that were held have no day of recording.",
        rows: 0,
      },
    ]);
  });
});
