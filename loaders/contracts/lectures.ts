import { choice, code, date, integer, schoolNumber, yesNo } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { discipline, programme, track } from "./terms.ts";

export const lectures = contract({
  table: "lectures",
  nl: "Gastlessen",
  en: "Guest lectures",
  day: "held_on",
  key: ["lecture_id"],
  columns: {
    lecture_id: required(code(), { nl: "nummer van de gastles", en: "number of the lecture" }),
    programme: required(programme(), {
      nl: "STEM-OvK (stem_ovk) of gewone OvK (ovk)",
      en: "STEM-OvK (stem_ovk) or regular OvK (ovk)",
    }),
    status: required(choice("planned", "held", "cancelled"), {
      nl: "gepland (planned), gegeven (held) of geannuleerd (cancelled)",
      en: "planned, held or cancelled",
    }),
    held_on: optional(date(), {
      nl: "dag waarop de les gegeven is of gepland staat",
      en: "day on which the lecture was or will be given",
    }),
    school_id: required(schoolNumber(), { nl: "schoolnummer", en: "school number" }),
    site_id: required(schoolNumber(), { nl: "volgnummer van de vestigingsplaats", en: "number of the site" }),
    lecturer_id: optional(code(), { nl: "nummer van de gastdocent", en: "number of the lecturer" }),
    teacher_id: optional(code(), {
      nl: "nummer van de leerkracht (geen naam)",
      en: "number of the teacher (no name)",
      personal: true,
    }),
    stage: optional(choice("1", "2", "3"), { nl: "graad", en: "stage" }),
    track: optional(track(), { nl: "onderwijsvorm of finaliteit", en: "track or finality" }),
    discipline: optional(discipline(), { nl: "vakgebied van de les", en: "discipline of the lecture" }),
    theme: optional(choice("career", "technology", "entrepreneurship", "sustainability", "health", "digital"), {
      nl: "thema van de les",
      en: "theme of the lecture",
    }),
    format: optional(choice("on_site", "online"), { nl: "op school (on_site) of online", en: "on site or online" }),
    is_kickoff: optional(yesNo(), { nl: "startles met het boegbeeld", en: "kick-off with the ambassador" }),
    class_groups: optional(integer({ min: 1, max: 20 }), { nl: "aantal klasgroepen", en: "number of class groups" }),
    students: optional(integer({ min: 1, max: 1000 }), {
      nl: "aantal leerlingen in de les",
      en: "students in the lecture",
      counts: { estimated: "students_estimated" },
    }),
    students_estimated: optional(yesNo(), {
      nl: "aantal leerlingen is geschat",
      en: "the number of students is an estimate",
    }),
    girls: optional(integer({ min: 0, max: 1000 }), { nl: "waarvan meisjes", en: "of whom girls", counts: {} }),
    teachers: optional(integer({ min: 0, max: 50 }), {
      nl: "aantal leerkrachten in de les",
      en: "teachers present",
      counts: {},
    }),
    wrap_up_on: optional(date(), {
      nl: "dag van de nabespreking door de leerkracht",
      en: "day of the wrap-up by the teacher",
    }),
    requested_on: optional(date(), { nl: "dag van de aanvraag", en: "day of the request" }),
    matched_on: optional(date(), {
      nl: "dag van de koppeling aan een gastdocent",
      en: "day of the match with a lecturer",
    }),
    recorded_on: optional(date(), { nl: "dag van registratie", en: "day of registration" }),
  },
  references: [
    { columns: ["school_id", "site_id"], table: "schools", to: ["school_id", "site_id"] },
    { columns: ["lecturer_id"], table: "lecturers", to: ["lecturer_id"] },
  ],
  rules: [
    {
      id: "held_is_complete",
      columns: ["status"],
      sql: "status <> 'held' or (held_on is not null and students is not null)",
      nl: "een gegeven les moet een datum en een aantal leerlingen hebben",
      en: "a lecture that was held must have a date and a number of students",
    },
    {
      id: "girls_among_students",
      columns: ["girls"],
      sql: "girls <= students",
      nl: "er zijn meer meisjes dan leerlingen",
      en: "there are more girls than students",
    },
    {
      id: "held_not_in_future",
      columns: ["held_on"],
      sql: "status <> 'held' or held_on <= (select as_of from meta.parameters)",
      nl: "een les die gegeven is, mag niet na de peildatum liggen",
      en: "a lecture that was held must not lie after the as-of date",
    },
  ],
});
