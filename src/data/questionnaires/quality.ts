import type { Reason } from "../../../loaders/analyses/reasons.ts";
import type { Gate } from "../gate.ts";
import { fileSources, inWords, plainSection, tableSection } from "../sections.ts";
import { AgreementRow, type FlagRow, type ItemRow, type OpenRow, ScaleRow } from "./rows.ts";

const FILES = ["questionnaire_items", "responses", "invitations"];
type Role = ItemRow["role"];

/** The last school year in which the role has any figure, else the last in which it was asked. */
const lastYear = (role: Role) =>
  `(select coalesce(max(school_year) filter (where share is not null), max(school_year)) from analyses.questionnaire_results where role = '${role}')`;

type StoredItem = Omit<ItemRow, "text" | "reason" | "change_reason"> & {
  text_nl: string | null;
  text_en: string | null;
  reason: Reason | null;
  change_reason: Reason | null;
};

/** Items of one role in its last school year, best first; what has no figure comes last. */
export async function items(gate: Gate, role: Role) {
  const rows = await gate.rows<StoredItem>(
    `select school_year, is_current_year, role, questionnaire_version, item_id, scale, is_reversed, text_nl, text_en, answers, no_opinion, respondents,
       population, answers_1, answers_2, answers_3, answers_4, answers_5, share, lower, upper, worst_lower, worst_upper, change, change_lower,
       change_upper, change_reason, status, reason
     from analyses.questionnaire_results where role = '${role}' and school_year = ${lastYear(role)}
     order by share desc nulls last, questionnaire_version, item_id`,
  );
  return {
    rows: rows.map(({ text_nl, text_en, ...row }) => ({
      ...inWords<Omit<ItemRow, "text">>(row),
      text: { nl: text_nl ?? row.item_id, en: text_en ?? text_nl ?? row.item_id },
    })),
    meaning: null,
    sources: await fileSources(gate, FILES),
  };
}

/** Measures of the whole questionnaires, oldest school year first. */
export const scales = (gate: Gate) =>
  tableSection(
    gate,
    FILES,
    ScaleRow,
    "analyses.questionnaire_scales order by role, measure, school_year, questionnaire_version",
  );

/** Of the last school year of each role, the items of which the answers would change by weighting. */
export async function flags(gate: Gate) {
  const rows = await gate.rows<Omit<FlagRow, "reason"> & { reason: Reason | null }>(
    `select school_year, role, item_id, trait, differs, raw_share, adjusted_share, reason from analyses.response_flags
     where school_year = ${lastYear("teacher")} and role = 'teacher' or school_year = ${lastYear("lecturer")} and role = 'lecturer'
     order by role, trait, item_id`,
  );
  return {
    rows: rows.map(inWords<FlagRow>),
    meaning: null,
    sources: await fileSources(gate, [...FILES, "lectures"]),
  };
}

export const agreement = (gate: Gate) =>
  tableSection(gate, FILES, AgreementRow, "analyses.questionnaire_agreement order by school_year, item_id");

/** Items that are answered in words, in the last school year in which anybody did: counted, and told only as far as a reviewer approved. */
export const openAnswers = async (gate: Gate) =>
  plainSection<OpenRow>(
    gate,
    `select item.school_year, item.is_current_year, item.role, { nl: item.text_nl, en: coalesce(item.text_en, item.text_nl) } as text,
       item.answers::integer as answers,
       coalesce((select list(approved.approved_wording order by approved.number) from marts.approved_answers as approved
         where approved.questionnaire_id = item.questionnaire_id and approved.questionnaire_version = item.questionnaire_version
           and approved.item_id = item.item_id and approved.role = item.role and approved.school_year = item.school_year), []::varchar[]) as wordings
     from marts.open_answers as item
     where item.school_year = (select max(school_year) from marts.open_answers as other where other.role = item.role)
     order by item.role desc, item.item_id, item.questionnaire_version`,
    await fileSources(gate, ["questionnaire_items", "responses", "reviews"]),
  );
