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
      ...{ scorecard: section(ScoreRow), together: section(ScoreRow), quality: section(ScoreRow) },
      ...{ forecast: section(ForecastRow), forecast_together: section(ForecastRow) },
      ...{ back_test: section(BackTestRow), back_test_together: section(BackTestRow) },
      delays: section(DelayRow),
      ...{ lectures: counts, students: counts, lecturers: counts, teachers: counts },
      ...{
        lectures_together: counts,
        students_together: counts,
        lecturers_together: counts,
        teachers_together: counts,
      },
      ...{ by_programme: groups, by_province: groups, by_theme: groups, by_discipline: groups, top_two: groups },
      ...{ dose: section(DoseRow), dose_together: section(DoseRow) },
    }),
  }),
  load: async (warehouse) => ({
    frame: await frame(warehouse),
    sections: {
      scorecard: await scorecard(warehouse, BENCHMARKS, "stem_ovk"),
      together: await scorecard(warehouse, BENCHMARKS),
      forecast: await forecastSection(warehouse, "stem_ovk"),
      forecast_together: await forecastSection(warehouse, null),
      back_test: await backTestSection(warehouse, "stem_ovk"),
      back_test_together: await backTestSection(warehouse, null),
      delays: await delaySection(warehouse),
      quality: await scorecard(warehouse, ["stem_share_of_lectures", "wrap_up_rate", "response_rate"]),
      lectures: await cumulativeSection(warehouse, "lectures_count", "stem_ovk"),
      lectures_together: await cumulativeSection(warehouse, "lectures_count", null),
      students: await cumulativeSection(warehouse, "student_contacts_count", "stem_ovk"),
      students_together: await cumulativeSection(warehouse, "student_contacts_count", null),
      lecturers: await cumulativeSection(warehouse, "lecturers_count", "stem_ovk"),
      lecturers_together: await cumulativeSection(warehouse, "lecturers_count", null),
      teachers: await cumulativeSection(warehouse, "teachers_count", "stem_ovk"),
      teachers_together: await cumulativeSection(warehouse, "teachers_count", null),
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
