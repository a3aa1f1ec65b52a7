import type { ItemRow } from "../../data/questionnaires/rows.ts";
import type { Lang } from "../figure/chart.ts";

/** What those who fill in a questionnaire are called, in the plural. */
export const people: Record<ItemRow["role"], Record<Lang, string>> = {
  teacher: { nl: "leerkrachten", en: "teachers" },
  lecturer: { nl: "gastdocenten", en: "lecturers" },
};
