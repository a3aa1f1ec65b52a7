import { relative } from "node:path";
import type { Config } from "../loaders/config/config.ts";
import { ingest } from "../loaders/ingest.ts";
import type { LoadReport } from "../loaders/report/loadReport.ts";
import { openWarehouse, type Warehouse } from "../loaders/warehouse.ts";
import { writeReports } from "../reports/report.ts";
import type { Edition } from "../src/data/gate.ts";
import { pages } from "../src/data/index.ts";
import { writePageData } from "../src/data/pageData.ts";
import type { Hidden } from "../src/data/publication/hidden.ts";
import { type Release, readReleases } from "../src/data/publication/releases.ts";
import { buildSite } from "../src/site/build.ts";
import { folders, places, progress, publishedFolder, root } from "./options.ts";

async function timed<T>(stage: string, work: () => Promise<T>, say: (result: T) => string): Promise<T> {
  const start = performance.now();
  const result = await work();
  progress(stage, say(result), performance.now() - start);
  return result;
}

/** What the gate of publication hid, in one line. */
function hiddenLine({ primaries, secondaries, withheld }: Hidden): string {
  const small = `${primaries} small ${primaries === 1 ? "count" : "counts"} hidden, with ${secondaries} that would give ${primaries === 1 ? "it" : "them"} away`;
  const whole = withheld === 0 ? "" : `; ${withheld} ${withheld === 1 ? "set" : "sets"} of tables withheld as a whole`;
  return `${small}${whole}`;
}

/** What was published before of data like these: invented or real. */
export async function releasesOf(warehouse: Warehouse): Promise<Release[]> {
  const [parameters] = await warehouse.rows<{ is_synthetic: boolean }>("select is_synthetic from meta.parameters");
  return readReleases(publishedFolder).filter(({ is_synthetic }) => is_synthetic === parameters?.is_synthetic);
}

/** Writes the data of every page and report anew from the warehouse, so that nothing shown is older than what was loaded. */
export async function refreshPageData(edition: Edition = "public"): Promise<void> {
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  try {
    const releases = await releasesOf(warehouse);
    await timed(
      "data",
      () => writePageData(warehouse, pages, folders[edition].pageData, edition, releases),
      (hidden) =>
        `${pages.length} sets of page data; ${edition === "public" ? hiddenLine(hidden) : "internal edition, nothing hidden"}`,
    );
  } finally {
    warehouse.close();
  }
}

/** Exports → warehouse → page data → site in both languages. */
export async function buildAll(config: Config, edition: Edition = "public"): Promise<LoadReport> {
  const report = await ingest(config, places, progress);
  await refreshPageData(edition);
  await timed(
    "site",
    () => buildSite({ pageData: folders[edition].pageData, output: folders[edition].site, quiet: true }),
    ({ pages }) => `${pages} pages in ${relative(root, folders[edition].site)}/`,
  );
  return report;
}

/** The reports that the options choose, all of them without options. */
export async function reportAll(
  choice: Partial<Parameters<typeof writeReports>[0]> = {},
  edition: Edition = "public",
): Promise<void> {
  await timed(
    "report",
    () => writeReports({ pageData: folders[edition].pageData, output: folders[edition].reports, ...choice }),
    (reports) => reports.map(({ file, pages }) => `${relative(root, file)} (${pages} pages)`).join(", "),
  );
}
