import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { impactAttrition } from "../../../../loaders/analyses/impact/impactAttrition.ts";
import { impactBalance } from "../../../../loaders/analyses/impact/impactBalance.ts";
import { impactEffects } from "../../../../loaders/analyses/impact/impactEffects.ts";
import { impactEventStudy } from "../../../../loaders/analyses/impact/impactEventStudy.ts";
import { impactSummary } from "../../../../loaders/analyses/impact/impactSummary.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import type { CheckResult } from "../../../../loaders/models/checks.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import { createSchema } from "../../../../loaders/models/schema.ts";
import { openWarehouse, type Warehouse } from "../../../../loaders/warehouse.ts";
import type { Row } from "../../../../sample/generate/writeCsv.ts";

const FIXTURES = fileURLToPath(new URL("../../../fixtures/reference", import.meta.url));
const parameters = { as_of: "2026-03-02", load_id: "test", is_synthetic: true, thresholds: defaultThresholds };

async function insert(warehouse: Warehouse, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  await warehouse.run(`insert into raw.${table} by name select unnest(from_json($1, $2), recursive := true)`, [
    JSON.stringify(rows),
    JSON.stringify([Object.fromEntries([...names].map((name) => [name, "VARCHAR"]))]),
  ]);
}

const IMPACT = [impactEffects, impactEventStudy, impactSummary, impactBalance, impactAttrition];
/** What the panel of schools is made of, each after what it reads. */
const MODELS = [
  ...["staging.stg_schools", "staging.stg_lectures", "staging.stg_enrolments", "marts.schools", "marts.school_counts"],
  ...["marts.lecture_cohorts", "marts.school_panel_schools", "marts.school_panel", "marts.school_panel_arms"],
  "marts.school_baselines",
];

async function analyse(warehouse: Warehouse): Promise<void> {
  const context = { warehouse, asOf: "2026-03-02", schoolYear: "2025-2026", thresholds: defaultThresholds };
  await createCatalogue(warehouse);
  for (const analysis of IMPACT) await store(analysis, context);
}

/** A warehouse in memory with these rows (and the reference facts of a folder, few where none is named), the analyses of impact, and what the checks said. */
export async function impactWarehouse(
  tables: Record<string, readonly Row[]>,
  reference?: string,
): Promise<{ warehouse: Warehouse; checks: CheckResult[] }> {
  const warehouse = await openWarehouse(":memory:");
  await createSchema(warehouse, parameters, reference ?? FIXTURES);
  for (const [table, rows] of Object.entries(tables)) await insert(warehouse, table, rows);
  const { checks } = await runModels(warehouse);
  await analyse(warehouse);
  return { warehouse, checks };
}

/** Puts these rows in the place of those that were there, and makes the panel and the analyses anew. */
export async function replaceRows(warehouse: Warehouse, tables: Record<string, readonly Row[]>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    await warehouse.run(`delete from raw.${table}`);
    await insert(warehouse, table, rows);
  }
  for (const name of MODELS) {
    const file = new URL(`../../../../loaders/models/${name.replace(".", "/")}.sql`, import.meta.url);
    await warehouse.run(`create or replace table ${name} as\n${readFileSync(file, "utf8")}`);
  }
  await analyse(warehouse);
}

interface Lecture {
  held_on: string;
  /** The second, where it is not said; null where the register does not know it. */
  stage?: "1" | "2" | "3" | null;
  students?: number;
  status?: "held" | "planned" | "cancelled";
  programme?: "stem_ovk" | "ovk";
}

export interface SchoolYears {
  id: string;
  /** Girls in STEM, of 100 pupils in STEM, by school year; null where the school was not counted. */
  girls: Record<string, number | null>;
  /** Day of a STEM-OvK lecture of 20 students of the second stage. */
  lecture?: string;
  lectures?: readonly Lecture[];
  /** Pupils in STEM in every year, or by school year. */
  stem?: number | Record<string, number>;
  /** Girls outside STEM: 60 where it is not said. */
  otherGirls?: number;
  network?: "go" | "ogo" | "vgo";
}

const inStemOf = (stem: number | Record<string, number>, year: string) =>
  typeof stem === "number" ? stem : (stem[year] ?? 0);

/** Schools of 200 pupils, 60 of them girls outside STEM, each in a municipality of its own. */
export const tablesOf = (schools: readonly SchoolYears[]): Record<string, Row[]> => ({
  schools: schools.map(({ id, network = "go" }) => ({
    ...{ school_id: id, site_id: "1", name: id, postcode: "2000", nis: id, network, stages: "2+3" },
  })),
  lectures: schools.flatMap(({ id, lecture, lectures = lecture === undefined ? [] : [{ held_on: lecture }] }) =>
    lectures.map((one, i) => ({
      ...{ lecture_id: `L${id}-${i}`, programme: "stem_ovk", status: "held", school_id: id, site_id: "1" },
      ...{ stage: "2", students: 20, recorded_on: one.held_on, ...one },
    })),
  ),
  enrolments: schools.flatMap(({ id, girls, stem = 100, otherGirls = 60 }) =>
    Object.entries(girls).flatMap(([school_year, inStem]) =>
      inStem === null
        ? []
        : [
            ["stem", "f", inStem] as const,
            ["stem", "m", inStemOf(stem, school_year) - inStem] as const,
            ["no_stem", "f", otherGirls] as const,
            ["no_stem", "m", 200 - otherGirls - inStemOf(stem, school_year)] as const,
          ].map(([stem_category, sex, headcount]) => ({
            ...{ school_year, definition: "stem_monitor", level: "secondary", stage: "3", year_in_stage: 1 },
            ...{ stem_category, sex, school_id: id, site_id: "1", headcount },
          })),
    ),
  ),
});
