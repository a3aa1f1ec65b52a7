import { z } from "zod";
import { lectureGroups } from "../lectures/lectureGroups.ts";
import {
  BENCHMARKS,
  backTestSection,
  cumulativeSection,
  delaySection,
  doseSection,
  forecastSection,
  girlsSection,
} from "../lectures/progress.ts";
import { BackTestRow, CumulativeRow, DelayRow, DoseRow, ForecastRow, GirlsRow } from "../lectures/rows.ts";
import { MorePublishedRow, morePublished } from "../morePublished.ts";
import type { PageData } from "../pageData.ts";
import { BreakdownRow, Frame, ScoreRow, section } from "../rows.ts";
import { frame, scorecard } from "../sections.ts";

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
      ...{ by_programme: groups, by_province: groups, by_theme: groups, by_discipline: groups },
      ...{ dose: section(DoseRow), dose_together: section(DoseRow) },
      ...{ girls: section(GirlsRow), girls_together: section(GirlsRow) },
      published: section(MorePublishedRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      scorecard: await scorecard(gate, BENCHMARKS, "stem_ovk"),
      together: await scorecard(gate, BENCHMARKS),
      forecast: await forecastSection(gate, "stem_ovk"),
      forecast_together: await forecastSection(gate, null),
      back_test: await backTestSection(gate, "stem_ovk"),
      back_test_together: await backTestSection(gate, null),
      delays: await delaySection(gate),
      quality: await scorecard(gate, ["stem_share_of_lectures", "wrap_up_rate", "response_rate"]),
      lectures: await cumulativeSection(gate, "lectures_count", "stem_ovk"),
      lectures_together: await cumulativeSection(gate, "lectures_count", null),
      students: await cumulativeSection(gate, "student_contacts_count", "stem_ovk"),
      students_together: await cumulativeSection(gate, "student_contacts_count", null),
      lecturers: await cumulativeSection(gate, "lecturers_count", "stem_ovk"),
      lecturers_together: await cumulativeSection(gate, "lecturers_count", null),
      teachers: await cumulativeSection(gate, "teachers_count", "stem_ovk"),
      teachers_together: await cumulativeSection(gate, "teachers_count", null),
      by_programme: await lectureGroups(gate, "programme"),
      by_province: await lectureGroups(gate, "province"),
      by_theme: await lectureGroups(gate, "theme"),
      by_discipline: await lectureGroups(gate, "discipline"),
      dose: await doseSection(gate, "stem_ovk"),
      dose_together: await doseSection(gate, null),
      girls: await girlsSection(gate, "stem_ovk"),
      published: await morePublished(gate, "stage is null or stage = ''"),
      girls_together: await girlsSection(gate, null),
    },
  }),
};
