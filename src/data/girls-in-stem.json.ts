import { z } from "zod";
import {
  pairSection,
  splitPartSection,
  splitSection,
  targetYearSection,
  threeWaySection,
  trendSection,
  verdictSection,
} from "./girls/girlsShift.ts";
import { publishedSection } from "./girls/published.ts";
import {
  PairRow,
  PublishedRow,
  ShareRow,
  SplitPartRow,
  SplitRow,
  TargetYearRow,
  ThreeWayRow,
  TrendRow,
  VerdictRow,
} from "./girls/rows.ts";
import { shareSection } from "./girls/shares.ts";
import type { PageData } from "./pageData.ts";
import { Frame, ScoreRow, section } from "./rows.ts";
import { frame, scorecard } from "./sections.ts";

const shares = section(ShareRow);

export const girlsInStem: PageData = {
  name: "girls-in-stem",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      published: section(PublishedRow),
      published_all: section(PublishedRow),
      verdict: section(VerdictRow),
      pair: section(PairRow),
      split: section(SplitRow),
      split_parts: section(SplitPartRow),
      three_way: section(ThreeWayRow),
      target_year: section(TargetYearRow),
      trend: section(TrendRow),
      ...{ total: shares, participation: shares, by_track: shares, by_domain: shares, parity: shares, intake: shares },
    }),
  }),
  load: async (warehouse) => ({
    frame: await frame(warehouse),
    sections: {
      scorecard: await scorecard(warehouse, [
        "girls_share_in_stem",
        "girls_stem_participation",
        "stem_parity_index",
        "stem_share_of_intake",
      ]),
      total: await shareSection(warehouse, "girls_share_in_stem", { group: "total" }),
      participation: await shareSection(warehouse, "girls_stem_participation", { group: "girls" }),
      by_track: await shareSection(warehouse, "girls_share_in_stem", { by: "track" }),
      by_domain: await shareSection(warehouse, "girls_share_in_stem", { by: "domain" }),
      parity: await shareSection(warehouse, "stem_parity_index", { group: "index", hasInterval: true }),
      intake: await shareSection(warehouse, "stem_share_of_intake", { by: "stage", hasInterval: true }),
      published: await publishedSection(
        warehouse,
        "indicator_id = 'girls_share_in_stem' and stage = '3' and track = 'all'",
      ),
      published_all: await publishedSection(warehouse, "true"),
      verdict: await verdictSection(warehouse),
      pair: await pairSection(warehouse),
      split: await splitSection(warehouse),
      split_parts: await splitPartSection(warehouse),
      three_way: await threeWaySection(warehouse),
      target_year: await targetYearSection(warehouse),
      trend: await trendSection(warehouse),
    },
  }),
};
