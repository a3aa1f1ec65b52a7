import type { Rule } from "./rules/conditions.ts";
import { coverageRules } from "./rules/coverage.ts";
import { fundingRules } from "./rules/funding.ts";
import { girlsRules } from "./rules/girls.ts";
import { impactRules } from "./rules/impact.ts";
import { lectureRules } from "./rules/lectures.ts";
import { observations } from "./rules/observations.ts";
import { questionnaireRules } from "./rules/questionnaires.ts";

/**
 * Every table that pages of the public edition may read, in the order in which it is made fit: what is not listed is not handed on. An empty
 * rule is a statement that nothing in the table is about few persons, lectures or funders.
 */
export const RULES: Record<string, Rule> = {
  "indicators.catalogue": {},
  "indicators.observations": observations,
  "analyses.catalogue": {},
  "meta.parameters": {},
  "meta.thresholds": {},
  "meta.files": {},
  "meta.loads": {},
  "meta.checks": {},
  "meta.rejected": {},
  "reference.stem_monitor_published": {},
  "reference.more_published": {},
  "marts.parameters": {},
  "marts.targets": {},
  "marts.questionnaire_items": {},
  // campaigns, press, initiatives and plans: what others made public, and estimates over a whole population
  "marts.annotations": {},
  "marts.broadcasts": {},
  "marts.campaign_metrics": {},
  "marts.initiatives": {},
  "marts.media_coverage": {},
  "marts.plan_goals": {},
  "analyses.reach_bounds": {},
  "analyses.girls_within_reach": {},
  ...lectureRules,
  ...fundingRules,
  ...questionnaireRules,
  ...coverageRules,
  ...impactRules,
  ...girlsRules,
};
