import { expect, it } from "vitest";
import type { Analysis } from "../../../../loaders/analyses/analysis.ts";
import { girlsWithinReach } from "../../../../loaders/analyses/campaigns/girlsWithinReach.ts";
import { reachBounds } from "../../../../loaders/analyses/campaigns/reachBounds.ts";
import { costPerContact } from "../../../../loaders/analyses/funding/costPerContact.ts";
import { funderConcentration } from "../../../../loaders/analyses/funding/funderConcentration.ts";
import { fundingSplit } from "../../../../loaders/analyses/funding/fundingSplit.ts";
import { questionnaireAgreement } from "../../../../loaders/analyses/questionnaires/questionnaireAgreement.ts";
import { questionnaireResults } from "../../../../loaders/analyses/questionnaires/questionnaireResults.ts";
import { questionnaireScales } from "../../../../loaders/analyses/questionnaires/questionnaireScales.ts";
import { responseFlags } from "../../../../loaders/analyses/questionnaires/responseFlags.ts";
import { rawWarehouse } from "../rawWarehouse.ts";

const all: Analysis[] = [
  ...[questionnaireResults, questionnaireScales, responseFlags, questionnaireAgreement],
  ...[reachBounds, girlsWithinReach, fundingSplit, costPerContact, funderConcentration],
];

it("an empty warehouse leaves every table empty, with the reason", async () => {
  const warehouse = await rawWarehouse({}, all);
  const reasons = await warehouse.rows("select id, result_rows, reason from analyses.catalogue order by id");
  expect(reasons).toEqual(
    all.map(({ id }) => ({ id, result_rows: 0, reason: "no_rows" })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  warehouse.close();
});

it("one blank answer, one channel without reach and one entry of nothing give reasons, not numbers", async () => {
  const warehouse = await rawWarehouse(
    {
      questionnaire_items: [
        {
          ...{ questionnaire_id: "Q", version: 1, item_id: "a", role: "teacher", text_nl: "A." },
          ...{ scale: "likert5", is_reversed: false },
        },
      ],
      responses: [
        {
          ...{ response_id: "R1", item_id: "a", questionnaire_id: "Q", version: 1, role: "teacher" },
          submitted_at: "2025-09-02 10:00:00",
        },
      ],
      invitations: [{ questionnaire_id: "Q", role: "teacher", period: "2025-2026", invited: 0 }],
      channel_reach: [{ campaign: "#A", wave: "1", channel: "tv", unique_reach: 0, universe: 1000, source: "counted" }],
      funding: [
        {
          ...{ entry_id: "F1", school_year: "2025-2026", programme: "ovk", funder_id: "C1", funder_type: "private" },
          ...{ kind: "cash", phase: "spent", amount_eur: 0 },
        },
      ],
    },
    all,
  );
  const reasonsOf = async (id: string) =>
    (await warehouse.rows<{ reason: string }>(`select distinct reason from analyses.${id} order by all`)).map(
      ({ reason }) => reason,
    );
  expect(await reasonsOf("questionnaire_results")).toEqual(["few_answers"]);
  expect(await reasonsOf("questionnaire_scales")).toEqual(["few_items", "no_invitations"]);
  expect(await reasonsOf("response_flags")).toEqual([]);
  expect(await reasonsOf("questionnaire_agreement")).toEqual(["no_shared_item"]);
  expect(await warehouse.rows("select lower, upper, reason from analyses.reach_bounds")).toEqual([
    { lower: 0, upper: 0, reason: null },
  ]);
  expect(
    await warehouse.rows("select upper, cumulative_upper, proxy_verdict from analyses.girls_within_reach"),
  ).toEqual([{ upper: 0, cumulative_upper: 0, proxy_verdict: null }]);
  expect(await reasonsOf("funding_split")).toEqual(["no_cash"]);
  expect(await reasonsOf("cost_per_contact")).toEqual(["no_spending"]);
  expect(await reasonsOf("funder_concentration")).toEqual(["no_cash"]);
  warehouse.close();
});
