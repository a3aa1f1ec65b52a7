import { z } from "zod";
import { ConcentrationRow, CostRow, FundingRow, PlanRow } from "../funding/rows.ts";
import { concentrations, costs, fundingYears, planAndActual } from "../funding/years.ts";
import type { PageData } from "../pageData.ts";
import { Frame, ScoreRow, section } from "../rows.ts";
import { frame, scorecard } from "../sections.ts";

export const funding: PageData = {
  name: "funding",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      split: section(FundingRow),
      plan: section(PlanRow),
      cost: section(CostRow),
      concentration: section(ConcentrationRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      scorecard: await scorecard(gate, ["public_share_of_funding", "in_kind_value_eur"]),
      split: await fundingYears(gate),
      plan: await planAndActual(gate),
      cost: await costs(gate),
      concentration: await concentrations(gate),
    },
  }),
};
