import { newcombeInterval } from "../../../statistics/proportion/newcombe.ts";
import { worstCaseBounds } from "../../../statistics/survey/nonResponse.ts";
import { topTwoBox } from "../../../statistics/survey/topTwoBox.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { flagOf, type ItemYear, itemYears, populationOf, questionnaireYears, yearOf } from "./questionnaireItems.ts";

const LEVEL = 0.95;

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  role: "VARCHAR",
  questionnaire_id: "VARCHAR",
  questionnaire_version: "INTEGER",
  item_id: "VARCHAR",
  scale: "VARCHAR",
  is_reversed: "BOOLEAN",
  text_nl: "VARCHAR",
  text_en: "VARCHAR",
  answers: "INTEGER",
  no_opinion: "INTEGER",
  no_opinion_share: "DOUBLE",
  respondents: "INTEGER",
  population: "INTEGER",
  answers_1: "INTEGER",
  answers_2: "INTEGER",
  answers_3: "INTEGER",
  answers_4: "INTEGER",
  answers_5: "INTEGER",
  favourable: "INTEGER",
  share: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  is_complete: "BOOLEAN",
  design_effect: "DOUBLE",
  worst_lower: "DOUBLE",
  worst_upper: "DOUBLE",
  change: "DOUBLE",
  change_lower: "DOUBLE",
  change_upper: "DOUBLE",
  change_reason: "VARCHAR",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

const startOf = (schoolYear: string) => Number(schoolYear.slice(0, 4));
const isSameItem = ({ key: a }: ItemYear, { key: b }: ItemYear) =>
  a.questionnaire_id === b.questionnaire_id && a.role === b.role && a.item_id === b.item_id;
const tooFew = ({ answers, respondents }: ItemYear, fewest: number) => answers < fewest || respondents < fewest;

type Change = Pick<Row, "change" | "change_lower" | "change_upper" | "change_reason">;
const noChange = (change_reason: Reason): Change => ({
  ...{ change: null, change_lower: null, change_upper: null },
  change_reason,
});

/** The change since the school year before, in the same version alone: the same words and the same scale. */
function changeOf(now: ItemYear, items: readonly ItemYear[], fewest: number): Change {
  const before = items.filter(
    (item) => isSameItem(item, now) && startOf(item.key.school_year) === startOf(now.key.school_year) - 1,
  );
  if (before.length === 0) return noChange("no_figure_last_year");
  const then = before.find(({ key }) => key.questionnaire_version === now.key.questionnaire_version);
  if (then === undefined) return noChange("version_changed");
  if (tooFew(then, fewest)) return noChange("few_answers");
  const { answer, reason } = answerOf(
    () =>
      newcombeInterval(now.favourable, now.answers, then.favourable, then.answers, {
        level: LEVEL,
        designEffect: Math.max(now.designEffect, then.designEffect),
      }),
    "few_answers",
  );
  if (answer === null) return noChange(reason);
  const change = now.favourable / now.answers - then.favourable / then.answers;
  return { change, change_lower: answer.lower, change_upper: answer.upper, change_reason: null };
}

function shareOf(item: ItemYear, population: number | null) {
  const { points, noOpinion, answers, favourable, designEffect } = item;
  const frame = population === null ? {} : { populationSize: population };
  const { answer, reason } = answerOf(
    () => topTwoBox(points, { noOpinion, level: LEVEL, designEffect, ...frame }),
    "few_answers",
  );
  if (answer === null) return { reason };
  const worst = population === null ? null : worstCaseBounds(favourable, answers, population);
  const counts = item.key.scale === "likert5" ? points : [null, null, null, null, null];
  return {
    ...{ answers_1: counts[0] ?? null, answers_2: counts[1] ?? null, answers_3: counts[2] ?? null },
    ...{ answers_4: counts[3] ?? null, answers_5: counts[4] ?? null },
    ...{
      favourable,
      share: answer.share,
      lower: answer.interval?.lower ?? null,
      upper: answer.interval?.upper ?? null,
    },
    ...{ is_complete: answer.interval === null, design_effect: designEffect, no_opinion_share: answer.noOpinionShare },
    ...{ worst_lower: worst?.lower ?? null, worst_upper: worst?.upper ?? null },
    reason: null,
  };
}

const blank = Object.fromEntries(Object.keys(columns).map((column) => [column, null])) as Record<
  keyof typeof columns,
  null
>;

async function run({ warehouse, thresholds }: Context): Promise<Row[]> {
  const [items, years] = [await itemYears(warehouse), await questionnaireYears(warehouse)];
  const fewest = thresholds.fewest_answers.value;
  return items.map((item): Row => {
    const { key, answers, noOpinion: no_opinion, respondents } = item;
    const year = yearOf(years, key);
    const population = populationOf(year, { version: key.questionnaire_version, answers });
    const row = { ...blank, ...key, answers, no_opinion, respondents, population };
    if (tooFew(item, fewest)) return { ...row, ...noChange("few_answers"), reason: "few_answers" };
    return {
      ...row,
      ...shareOf(item, population),
      ...changeOf(item, items, fewest),
      status: flagOf(year, thresholds.response_rate_low.value),
    };
  });
}

export const questionnaireResults = analysis({
  id: "questionnaire_results",
  name: { nl: "Antwoorden op de vragenlijsten, per vraag", en: "Answers to the questionnaires, by item" },
  method: {
    nl: "Per vraag, versie en schooljaar het aandeel antwoorden 4 of 5 op alle antwoorden met een mening; bij ja-neevragen het aandeel gunstige antwoorden. Omgekeerd geformuleerde vragen zijn eerst omgedraaid, ‘geen mening’ staat apart. Het interval is dat van Wilson (1927), met de eindige groep van uitgenodigden, en ruimer waar dezelfde persoon over meer dan één les antwoordt en daarin op zichzelf lijkt. Daarnaast staat wat het aandeel hoogstens en minstens is als iedereen die zweeg gunstig of ongunstig geantwoord had (Manski 1989). De verandering sinds het vorige schooljaar heeft een interval van Newcombe (1998, methode 10) en wordt alleen binnen dezelfde versie gegeven. Bij te weinig antwoorden of te weinig verschillende personen is er geen cijfer.",
    en: "By item, version and school year, the share of answers 4 or 5 among all answers with an opinion; for yes-no items, the share of favourable answers. Items worded in reverse are turned round first; “no opinion” is counted apart. The interval is Wilson's (1927), with the finite group of those invited, and wider where the same person answers about more than one lecture and answers alike. Beside it stands what the share would be at most and at least if all who kept silent had answered favourably or unfavourably (Manski 1989). The change since the school year before has an interval by Newcombe (1998, method 10) and is given within the same version alone. With too few answers, or too few different persons, there is no figure.",
  },
  evidence: "monitoring",
  codes: ["B1"],
  inputs: ["marts.item_respondents", "marts.questionnaire_years"],
  functions: ["topTwoBox", "clusterDesignEffect", "worstCaseBounds", "newcombeInterval"],
  parameters: { level: LEVEL, least_design_effect: 1 },
  thresholds: ["fewest_answers", "response_rate_low"],
  columns,
  run,
});
