import { choice, code, date, integer, schoolNumber, schoolYear, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";
import { province, track } from "./terms.ts";

export const enrolments = contract({
  table: "enrolments",
  nl: "Inschrijvingen op de teldag",
  en: "Enrolments on the count date",
  day: "count_date",
  key: [
    ...[
      "school_year",
      "edition",
      "definition",
      "level",
      "stage",
      "year_in_stage",
      "track",
      "stem_category",
      "domain",
      "sex",
    ],
    ...["province", "school_id", "site_id"],
  ],
  columns: {
    school_year: required(schoolYear(), { nl: "schooljaar", en: "school year" }),
    count_date: optional(date(), {
      nl: "teldag (eerste schooldag van februari)",
      en: "count date (first school day of February)",
    }),
    edition: optional(code(), {
      nl: "editie van de bron: een nummer of een dag jjjj-mm-dd, of voorlopig en definitief; de laatste telt",
      en: "edition of the source: a number or a day yyyy-mm-dd, or provisional and definitive; the last one counts",
    }),
    definition: required(choice("stem_monitor", "study_domain", "isced_f"), {
      nl: "volgens welke definitie STEM bepaald is; definities worden nooit vermengd",
      en: "by which definition STEM was decided; definitions are never mixed",
    }),
    level: required(choice("secondary", "higher"), {
      nl: "secundair (secondary) of hoger (higher) onderwijs",
      en: "secondary or higher education",
    }),
    stage: optional(choice("1", "2", "3"), { nl: "graad", en: "stage" }),
    year_in_stage: optional(integer({ min: 1, max: 3 }), {
      nl: "leerjaar van de graad; 3 is het zevende jaar",
      en: "year of the stage; 3 is the seventh year",
    }),
    track: optional(track(), { nl: "onderwijsvorm of finaliteit", en: "track or finality" }),
    stem_category: required(choice("stem", "light_stem", "care_stem", "no_stem", "unclassified"), {
      nl: "STEM (stem), lichte STEM (light_stem), zorg-STEM (care_stem), geen STEM (no_stem) of nog niet ingedeeld (unclassified)",
      en: "STEM, light STEM, care STEM, no STEM or not yet classified",
    }),
    domain: optional(text({ longest: 80 }), { nl: "studiedomein", en: "study domain" }),
    sex: required(choice("f", "m"), { nl: "meisjes (f) of jongens (m)", en: "girls (f) or boys (m)" }),
    province: optional(province(), { nl: "provincie van de school", en: "province of the school" }),
    school_id: optional(schoolNumber(), { nl: "schoolnummer", en: "school number" }),
    site_id: optional(schoolNumber(), { nl: "volgnummer van de vestigingsplaats", en: "number of the site" }),
    headcount: required(integer({ min: 0, max: 1_000_000 }), { nl: "aantal leerlingen", en: "number of pupils" }),
    status: optional(choice("b", "p", "e"), {
      nl: "vlag: reeksbreuk (b), voorlopig (p), geschat (e)",
      en: "flag: break (b), provisional (p), estimated (e)",
    }),
  },
  references: [{ columns: ["school_id", "site_id"], table: "schools", to: ["school_id", "site_id"] }],
  rules: [
    {
      id: "count_not_in_future",
      columns: ["count_date"],
      sql: "count_date <= (select as_of from meta.parameters)",
      nl: "een telling mag niet na de peildatum liggen",
      en: "a count must not lie after the as-of date",
    },
  ],
});
