import type { Gate } from "../gate.ts";
import { fileSources, indicatorSection, plainSection, tableSection } from "../sections.ts";
import { ConcentrationRow, CostRow, type FundingRow, type PlanRow } from "./rows.ts";

/** Cash received by type of funder, with what was given in kind apart. */
export const fundingYears = (gate: Gate) =>
  indicatorSection<FundingRow>(
    gate,
    "public_share_of_funding",
    `select years.school_year, years.public_eur::double as public_eur, years.private_eur::double as private_eur, years.in_kind_eur::double as in_kind_eur,
       years.in_kind_hours::double as in_kind_hours, observations.value as public_share, targets.target::double as target,
       targets.tolerance::double as tolerance, coalesce(observations.status, if(years.school_year > parameters.current_school_year, 'p', null)) as flag,
       years.school_year > parameters.current_school_year as is_ahead
     from marts.funding_years as years
     cross join marts.parameters as parameters
     left join indicators.observations as observations
       on observations.indicator_id = $1 and observations.period = years.school_year and observations.phase = 'received'
     left join marts.targets as targets on targets.indicator_id = $1 and targets.programme is null and targets.period = years.school_year
     order by years.school_year`,
  );

/** Plan beside actual: what was planned, committed, received and spent of each school year. */
export const planAndActual = async (gate: Gate) =>
  plainSection<PlanRow>(
    gate,
    `select school_year, school_year < (select current_school_year from marts.parameters) as is_over,
       ${["planned", "committed", "received", "spent"].map((phase) => `max(cash_eur) filter (where phase = '${phase}') as ${phase}_eur`).join(", ")}
     from analyses.funding_split where programme is null group by school_year order by school_year`,
    await fileSources(gate, ["funding"]),
  );

export const costs = (gate: Gate) =>
  tableSection(
    gate,
    ["funding", "lectures"],
    CostRow,
    "analyses.cost_per_contact where programme is null order by school_year",
  );

export const concentrations = (gate: Gate) =>
  tableSection(
    gate,
    ["funding"],
    ConcentrationRow,
    "analyses.funder_concentration where programme is null and phase = 'received' order by school_year",
  );
