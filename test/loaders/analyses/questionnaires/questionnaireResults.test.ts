import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { questionnaireResults } from "../../../../loaders/analyses/questionnaires/questionnaireResults.ts";
import { questionnaireScales } from "../../../../loaders/analyses/questionnaires/questionnaireScales.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { numbered, type RawRow, rawWarehouse } from "../rawWarehouse.ts";

const item = (item_id: string, version: number, more: RawRow = {}): RawRow => ({
  ...{ questionnaire_id: "Q", version, item_id, role: "teacher", text_nl: `Vraag ${item_id}.` },
  ...{ scale: "likert5", is_reversed: false, ...more },
});

/** One lecture a year and number; the number names its teacher, unless given. */
const lecture = (year: number, number: number, teacher = `T${number}`): RawRow => ({
  ...{ lecture_id: `L${year}-${number}`, programme: "ovk", status: "held", held_on: `${year}-10-01`, school_id: "S1" },
  ...{ site_id: "1", teacher_id: teacher, lecturer_id: "P1", students: 20 },
});

const answer = (year: number, number: number, version: number, item_id: string, value: number | null): RawRow => ({
  ...{ response_id: `R${year}-${number}`, item_id, questionnaire_id: "Q", version, role: "teacher" },
  ...{ lecture_id: `L${year}-${number}`, submitted_at: `${year}-10-02 10:00:00`, answer: value },
});

/** Answers of a year: 5 so often, then 2, then no opinion. */
const answers = (year: number, version: number, item_id: string, [good, bad, blank]: [number, number, number]) =>
  numbered(good + bad + blank, (n) => answer(year, n, version, item_id, n <= good ? 5 : n <= good + bad ? 2 : null));

const invited = (year: number, number: number): RawRow => ({
  ...{ questionnaire_id: "Q", role: "teacher", period: `${year}-${year + 1}`, invited: number },
  invited_on: `${year}-10-01`,
});

let warehouse: Warehouse;
const years = [2021, 2022, 2023, 2024, 2025];

beforeAll(async () => {
  const lectures = years.flatMap((year) =>
    numbered(20, (n) => lecture(year, n, year === 2024 ? `T${Math.ceil(n / 2)}` : `T${n}`)),
  );
  const responses = [
    ...answers(2021, 1, "useful", [8, 4, 1]),
    ...answers(2022, 1, "useful", [9, 1, 0]),
    // 2023 asked another version; 2024 has ten teachers with two answers each.
    ...answers(2023, 2, "useful", [10, 2, 0]),
    ...numbered(20, (n) => answer(2024, n, 2, "useful", n <= 12 || n === 13 ? 4 : 3)),
    ...answers(2025, 2, "useful", [5, 4, 0]),
    // Worded in reverse: 1 is favourable.
    ...numbered(10, (n) => answer(2022, n, 1, "dull", n <= 6 ? 1 : n <= 8 ? 2 : 5)),
    ...numbered(10, (n) => answer(2022, n, 1, "noisy", n <= 7 ? 0 : 1)),
    ...numbered(10, (n) => answer(2022, n, 1, "recommend", n <= 6 ? 9 : n <= 9 ? 7 : 3)),
  ];
  warehouse = await rawWarehouse(
    {
      schools: [{ school_id: "S1", site_id: "1", name: "School", postcode: "2000", nis: "11002", network: "go" }],
      lectures,
      questionnaire_items: [
        item("useful", 1),
        item("dull", 1, { is_reversed: true }),
        item("noisy", 1, { scale: "yes_no", is_reversed: true }),
        item("recommend", 1, { scale: "nps" }),
        item("useful", 2),
      ],
      responses,
      invitations: [invited(2021, 20), invited(2022, 10), invited(2023, 20), invited(2025, 16)],
    },
    [questionnaireResults, questionnaireScales],
    "2025-12-01",
  );
});
afterAll(() => warehouse.close());

const result = async (school_year: string, item_id = "useful") =>
  (
    await warehouse.rows("from analyses.questionnaire_results where school_year = $1 and item_id = $2", [
      ...[school_year, item_id],
    ])
  )[0];

describe("questionnaire results", () => {
  it("give the share of 4 and 5 with Wilson's interval for the finite group of those invited", async () => {
    expect(await result("2021-2022")).toMatchObject({
      ...{ answers: 12, no_opinion: 1, respondents: 12, population: 20, favourable: 8, answers_2: 4, answers_5: 8 },
      ...{ share: 2 / 3, no_opinion_share: 1 / 13, design_effect: 1, is_complete: false, reason: null },
      lower: expect.closeTo(0.48320283517688783, 12),
      upper: expect.closeTo(0.810537779699807, 12),
      ...{ worst_lower: 8 / 20, worst_upper: 16 / 20, change: null, change_reason: "no_figure_last_year" },
      status: null,
    });
  });

  it("give the change since last year in the same version by Newcombe, and no interval where all answered", async () => {
    expect(await result("2022-2023")).toMatchObject({
      ...{ share: 0.9, lower: null, upper: null, is_complete: true, worst_lower: 0.9, worst_upper: 0.9 },
      change: expect.closeTo(9 / 10 - 8 / 12, 12),
      change_lower: expect.closeTo(-0.12807426031437202, 12),
      change_upper: expect.closeTo(0.5213349397611452, 12),
      change_reason: null,
    });
  });

  it("never compare two versions", async () => {
    expect(await result("2023-2024")).toMatchObject({ share: 10 / 12, change: null, change_reason: "version_changed" });
  });

  it("widen the interval where the same person answers alike, and know no population without invitations", async () => {
    expect(await result("2024-2025")).toMatchObject({
      ...{ answers: 20, respondents: 10, population: null, share: 13 / 20, worst_lower: null },
      design_effect: expect.closeTo(1.978021978021978, 12),
      lower: expect.closeTo(0.3550454037954575, 12),
      upper: expect.closeTo(0.8623577949098058, 12),
    });
  });

  it("give no figure below ten answers, nor a change from or to it", async () => {
    expect(await result("2025-2026")).toMatchObject({
      ...{ answers: 9, share: null, lower: null, favourable: null, answers_5: null, worst_lower: null },
      ...{ change: null, change_reason: "few_answers", reason: "few_answers" },
    });
  });

  it("turn items round that are worded in reverse, of five points and of yes or no", async () => {
    expect(await result("2022-2023", "dull")).toMatchObject({ favourable: 8, share: 0.8, answers_5: 6, answers_1: 2 });
    expect(await result("2022-2023", "noisy")).toMatchObject({ favourable: 7, share: 0.7, answers_5: null });
  });
});

describe("questionnaire scales", () => {
  const measure = async (school_year: string, name: string) =>
    (
      await warehouse.rows("from analyses.questionnaire_scales where school_year = $1 and measure = $2", [
        ...[school_year, name],
      ])
    )[0];

  it("give alpha after reversed items were turned round", async () => {
    // The forms by hand: nine 5 and one 2; turned round, six 5, two 4 and two 1.
    const useful = [5, 5, 5, 5, 5, 5, 5, 5, 5, 2];
    const dull = [5, 5, 5, 5, 5, 5, 4, 4, 1, 1];
    const variance = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b) / 10;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9;
    };
    const sums = useful.map((value, i) => value + (dull[i] as number));
    const alpha = 2 * (1 - (variance(useful) + variance(dull)) / variance(sums));
    expect(await measure("2022-2023", "alpha")).toMatchObject({
      ...{ items: 2, respondents: 10, is_publishable: alpha >= 0.7, reason: null },
      value: expect.closeTo(alpha, 12),
    });
    expect(await measure("2022-2023", "scale_score")).toMatchObject({
      ...{ value: expect.closeTo(4.35, 12), lower: null, upper: null, population: 10 },
    });
  });

  it("say why there is no alpha", async () => {
    expect(await measure("2021-2022", "alpha")).toMatchObject({ value: null, reason: "few_items" });
  });

  it("give the net promoter score with its adjusted interval, where a number from 0 to 10 was asked", async () => {
    expect(await measure("2022-2023", "net_promoter_score")).toMatchObject({
      ...{ item_id: "recommend", respondents: 10, value: 0.5 },
      lower: expect.closeTo(-0.002032928645098686, 12),
      upper: expect.closeTo(0.771263697875868, 12),
    });
    expect(await measure("2021-2022", "net_promoter_score")).toBeUndefined();
  });

  it("flag a response below the threshold, and say where nobody was invited", async () => {
    expect(await measure("2021-2022", "response_rate")).toMatchObject({ value: 0.6, status: null });
    expect(await measure("2024-2025", "response_rate")).toMatchObject({ value: null, reason: "no_invitations" });
    expect(await measure("2025-2026", "response_rate")).toMatchObject({ value: 9 / 16, status: "u" });
  });
});
