import { makeAnnotations } from "./annotations.ts";
import { makeBroadcasts } from "./broadcasts.ts";
import { AS_OF } from "./calendar.ts";
import { makeCampaignMetrics } from "./campaigns.ts";
import { makeChannelReach } from "./channelReach.ts";
import { makeEnrolments } from "./enrolments.ts";
import { makeEnrolmentsBySchool } from "./enrolmentsBySchool.ts";
import { makeFunding } from "./funding.ts";
import { makeInitiatives } from "./initiatives.ts";
import { makeLecturers } from "./lecturers.ts";
import { makeLectures } from "./lectures.ts";
import { makeMediaCoverage } from "./mediaCoverage.ts";
import { makePlanGoals } from "./planGoals.ts";
import { makeQuestionnaireItems } from "./questionnaireItems.ts";
import { makeRequests } from "./requests.ts";
import { makeResponses } from "./responses.ts";
import { makeSchools } from "./schools.ts";
import { makeTargets } from "./targets.ts";
import type { Row } from "./writeCsv.ts";

/** Every table of the sample, good rows alone; `enrolments_by_school` is a second file of the table `enrolments`. */
export function makeTables(): Record<string, Row[]> {
  const schools = makeSchools();
  const volunteers = makeLecturers();
  const lectures = makeLectures(schools, volunteers);
  const enrolments = makeEnrolments();
  return {
    schools: schools.map((school): Row => ({ ...school })),
    lecturers: volunteers.map(({ lat, lon, capacity, years, ...lecturer }): Row => lecturer),
    lectures,
    requests: makeRequests(schools, lectures),
    questionnaire_items: makeQuestionnaireItems(),
    ...makeResponses(lectures, schools),
    enrolments,
    enrolments_by_school: makeEnrolmentsBySchool(enrolments, schools, lectures),
    targets: makeTargets(),
    plan_goals: makePlanGoals(),
    funding: makeFunding(lectures),
    campaign_metrics: makeCampaignMetrics(lectures, AS_OF),
    channel_reach: makeChannelReach(),
    broadcasts: makeBroadcasts(),
    media_coverage: makeMediaCoverage(lectures),
    initiatives: makeInitiatives(),
    annotations: makeAnnotations(),
  };
}
