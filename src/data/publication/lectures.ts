import { group } from "d3-array";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { type CellPlace, type LinkedTables, linkTables, type Placed } from "./linkedTables.ts";

const BREAKDOWNS = ["programme", "province", "theme", "discipline"];
const dimensions = BREAKDOWNS.map((name) => `(case when ${name} is not null then '${name}' end)`).join(", ");

/**
 * Lectures held in a school year, by programme, province, theme and discipline. The year before also stands up to the same day, and then so
 * does the rest of it, which is never printed but can be subtracted.
 */
const COUNTS = `
  with held as (
    select period, coalesce(${dimensions}, 'total') as breakdown, coalesce(${BREAKDOWNS.join(", ")}, 'total') as "group", numerator as value
    from indicators.observations where indicator_id = 'lectures_count'
  ),
  earlier as (
    select (left(current_school_year, 4)::integer - 1) || '-' || left(current_school_year, 4) as period, breakdown, group_id as "group", last_year_count as value
    from marts.lecture_groups cross join marts.parameters
    union all by name
    select (left(current_school_year, 4)::integer - 1) || '-' || left(current_school_year, 4) as period, 'total' as breakdown, 'total' as "group",
      coalesce(sum(last_year_count), 0) as value
    from marts.lecture_groups cross join marts.parameters where breakdown = 'programme' group by period
  )
  select period, breakdown, "group", 'lectures' as counted, value from held
  union all by name select earlier.period, earlier.breakdown, earlier."group", 'same_day' as counted, earlier.value from earlier
    inner join held on earlier.period = held.period and earlier.breakdown = held.breakdown and earlier."group" = held."group"
  union all by name select earlier.period, earlier.breakdown, earlier."group", 'later' as counted, held.value - earlier.value as value from earlier
    inner join held on earlier.period = held.period and earlier.breakdown = held.breakdown and earlier."group" = held."group"
  order by all`;

const WHOLES = [["lectures", "same_day", "later"]] as const;

/**
 * The tables of lectures, each school year by itself. Which programme a lecture in Flanders belonged to tells nothing of anybody, nor does how
 * many lectures have no theme or discipline filled in.
 */
export async function lectureTables(warehouse: Pick<Warehouse, "rows">, k: number): Promise<LinkedTables[]> {
  const rows = await warehouse.rows<Omit<Placed, "family">>(COUNTS);
  const isOpen = ({ breakdown, group }: CellPlace) => breakdown === "programme" || group === "unknown";
  return [...group(rows, ({ period }) => period).values()].map((own) =>
    linkTables(
      own.map((row) => ({ ...row, family: "lectures" })),
      { k, wholes: WHOLES, isOpen },
    ),
  );
}

/** Requests of each school year by province, out of which the matched ones are a share. */
export async function requestTables(warehouse: Pick<Warehouse, "rows">, k: number): Promise<LinkedTables[]> {
  const rows = await warehouse.rows<Placed>(`
    select 'requests' as family, period, if(province is null, 'total', 'province') as breakdown, coalesce(province, 'total') as "group",
      'requests' as counted, denominator as value
    from indicators.observations where indicator_id = 'match_rate' order by all`);
  return [...group(rows, ({ period }) => period).values()].map((own) => linkTables(own, { k }));
}
