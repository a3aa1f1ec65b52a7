import { z } from "zod";
import { docstringsOf } from "../methods/docstrings.ts";
import { flags, statuses } from "../methods/flags.ts";
import { analysisRows, indicatorRows, tableRows, thresholdRows } from "../methods/methodSections.ts";
import {
  AnalysisRow,
  FlagRow,
  FunctionRow,
  IndicatorRow,
  MethodCount,
  OriginRow,
  StatusRow,
  TableRow,
  ThresholdRow,
} from "../methods/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, section } from "../rows.ts";
import { frame, plainSection } from "../sections.ts";

const rowsOf = <Row>(rows: Row[]) => ({ rows, meaning: null, sources: [] });

export const methods: PageData = {
  name: "methods",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      count: section(MethodCount),
      indicators: section(IndicatorRow),
      analyses: section(AnalysisRow),
      functions: section(FunctionRow),
      thresholds: section(ThresholdRow),
      flags: section(FlagRow),
      statuses: section(StatusRow),
      tables: section(TableRow),
      origins: section(OriginRow),
    }),
  }),
  load: async (gate) => {
    const indicators = await indicatorRows(gate);
    const analyses = await analysisRows(gate, indicators);
    return {
      frame: await frame(gate),
      sections: {
        count: await plainSection(
          gate,
          `select (select count(*) from indicators.catalogue)::integer as indicators, count(*)::integer as analyses,
             coalesce(sum(result_rows), 0)::integer as results, coalesce(sum(without_figure), 0)::integer as without_figure
           from analyses.catalogue`,
        ),
        indicators: rowsOf(indicators),
        analyses: rowsOf(analyses),
        functions: rowsOf(docstringsOf(analyses.flatMap(({ functions }) => functions))),
        thresholds: rowsOf(await thresholdRows(gate)),
        flags: rowsOf(flags),
        statuses: rowsOf(statuses),
        tables: rowsOf(tableRows()),
        origins: await plainSection(
          gate,
          `select { nl: title_nl, en: title_en } as label, table_name as "table", rows_accepted as rows, is_synthetic, url
           from meta.files order by is_synthetic desc, source, file`,
        ),
      },
    };
  },
};
