import { annotations } from "./annotations.ts";
import { broadcasts } from "./broadcasts.ts";
import { campaignMetrics } from "./campaignMetrics.ts";
import { channelReach } from "./channelReach.ts";
import { enrolments } from "./enrolments.ts";
import { funding } from "./funding.ts";
import { initiatives } from "./initiatives.ts";
import { invitations } from "./invitations.ts";
import { lecturers } from "./lecturers.ts";
import { lectures } from "./lectures.ts";
import { mediaCoverage } from "./mediaCoverage.ts";
import { planGoals } from "./planGoals.ts";
import { questionnaireItems } from "./questionnaireItems.ts";
import { requests } from "./requests.ts";
import { responses } from "./responses.ts";
import { reviews } from "./reviews.ts";
import { schools } from "./schools.ts";
import { targets } from "./targets.ts";

/** Every canonical table, each after the tables it refers to: the order in which a load fills them. */
export const contracts = [
  schools,
  lecturers,
  lectures,
  requests,
  questionnaireItems,
  responses,
  reviews,
  invitations,
  enrolments,
  targets,
  planGoals,
  funding,
  campaignMetrics,
  channelReach,
  broadcasts,
  mediaCoverage,
  initiatives,
  annotations,
];
