import { z } from "zod";
import { grossReach } from "./campaigns/reach.ts";
import { ReachRow } from "./campaigns/rows.ts";
import { checks, files, loads, provenance, rejectedRows } from "./data/loads.ts";
import { CheckRow, FileRow, LoadRow, ProvenanceRow, RejectedRow } from "./data/rows.ts";
import type { PageData } from "./pageData.ts";
import { Frame, Meaning, ScoreRow, section } from "./rows.ts";
import { frame, meanings, scorecard } from "./sections.ts";

export const data: PageData = {
  name: "data",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      scorecard: section(ScoreRow),
      files: section(FileRow),
      loads: section(LoadRow),
      provenance: section(ProvenanceRow),
      rejected: section(RejectedRow),
      checks: section(CheckRow),
      indicators: section(Meaning),
      reach: section(ReachRow),
    }),
  }),
  load: async (warehouse) => ({
    frame: await frame(warehouse),
    sections: {
      scorecard: await scorecard(warehouse, ["completeness_share", "timeliness_share"]),
      files: await files(warehouse),
      loads: await loads(warehouse),
      provenance: await provenance(warehouse),
      rejected: await rejectedRows(warehouse),
      checks: await checks(warehouse),
      indicators: { rows: await meanings(warehouse), meaning: null, sources: [] },
      reach: await grossReach(warehouse),
    },
  }),
};
