import { z } from "zod";
import type { PageData } from "../pageData.ts";
import { goals, initiativesByProvince, initiativesByStrand } from "../plan/goals.ts";
import { GoalRow, StrandRow } from "../plan/rows.ts";
import { BreakdownRow, Frame, section } from "../rows.ts";
import { frame } from "../sections.ts";

export const plan: PageData = {
  name: "plan",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      goals: section(GoalRow),
      strands: section(StrandRow),
      provinces: section(BreakdownRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      goals: await goals(gate),
      strands: await initiativesByStrand(gate),
      provinces: await initiativesByProvince(gate),
    },
  }),
};
