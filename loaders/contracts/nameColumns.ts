import type { Words } from "./cells.ts";
import type { Contract } from "./contract.ts";

/** A column of names that may stand in the place of codes of the contract. */
export interface NameColumn extends Words {
  /** Columns of the contract that the name gives. */
  stands: readonly string[];
}

const SCHOOL = ["school_id", "site_id"];
const ALL: Record<string, NameColumn> = {
  school: { stands: SCHOOL, nl: "naam van de school", en: "name of the school" },
  place: { stands: SCHOOL, nl: "gemeente van de school", en: "municipality of the school" },
  postcode: { stands: SCHOOL, nl: "postcode van de school", en: "postcode of the school" },
  lecturer_name: { stands: ["lecturer_id"], nl: "naam van de gastdocent", en: "name of the lecturer" },
  company: { stands: ["lecturer_id"], nl: "bedrijf van de gastdocent", en: "company of the lecturer" },
  teacher_name: {
    stands: ["teacher_id"],
    nl: "naam van de leerkracht, die nergens bewaard wordt",
    en: "name of the teacher, stored nowhere",
  },
};

/** The names that may stand in a table that refers to schools, lecturers or teachers by their codes. */
export function nameColumnsOf({ table, columns, references }: Contract): Record<string, NameColumn> {
  const codes = references
    .filter((reference) => ["schools", "lecturers"].includes(reference.table) && reference.table !== table)
    .flatMap((reference) => reference.columns);
  const known = [...codes, ...(columns.teacher_id ? ["teacher_id"] : [])];
  return Object.fromEntries(
    Object.entries(ALL).filter(([name, { stands }]) => !columns[name] && stands.every((code) => known.includes(code))),
  );
}

/** What `key_from` may name beside the columns of a contract, and the codes that it means. */
export const KEY_PARTS: Record<string, readonly string[]> = {
  school: SCHOOL,
  lecturer: ["lecturer_id"],
  teacher: ["teacher_id"],
};
