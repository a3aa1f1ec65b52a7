import { choice, code, integer, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { province, strand, webAddress } from "./terms.ts";

export const initiatives = contract({
  table: "initiatives",
  nl: "STEM-initiatieven",
  en: "STEM initiatives",
  key: ["initiative_id"],
  columns: {
    initiative_id: required(code(), { nl: "nummer van het initiatief", en: "number of the initiative" }),
    organisation: required(text({ longest: 200 }), { nl: "organisatie", en: "organisation" }),
    name: required(text({ longest: 200 }), { nl: "naam van het initiatief", en: "name of the initiative" }),
    audience: required(choice("primary", "secondary", "higher", "teachers", "families", "public"), {
      nl: "voor wie: basis-, secundair of hoger onderwijs, leerkrachten, gezinnen of iedereen (public)",
      en: "for whom: primary, secondary or higher education, teachers, families or everybody (public)",
    }),
    age_from: optional(integer({ max: 120 }), { nl: "jongste leeftijd", en: "youngest age" }),
    age_to: optional(integer({ max: 120 }), { nl: "oudste leeftijd", en: "oldest age" }),
    strand: optional(strand(), { nl: "spoor van het plan (1-3)", en: "strand of the plan (1-3)" }),
    province: optional(province(), {
      nl: "provincie; leeg voor heel Vlaanderen",
      en: "province; blank for the whole of Flanders",
    }),
    campaign: optional(code(), { nl: "campagne waar het bij hoort", en: "campaign it belongs to" }),
    reach: optional(integer(), { nl: "aantal deelnemers per jaar", en: "number of participants a year" }),
    url: optional(webAddress(), { nl: "webadres", en: "web address" }),
  },
  rules: [
    {
      id: "ages_in_order",
      columns: ["age_to"],
      sql: "age_from <= age_to",
      nl: "de oudste leeftijd ligt onder de jongste",
      en: "the oldest age lies below the youngest",
    },
  ],
});
