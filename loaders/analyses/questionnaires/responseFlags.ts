import { nonResponse, postStratifiedShare } from "../../../statistics/survey/nonResponse.ts";
import { mergeSmallGroups, postStratifiedInterval } from "../../../statistics/survey/postStratification.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import { answerOf, type Reason } from "../reasons.ts";
import { type ItemYear, itemYears, type QuestionnaireYear, questionnaireYears } from "./questionnaireItems.ts";
import {
  answersByGroup,
  answersKey,
  type GroupAnswers,
  groupAnswers,
  type TraitFrame,
  traitFrames,
} from "./responseGroups.ts";

const LEVEL = 0.95;
/** A group with fewer answers than this is weighted together with others. */
const FEWEST_IN_GROUP = 5;
/** Below these fractions it is not known which lectures were asked about, or which were answered about. */
const LEAST_INVITED = 0.9;
const LEAST_PLACED = 0.9;

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  role: "VARCHAR",
  questionnaire_id: "VARCHAR",
  questionnaire_version: "INTEGER",
  item_id: "VARCHAR",
  trait: "VARCHAR",
  lectures: "INTEGER",
  answered: "INTEGER",
  groups: "INTEGER",
  largest_difference: "DOUBLE",
  group: "VARCHAR",
  group_answered_share: "DOUBLE",
  group_frame_share: "DOUBLE",
  chi_squared: "DOUBLE",
  p: "DOUBLE",
  differs: "BOOLEAN",
  answers: "INTEGER",
  raw_share: "DOUBLE",
  adjusted_share: "DOUBLE",
  adjusted_lower: "DOUBLE",
  adjusted_upper: "DOUBLE",
  share_reason: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

/** Whether those who answered differ from all lectures by one trait, and in which group most. */
function differenceOf(frame: TraitFrame, year: QuestionnaireYear | undefined) {
  const sum = (name: "lectures" | "answered" | "responses") => frame.groups.reduce((so, group) => so + group[name], 0);
  const [lectures, answered] = [sum("lectures"), sum("answered")];
  const totals = { lectures, answered, groups: frame.groups.length };
  const none = {
    ...{ largest_difference: null, group: null, group_answered_share: null, group_frame_share: null },
    ...{ chi_squared: null, p: null, differs: null },
  };
  const isKnown =
    year?.questionnaires_of_role === 1 &&
    (year.invited === null || year.invited >= LEAST_INVITED * lectures) &&
    sum("responses") >= LEAST_PLACED * year.completed;
  if (!isKnown) return { ...totals, ...none, reason: "frame_unknown" as const };
  const { answer, reason } = answerOf(
    () =>
      nonResponse(
        frame.groups.map((group) => group.answered),
        frame.groups.map((group) => group.lectures),
      ),
    "all_or_none_answered",
  );
  if (answer === null) return { ...totals, ...none, reason };
  const shares = frame.groups.map((group) => ({
    ...{ group: group.group_id, group_answered_share: group.answered / answered },
    group_frame_share: group.lectures / lectures,
  }));
  const away = (one: (typeof shares)[number]) =>
    Math.abs(one.group_answered_share - one.group_frame_share) /
    Math.sqrt(
      (one.group_answered_share * (1 - one.group_answered_share) +
        one.group_frame_share * (1 - one.group_frame_share)) /
        2,
    );
  const most = shares.reduce((so, one) => (away(one) > away(so) ? one : so));
  const { chiSquared: chi_squared, largestDifference: largest_difference, p, differs } = answer;
  return { ...totals, ...most, chi_squared, largest_difference, p, differs, reason };
}

type Shares = Pick<
  Row,
  "answers" | "raw_share" | "adjusted_share" | "adjusted_lower" | "adjusted_upper" | "share_reason"
>;
const noShare = (answers: number, share_reason: Reason | null): Shares => ({
  ...{ answers, raw_share: null, adjusted_share: null, adjusted_lower: null, adjusted_upper: null },
  share_reason,
});

/** An item's share as it is, and weighted to the lectures held. */
function sharesOf(frame: TraitFrame, given: readonly GroupAnswers[], item: ItemYear, fewest: number): Shares {
  const all = answersByGroup(frame, given);
  const answers = all.reduce((sum, group) => sum + group.answers, 0);
  const favourable = all.reduce((sum, group) => sum + group.successes, 0);
  if (answers < fewest || item.respondents < fewest) return noShare(answers, "few_answers");
  const merged = mergeSmallGroups(all, FEWEST_IN_GROUP);
  const raw_share = favourable / answers;
  const adjusted = answerOf(() => postStratifiedShare(merged), "group_without_answers");
  const interval = answerOf(
    () => postStratifiedInterval(merged, { level: LEVEL, designEffect: item.designEffect }),
    "group_without_answers",
  );
  return {
    ...{ answers, raw_share, adjusted_share: adjusted.answer, share_reason: adjusted.reason },
    ...{ adjusted_lower: interval.answer?.lower ?? null, adjusted_upper: interval.answer?.upper ?? null },
  };
}

async function run({ warehouse, thresholds }: Context): Promise<Row[]> {
  const [frames, years] = [await traitFrames(warehouse), await questionnaireYears(warehouse)];
  const [items, answers] = [await itemYears(warehouse), await groupAnswers(warehouse)];
  return frames.flatMap((frame) => {
    const isOf = (one: { school_year: string; questionnaire_id: string; role: string }) =>
      one.school_year === frame.school_year &&
      one.questionnaire_id === frame.questionnaire_id &&
      one.role === frame.role;
    const year = years.find(isOf);
    const { school_year, role, questionnaire_id, trait } = frame;
    const found = { is_current_year: year?.is_current_year ?? null, ...differenceOf(frame, year) };
    return items
      .filter(({ key }) => isOf(key))
      .map((item): Row => {
        const given = answers.get(answersKey(item.key, frame)) ?? [];
        const { questionnaire_version, item_id } = item.key;
        const shares =
          found.reason === null
            ? sharesOf(frame, given, item, thresholds.fewest_answers.value)
            : noShare(item.answers, found.reason);
        return { school_year, role, questionnaire_id, questionnaire_version, item_id, trait, ...found, ...shares };
      });
  });
}

export const responseFlags = analysis({
  id: "response_flags",
  name: { nl: "Wie antwoordt niet op de vragenlijsten", en: "Who does not answer the questionnaires" },
  method: {
    nl: "De lessen waarover iemand antwoordde, tegenover alle gegeven lessen, naar provincie, onderwijsnet en onderwijsvorm of finaliteit. Wie antwoordt, verschilt van de rest als het gestandaardiseerde verschil van een groep groter is dan 0,25 of als de chikwadraattoets een p onder 0,01 geeft. Naast het ruwe aandeel gunstige antwoorden staat het aandeel dat elke groep zo zwaar laat wegen als haar lessen (poststratificatie), met een interval uit de Wilson-intervallen van de groepen (MOVER, Zou en Donner 2008), breder waar dezelfde persoon over meer dan één les antwoordt en dan gelijk antwoordt. Kleine groepen wegen samen. Er is geen cijfer als niet bekend is over welke lessen de vragenlijst ging: bij meer dan één vragenlijst voor dezelfde rol, bij minder uitnodigingen dan 90 % van de lessen, of als meer dan 10 % van de antwoorden geen gegeven les noemt.",
    en: "The lectures that somebody answered about, against all lectures held, by province, school network and track. Those who answer differ from the rest where the standardised difference of a group exceeds 0.25 or where the chi-squared test gives a p below 0.01. Beside the raw share of favourable answers stands the share in which each group weighs as much as its lectures (post-stratification), with an interval from the Wilson intervals of the groups (MOVER, Zou and Donner 2008), wider where the same person answers about more than one lecture and answers alike. Small groups are weighted together. There is no figure where it is not known which lectures the questionnaire was about: with more than one questionnaire for the same role, with fewer invitations than 90% of the lectures, or where more than 10% of the answers name no lecture that was held.",
  },
  evidence: "monitoring",
  codes: ["B1", "B2"],
  inputs: ["marts.response_groups", "marts.item_groups", "marts.item_respondents", "marts.questionnaire_years"],
  functions: [
    "nonResponse",
    "mergeSmallGroups",
    "postStratifiedShare",
    "postStratifiedInterval",
    "clusterDesignEffect",
  ],
  parameters: {
    ...{ level: LEVEL, fewest_in_group: FEWEST_IN_GROUP, least_invited: LEAST_INVITED, least_placed: LEAST_PLACED },
    ...{ difference_above: 0.25, p_below: 0.01 },
  },
  thresholds: ["fewest_answers"],
  columns,
  run,
});
