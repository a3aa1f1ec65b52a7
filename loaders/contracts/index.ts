import { annotations } from "./annotations.ts";
import { campaignMetrics } from "./campaignMetrics.ts";
import { enrolments } from "./enrolments.ts";
import { funding } from "./funding.ts";
import { invitations } from "./invitations.ts";
import { lecturers } from "./lecturers.ts";
import { lectures } from "./lectures.ts";
import { questionnaireItems } from "./questionnaireItems.ts";
import { responses } from "./responses.ts";
import { schools } from "./schools.ts";
import { targets } from "./targets.ts";

/** Every canonical table, each after the tables it refers to: the order in which a load fills them. */
export const contracts = [
  schools,
  lecturers,
  lectures,
  questionnaireItems,
  responses,
  invitations,
  enrolments,
  targets,
  funding,
  campaignMetrics,
  annotations,
];
