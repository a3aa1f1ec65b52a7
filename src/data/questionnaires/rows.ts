import { z } from "zod";
import { questionnaireAgreement } from "../../../loaders/analyses/questionnaires/questionnaireAgreement.ts";
import { questionnaireResults } from "../../../loaders/analyses/questionnaires/questionnaireResults.ts";
import { questionnaireScales } from "../../../loaders/analyses/questionnaires/questionnaireScales.ts";
import { responseFlags } from "../../../loaders/analyses/questionnaires/responseFlags.ts";
import { Flag, resultRow, Words } from "../rows.ts";

const Named = {
  school_year: z.string(),
  is_current_year: z.boolean(),
  role: z.enum(["teacher", "lecturer"]),
  status: Flag,
};

/** The answers to one item of a questionnaire in a school year; items worded in reverse are turned round. */
export const ItemRow = resultRow(
  questionnaireResults,
  ...(["questionnaire_version", "scale", "is_reversed", "answers", "no_opinion"] as const),
  ...(["respondents", "population", "answers_1", "answers_2", "answers_3", "answers_4", "answers_5", "share"] as const),
  ...(["lower", "upper", "worst_lower", "worst_upper", "change", "change_lower", "change_upper"] as const),
  ...(["change_reason", "reason"] as const),
).extend({ ...Named, item_id: z.string(), text: Words });
export type ItemRow = z.infer<typeof ItemRow>;

/** A measure of a whole questionnaire: response rate, scale score, alpha, or how many would recommend it. */
export const ScaleRow = resultRow(
  questionnaireScales,
  ...(["questionnaire_version", "respondents", "population", "value", "lower", "upper"] as const),
  ...(["is_publishable", "reason"] as const),
).extend({ ...Named, measure: z.enum(["response_rate", "scale_score", "alpha", "net_promoter_score"]) });
export type ScaleRow = z.infer<typeof ScaleRow>;

/** What would change in an item if those who kept silent were weighted in, by one trait of their lectures. */
export const FlagRow = resultRow(
  responseFlags,
  ...(["differs", "raw_share", "adjusted_share", "reason"] as const),
).extend({ school_year: z.string(), role: Named.role, item_id: z.string(), trait: z.string() });
export type FlagRow = z.infer<typeof FlagRow>;

/** How often teacher and lecturer of the same lecture say the same of it. */
export const AgreementRow = resultRow(
  questionnaireAgreement,
  ...(["school_year", "text_nl", "lectures", "teacher_share", "lecturer_share", "agreement"] as const),
  ...(["difference", "lower", "upper", "reason"] as const),
);
export type AgreementRow = z.infer<typeof AgreementRow>;

/** How many answered an item in words, and what of it a reviewer approved; null where so few did that the number is hidden. */
export const OpenRow = z.strictObject({
  ...{ school_year: z.string(), is_current_year: z.boolean(), role: Named.role, text: Words },
  answers: z.number().nullable(),
  wordings: z.array(z.string()),
});
export type OpenRow = z.infer<typeof OpenRow>;
