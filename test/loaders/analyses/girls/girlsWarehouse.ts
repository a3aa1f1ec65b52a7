import type { Analysis } from "../../../../loaders/analyses/analysis.ts";
import { girlsShare } from "../../../../loaders/analyses/girls/girlsShare.ts";
import { girlsShareGroupTrends } from "../../../../loaders/analyses/girls/girlsShareGroupTrends.ts";
import { girlsShareSplit } from "../../../../loaders/analyses/girls/girlsShareSplit.ts";
import { girlsShareSplitByStratum } from "../../../../loaders/analyses/girls/girlsShareSplitByStratum.ts";
import { girlsShareTargetYear } from "../../../../loaders/analyses/girls/girlsShareTargetYear.ts";
import { girlsShareThreeWay } from "../../../../loaders/analyses/girls/girlsShareThreeWay.ts";
import { girlsShareTrend } from "../../../../loaders/analyses/girls/girlsShareTrend.ts";
import { girlsShareVerdict } from "../../../../loaders/analyses/girls/girlsShareVerdict.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { emptyWarehouse } from "../../models/fixtureWarehouse.ts";

export const girlsAnalyses: Analysis[] = [
  girlsShare,
  girlsShareGroupTrends,
  girlsShareSplit,
  girlsShareSplitByStratum,
  girlsShareThreeWay,
  girlsShareTrend,
  girlsShareTargetYear,
  girlsShareVerdict,
];

type Text = unknown;

/** Girls and boys of one group of STEM pupils of the third stage. */
export const group = (
  school_year: string,
  track: string,
  domain: string,
  girls: number,
  pupils: number,
  more: Record<string, Text> = {},
): Record<string, Text>[] =>
  [
    { sex: "f", headcount: girls },
    { sex: "m", headcount: pupils - girls },
  ].map((counted) => ({
    ...{ school_year, definition: "stem_monitor", level: "secondary", stage: "3", year_in_stage: 1 },
    ...{ track, stem_category: "stem", domain, province: "Antwerpen", ...counted, ...more },
  }));

export const target = (more: Record<string, Text> = {}): Record<string, Text> => ({
  ...{ indicator_id: "girls_share_in_stem", period: "2020-2021", target: 0.3333, target_period: "2020-2021" },
  ...{ direction: "up", source: "a plan", ...more },
});

async function insert(warehouse: Warehouse, table: string, rows: readonly Record<string, Text>[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length === 0) return;
  await warehouse.run(`insert into raw.${table} by name select unnest(from_json($1, $2), recursive := true)`, [
    JSON.stringify(rows),
    JSON.stringify([Object.fromEntries(names.map((name) => [name, "VARCHAR"]))]),
  ]);
}

/** A warehouse in memory with these enrolments and targets, and analyses of the girls' share in it. */
export async function girlsWarehouse(
  enrolments: readonly Record<string, Text>[],
  targets: readonly Record<string, Text>[] = [target()],
  analyses: readonly Analysis[] = girlsAnalyses,
): Promise<Warehouse> {
  const warehouse = await emptyWarehouse();
  await insert(warehouse, "enrolments", enrolments);
  await insert(warehouse, "targets", targets);
  const { checks } = await runModels(warehouse);
  const failed = checks.filter(({ severity, result }) => severity === "blocking" && result !== "pass");
  if (failed.length > 0) throw new Error(failed.map(({ id }) => id).join(", "));
  const context = { warehouse, asOf: "2026-03-02", schoolYear: "2025-2026", thresholds: defaultThresholds };
  await createCatalogue(warehouse);
  for (const analysis of analyses) await store(analysis, context);
  return warehouse;
}
