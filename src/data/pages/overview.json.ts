import { z } from "zod";
import { AttentionRow, attention } from "../attention.ts";
import { girlsReach } from "../campaigns/reach.ts";
import { GirlsReachRow } from "../campaigns/rows.ts";
import { files } from "../data/loads.ts";
import { FileRow } from "../data/rows.ts";
import { FundingRow } from "../funding/rows.ts";
import { fundingYears } from "../funding/years.ts";
import { ShareRow } from "../girls/rows.ts";
import { shareSection } from "../girls/shares.ts";
import { BENCHMARKS, cumulativeSection } from "../lectures/progress.ts";
import { CumulativeRow } from "../lectures/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, ScoreRow, section } from "../rows.ts";
import { frame, scorecard, stemFirst } from "../sections.ts";

const PROGRAMME = [...BENCHMARKS, "wrap_up_rate", "response_rate"] as const;
const MONEY = ["public_share_of_funding"] as const;

/** The figures that tell how the programme stands, in the order in which a manager asks for them. */
export const HEADLINES = [...PROGRAMME, ...MONEY] as const;

/** National figures beside which the programme works: no result of it. */
export const CONTEXT = ["girls_share_in_stem"] as const;

export const overview: PageData = {
  name: "overview",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      ...{ scorecard: section(ScoreRow), programme: section(ScoreRow), context: section(ScoreRow) },
      ...{ money: section(ScoreRow), attention: section(AttentionRow) },
      lectures: section(CumulativeRow),
      girls: section(ShareRow),
      funding: section(FundingRow),
      reach: section(GirlsReachRow),
      freshness: section(FileRow),
    }),
  }),
  load: async (gate) => {
    const all = await stemFirst(gate, BENCHMARKS, HEADLINES);
    const context = await scorecard(gate, CONTEXT);
    return {
      frame: await frame(gate),
      sections: {
        scorecard: all,
        programme: await stemFirst(gate, BENCHMARKS, PROGRAMME),
        context,
        money: await scorecard(gate, MONEY),
        attention: { rows: await attention(gate, [...all.rows, ...context.rows]), meaning: null, sources: [] },
        lectures: await cumulativeSection(gate, "lectures_count", "stem_ovk"),
        girls: await shareSection(gate, "girls_share_in_stem", {}),
        funding: await fundingYears(gate),
        reach: await girlsReach(gate),
        freshness: await files(gate),
      },
    };
  },
};
