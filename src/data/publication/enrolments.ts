import { group } from "d3-array";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { type LinkedTables, linkTables, type Placed } from "./linkedTables.ts";

/**
 * Pupils in the years 1 and 2 of stage 3, by track, domain and province: girls and boys in STEM, and of tracks and provinces all girls and
 * boys. Those of a domain are out of all pupils, which is no count of its own; those of one year are published of Flanders alone.
 */
const COUNTS = `
  with years as (
    select school_year, breakdown, group_name, sum(girls_in_stem) as girls_in_stem, sum(in_stem) as in_stem, sum(girls) as girls, sum(pupils) as pupils
    from marts.stem_year_groups group by all
  ),
  counted as (
    select school_year, breakdown, group_name, girls_in_stem, in_stem, girls, in_stem - girls_in_stem as boys_in_stem,
      girls - girls_in_stem as girls_elsewhere, pupils - girls as boys, pupils - girls - in_stem + girls_in_stem as boys_elsewhere
    from years
  ),
  long as (
    unpivot counted on girls_in_stem, boys_in_stem, in_stem, girls_elsewhere, boys_elsewhere, girls, boys into name counted value number
  )
  select 'enrolments' as family, school_year as period, breakdown, group_name as "group", counted, number::double as value
  from long where breakdown <> 'domain' or counted in ('girls_in_stem', 'boys_in_stem', 'in_stem')
  order by all`;

const WHOLES = [
  ["in_stem", "girls_in_stem", "boys_in_stem"],
  ["girls", "girls_in_stem", "girls_elsewhere"],
  ["boys", "boys_in_stem", "boys_elsewhere"],
] as const;

/** The tables of pupils, each school year by itself. */
export async function enrolmentTables(warehouse: Pick<Warehouse, "rows">, k: number): Promise<LinkedTables[]> {
  const rows = await warehouse.rows<Placed>(COUNTS);
  return [...group(rows, ({ period }) => period).values()].map((own) => linkTables(own, { k, wholes: WHOLES }));
}
