import { z } from "zod";
import { files, rejectedRows } from "./data/loads.ts";
import { FileRow, RejectedRow } from "./data/rows.ts";
import { FundingRow } from "./funding/rows.ts";
import { fundingYears } from "./funding/years.ts";
import type { PageData } from "./pageData.ts";
import { Frame, ScoreRow, section } from "./rows.ts";
import { frame, scorecard } from "./sections.ts";

/** The figures that tell how the programme stands, in the order in which a manager asks for them. */
export const HEADLINES = [
  "lectures_count",
  "lecturers_count",
  "student_contacts_count",
  "teachers_count",
  "wrap_up_rate",
  "response_rate",
  "girls_share_in_stem",
  "public_share_of_funding",
] as const;

export const overview: PageData = {
  name: "overview",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      funding: section(FundingRow),
      freshness: section(FileRow),
      held: section(RejectedRow),
    }),
  }),
  load: async (warehouse) => ({
    frame: await frame(warehouse),
    sections: {
      scorecard: await scorecard(warehouse, HEADLINES),
      funding: await fundingYears(warehouse),
      freshness: await files(warehouse),
      held: await rejectedRows(warehouse),
    },
  }),
};
