import type { Gate } from "../gate.ts";
import { labelOf } from "../labels.ts";
import type { BreakdownRow, Meaning } from "../rows.ts";
import { fileSources, meanings, plainSection } from "../sections.ts";
import type { GoalRow, StrandRow } from "./rows.ts";

type Stored = Omit<GoalRow, "text" | "meaning"> & { text_nl: string; text_en: string; indicator_id: string | null };

/** Goals by plan, each with the last figure of the scorecard, of all programmes together. */
export async function goals(gate: Gate) {
  const all = await meanings(gate);
  const rows = await gate.rows<Stored>(
    `select goals.plan, goals.text_nl, goals.text_en, goals.indicator_id, goals.target::double as target, goals.target_period, goals.source,
       score.value, score.period, score.flag, parameters.current_school_year
     from marts.plan_goals as goals
     cross join marts.parameters as parameters
     left join analyses.scorecard as score on score.indicator_id = goals.indicator_id and score.programme is null
     order by goals.plan, goals.goal_id`,
  );
  return {
    rows: rows.map(({ text_nl, text_en, indicator_id, ...row }) => ({
      ...row,
      text: { nl: text_nl, en: text_en },
      meaning: all.find(({ id }) => id === indicator_id) ?? null,
    })),
    meaning: null,
    sources: await fileSources(gate, ["plan_goals"]),
  };
}

const INITIATIVES: Meaning = {
  id: "initiatives",
  name: { nl: "Initiatieven", en: "Initiatives" },
  definition: { nl: "Initiatieven in de lijst van de hub", en: "Initiatives in the list of the hub" },
  unit: { nl: "initiatieven", en: "initiatives" },
  ...{ decimals: 0, is_share: false },
};

/** Initiatives of the hub by province; those without one stand apart. */
export async function initiativesByProvince(gate: Gate) {
  const rows = await gate.rows<{ province: string | null; value: number }>(
    "select province, count(*)::integer as value from marts.initiatives group by province order by province nulls last",
  );
  return {
    rows: rows.map(
      ({ province, value }): BreakdownRow => ({
        group: province ?? "everywhere",
        label: province === null ? { nl: "heel Vlaanderen", en: "all of Flanders" } : labelOf(province),
        ...{ value, last_year: null, numerator: null, denominator: null, status: null },
      }),
    ),
    meaning: INITIATIVES,
    sources: await fileSources(gate, ["initiatives"]),
  };
}

export const initiativesByStrand = async (gate: Gate) =>
  plainSection<StrandRow>(
    gate,
    "select coalesce(strand, '') as strand, audience, count(*)::integer as initiatives from marts.initiatives group by all order by all",
    await fileSources(gate, ["initiatives"]),
  );
