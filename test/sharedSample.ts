import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../loaders/config/config.ts";
import { ingest } from "../loaders/ingest.ts";
import type { LoadReport } from "../loaders/report/loadReport.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { pages } from "../src/data/index.ts";
import { writePageData } from "../src/data/pageData.ts";
import { alone } from "../src/site/alone.ts";
import { buildSite } from "../src/site/build.ts";

const folder = join(tmpdir(), "shared-sample");

/** The places of the sample as it stands in the repository: nobody writes in them. */
export const shared = {
  reference: "reference",
  warehouse: join(folder, "stempeil.duckdb"),
  quarantine: join(folder, "quarantine"),
  pageData: join(folder, "page-data"),
  site: join(folder, "dist"),
};

/** Done by the first test that asks for it, and once for all tests of a run, whatever process they are in. */
async function once<T>(name: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const done = join(folder, `${name}.json`);
  await alone(join(folder, `${name}.lock`), async () => {
    if (!existsSync(done)) writeFileSync(done, JSON.stringify((await work()) ?? null));
  });
  return JSON.parse(readFileSync(done, "utf8"));
}

/** Loads the sample and writes its page data; gives the load report. */
export const sharedPageData = (): Promise<LoadReport> =>
  once("load", async () => {
    const report = await ingest(readConfig("sample/stempeil.config.yaml", { today: "2026-03-02" }), shared);
    const warehouse = await openWarehouse(shared.warehouse, { readOnly: true });
    await writePageData(warehouse, pages, shared.pageData);
    warehouse.close();
    return report;
  });

/** Builds the site of the sample. */
export async function sharedSite(): Promise<void> {
  await sharedPageData();
  await once("site", () => buildSite({ pageData: shared.pageData, output: shared.site, quiet: true }));
}
