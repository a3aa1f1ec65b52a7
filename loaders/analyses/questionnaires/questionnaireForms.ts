import { group, groups } from "d3-array";
import type { Warehouse } from "../../warehouse.ts";

/** The forms of a version of a questionnaire in a school year, each with its answers in the order of the items. */
export interface Forms {
  school_year: string;
  is_current_year: boolean;
  questionnaire_id: string;
  questionnaire_version: number;
  role: string;
  /** Items of agreement, in alphabetical order. */
  items: string[];
  /** One row for each form, turned round where the item is reversed; null where there is no opinion or no answer. */
  scores: (number | null)[][];
  /** Answers from 0 to 10 to each item that asks for a recommendation. */
  recommendations: { item_id: string; answers: number[] }[];
}

interface Answer extends Omit<Forms, "items" | "scores" | "recommendations"> {
  response_id: string;
  item_id: string;
  scale: string;
  score: number | null;
}

function formsOf(answers: readonly [Answer, ...Answer[]]): Forms {
  const { school_year, is_current_year, questionnaire_id, questionnaire_version, role } = answers[0];
  const itemsOf = (scale: string) =>
    [...new Set(answers.filter((answer) => answer.scale === scale).map(({ item_id }) => item_id))].sort();
  const items = itemsOf("likert5");
  const byForm = group(
    answers.filter(({ scale }) => scale === "likert5"),
    ({ response_id }) => response_id,
  );
  const scores = [...byForm.values()].map((form) =>
    items.map((item) => form.find(({ item_id }) => item_id === item)?.score ?? null),
  );
  const recommendations = itemsOf("nps").map((item_id) => ({
    item_id,
    answers: answers
      .filter((answer) => answer.item_id === item_id && answer.score !== null)
      .map(({ score }) => score as number),
  }));
  return {
    school_year,
    is_current_year,
    questionnaire_id,
    questionnaire_version,
    role,
    items,
    scores,
    recommendations,
  };
}

/** All forms, by questionnaire, role, version and school year. */
export async function forms(warehouse: Warehouse): Promise<Forms[]> {
  const answers = await warehouse.rows<Answer>(
    `select school_year, is_current_year, questionnaire_id, questionnaire_version, role, response_id, item_id, scale, score
     from marts.responses where scale in ('likert5', 'nps')
     order by questionnaire_id, role, questionnaire_version, school_year, response_id, item_id`,
  );
  const versions = groups(answers, ({ questionnaire_id, role, questionnaire_version, school_year }) =>
    JSON.stringify([questionnaire_id, role, questionnaire_version, school_year]),
  );
  return versions.map(([, given]) => formsOf(given as [Answer, ...Answer[]]));
}
