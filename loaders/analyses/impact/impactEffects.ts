import { normalQuantile } from "../../../statistics/distributions/normal.ts";
import { aggregateEffects, type Effect } from "../../../statistics/impact/aggregateEffects.ts";
import { analysis, type Result } from "../analysis.ts";
import { IMPACT_PARAMETERS, impactOf } from "./impactEstimates.ts";

const { level, controlGroup, basePeriod, minTreated, minControls, minCell } = IMPACT_PARAMETERS;
const AGGREGATES = ["simple", "group", "calendar", "dynamic"] as const;

/** An effect with its pointwise interval; an effect of a base period is 0 by definition. */
export function withInterval({ att, se }: Effect) {
  const reach = normalQuantile((1 + level) / 2) * (se ?? 0);
  return { att, se: se ?? 0, lower: att - reach, upper: att + reach };
}

const columns = {
  outcome: "VARCHAR",
  weighting: "VARCHAR",
  aggregate: "VARCHAR",
  /** Year of the first count, year of the count, or counts since the first; null for the effect overall. */
  key: "INTEGER",
  att: "DOUBLE",
  se: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
} as const;

export const impactEffects = analysis({
  id: "impact_effects",
  name: { nl: "Effect van gastlessen op scholen", en: "Effect of guest lectures on schools" },
  method: {
    nl: "Scholen worden gevolgd op de teldag van februari, in het eerste jaar van de derde graad: welk deel van de meisjes STEM volgt (D3), welk deel van de leerlingen in STEM meisjes zijn (D2), en of er leerlingen in STEM zijn. Een school telt als bereikt vanaf de eerste telling die een gegeven STEM-OvK-les kan tonen: die in het schooljaar na een les in de tweede graad (of in een graad die niet bekend is), of drie schooljaren na een les in de eerste. Leerlingen van de derde graad hadden al gekozen: een school met enkel zulke lessen telt als niet bereikt. Haar verandering sinds de laatste telling daarvoor wordt vergeleken met die van scholen die nog niet bereikt zijn (Callaway & Sant'Anna 2021); de verschillen per groep en jaar worden samengevat, met standaardfouten per gemeente. Deden lessen in de derde graad toch iets met jongere leerlingen, langs leerkrachten of oudere leerlingen, dan veranderde een deel van de andere scholen mee, en is het verschil kleiner dan het effect; dat geldt ook als lessen van een onbekende graad in de derde waren. Alleen scholen die elk jaar geteld zijn, doen mee. Voor het deel van de meisjes dat STEM volgt, moeten er elk jaar meisjes zijn; een school zonder STEM telt daar mee met nul. Het aandeel meisjes in STEM bestaat alleen waar er STEM is, en gaat dus over scholen die er elk jaar leerlingen in hadden. Of een school met STEM begint, kan zelf een gevolg van de gastles zijn; dat staat daarom apart, en alleen als minstens vijf scholen begonnen of stopten. Er is geen cijfer bij minder dan tien bereikte of tien andere scholen, of als een vergelijking op minder dan vijf scholen steunt.",
    en: "Schools are followed at the February count, in the first year of the third stage: what part of the girls are in STEM (D3), what part of the pupils in STEM are girls (D2), and whether there are pupils in STEM. A school counts as reached from the first count that can show a STEM-OvK lecture held there: that of the school year after a lecture for the second stage (or for a stage that is not known), or of three school years after one for the first. Pupils of the third stage had already chosen: a school with lectures for them alone counts as not reached. Its change since the last count before that is compared with the change in schools that were not reached yet (Callaway & Sant'Anna 2021); the differences by group and year are summed up, with standard errors by municipality. If lectures for the third stage did do something for younger pupils, through teachers or older pupils, then some of the other schools changed as well, and the difference is smaller than the effect; the same holds if lectures for an unknown stage were for the third. Only schools that were counted every year take part. For the part of the girls in STEM there must be girls every year; there a school without STEM counts as zero. The girls' share in STEM exists only where there is STEM, and so speaks of schools that had pupils in it every year. Whether a school begins with STEM may itself come of the lecture; that stands apart for this reason, and only where at least five schools began or stopped. There is no figure with fewer than ten schools reached or ten others, or where a comparison rests on fewer than five schools.",
  },
  evidence: "attribution",
  codes: ["G1", "D2", "D3"],
  inputs: ["marts.school_panel"],
  functions: ["groupTimeEffects", "aggregateEffects", "publishRule"],
  parameters: { level, controlGroup, basePeriod, minTreated, minControls, minCell },
  thresholds: [],
  columns,
  run: async (context) =>
    (await impactOf(context)).estimates.flatMap(({ outcome, weighting, effects, reason }) =>
      AGGREGATES.flatMap((aggregate): Result<typeof columns>[] => {
        const row = { outcome, weighting, aggregate };
        const found = reason === null ? aggregateEffects(effects, aggregate) : null;
        if (found === null)
          return [
            { ...row, key: null, att: null, se: null, lower: null, upper: null, reason: reason ?? "no_usable_schools" },
          ];
        return [
          { ...row, key: null, ...withInterval(found.overall), reason: null },
          ...found.effects.map(({ key, ...effect }) => ({ ...row, key, ...withInterval(effect), reason: null })),
        ];
      }),
    ),
});
