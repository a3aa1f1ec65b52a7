import { afterEach, describe, expect, it } from "vitest";
import { questionnaireScales } from "../../../loaders/analyses/questionnaires/questionnaireScales.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { numbered, type RawRow, rawWarehouse } from "../analyses/rawWarehouse.ts";

/** Not yet due is not missing: a rate with a delay is taken over what had time to arrive. */
const AS_OF = "2025-03-02";
let warehouse: Warehouse;
afterEach(() => warehouse.close());

const lecture = (lecture_id: string, held_on: string, more: RawRow = {}): RawRow => ({
  ...{ lecture_id, held_on, programme: "ovk", status: "held", school_id: "S1", site_id: "1", students: 20 },
  ...more,
});
const invited = (invited_on: string | null, number: number, period = "2024-2025"): RawRow => ({
  ...{ questionnaire_id: "Q", role: "teacher", period, invited_on, invited: number },
});
const answer = (response_id: string, submitted: string, lecture_id: string | null = null): RawRow => ({
  ...{ response_id, item_id: "useful", questionnaire_id: "Q", version: 1, role: "teacher", lecture_id, answer: 4 },
  submitted_at: `${submitted} 10:00`,
});
const item = {
  ...{ questionnaire_id: "Q", version: 1, item_id: "useful", role: "teacher", text_nl: "nuttig", scale: "likert5" },
  is_reversed: false,
};

/** Totals of an indicator as `period: numerator/denominator flag`. */
async function totals(id: string): Promise<string[]> {
  const rows = await warehouse.rows(
    `select period, numerator, denominator, status from indicators.observations
     where indicator_id = $1 and programme is null and role is null and questionnaire_id is null order by period`,
    [id],
  );
  return rows.map(({ period, numerator, denominator, status }) =>
    `${period}: ${numerator}/${denominator} ${status ?? ""}`.trim(),
  );
}

describe("wrap-ups and registrations", () => {
  it("count over lectures that are old enough, to the day", async () => {
    // 30 days before 2 March 2025 is 31 January, 14 days before it is 16 February.
    const lectures = [
      lecture("L1", "2024-01-15", { wrap_up_on: "2024-01-20", recorded_on: "2024-01-16" }),
      lecture("L2", "2025-01-31", { wrap_up_on: "2025-02-20", recorded_on: "2025-02-01" }),
      lecture("L3", "2025-02-01", { recorded_on: "2025-02-20" }),
      lecture("L4", "2025-02-16", { recorded_on: "2025-03-02" }),
      lecture("L5", "2025-02-17", { recorded_on: "2025-02-17", wrap_up_on: "2025-02-18" }),
    ];
    warehouse = await rawWarehouse({ lectures }, [], AS_OF);
    expect(await totals("wrap_up_rate")).toEqual(["2023-2024: 1/1", "2024-2025: 1/1 p"]);
    // L2 after 1 day and L4 after 14 in time, L3 after 19 not; L5 has its term still
    expect(await totals("timeliness_share")).toEqual(["2023-2024: 1/1", "2024-2025: 2/3 p"]);
  });

  it("hold no lecture that was recorded after the as-of date for held", async () => {
    const lectures = [
      lecture("L1", "2025-01-10", { recorded_on: "2025-03-02" }),
      lecture("L2", "2025-01-11", { recorded_on: "2025-03-03" }),
      lecture("L3", "2025-01-12"),
    ];
    warehouse = await rawWarehouse({ lectures }, [], AS_OF);
    expect(await warehouse.rows("select lecture_id, status from marts.lectures order by lecture_id")).toEqual([
      { lecture_id: "L1", status: "held" },
      { lecture_id: "L2", status: "planned" },
      { lecture_id: "L3", status: "held" },
    ]);
  });
});

describe("response", () => {
  it("counts invitations of at least 30 days old, and the answers to those alone", async () => {
    const lectures = [
      lecture("L1", "2025-01-10"),
      lecture("L2", "2025-01-31"),
      lecture("L3", "2025-02-01"),
      lecture("L4", "2025-02-25"),
    ];
    const responses = [
      answer("R1", "2025-01-12", "L1"),
      answer("R2", "2025-02-05", "L2"),
      // about a lecture of which the invitation is 29 days old, and one of yesterday
      answer("R3", "2025-02-03", "L3"),
      answer("R4", "2025-03-01", "L4"),
      // without a lecture: the last invitation before it is that of 31 January
      answer("R5", "2025-01-31"),
    ];
    const invitations = [
      invited("2025-01-10", 2),
      invited("2025-01-31", 3),
      invited("2025-02-01", 4),
      invited("2025-02-25", 5),
      invited(null, 10, "2023-2024"),
    ];
    const earlier = numbered(7, (n) => answer(`E${n}`, "2024-03-01"));
    warehouse = await rawWarehouse(
      { lectures, responses: [...responses, ...earlier], invitations, questionnaire_items: [item] },
      [questionnaireScales],
      AS_OF,
    );
    // R1, R2 and R5 of 2 + 3 invited; 7 of 10 in the year before, which is over
    expect(await totals("response_rate")).toEqual(["2023-2024: 7/10", "2024-2025: 3/5 p"]);
    const [rate] = await warehouse.rows(
      "select value, respondents, population, reason from analyses.questionnaire_scales where measure = 'response_rate' and school_year = '2024-2025'",
    );
    expect(rate).toEqual({ value: 0.6, respondents: 3, population: 5, reason: null });
  });

  it("flags below 60 % and not at 60 %", async () => {
    const responses = numbered(6, (n) => answer(`R${n}`, "2024-11-01"));
    const of = (rows: RawRow[]) =>
      rawWarehouse({ responses, invitations: rows, questionnaire_items: [item] }, [], AS_OF);
    warehouse = await of([invited("2024-10-20", 10)]);
    expect(await totals("response_rate")).toEqual(["2024-2025: 6/10 p"]);
    warehouse.close();
    warehouse = await of([invited("2024-10-20", 11)]);
    expect(await totals("response_rate")).toEqual(["2024-2025: 6/11 u"]);
  });

  it("is refused for a running year whose invitations have no day, with the reason", async () => {
    const responses = numbered(38, (n) => answer(`R${n}`, "2025-02-01"));
    warehouse = await rawWarehouse(
      { responses, invitations: [invited(null, 100)], questionnaire_items: [item] },
      [questionnaireScales],
      AS_OF,
    );
    expect(await totals("response_rate")).toEqual(["2024-2025: null/null x"]);
    const [rate] = await warehouse.rows(
      "select value, reason from analyses.questionnaire_scales where measure = 'response_rate'",
    );
    expect(rate).toEqual({ value: null, reason: "invitations_without_day" });
  });

  it("is not there yet while every invitation is young", async () => {
    warehouse = await rawWarehouse(
      { responses: [answer("R1", "2025-03-01")], invitations: [invited("2025-02-20", 9)], questionnaire_items: [item] },
      [questionnaireScales],
      AS_OF,
    );
    expect(await totals("response_rate")).toEqual([]);
    const [rate] = await warehouse.rows(
      "select value, reason from analyses.questionnaire_scales where measure = 'response_rate'",
    );
    expect(rate).toEqual({ value: null, reason: "no_invitation_due" });
  });

  it("takes an answer sent before the invitation of its day for one to the invitation before it", async () => {
    // invited the evening before the lecture; the next invitation comes weeks later
    const lectures = [lecture("L1", "2025-01-10")];
    const invitations = [invited("2025-01-09", 1), invited("2025-02-20", 1)];
    warehouse = await rawWarehouse(
      { lectures, responses: [answer("R1", "2025-01-12", "L1")], invitations, questionnaire_items: [item] },
      [],
      AS_OF,
    );
    expect(await totals("response_rate")).toEqual(["2024-2025: 1/1 p"]);
  });
});
