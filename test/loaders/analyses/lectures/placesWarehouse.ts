import type { Analysis } from "../../../../loaders/analyses/analysis.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { emptyWarehouse } from "../../models/fixtureWarehouse.ts";

type Cells = Record<string, string | number | boolean | null>;

const school = (
  school_id: string,
  site_id: string,
  nis: string,
  postcode: string,
  stages: string,
  more: Cells = {},
) => ({
  ...{ school_id, site_id, name: `School ${school_id}`, postcode, nis, network: "go", stages, ...more },
});
const lecturer = (lecturer_id: string, postcode: string | null, more: Cells = {}) => ({
  ...{ lecturer_id, discipline: "ict", postcode, active: true, ...more },
});
const lecture = (lecture_id: string, held_on: string, place: string, lecturer_id: string | null, more: Cells = {}) => {
  const [school_id = "", site_id = ""] = place.split("/");
  return {
    ...{ lecture_id, programme: "ovk", status: "held", held_on, school_id, site_id, lecturer_id, discipline: "ict" },
    ...{ format: "on_site", students: 20, ...more },
  };
};
const request = (
  request_id: string,
  requested_on: string,
  place: string,
  status: string,
  lecture_id: string | null,
) => {
  const [school_id = "", site_id = ""] = place.split("/");
  return { request_id, requested_on, school_id, site_id, status, lecture_id };
};

/** Two school years of lectures in Antwerpen, Brussel and Genk, small enough to count by hand; the as-of day is 3 September 2025. */
const ROWS: Record<string, Cells[]> = {
  schools: [
    school("S1", "1", "11002", "2000", "2+3", { lat: 51.2, lon: 4.4 }),
    school("S1", "2", "71016", "3600", "3"),
    school("S2", "1", "11007", "2070", "1"),
    school("S3", "1", "21004", "9999", "2", { open_from: "2025-03-01" }),
    school("S4", "1", "11002", "2000", "2+3", { open_until: "2025-01-31" }),
    school("S5", "1", "99999", "9999", "3"),
    school("S6", "1", "71016", "3600", "1+2", { lat: 51 }),
  ],
  lecturers: [
    lecturer("P1", "2000", { max_lectures_per_year: 3 }),
    lecturer("P2", "3600", { discipline: "energy" }),
    lecturer("P3", "9999"),
    lecturer("P4", null, { active: false }),
  ],
  lectures: [
    lecture("L1", "2024-11-12", "S1/1", "P1", { matched_on: "2024-10-31" }),
    lecture("L2", "2024-11-13", "S1/2", "P1"),
    lecture("L3", "2024-11-14", "S1/1", "P2", { discipline: "energy", matched_on: "2024-11-01" }),
    lecture("L4", "2024-11-15", "S2/1", "P3"),
    lecture("L5", "2024-11-18", "S3/1", "P1", { format: "online" }),
    lecture("L6", "2024-11-19", "S1/2", "P2", { discipline: "energy", format: null }),
    lecture("L7", "2025-09-20", "S3/1", "P2", { status: "planned" }),
    lecture("L8", "2025-09-02", "S5/1", "P1"),
    lecture("L9", "2025-09-02", "S1/1", "P1", { status: "cancelled" }),
    { ...lecture("L10", "", "S1/1", "P2", { status: "planned" }), held_on: null },
  ],
  requests: [
    request("V1", "2024-10-01", "S1/1", "matched", "L1"),
    request("V2", "2024-10-01", "S1/1", "matched", "L3"),
    request("V3", "2024-10-01", "S1/2", "withdrawn", null),
    request("V4", "2025-08-04", "S3/1", "open", null),
    request("V5", "2025-08-05", "S3/1", "open", null),
    request("V6", "2024-11-01", "S1/1", "matched", "L6"),
  ],
};

async function insert(warehouse: Warehouse, table: string, rows: Cells[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  await warehouse.run(`insert into raw.${table} by name select unnest(from_json($1, $2), recursive := true)`, [
    JSON.stringify(rows),
    JSON.stringify([Object.fromEntries(names.map((name) => [name, "VARCHAR"]))]),
  ]);
}

async function modelled(warehouse: Warehouse, analyses: Analysis[]): Promise<Warehouse> {
  await runModels(warehouse);
  await createCatalogue(warehouse);
  const context = { warehouse, asOf: "2025-09-03", schoolYear: "2025-2026", thresholds: defaultThresholds };
  for (const analysis of analyses) await store(analysis, context);
  return warehouse;
}

/** A warehouse in memory with the rows above, and these analyses in it. */
export async function placesWarehouse(...analyses: Analysis[]): Promise<Warehouse> {
  const warehouse = await emptyWarehouse();
  for (const [table, rows] of Object.entries(ROWS)) await insert(warehouse, table, rows);
  return modelled(warehouse, analyses);
}

/** The same without a single row. */
export const warehouseWithoutRows = async (...analyses: Analysis[]): Promise<Warehouse> =>
  modelled(await emptyWarehouse(), analyses);
