import { groups } from "d3-array";
import { clusterDesignEffect } from "../../../statistics/proportion/effectiveTrials.ts";
import type { Warehouse } from "../../warehouse.ts";

/** The answers of one person to an item in a school year, about one lecture or several. */
interface Respondent extends ItemKey {
  answers: number;
  no_opinion: number;
  favourable: number;
  answers_1: number;
  answers_2: number;
  answers_3: number;
  answers_4: number;
  answers_5: number;
}

/** An item of a version of a questionnaire, in a school year. */
export interface ItemKey {
  school_year: string;
  is_current_year: boolean;
  questionnaire_id: string;
  questionnaire_version: number;
  role: string;
  item_id: string;
  scale: "likert5" | "yes_no";
  is_reversed: boolean;
  text_nl: string;
  text_en: string | null;
}

export interface ItemYear {
  key: ItemKey;
  answers: number;
  noOpinion: number;
  favourable: number;
  /** Answers on each point, after a reversed item was turned round; for yes or no: no, none, yes. */
  points: number[];
  respondents: number;
  /** Of answers by the same person; 1 where nobody answers twice, or where answers scatter as those of different persons do. */
  designEffect: number;
}

const sum = (rows: readonly Respondent[], name: "answers" | "no_opinion" | "favourable") =>
  rows.reduce((so, row) => so + row[name], 0);

function itemYear(rows: readonly [Respondent, ...Respondent[]]): ItemYear {
  const answers = sum(rows, "answers");
  const favourable = sum(rows, "favourable");
  const likert = (["answers_1", "answers_2", "answers_3", "answers_4", "answers_5"] as const).map((point) =>
    rows.reduce((so, row) => so + row[point], 0),
  );
  const clusters = rows.map((row) => ({ successes: row.favourable, trials: row.answers }));
  const answersTwice = rows.some((row) => row.answers > 1);
  const { school_year, is_current_year, questionnaire_id, questionnaire_version, role, item_id } = rows[0];
  const { scale, is_reversed, text_nl, text_en } = rows[0];
  return {
    key: {
      ...{ school_year, is_current_year, questionnaire_id, questionnaire_version, role, item_id },
      ...{ scale, is_reversed, text_nl, text_en },
    },
    answers,
    noOpinion: sum(rows, "no_opinion"),
    favourable,
    points: rows[0].scale === "likert5" ? likert : [answers - favourable, 0, favourable],
    respondents: rows.filter((row) => row.answers > 0).length,
    designEffect: answersTwice ? Math.max(1, clusterDesignEffect(clusters) ?? 1) : 1,
  };
}

/** Every item with a scale of agreement or yes and no, by school year and version, with the clusters of its answers. */
export async function itemYears(warehouse: Warehouse): Promise<ItemYear[]> {
  const rows = await warehouse.rows<Respondent>(
    `select * exclude (respondent_id) from marts.item_respondents
     order by questionnaire_id, role, item_id, questionnaire_version, school_year, respondent_id`,
  );
  const items = groups(rows, (row) =>
    JSON.stringify([row.questionnaire_id, row.role, row.item_id, row.questionnaire_version, row.school_year]),
  );
  return items.map(([, answers]) => itemYear(answers as [Respondent, ...Respondent[]]));
}

/** A questionnaire in a school year: who was asked and who answered. */
export interface QuestionnaireYear {
  school_year: string;
  is_current_year: boolean;
  questionnaire_id: string;
  role: string;
  invited: number | null;
  completed: number;
  /** Invited so long ago that an answer had time to come, and the answers to those; null where invitations have no day. */
  due_invited: number | null;
  due_completed: number | null;
  /** The only version of the year; null where there were more or none. */
  questionnaire_version: number | null;
  questionnaires_of_role: number;
}

export const questionnaireYears = (warehouse: Warehouse): Promise<QuestionnaireYear[]> =>
  warehouse.rows<QuestionnaireYear>(
    "select * exclude (versions) from marts.questionnaire_years order by questionnaire_id, role, school_year",
  );

export const yearOf = (years: readonly QuestionnaireYear[], key: ItemKey): QuestionnaireYear | undefined =>
  years.find(
    (year) =>
      year.school_year === key.school_year && year.questionnaire_id === key.questionnaire_id && year.role === key.role,
  );

/** How many were invited to the version; unknown where two versions share the invitations of a year, or where more answered. */
export function populationOf(
  year: QuestionnaireYear | undefined,
  { version, answers }: { version: number; answers: number },
): number | null {
  if (year === undefined || year.invited === null || year.questionnaire_version !== version) return null;
  return year.invited < answers ? null : year.invited;
}

/** `u` where fewer answered than the threshold, else `p` in the running year. */
export function flagOf(year: QuestionnaireYear | undefined, responseRateLow: number): "u" | "p" | null {
  if (year === undefined) return null;
  const { due_invited, due_completed } = year;
  if (due_invited !== null && due_completed !== null && due_completed < responseRateLow * due_invited) return "u";
  return year.is_current_year ? "p" : null;
}
