import { z } from "zod";
import { checks, files, loads, provenance, rejectedRows } from "../data/loads.ts";
import { CheckRow, FileRow, LoadRow, ProvenanceRow, RejectedRow } from "../data/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, Meaning, ScoreRow, section } from "../rows.ts";
import { frame, meanings, scorecard } from "../sections.ts";

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
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      scorecard: await scorecard(gate, ["completeness_share", "timeliness_share"]),
      files: await files(gate),
      loads: await loads(gate),
      provenance: await provenance(gate),
      rejected: await rejectedRows(gate),
      checks: await checks(gate),
      indicators: { rows: await meanings(gate), meaning: null, sources: [] },
    },
  }),
};
