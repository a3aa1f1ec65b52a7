import { z } from "zod";
import { FundingRow } from "./funding/rows.ts";
import { fundingYears } from "./funding/years.ts";
import { cumulativeSection } from "./lectures/progress.ts";
import { CumulativeRow } from "./lectures/rows.ts";
import type { PageData } from "./pageData.ts";
import { Frame, Meaning, ScoreRow, section } from "./rows.ts";
import { frame, meanings, scorecard, stemFirst } from "./sections.ts";

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
  load: async (warehouse) => {
    const [period] = await warehouse.rows<{ current_school_year: string }>(
      "select current_school_year from staging.stg_parameters",
    );
    return {
      frame: await frame(warehouse),
      period: period?.current_school_year,
      sections: {
        scorecard: await stemFirst(warehouse, SHOWN, SHOWN),
        context: await scorecard(warehouse, CONTEXT),
        funding: await fundingYears(warehouse),
        lectures: await cumulativeSection(warehouse, "lectures_count", "stem_ovk"),
        lectures_together: await cumulativeSection(warehouse, "lectures_count", null),
        definitions: {
          rows: await meanings(warehouse, [...SHOWN, ...CONTEXT, "in_kind_value_eur"]),
          meaning: null,
          sources: [],
        },
      },
    };
  },
};
