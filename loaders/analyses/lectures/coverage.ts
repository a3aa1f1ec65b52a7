import { wilsonInterval } from "../../../statistics/proportion/wilson.ts";
import { analysis, type Result } from "../analysis.ts";
import { answerOf } from "../reasons.ts";

const LEVEL = 0.95;

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  level: "VARCHAR",
  province: "VARCHAR",
  nis: "VARCHAR",
  municipality: "VARCHAR",
  eligible_schools: "INTEGER",
  reached_schools: "INTEGER",
  lectures: "INTEGER",
  share: "DOUBLE",
  lower: "DOUBLE",
  upper: "DOUBLE",
  eligible_municipalities: "INTEGER",
  white_spots: "INTEGER",
} as const;
type Row = Result<typeof columns>;
type Counted = Omit<Row, "share" | "lower" | "upper" | "reason"> & {
  eligible_schools: number;
  reached_schools: number;
};

/** How many schools a held lecture reached, by municipality and province. */
export const coverage = analysis({
  id: "coverage",
  name: { nl: "Bereik van scholen naar gemeente en provincie", en: "Coverage of schools by municipality and province" },
  method: {
    nl: "Een school telt mee wanneer ze op 1 februari van het schooljaar open is en de tweede of derde graad aanbiedt; ze is bereikt wanneer er dat schooljaar minstens één gastles gegeven is, aan welke van haar vestigingen ook. Een school met vestigingen in meer gemeenten telt in elke gemeente waar ze dat doet, en één keer in haar provincie en in het totaal; in een gemeente of provincie is ze bereikt door een les aan een vestiging daar, in het totaal door een les waar ook. Het aandeel krijgt een Wilson-interval (Wilson 1927), dat de telling ziet als één uitkomst van een proces dat ook anders had kunnen lopen. Een witte vlek is een gemeente met scholen die meetellen, maar waar er geen enkele bereikt is. Zonder zulke scholen is er geen aandeel. De scholen zijn die van de geladen scholenlijst; het lopende schooljaar is voorlopig.",
    en: "A school counts when it is open on 1 February of the school year and offers the second or third stage; it is reached when at least one lecture was held in that school year, at whichever of its sites. A school with sites in several municipalities counts in each municipality where it does so, and once in its province and in the total; in a municipality or province it is reached by a lecture at a site there, in the total by a lecture anywhere. The share has a Wilson interval (Wilson 1927), which sees the count as one run of a process that might have gone otherwise. A white spot is a municipality with schools that count, none of which was reached. Where no school counts there is no share. The schools are those of the list that was loaded; the current school year is provisional.",
  },
  evidence: "monitoring",
  codes: ["A5"],
  inputs: ["marts.area_coverage"],
  functions: ["wilsonInterval"],
  parameters: { level: LEVEL },
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const areas = await warehouse.rows<Counted>(
      `select * replace (eligible_schools::integer as eligible_schools, reached_schools::integer as reached_schools,
         lectures::integer as lectures, eligible_municipalities::integer as eligible_municipalities,
         white_spots::integer as white_spots)
       from marts.area_coverage order by school_year, level, province, nis`,
    );
    return areas.map((area): Row => {
      const { reached_schools, eligible_schools } = area;
      const { answer, reason } = answerOf(
        () => wilsonInterval(reached_schools, eligible_schools, { level: LEVEL }),
        "no_eligible_school",
      );
      return {
        ...area,
        share: answer && reached_schools / eligible_schools,
        lower: answer?.lower ?? null,
        upper: answer?.upper ?? null,
        reason,
      };
    });
  },
});
