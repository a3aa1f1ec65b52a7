import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { questionnaireAgreement } from "../../../../loaders/analyses/questionnaires/questionnaireAgreement.ts";
import { responseFlags } from "../../../../loaders/analyses/questionnaires/responseFlags.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { numbered, type RawRow, rawWarehouse } from "../rawWarehouse.ts";

const school = (school_id: string, nis: string, network: string): RawRow => ({
  ...{ school_id, site_id: "1", name: school_id, postcode: "2000", nis, network },
});
const item = (questionnaire_id: string, role: string, item_id: string, text_nl = "De les was nuttig."): RawRow => ({
  ...{ questionnaire_id, version: 1, item_id, role, text_nl, scale: "likert5", is_reversed: false },
});
/** Lectures 1 to 20 at a school of one network, 21 to 40 at the other. */
const lecture = (number: number): RawRow => ({
  ...{ lecture_id: `L${number}`, programme: "ovk", status: "held", held_on: "2024-10-01", site_id: "1" },
  ...{ school_id: number <= 20 ? "S1" : "S2", teacher_id: `T${number}`, lecturer_id: `P${number}`, track: "tso" },
});
const answer = (role: string, number: number, value: number, item_id = "useful"): RawRow => ({
  ...{ response_id: `${role}${number}`, item_id, questionnaire_id: role === "teacher" ? "Q" : "P", version: 1, role },
  ...{ lecture_id: `L${number}`, submitted_at: "2024-10-02 10:00:00", answer: value },
});

const tables = {
  schools: [school("S1", "11002", "go"), school("S2", "21004", "vgo")],
  lectures: numbered(40, lecture),
  questionnaire_items: [item("Q", "teacher", "useful"), item("P", "lecturer", "useful")],
  responses: [
    // 16 of 20 answer in go, half of them favourably; 5 of 20 in vgo, four of them favourably.
    ...numbered(16, (n) => answer("teacher", n, n <= 8 ? 5 : 2)),
    ...numbered(5, (n) => answer("teacher", n + 20, n <= 4 ? 4 : 1)),
    // Lecturers judge lectures 1 to 12: 1 to 6 as the teacher does, 7 and 8 worse, 9 to 12 better.
    ...numbered(12, (n) => answer("lecturer", n, n <= 6 ? 5 : n <= 8 ? 2 : 4)),
  ],
  invitations: [
    { questionnaire_id: "Q", role: "teacher", period: "2024-2025", invited: 40 },
    { questionnaire_id: "P", role: "lecturer", period: "2024-2025", invited: 12 },
  ],
};

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await rawWarehouse(tables, [responseFlags, questionnaireAgreement]);
});
afterAll(() => warehouse.close());

describe("response flags", () => {
  const flags = async (trait: string, role: string) =>
    (await warehouse.rows("from analyses.response_flags where trait = $1 and role = $2", [trait, role]))[0];

  it("compare who answered with all lectures, and weight the groups back", async () => {
    // Respondents 16/21 against 20/40; chi-squared with a response of 21/40: 2·5.5²/(20·21/40·19/40).
    const [p, q] = [16 / 21, 1 / 2];
    expect(await flags("network", "teacher")).toMatchObject({
      ...{ lectures: 40, answered: 21, groups: 2, differs: true, reason: null, answers: 21 },
      largest_difference: expect.closeTo((p - q) / Math.sqrt((p * (1 - p) + q * (1 - q)) / 2), 12),
      ...{ group_answered_share: expect.any(Number), group_frame_share: 0.5 },
      chi_squared: expect.closeTo((2 * 5.5 ** 2) / ((20 * 21 * 19) / 1600), 12),
      raw_share: expect.closeTo(12 / 21, 12),
      adjusted_share: expect.closeTo((1 / 2 + 4 / 5) / 2, 12),
      share_reason: null,
    });
  });

  it("hold the weighted share in its interval", async () => {
    const found = (await flags("province", "teacher")) as Record<string, number>;
    expect(found.adjusted_share).toBeCloseTo(0.65, 12);
    expect(found.adjusted_lower).toBeLessThan(0.65);
    expect(found.adjusted_upper).toBeGreaterThan(0.65);
  });

  it("say that one group shows nothing", async () => {
    expect(await flags("track", "teacher")).toMatchObject({
      ...{ groups: 1, differs: null, raw_share: null, reason: "all_or_none_answered" },
    });
  });

  it("say that the frame is unknown where far fewer were invited than lectures held", async () => {
    expect(await flags("network", "lecturer")).toMatchObject({ differs: null, reason: "frame_unknown" });
  });
});

describe("agreement of teacher and lecturer", () => {
  it("pairs answers to the same words about the same lecture", async () => {
    // Both favourable: lectures 1-6; teacher alone: 7 and 8; lecturer alone: 9-12.
    expect(await warehouse.rows("from analyses.questionnaire_agreement")).toMatchObject([
      {
        ...{ school_year: "2024-2025", item_id: "useful", lectures: 12, teacher_share: 8 / 12, reason: null },
        ...{ lecturer_share: 10 / 12, agreement: 6 / 12, difference: expect.closeTo(-2 / 12, 12) },
      },
    ]);
  });

  it("says that no item is shared where the words differ", async () => {
    const other = await rawWarehouse(
      { ...tables, questionnaire_items: [item("Q", "teacher", "useful"), item("P", "lecturer", "useful", "Anders.")] },
      [questionnaireAgreement],
    );
    expect(await other.rows("select item_id, reason from analyses.questionnaire_agreement")).toEqual([
      { item_id: null, reason: "no_shared_item" },
    ]);
    other.close();
  });
});
