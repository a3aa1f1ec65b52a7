import { z } from "zod";
import { BalanceRow, EventStudyRow, ImpactRow } from "../impact/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, section } from "../rows.ts";
import { frame, tableSection } from "../sections.ts";

const FILES = ["enrolments", "lectures", "schools"];

export const impact: PageData = {
  name: "impact",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      summary: section(ImpactRow),
      participation: section(EventStudyRow),
      share: section(EventStudyRow),
      balance: section(BalanceRow),
    }),
  }),
  load: async (gate) => {
    const study = (outcome: string) =>
      tableSection(
        gate,
        FILES,
        EventStudyRow,
        `analyses.impact_event_study where outcome = '${outcome}' and weighting = 'schools' order by event_time`,
      );
    return {
      frame: await frame(gate),
      sections: {
        summary: await tableSection(
          gate,
          FILES,
          ImpactRow,
          "analyses.impact_summary order by outcome <> 'girls_stem_participation', outcome = 'has_stem_pupils', weighting desc",
        ),
        participation: await study("girls_stem_participation"),
        share: await study("girls_share_in_stem"),
        balance: await tableSection(
          gate,
          FILES,
          BalanceRow,
          "analyses.impact_balance where category is null order by trait",
        ),
      },
    };
  },
};
