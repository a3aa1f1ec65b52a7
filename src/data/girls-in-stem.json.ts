import { z } from "zod";
import type { PageData } from "./pageData.ts";
import { publishedSection } from "./published.ts";
import { Frame, PublishedRow, ScoreRow, ShareRow, section } from "./rows.ts";
import { frame, scorecard } from "./sections.ts";
import { shareSection } from "./shares.ts";

const names = ["total", "participation", "by_track", "by_domain", "parity", "intake"] as const;

export const girlsInStem: PageData = {
  name: "girls-in-stem",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      published: section(PublishedRow),
      published_all: section(PublishedRow),
      ...(Object.fromEntries(names.map((name) => [name, section(ShareRow)])) as Record<
        (typeof names)[number],
        ReturnType<typeof section<typeof ShareRow>>
      >),
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
      parity: await shareSection(warehouse, "stem_parity_index", { group: "index" }),
      intake: await shareSection(warehouse, "stem_share_of_intake", { by: "stage" }),
      published: await publishedSection(
        warehouse,
        "indicator_id = 'girls_share_in_stem' and stage = '3' and track = 'all'",
      ),
      published_all: await publishedSection(warehouse, "true"),
    },
  }),
};
