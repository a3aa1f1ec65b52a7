import type { Words } from "../../loaders/contracts/cells.ts";

/** What the codes of the contracts are called in front of a reader. */
const labels: Record<string, Words> = {
  stem_ovk: { nl: "STEM-OvK", en: "STEM-OvK" },
  ovk: { nl: "gewone OvK", en: "regular OvK" },
  career: { nl: "beroepen en loopbaan", en: "careers" },
  technology: { nl: "technologie", en: "technology" },
  entrepreneurship: { nl: "ondernemen", en: "entrepreneurship" },
  sustainability: { nl: "duurzaamheid", en: "sustainability" },
  health: { nl: "gezondheid", en: "health" },
  digital: { nl: "digitale wereld", en: "digital world" },
  engineering: { nl: "ingenieurswetenschappen", en: "engineering" },
  ict: { nl: "ICT", en: "ICT" },
  life_sciences: { nl: "levenswetenschappen", en: "life sciences" },
  chemistry: { nl: "chemie", en: "chemistry" },
  energy: { nl: "energie", en: "energy" },
  construction: { nl: "bouw", en: "construction" },
  mathematics: { nl: "wiskunde", en: "mathematics" },
  business: { nl: "bedrijfsvoering", en: "business" },
  other: { nl: "ander vakgebied", en: "other discipline" },
  unknown: { nl: "niet ingevuld", en: "not filled in" },
  total: { nl: "alle STEM-richtingen", en: "all STEM programmes" },
  girls: { nl: "meisjes", en: "girls" },
  aso: { nl: "aso", en: "aso (general)" },
  tso: { nl: "tso", en: "tso (technical)" },
  bso: { nl: "bso", en: "bso (vocational)" },
  kso: { nl: "kso", en: "kso (arts)" },
  doorstroom: { nl: "doorstroomfinaliteit", en: "transition finality" },
  dubbel: { nl: "dubbele finaliteit", en: "dual finality" },
  arbeidsmarkt: { nl: "arbeidsmarktfinaliteit", en: "labour-market finality" },
  "2": { nl: "tweede graad", en: "second stage" },
  "3": { nl: "derde graad", en: "third stage" },
  index: { nl: "pariteitsindex", en: "parity index" },
};

/** The words for a code; a code without words (a province, a domain) speaks for itself. */
export const labelOf = (code: string): Words => labels[code] ?? { nl: code, en: code };
