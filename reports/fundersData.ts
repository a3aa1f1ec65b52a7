import { z } from "zod";
import { CumulativeRow, Frame, FundingRow, Meaning, ScoreRow, section } from "../src/data/rows.ts";

/** What the funder report is made of: protected page data, as the site's pages are. */
export const FundersData = z.object({
  frame: Frame,
  period: z.string(),
  sections: z.object({
    scorecard: section(ScoreRow),
    funding: section(FundingRow),
    lectures: section(CumulativeRow),
    definitions: section(Meaning),
  }),
});
export type FundersData = z.infer<typeof FundersData>;
