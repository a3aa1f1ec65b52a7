import { z } from "zod";
import { FundingRow } from "../funding/rows.ts";
import { fundingYears } from "../funding/years.ts";
import { cumulativeSection } from "../lectures/progress.ts";
import { CumulativeRow } from "../lectures/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, Meaning, ScoreRow, section } from "../rows.ts";
import { frame, meanings, scorecard, stemFirst } from "../sections.ts";

const SHOWN = [
  "public_share_of_funding",
  "lectures_count",
  "lecturers_count",
  "student_contacts_count",
  "teachers_count",
];
const CONTEXT = ["girls_share_in_stem"];

export const funders: PageData = {
  name: "funders",
  schema: z.strictObject({
    frame: Frame,
    period: z.string(),
    sections: z.strictObject({
      ...{ scorecard: section(ScoreRow), context: section(ScoreRow) },
      funding: section(FundingRow),
      ...{ lectures: section(CumulativeRow), lectures_together: section(CumulativeRow) },
      definitions: section(Meaning),
    }),
  }),
  load: async (gate) => {
    const [period] = await gate.rows<{ current_school_year: string }>(
      "select current_school_year from marts.parameters",
    );
    return {
      frame: await frame(gate),
      period: period?.current_school_year,
      sections: {
        scorecard: await stemFirst(gate, SHOWN, SHOWN),
        context: await scorecard(gate, CONTEXT),
        funding: await fundingYears(gate),
        lectures: await cumulativeSection(gate, "lectures_count", "stem_ovk"),
        lectures_together: await cumulativeSection(gate, "lectures_count", null),
        definitions: {
          rows: await meanings(gate, [...SHOWN, ...CONTEXT, "in_kind_value_eur"]),
          meaning: null,
          sources: [],
        },
      },
    };
  },
};
