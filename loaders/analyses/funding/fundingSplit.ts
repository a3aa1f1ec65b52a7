import type { Warehouse } from "../../warehouse.ts";
import { analysis, type Context, type Result } from "../analysis.ts";
import type { Reason } from "../reasons.ts";

const INDICATOR = "public_share_of_funding";

const columns = {
  school_year: "VARCHAR",
  is_current_year: "BOOLEAN",
  phase: "VARCHAR",
  programme: "VARCHAR",
  public_eur: "DOUBLE",
  private_eur: "DOUBLE",
  cash_eur: "DOUBLE",
  public_share: "DOUBLE",
  target: "DOUBLE",
  band_lower: "DOUBLE",
  band_upper: "DOUBLE",
  verdict: "VARCHAR",
  verdict_reason: "VARCHAR",
  in_kind_eur: "DOUBLE",
  in_kind_hours: "DOUBLE",
  status: "VARCHAR",
} as const;

type Row = Result<typeof columns>;

interface Phase {
  school_year: string;
  is_current_year: boolean;
  phase: string;
  programme: string | null;
  public_eur: number;
  private_eur: number;
  cash_entries: number;
  in_kind_eur: number;
  in_kind_hours: number;
}

interface Band {
  period: string;
  target: number;
  tolerance: number;
}

const EDGE = 1e-12;

/** Inside, below or above the band; its edges are inside. */
function verdictOf(share: number, lower: number, upper: number): "below" | "inside" | "above" {
  if (share < lower - EDGE) return "below";
  return share > upper + EDGE ? "above" : "inside";
}

const reasonOf = ({ cash_entries, public_eur, private_eur }: Phase): Reason | null => {
  if (cash_entries === 0 || public_eur + private_eur === 0) return "no_cash";
  return public_eur < 0 || private_eur < 0 ? "not_computable" : null;
};

function rowOf({ cash_entries, ...phase }: Phase, bands: readonly Band[], schoolYear: string): Row {
  const reason = reasonOf({ cash_entries, ...phase });
  const cash_eur = phase.public_eur + phase.private_eur;
  // what is planned for a year to come is no more final than the running year
  const status = phase.school_year >= schoolYear ? "p" : null;
  const band = bands.findLast(({ period }) => period <= phase.school_year);
  const known = {
    target: band?.target ?? null,
    band_lower: band === undefined ? null : band.target - band.tolerance,
    band_upper: band === undefined ? null : band.target + band.tolerance,
  };
  if (reason !== null)
    return {
      ...{ ...phase, ...known, public_eur: null, private_eur: null, cash_eur: null, public_share: null, verdict: null },
      ...{ verdict_reason: reason, status, reason },
    };
  const public_share = phase.public_eur / cash_eur;
  const standing = { ...phase, ...known, cash_eur, public_share, status, reason };
  if (band === undefined) return { ...standing, verdict: null, verdict_reason: "no_target" };
  // part of a year is not held against the band of a whole one
  if (status === "p") return { ...standing, verdict: null, verdict_reason: "running_year" };
  const verdict = verdictOf(public_share, band.target - band.tolerance, band.target + band.tolerance);
  return { ...standing, verdict, verdict_reason: null };
}

const bandsOf = (warehouse: Warehouse): Promise<Band[]> =>
  warehouse.rows<Band>(
    `select period, target, tolerance from staging.stg_targets
     where programme is null and indicator_id = $1 and direction = 'band' and tolerance is not null order by period`,
    [INDICATOR],
  );

async function run({ warehouse, schoolYear }: Context): Promise<Row[]> {
  const bands = await bandsOf(warehouse);
  const phases = await warehouse.rows<Phase>(
    `select school_year, is_current_year, phase, programme, public_eur::double as public_eur, private_eur::double as private_eur,
       cash_entries, in_kind_eur::double as in_kind_eur, in_kind_hours::double as in_kind_hours
     from marts.funding_phases order by school_year, phase, programme nulls first`,
  );
  return phases.map((phase) => rowOf(phase, bands, schoolYear));
}

export const fundingSplit = analysis({
  id: "funding_split",
  name: { nl: "Verdeling van de financiering, overheid en privaat", en: "Split of the funding, public and private" },
  method: {
    nl: "Publiek geld op al het geld van dezelfde fase (gepland, toegezegd, ontvangen of besteed), in totaal en per programma. Fasen zijn stappen van hetzelfde geld en worden nooit opgeteld. Het is een boekhoudkundige gelijkheid zonder interval: het aandeel ligt in, onder of boven de band die het doel van dat schooljaar of het laatste doel ervoor aangeeft; de randen horen erbij. Een schooljaar dat nog loopt of nog komt, krijgt geen oordeel: een deel van een jaar wordt niet tegen een heel jaar gehouden. Bijdragen in natura staan apart, als uren maal het gepubliceerde tarief, en tellen nooit mee in de verdeling. Er is geen aandeel als er geen geld geboekt is of als een van beide sommen negatief is.",
    en: "Public cash out of all cash of the same phase (planned, committed, received or spent), in all and by programme. Phases are steps of the same money and are never added up. It is an accounting identity without an interval: the share lies inside, below or above the band that the target of that school year, or the last target before it, gives; the edges are inside. A school year that is still running or still to come gets no verdict: part of a year is not held against a whole one. Contributions in kind stand apart, as hours times the published rate, and never enter the split. There is no share where no cash was booked or where either sum is negative.",
  },
  evidence: "monitoring",
  codes: ["F1", "F3"],
  inputs: ["marts.funding_phases", "staging.stg_targets"],
  functions: [],
  parameters: { target_indicator: INDICATOR },
  thresholds: [],
  columns,
  run,
});
