import { z } from "zod";
import { files, rejectedRows } from "../data/loads.ts";
import { FileRow, RejectedRow } from "../data/rows.ts";
import { FundingRow } from "../funding/rows.ts";
import { fundingYears } from "../funding/years.ts";
import { BENCHMARKS } from "../lectures/progress.ts";
import type { PageData } from "../pageData.ts";
import { Frame, ScoreRow, section } from "../rows.ts";
import { frame, scorecard, stemFirst } from "../sections.ts";

/** The figures that tell how the programme stands, in the order in which a manager asks for them. */
export const HEADLINES = [
  ...BENCHMARKS,
  ...(["wrap_up_rate", "response_rate", "public_share_of_funding"] as const),
] as const;

/** National figures beside which the programme works: no result of it. */
export const CONTEXT = ["girls_share_in_stem"] as const;

export const overview: PageData = {
  name: "overview",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      ...{ scorecard: section(ScoreRow), context: section(ScoreRow) },
      funding: section(FundingRow),
      freshness: section(FileRow),
      held: section(RejectedRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      scorecard: await stemFirst(gate, BENCHMARKS, HEADLINES),
      context: await scorecard(gate, CONTEXT),
      funding: await fundingYears(gate),
      freshness: await files(gate),
      held: await rejectedRows(gate),
    },
  }),
};
