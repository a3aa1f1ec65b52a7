import { makeAnnotations } from "./annotations.ts";
import { AS_OF } from "./calendar.ts";
import { makeCampaignMetrics } from "./campaigns.ts";
import { makeEnrolments } from "./enrolments.ts";
import { makeFunding } from "./funding.ts";
import { makeLecturers } from "./lecturers.ts";
import { makeLectures } from "./lectures.ts";
import { makeQuestionnaireItems } from "./questionnaireItems.ts";
import { makeResponses } from "./responses.ts";
import { makeSchools } from "./schools.ts";
import { makeTargets } from "./targets.ts";
import type { Row } from "./writeCsv.ts";

/** Every table of the sample, good rows alone. */
export function makeTables(): Record<string, Row[]> {
  const schools = makeSchools();
  const volunteers = makeLecturers();
  const lectures = makeLectures(schools, volunteers);
  return {
    schools: schools.map((school): Row => ({ ...school })),
    lecturers: volunteers.map(({ lat, lon, capacity, years, ...lecturer }): Row => lecturer),
    lectures,
    questionnaire_items: makeQuestionnaireItems(),
    ...makeResponses(lectures),
    enrolments: makeEnrolments(),
    targets: makeTargets(),
    funding: makeFunding(lectures),
    campaign_metrics: makeCampaignMetrics(lectures, AS_OF),
    annotations: makeAnnotations(),
  };
}
