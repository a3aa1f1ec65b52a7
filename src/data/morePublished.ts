import { z } from "zod";
import type { Gate } from "./gate.ts";
import { plainSection } from "./sections.ts";

/** A figure of the programme, or of the second stage, as somebody published it: seldom counted as the registers count. */
export const MorePublishedRow = z.strictObject({
  period: z.string(),
  indicator_id: z.string(),
  about: z.string(),
  stage: z.string().nullable(),
  value: z.number(),
  is_share: z.boolean(),
  source_title: z.string(),
  source: z.string(),
  note: z.string().nullable(),
});
export type MorePublishedRow = z.infer<typeof MorePublishedRow>;

const SOURCE = {
  label: {
    nl: "persberichten en websites (bron per cijfer in de tabel)",
    en: "press releases and websites (source of each figure in the table)",
  },
  ...{ url: null, is_synthetic: false, is_published: true },
};

/** Published figures, oldest first; `which` is a condition over `reference.more_published`. */
export const morePublished = (gate: Gate, which: string) =>
  plainSection<MorePublishedRow>(
    gate,
    `select period, indicator_id, about, nullif(stage, '') as stage, value::double as value, unit = 'percent' as is_share, source_title, source,
       nullif(note, '') as note
     from reference.more_published where ${which} order by figure_id::integer`,
    [SOURCE],
  );
