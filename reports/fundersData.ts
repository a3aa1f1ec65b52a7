import { z } from "zod";
import { FundingRow } from "../src/data/funding/rows.ts";
import { CumulativeRow } from "../src/data/lectures/rows.ts";
import { Frame, Meaning, ScoreRow, section } from "../src/data/rows.ts";

/** What the funder report is made of: protected page data, as the site's pages are. */
export const FundersData = z.object({
  frame: Frame,
  period: z.string(),
  sections: z.object({
    ...{ scorecard: section(ScoreRow), context: section(ScoreRow) },
    funding: section(FundingRow),
    ...{ lectures: section(CumulativeRow), lectures_together: section(CumulativeRow) },
    definitions: section(Meaning),
  }),
});
export type FundersData = z.infer<typeof FundersData>;
