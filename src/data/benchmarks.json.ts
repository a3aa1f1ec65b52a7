import { z } from "zod";
import { lectureGroups } from "./lectures/lectureGroups.ts";
import {
  BENCHMARKS,
  backTestSection,
  cumulativeSection,
  delaySection,
  doseSection,
  forecastSection,
} from "./lectures/progress.ts";
import { BackTestRow, CumulativeRow, DelayRow, DoseRow, ForecastRow } from "./lectures/rows.ts";
import type { PageData } from "./pageData.ts";
import { topTwo } from "./questionnaires/topTwo.ts";
import { BreakdownRow, Frame, ScoreRow, section } from "./rows.ts";
import { frame, scorecard } from "./sections.ts";

const counts = section(CumulativeRow);
const groups = section(BreakdownRow);

export const benchmarks: PageData = {
  name: "benchmarks",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      ...{ scorecard: section(ScoreRow), quality: section(ScoreRow) },
      ...{ forecast: section(ForecastRow), back_test: section(BackTestRow), delays: section(DelayRow) },
      ...{ lectures: counts, students: counts, lecturers: counts, teachers: counts },
      ...{ by_programme: groups, by_province: groups, by_theme: groups, by_discipline: groups, top_two: groups },
      ...{ dose: section(DoseRow), dose_together: section(DoseRow) },
    }),
  }),
  load: async (warehouse) => ({
    frame: await frame(warehouse),
    sections: {
      scorecard: await scorecard(warehouse, BENCHMARKS),
      forecast: await forecastSection(warehouse),
      back_test: await backTestSection(warehouse),
      delays: await delaySection(warehouse),
      quality: await scorecard(warehouse, ["stem_share_of_lectures", "wrap_up_rate", "response_rate"]),
      lectures: await cumulativeSection(warehouse, "lectures_count"),
      students: await cumulativeSection(warehouse, "student_contacts_count"),
      lecturers: await cumulativeSection(warehouse, "lecturers_count"),
      teachers: await cumulativeSection(warehouse, "teachers_count"),
      by_programme: await lectureGroups(warehouse, "programme"),
      by_province: await lectureGroups(warehouse, "province"),
      by_theme: await lectureGroups(warehouse, "theme"),
      by_discipline: await lectureGroups(warehouse, "discipline"),
      top_two: await topTwo(warehouse),
      dose: await doseSection(warehouse, "stem_ovk"),
      dose_together: await doseSection(warehouse, null),
    },
  }),
};
