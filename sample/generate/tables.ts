import { makeAnnotations } from "./annotations.ts";
import { AS_OF } from "./calendar.ts";
import { makeBroadcasts } from "./campaigns/broadcasts.ts";
import { makeCampaignMetrics } from "./campaigns/campaigns.ts";
import { makeChannelReach } from "./campaigns/channelReach.ts";
import { makeInitiatives } from "./campaigns/initiatives.ts";
import { makeMediaCoverage } from "./campaigns/mediaCoverage.ts";
import { makeFunding } from "./funding.ts";
import { definitive, makeProvisionalEnrolments } from "./girls/editions.ts";
import { makeEnrolments } from "./girls/enrolments.ts";
import { makeEnrolmentsBySchool } from "./girls/enrolmentsBySchool.ts";
import { makeLecturers } from "./lectures/lecturers.ts";
import { makeLectures } from "./lectures/lectures.ts";
import { makeRequests } from "./lectures/requests.ts";
import { makeSchools } from "./lectures/schools.ts";
import { makePlanGoals } from "./planGoals.ts";
import { makeQuestionnaireItems } from "./questionnaires/questionnaireItems.ts";
import { makeResponses } from "./questionnaires/responses.ts";
import { makeReviews } from "./questionnaires/reviews.ts";
import { makeTargets } from "./targets.ts";
import type { Row } from "./writeCsv.ts";

/** Every table of the sample, good rows alone; `enrolments_by_school` and `enrolments_provisional` are further files of the table `enrolments`. */
export function makeTables(): Record<string, Row[]> {
  const schools = makeSchools();
  const volunteers = makeLecturers();
  const lectures = makeLectures(schools, volunteers);
  const enrolments = makeEnrolments();
  const answered = makeResponses(lectures, schools);
  return {
    schools: schools.map((school): Row => ({ ...school })),
    lecturers: volunteers.map(({ lat, lon, capacity, years, ...lecturer }): Row => lecturer),
    lectures,
    requests: makeRequests(schools, lectures),
    questionnaire_items: makeQuestionnaireItems(),
    ...answered,
    reviews: makeReviews(answered.responses),
    enrolments: enrolments.map(definitive),
    enrolments_provisional: makeProvisionalEnrolments(enrolments),
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
