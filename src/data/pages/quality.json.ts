import { z } from "zod";
import type { PageData } from "../pageData.ts";
import { agreement, flags, items, openAnswers, scales } from "../questionnaires/quality.ts";
import { AgreementRow, FlagRow, ItemRow, OpenRow, ScaleRow } from "../questionnaires/rows.ts";
import { Frame, section } from "../rows.ts";
import { frame } from "../sections.ts";

export const quality: PageData = {
  name: "quality",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      teachers: section(ItemRow),
      lecturers: section(ItemRow),
      scales: section(ScaleRow),
      flags: section(FlagRow),
      agreement: section(AgreementRow),
      open: section(OpenRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      teachers: await items(gate, "teacher"),
      lecturers: await items(gate, "lecturer"),
      scales: await scales(gate),
      flags: await flags(gate),
      agreement: await agreement(gate),
      open: await openAnswers(gate),
    },
  }),
};
