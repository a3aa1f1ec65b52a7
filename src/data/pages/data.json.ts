import { z } from "zod";
import { AbsentRow, absentPages } from "../absent.ts";
import { checks, files, loads, provenance, rejectedRows } from "../data/loads.ts";
import { CheckRow, FileRow, HiddenRow, LoadRow, ProvenanceRow, RejectedRow } from "../data/rows.ts";
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
      hidden: section(HiddenRow),
      absent: section(AbsentRow),
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
      hidden: { rows: gate.edition === "public" && gate.hidden ? [gate.hidden] : [], meaning: null, sources: [] },
      absent: { rows: await absentPages(gate), meaning: null, sources: [] },
    },
  }),
};
