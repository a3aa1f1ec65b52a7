import { choice, code, integer, text, yesNo } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { discipline, postcode } from "./terms.ts";

export const lecturers = contract({
  table: "lecturers",
  nl: "Gastdocenten",
  en: "Guest lecturers",
  key: ["lecturer_id"],
  columns: {
    lecturer_id: required(code(), { nl: "nummer van de gastdocent", en: "number of the lecturer" }),
    full_name: optional(text({ longest: 120 }), {
      nl: "voor- en achternaam",
      en: "first and last name",
      personal: true,
    }),
    company: optional(text({ longest: 200 }), { nl: "bedrijf", en: "company" }),
    sector: optional(text({ longest: 120 }), { nl: "sector van het bedrijf", en: "sector of the company" }),
    discipline: required(discipline(), { nl: "vakgebied", en: "discipline" }),
    gender: optional(choice("f", "m", "x"), { nl: "gender: f, m of x", en: "gender: f, m or x", personal: true }),
    postcode: optional(postcode(), { nl: "postcode van vertrek", en: "postcode of departure", personal: true }),
    max_lectures_per_year: optional(integer({ min: 1, max: 200 }), {
      nl: "hoogste aantal gastlessen per schooljaar",
      en: "highest number of lectures a school year",
    }),
    active: required(yesNo(), { nl: "neemt nog opdrachten aan", en: "still takes assignments" }),
  },
});
