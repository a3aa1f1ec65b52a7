import { benchmarkForecast } from "../loaders/analyses/lectures/benchmarkForecast.ts";
import { registrationDelays } from "../loaders/analyses/lectures/registrationDelays.ts";
import { scorecard } from "../loaders/analyses/scorecard.ts";
import { shareForecast } from "../loaders/analyses/shareForecast.ts";
import type { Status } from "../loaders/analyses/status.ts";
import { createCatalogue, store } from "../loaders/analyses/store.ts";
import { type Config, readConfig } from "../loaders/config/config.ts";
import { filesByTable, judgeTable, parametersOf } from "../loaders/judge/judge.ts";
import { runModels } from "../loaders/models/models.ts";
import { createSchema } from "../loaders/models/schema.ts";
import { openWarehouse, type Warehouse } from "../loaders/warehouse.ts";

/** What the figures that move with the school year are made of; pupils are counted on one day. */
const TABLES = [
  ...["schools", "lecturers", "lectures", "targets", "funding"],
  ...["invitations", "responses", "questionnaire_items", "requests", "annotations"],
];
const LAST_DAY = "2026-03-02";
const YEARS = ["2021-2022", "2022-2023", "2023-2024", "2024-2025"];
const MONTHS = ["10", "11", "12", "01", "02", "03", "04", "05", "06", "07", "08"];
/** No more than this part of the replays may say what the end of the year contradicts. */
const LARGEST_SHARE = 0.1;

interface Standing {
  indicator_id: string;
  programme: string | null;
  period: string;
  status: Status;
  past_years_count: number | null;
}
interface End {
  indicator_id: string;
  programme: string | null;
  period: string;
  is_reached: boolean;
}

/** The sample as a load of that day sees it, in memory. */
async function warehouseOf(asOf: string): Promise<{ warehouse: Warehouse; config: Config }> {
  const config = readConfig("sample/stempeil.config.yaml", { asOf, today: LAST_DAY });
  const kept = Object.entries(config.sources).filter(([, { table }]) => TABLES.includes(table));
  config.sources = Object.fromEntries(kept);
  const warehouse = await openWarehouse(":memory:");
  await createSchema(warehouse, parametersOf(config, "replay"), "reference");
  for (const group of await filesByTable(config)) await judgeTable(warehouse, group, "replay");
  await runModels(warehouse);
  return { warehouse, config };
}

async function standings(asOf: string, schoolYear: string): Promise<Standing[]> {
  const { warehouse, config } = await warehouseOf(asOf);
  await createCatalogue(warehouse);
  const context = { warehouse, asOf, schoolYear, thresholds: config.thresholds };
  for (const analysis of [registrationDelays, benchmarkForecast, shareForecast, scorecard])
    await store(analysis, context);
  const rows = await warehouse.rows<Standing>(
    "select indicator_id, programme, period, status, past_years_count from analyses.scorecard where period = $1 and target is not null",
    [schoolYear],
  );
  warehouse.close();
  return rows;
}

/** Whether each year kept to its target once it was over. */
async function ends(): Promise<End[]> {
  const { warehouse } = await warehouseOf(LAST_DAY);
  const rows = await warehouse.rows<End>(
    `select totals.indicator_id, totals.programme, totals.period,
       case targets.direction when 'up' then value >= target when 'down' then value <= target
         else abs(value - target) <= tolerance + 1e-12 end as is_reached
     from indicators.observations as totals
     join staging.stg_targets as targets on targets.indicator_id = totals.indicator_id and targets.period = totals.period
       and targets.programme is not distinct from totals.programme
     where coalesce(province, stage, track, domain, theme, discipline, role, item_id, campaign, channel, bound) is null
       and (phase is null or phase = 'received')`,
  );
  warehouse.close();
  return rows;
}

const keyOf = ({ indicator_id, programme }: Standing | End) => `${indicator_id} (${programme ?? "all"})`;
const reached = new Map((await ends()).map((end) => [`${keyOf(end)} ${end.period}`, end.is_reached]));
const STATUSES: Status[] = ["on_course", "uncertain", "off_course", "met"];
type Tally = Record<"off_course" | "met", number> & { statuses: Record<string, number>; replays: number };
const tallies = new Map<string, Tally>();
for (const year of YEARS)
  for (const month of MONTHS) {
    const asOf = `${month >= "09" ? year.slice(0, 4) : year.slice(5)}-${month}-01`;
    for (const standing of await standings(asOf, year)) {
      const key = keyOf(standing);
      const isReached = reached.get(`${key} ${year}`);
      if (isReached === undefined) continue;
      const tally = tallies.get(key) ?? { statuses: {}, replays: 0, off_course: 0, met: 0 };
      tally.replays += 1;
      tally.statuses[standing.status] = (tally.statuses[standing.status] ?? 0) + 1;
      if (standing.status === "off_course" && isReached) {
        tally.off_course += 1;
        console.log(`off course, yet reached: ${key} as of ${asOf}, on ${standing.past_years_count} past years`);
      }
      if (standing.status === "met" && !isReached) tally.met += 1;
      tallies.set(key, tally);
    }
  }
console.log(
  `Replays of ${YEARS.length} school years on the first of ${MONTHS.length} months: status against the year's end`,
);
console.log(["indicator", ...STATUSES, "off course, yet reached", "met, yet missed", "share contradicted"].join(" | "));
let worst = 0;
for (const [key, tally] of [...tallies].sort()) {
  const share = (tally.off_course + tally.met) / tally.replays;
  worst = Math.max(worst, share);
  const counts = STATUSES.map((status) => tally.statuses[status] ?? 0);
  console.log([key, ...counts, tally.off_course, tally.met, `${(share * 100).toFixed(1)} %`].join(" | "));
}
console.log(`largest share contradicted: ${(worst * 100).toFixed(1)} % (bar: ${LARGEST_SHARE * 100} %)`);
