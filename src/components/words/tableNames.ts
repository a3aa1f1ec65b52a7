import type { Lang } from "../figure/chart.ts";

const names: Record<string, Record<Lang, string>> = {
  schools: { nl: "scholen", en: "schools" },
  lecturers: { nl: "gastdocenten", en: "lecturers" },
  lectures: { nl: "gastlessen", en: "lectures" },
  requests: { nl: "aanvragen", en: "requests" },
  questionnaire_items: { nl: "vragen", en: "questionnaire items" },
  responses: { nl: "antwoorden", en: "responses" },
  reviews: { nl: "nagekeken antwoorden", en: "reviewed answers" },
  invitations: { nl: "uitnodigingen", en: "invitations" },
  enrolments: { nl: "inschrijvingen", en: "enrolments" },
  targets: { nl: "doelen", en: "targets" },
  funding: { nl: "financiering", en: "funding" },
  campaign_metrics: { nl: "campagnecijfers", en: "campaign metrics" },
  channel_reach: { nl: "bereik per kanaal", en: "channel reach" },
  broadcasts: { nl: "uitzendingen", en: "broadcasts" },
  initiatives: { nl: "initiatieven", en: "initiatives" },
  media_coverage: { nl: "persberichten", en: "media coverage" },
  plan_goals: { nl: "plandoelen", en: "plan goals" },
  annotations: { nl: "kanttekeningen", en: "annotations" },
};

/** What a table of the warehouse is called in the reader's language. */
export const tableName = (table: string, lang: Lang): string => names[table]?.[lang] ?? table.replaceAll("_", " ");
