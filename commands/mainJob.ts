import { relative } from "node:path";
import type { Config } from "../loaders/config/config.ts";
import { ingest } from "../loaders/ingest.ts";
import type { LoadReport } from "../loaders/report/loadReport.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { writeReports } from "../reports/report.ts";
import { pages } from "../src/data/index.ts";
import { writePageData } from "../src/data/pageData.ts";
import { buildSite } from "../src/site/build.ts";
import { pageDataFolder, places, progress, reportsFolder, root, siteFolder } from "./options.ts";

async function timed<T>(stage: string, work: () => Promise<T>, say: (result: T) => string): Promise<T> {
  const start = performance.now();
  const result = await work();
  progress(stage, say(result), performance.now() - start);
  return result;
}

/** Writes the data of every page and report anew from the warehouse, so that nothing shown is older than what was loaded. */
export async function refreshPageData(): Promise<void> {
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  try {
    await timed(
      "data",
      () => writePageData(warehouse, pages, pageDataFolder),
      () => `${pages.length} sets of page data`,
    );
  } finally {
    warehouse.close();
  }
}

/** Exports → warehouse → page data → site in both languages. */
export async function buildAll(config: Config): Promise<LoadReport> {
  const report = await ingest(config, places, progress);
  await refreshPageData();
  await timed(
    "site",
    () => buildSite({ pageData: pageDataFolder, output: siteFolder, quiet: true }),
    ({ pages }) => `${pages} pages in ${relative(root, siteFolder)}/`,
  );
  return report;
}

/** The reports that the options choose, all of them without options. */
export async function reportAll(choice: Partial<Parameters<typeof writeReports>[0]> = {}): Promise<void> {
  await timed(
    "report",
    () => writeReports({ pageData: pageDataFolder, output: reportsFolder, ...choice }),
    (reports) => reports.map(({ file, pages }) => `${relative(root, file)} (${pages} pages)`).join(", "),
  );
}
