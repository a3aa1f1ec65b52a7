import { choice, code, decimal, text } from "./cells.ts";
import { contract, optional, required } from "./contract.ts";

const share = { min: -1_000_000_000, max: 1_000_000_000, places: 6 };

export const targets = contract({
  table: "targets",
  nl: "Doelen en benchmarks",
  en: "Targets and benchmarks",
  key: ["indicator_id", "period", "programme"],
  columns: {
    indicator_id: required(code(), { nl: "indicator", en: "indicator" }),
    period: required(code(), {
      nl: "schooljaar waarvoor het doel geldt",
      en: "school year for which the target holds",
    }),
    programme: optional(choice("stem_ovk", "ovk"), {
      nl: "programma waarvoor het doel geldt; leeg: beide samen",
      en: "programme for which the target holds; blank: both together",
    }),
    baseline: optional(decimal(share), {
      nl: "nulmeting; een aandeel als fractie van 1",
      en: "baseline; a share as a fraction of 1",
    }),
    baseline_period: optional(code(), { nl: "schooljaar van de nulmeting", en: "school year of the baseline" }),
    target: required(decimal(share), {
      nl: "doel; een aandeel als fractie van 1",
      en: "target; a share as a fraction of 1",
    }),
    target_period: optional(code(), {
      nl: "schooljaar waarin het doel gehaald moet zijn",
      en: "school year by which the target is due",
    }),
    direction: required(choice("up", "down", "band"), {
      nl: "hoger is beter (up), lager is beter (down) of binnen een band (band)",
      en: "higher is better (up), lower is better (down) or within a band",
    }),
    tolerance: optional(decimal({ places: 6 }), { nl: "halve breedte van de band", en: "half the width of the band" }),
    source: required(text(), { nl: "waar het doel vastgelegd is", en: "where the target was set down" }),
  },
  rules: [
    {
      id: "band_has_tolerance",
      columns: ["tolerance"],
      sql: "direction <> 'band' or tolerance is not null",
      nl: "een band vraagt een breedte (tolerance)",
      en: "a band needs a width (tolerance)",
    },
  ],
});
