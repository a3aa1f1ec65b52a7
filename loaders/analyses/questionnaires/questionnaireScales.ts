import { cronbachAlpha } from "../../../statistics/survey/cronbachAlpha.ts";
import { netPromoterScore } from "../../../statistics/survey/netPromoterScore.ts";
import { responseRate } from "../../../statistics/survey/nonResponse.ts";
import { scaleScore } from "../../../statistics/survey/scaleScore.ts";
import type { Thresholds } from "../../config/thresholds.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";
import { type Forms, forms } from "./questionnaireForms.ts";
import { flagOf, populationOf, type QuestionnaireYear, questionnaireYears } from "./questionnaireItems.ts";

const LEVEL = 0.95;

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  role: "VARCHAR",
  questionnaire_id: "VARCHAR",
  questionnaire_version: "INTEGER",
  measure: "VARCHAR",
  item_id: "VARCHAR",
  items: "INTEGER",
  respondents: "INTEGER",
  population: "INTEGER",
  value: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  is_publishable: "BOOLEAN",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

/** What holds for all measures of some forms. */
function frameOf(of: Forms, year: QuestionnaireYear | undefined, thresholds: Thresholds): Row {
  const { school_year, is_current_year, role, questionnaire_id, questionnaire_version } = of;
  return {
    ...{ school_year, is_current_year, role, questionnaire_id, questionnaire_version },
    ...{ measure: null, item_id: null, items: null, respondents: null, population: null },
    ...{ value: null, lower: null, upper: null, is_publishable: null },
    status: flagOf(year, thresholds.response_rate_low.value),
    reason: null,
  };
}

/** Alpha of the items of agreement, and the mean over them, from forms without a gap. */
function scaleRows(of: Forms, frame: Row, year: QuestionnaireYear | undefined, thresholds: Thresholds): Row[] {
  const full = of.scores.filter((form): form is number[] => form.every((score) => score !== null));
  const [items, respondents] = [of.items.length, full.length];
  const row = { ...frame, items, respondents };
  const few = items < 2 ? "few_items" : respondents < thresholds.fewest_answers.value ? "few_answers" : null;
  if (few !== null) return ["alpha", "scale_score"].map((measure) => ({ ...row, measure, reason: few, status: null }));
  const alpha = answerOf(() => cronbachAlpha(full, { level: LEVEL }), "answers_alike");
  const publishable = alpha.answer === null ? null : alpha.answer.alpha >= thresholds.alpha_low.value;
  const population = populationOf(year, { version: of.questionnaire_version, answers: respondents });
  const means = full.map((form) => form.reduce((sum, score) => sum + score, 0) / items);
  const score = answerOf(
    () => scaleScore(means, { level: LEVEL, ...(population === null ? {} : { populationSize: population }) }),
    "few_answers",
  );
  return [
    {
      ...{ ...row, measure: "alpha", value: alpha.answer?.alpha ?? null, is_publishable: publishable },
      ...{ lower: alpha.answer?.interval.lower ?? null, upper: alpha.answer?.interval.upper ?? null },
      reason: alpha.reason,
    },
    {
      ...{ ...row, measure: "scale_score", value: score.answer?.mean ?? null, is_publishable: publishable, population },
      ...{ lower: score.answer?.interval?.lower ?? null, upper: score.answer?.interval?.upper ?? null },
      reason: score.reason,
    },
  ];
}

/** The net promoter score of each item that really asks for a number from 0 to 10. */
const promoterRows = (of: Forms, frame: Row, fewest: number): Row[] =>
  of.recommendations.map(({ item_id, answers }) => {
    const row = { ...frame, measure: "net_promoter_score", item_id, items: 1, respondents: answers.length };
    if (answers.length < fewest) return { ...row, status: null, reason: "few_answers" };
    const promoters = answers.filter((answer) => answer >= 9).length;
    const detractors = answers.filter((answer) => answer <= 6).length;
    const { answer, reason } = answerOf(
      () => netPromoterScore(promoters, answers.length - promoters - detractors, detractors, { level: LEVEL }),
      "few_answers",
    );
    const { lower = null, upper = null } = answer?.adjustedInterval ?? {};
    return { ...row, value: answer?.score ?? null, lower, upper, reason };
  });

/** Completed forms out of those invited who had time to answer: a count, so without an interval. */
function rateRow(year: QuestionnaireYear, flagBelow: number): Row {
  const { school_year, is_current_year, role, questionnaire_id, questionnaire_version } = year;
  const { invited, due_invited: population, due_completed: respondents } = year;
  const key = { school_year, is_current_year, role, questionnaire_id, questionnaire_version };
  const row = { ...key, measure: "response_rate", item_id: null, items: null, respondents, population };
  const none = { value: null, lower: null, upper: null, is_publishable: null };
  if (invited === null) return { ...row, ...none, status: null, reason: "no_invitations" };
  if (population === null || respondents === null)
    return { ...row, ...none, status: null, reason: "invitations_without_day" };
  const isYoung = population === 0 && invited > 0;
  const { answer, reason } = answerOf(
    () => responseRate(respondents, population, { flagBelow }),
    isYoung ? "no_invitation_due" : "no_invitations",
  );
  if (answer === null) return { ...row, ...none, status: null, reason };
  return { ...row, ...none, value: answer.rate, status: flagOf(year, flagBelow), reason };
}

async function run({ warehouse, thresholds }: Context): Promise<Row[]> {
  const [all, years] = [await forms(warehouse), await questionnaireYears(warehouse)];
  const scales = all.flatMap((of) => {
    const year = years.find(
      (one) =>
        one.school_year === of.school_year && one.questionnaire_id === of.questionnaire_id && one.role === of.role,
    );
    const frame = frameOf(of, year, thresholds);
    return [...scaleRows(of, frame, year, thresholds), ...promoterRows(of, frame, thresholds.fewest_answers.value)];
  });
  return [...scales, ...years.map((year) => rateRow(year, thresholds.response_rate_low.value))];
}

export const questionnaireScales = analysis({
  id: "questionnaire_scales",
  name: {
    nl: "Vragenlijsten: betrouwbaarheid, schaalscore, aanbeveling en respons",
    en: "Questionnaires: reliability, scale score, recommendation and response",
  },
  method: {
    nl: "Per vragenlijst, versie en schooljaar vier maten. Alfa (Cronbach 1951) met het interval van Feldt (1965) zegt hoe sterk de vragen samenhangen, na omdraaien van de omgekeerde vragen en op volledig ingevulde vragenlijsten; het zegt niet dat ze één ding meten. De schaalscore is het gemiddelde over die vragen, met een interval dat rekent met de eindige groep van uitgenodigden, en is alleen voor publicatie bedoeld als alfa hoog genoeg is. De aanbevelingsscore (NPS) is het aandeel 9 en 10 min het aandeel 0 tot en met 6, met het bijgestelde interval van Rocks (2016), en staat er alleen waar echt een cijfer van 0 tot 10 gevraagd is. De respons is het aantal ingevulde vragenlijsten op het aantal uitgenodigden die tijd hadden om te antwoorden (AAPOR RR1), een volledige telling en dus zonder interval; onder de drempel draagt alles van dat jaar het merkteken ‘weinig betrouwbaar’. Antwoorden van dezelfde persoon over verschillende lessen tellen hier als aparte antwoorden. Onder het kleinste aantal antwoorden is er geen cijfer.",
    en: "By questionnaire, version and school year, four measures. Alpha (Cronbach 1951) with Feldt's (1965) interval says how strongly the items hang together, after reversed items were turned round and on forms without a gap; it does not say that they measure one thing. The scale score is the mean over those items, with an interval that counts with the finite group of those invited, and is meant for publication only where alpha is high enough. The net promoter score is the share of 9 and 10 less the share of 0 to 6, with the adjusted interval of Rocks (2016), and stands only where a number from 0 to 10 was really asked. The response rate is completed forms out of those invited who had time to answer (AAPOR RR1), a full count and so without an interval; below the threshold everything of that year is flagged as of low reliability. Answers by the same person about several lectures count as separate answers here. Below the smallest number of answers there is no figure.",
  },
  evidence: "monitoring",
  codes: ["B2", "B3", "B4"],
  inputs: ["marts.responses", "marts.questionnaire_years"],
  functions: ["cronbachAlpha", "scaleScore", "netPromoterScore", "responseRate"],
  parameters: { level: LEVEL, promoters: "9-10", detractors: "0-6" },
  thresholds: ["fewest_answers", "response_rate_low", "response_days", "alpha_low"],
  columns,
  run,
});
