import type { Gate } from "../gate.ts";
import { fileSources, plainSection, tableSection } from "../sections.ts";
import { CoverageRow, DistanceRow, EquityRow, MatchingRow, type PlaceRow } from "./rows.ts";

const FILES = ["schools", "lectures"];
/** Part of a year leaves many schools unreached that it may still reach: what is shown of one year is the last that is over. */
const LAST_WHOLE = `(select coalesce(max(school_year) filter (where not is_current_year), max(school_year)) from analyses.coverage)`;

export const coverageYears = (gate: Gate) =>
  tableSection(gate, FILES, CoverageRow, "analyses.coverage where level = 'all' order by school_year");

/** Provinces in the last school year that is over, the best reached first. */
export const coverageByProvince = (gate: Gate) =>
  tableSection(
    gate,
    FILES,
    CoverageRow,
    `analyses.coverage where level = 'province' and school_year = ${LAST_WHOLE} order by share desc nulls last, province`,
  );

export const places = async (gate: Gate) =>
  plainSection<PlaceRow>(
    gate,
    `select area.school_year, place.name, place.province, place.lat::double as lat, place.lon::double as lon,
       case when area.eligible_municipalities = 0 then 'no_school' when area.white_spots is null then 'hidden'
         when area.white_spots > 0 then 'white_spot' else 'reached' end as state
     from analyses.coverage as area join reference.municipalities as place using (nis)
     where area.level = 'municipality' and area.school_year = ${LAST_WHOLE} order by place.name, place.province`,
    await fileSources(gate, FILES),
  );

export const equity = (gate: Gate) =>
  tableSection(gate, FILES, EquityRow, "analyses.coverage_equity order by school_year");

const distancesOf = (gate: Gate, where: string) =>
  tableSection(gate, [...FILES, "lecturers"], DistanceRow, `analyses.lecture_distances where ${where}`);

export const distanceYears = (gate: Gate) => distancesOf(gate, "province is null order by school_year");

/** Provinces in the last school year that is over, the furthest first. */
export const distancesByProvince = (gate: Gate) =>
  distancesOf(
    gate,
    `province is not null and school_year = ${LAST_WHOLE} order by median_km desc nulls last, province`,
  );

export const matching = (gate: Gate) =>
  tableSection(gate, [...FILES, "lecturers"], MatchingRow, "analyses.matching_efficiency order by school_year");
