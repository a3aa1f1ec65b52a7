import { z } from "zod";
import {
  pairSection,
  revisionSection,
  splitPartSection,
  splitSection,
  targetYearSection,
  threeWaySection,
  trendSection,
  verdictSection,
} from "../girls/girlsShift.ts";
import { publishedSection } from "../girls/published.ts";
import {
  PairRow,
  PublishedRow,
  RevisionRow,
  ShareRow,
  SplitPartRow,
  SplitRow,
  TargetYearRow,
  ThreeWayRow,
  TrendRow,
  VerdictRow,
} from "../girls/rows.ts";
import { shareSection } from "../girls/shares.ts";
import { MorePublishedRow, morePublished } from "../morePublished.ts";
import type { PageData } from "../pageData.ts";
import { Frame, ScoreRow, section } from "../rows.ts";
import { frame, scorecard } from "../sections.ts";

const shares = section(ShareRow);

export const girlsInStem: PageData = {
  name: "girls-in-stem",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      published: section(PublishedRow),
      published_all: section(PublishedRow),
      published_more: section(MorePublishedRow),
      verdict: section(VerdictRow),
      pair: section(PairRow),
      split: section(SplitRow),
      split_parts: section(SplitPartRow),
      revisions: section(RevisionRow),
      three_way: section(ThreeWayRow),
      target_year: section(TargetYearRow),
      trend: section(TrendRow),
      ...{ total: shares, participation: shares, by_track: shares, by_domain: shares, parity: shares, intake: shares },
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      scorecard: await scorecard(gate, [
        "girls_share_in_stem",
        "girls_stem_participation",
        "stem_parity_index",
        "stem_share_of_intake",
      ]),
      total: await shareSection(gate, "girls_share_in_stem", { group: "total" }),
      participation: await shareSection(gate, "girls_stem_participation", { group: "girls" }),
      by_track: await shareSection(gate, "girls_share_in_stem", { by: "track" }),
      by_domain: await shareSection(gate, "girls_share_in_stem", { by: "domain" }),
      parity: await shareSection(gate, "stem_parity_index", { group: "index", hasInterval: true }),
      intake: await shareSection(gate, "stem_share_of_intake", { by: "stage", hasInterval: true }),
      published: await publishedSection(gate, "indicator_id = 'girls_share_in_stem' and stage = '3' and track = 'all'"),
      published_all: await publishedSection(gate, "true"),
      published_more: await morePublished(gate, "stage <> ''"),
      verdict: await verdictSection(gate),
      pair: await pairSection(gate),
      split: await splitSection(gate),
      split_parts: await splitPartSection(gate),
      revisions: await revisionSection(gate),
      three_way: await threeWaySection(gate),
      target_year: await targetYearSection(gate),
      trend: await trendSection(gate),
    },
  }),
};
