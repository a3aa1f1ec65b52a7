import { ANSWERS, isFew, type Rule, WHY } from "./conditions.ts";

const FEW = `(${isFew("answers", ANSWERS)} or ${isFew("respondents", ANSWERS)})`;

/** Of answers: no group of fewer persons or answers than the threshold has a figure, nor a count that says how few they are. */
export const questionnaireRules: Record<string, Rule> = {
  // only what a reviewer approved, and how many there were
  "marts.approved_answers": {},
  "marts.open_answers": {
    blanks: [{ columns: ["answers", "approved"], where: isFew("answers", ANSWERS) }],
  },
  "analyses.questionnaire_results": {
    blanks: [
      {
        columns: [
          ...["answers", "no_opinion", "no_opinion_share", "respondents", "answers_1", "answers_2", "answers_3"],
          ...["answers_4", "answers_5", "favourable", "share", "lower", "upper", "design_effect", "worst_lower"],
          ...["worst_upper", "change", "change_lower", "change_upper", "is_complete"],
        ],
        set: WHY,
        where: FEW,
      },
    ],
  },
  "analyses.questionnaire_scales": {
    blanks: [{ columns: ["respondents", "value", "lower", "upper"], set: WHY, where: isFew("respondents", ANSWERS) }],
  },
  "analyses.questionnaire_agreement": {
    blanks: [
      {
        columns: ["lectures", "teacher_share", "lecturer_share", "agreement", "difference", "lower", "upper"],
        set: WHY,
        where: isFew("lectures", ANSWERS),
      },
    ],
  },
  // who is missing, group by group, is counted inside alone: outside stands whether it matters
  "analyses.response_flags": {
    blanks: [
      {
        columns: [
          ...["lectures", "answered", "groups", "largest_difference", "group", "group_answered_share"],
          ...["group_frame_share", "chi_squared", "p", "answers", "adjusted_lower", "adjusted_upper"],
        ],
        where: "true",
      },
      {
        columns: ["raw_share", "adjusted_share", "differs"],
        set: WHY,
        where: `exists (from analyses.questionnaire_results as item where item.school_year = own.school_year and item.role = own.role
          and item.questionnaire_id = own.questionnaire_id and item.questionnaire_version = own.questionnaire_version
          and item.item_id = own.item_id and item.share is null)`,
      },
    ],
    rounds: { columns: ["raw_share", "adjusted_share"], decimals: 3 },
  },
};
