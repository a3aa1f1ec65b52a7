import { groups } from "d3-array";
import type { FrameGroup } from "../../../statistics/survey/postStratification.ts";
import type { Warehouse } from "../../warehouse.ts";

/** A group of lectures (a province, a network, a track): how many were held, and about how many somebody answered. */
interface FrameRow {
  school_year: string;
  questionnaire_id: string;
  role: string;
  trait: string;
  group_id: string;
  lectures: number;
  answered: number;
  responses: number;
}

/** The lectures of a school year by one trait, for one questionnaire. */
export interface TraitFrame extends Pick<FrameRow, "school_year" | "questionnaire_id" | "role" | "trait"> {
  groups: FrameRow[];
}

/** An item's answers from one group of lectures. */
export interface GroupAnswers {
  school_year: string;
  questionnaire_id: string;
  role: string;
  questionnaire_version: number;
  item_id: string;
  trait: string;
  group_id: string;
  answers: number;
  favourable: number;
}

export async function traitFrames(warehouse: Warehouse): Promise<TraitFrame[]> {
  const rows = await warehouse.rows<FrameRow>(
    "from marts.response_groups order by questionnaire_id, role, school_year, trait, group_id",
  );
  const frames = groups(rows, (row) => JSON.stringify([row.questionnaire_id, row.role, row.school_year, row.trait]));
  return frames.map(([, [first, ...rest]]) => {
    const { school_year, questionnaire_id, role, trait } = first as FrameRow;
    return { school_year, questionnaire_id, role, trait, groups: [first as FrameRow, ...rest] };
  });
}

/** Answers by group, each item of a version apart. */
export async function groupAnswers(warehouse: Warehouse): Promise<Map<string, GroupAnswers[]>> {
  const rows = await warehouse.rows<GroupAnswers>("from marts.item_groups order by all");
  return new Map(groups(rows, (row) => answersKey(row, row)));
}

export const answersKey = (
  {
    school_year,
    questionnaire_id,
    role,
    questionnaire_version,
    item_id,
  }: Omit<GroupAnswers, "trait" | "group_id" | "answers" | "favourable">,
  { trait }: { trait: string },
): string => JSON.stringify([school_year, questionnaire_id, role, questionnaire_version, item_id, trait]);

/** The groups of a frame with an item's answers. */
export const answersByGroup = (frame: TraitFrame, answers: readonly GroupAnswers[]): FrameGroup[] =>
  frame.groups.map((group) => {
    const given = answers.find(({ group_id }) => group_id === group.group_id);
    return { frame: group.lectures, answers: given?.answers ?? 0, successes: given?.favourable ?? 0 };
  });
