import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../loaders/config/config.ts";
import { ingest } from "../loaders/ingest.ts";
import type { LoadReport } from "../loaders/report/loadReport.ts";
import { openWarehouse, type Warehouse } from "../loaders/warehouse.ts";
import { writeReports } from "../reports/report.ts";
import { formatNumber, formatShare } from "../src/components/words/words.ts";
import { pages } from "../src/data/index.ts";
import { writePageData } from "../src/data/pageData.ts";
import { buildSite } from "../src/site/build.ts";
import { slugs } from "../src/site/pages.ts";
import { shared, sharedPageData, sharedSite } from "./sharedSample.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-pipeline-"));
const places = {
  reference: "reference",
  warehouse: join(folder, "stempeil.duckdb"),
  quarantine: join(folder, "quarantine"),
};
const [pageData, site, reports] = ["page-data", "dist", "reports"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const enrolments = join(folder, "sample", "exports", "enrolments.csv");

async function withWarehouse<T>(path: string, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const warehouse = await openWarehouse(path, { readOnly: true });
  try {
    return await work(warehouse);
  } finally {
    warehouse.close();
  }
}

/** The same way as for the shared sample, in a folder of its own. */
async function loadAgain(): Promise<void> {
  await ingest(readConfig(join(folder, "sample", "stempeil.config.yaml"), { today: "2026-03-02" }), places);
  await withWarehouse(places.warehouse, (warehouse) => writePageData(warehouse, pages, pageData));
}

/** Girls' share in STEM as anybody would count it in the export, without our contracts or SQL. */
function countByHand(schoolYear: string): { girls: number; pupils: number } {
  const rows: Record<string, string>[] = parse(readFileSync(enrolments), { columns: true, bom: true });
  const stem = rows.filter(
    (row) =>
      row.school_year === schoolYear &&
      row.stage === "3" &&
      ["1", "2"].includes(row.year_in_stage ?? "") &&
      row.stem_category === "stem" &&
      /Antwerpen|Brussels|Limburg|Oost-Vlaanderen|Vlaams-Brabant|West-Vlaanderen/.test(row.province ?? ""),
  );
  const sum = (some: typeof stem) => some.reduce((total, row) => total + Number(row.headcount), 0);
  return { girls: sum(stem.filter(({ sex }) => sex === "f")), pupils: sum(stem) };
}

const observed = (path: string) =>
  withWarehouse(path, (warehouse) =>
    warehouse.rows<{ value: number; numerator: number; denominator: number }>(
      `select value, numerator, denominator from indicators.observations where indicator_id = 'girls_share_in_stem' and period = '2025-2026'
       and province is null and track is null and domain is null`,
    ),
  );

const html = (page: string, of = shared.site) => readFileSync(join(of, "dashboards", `${page}.html`), "utf8");
const plain = (text: string) => text.replace(/&nbsp;|\u00a0/g, " ");

let report: LoadReport;
beforeAll(async () => {
  cpSync("sample/exports", join(folder, "sample", "exports"), { recursive: true });
  cpSync("sample/stempeil.config.yaml", join(folder, "sample", "stempeil.config.yaml"));
  report = await sharedPageData();
  await sharedSite();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the whole way from exports to pages and PDF", () => {
  it("accounts for every row of every export", () => {
    for (const { file, rows_read, rows_accepted, rows_rejected, rows_unchanged } of report.sources) {
      const rows: unknown[] = parse(readFileSync(join(folder, "sample", file)), { columns: true, bom: true });
      expect(rows_read).toBe(rows.length);
      expect(rows_accepted + rows_rejected + rows_unchanged).toBe(rows_read);
    }
  });
  it("passes every blocking check", () => expect(report.checks.filter(({ result }) => result === "fail")).toEqual([]));

  it("shows the girls' share that is in the export: the same numerator, denominator and value", async () => {
    const { girls, pupils } = countByHand("2025-2026");
    expect(await observed(shared.warehouse)).toEqual([
      { value: girls / pupils, numerator: girls, denominator: pupils },
    ]);
    for (const lang of ["nl", "en"] as const) {
      const page = plain(html(`${lang}/girls-in-stem`));
      expect(page).toContain(plain(formatShare(girls / pupils, lang)));
      expect(page).toContain(formatNumber(girls, lang));
      expect(page).toContain(formatNumber(pupils, lang));
    }
  });

  it("gives the schools of a school year the lectures that stand in the export", async () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, "sample/exports/lectures.csv")), {
      ...{ columns: true, bom: true },
    });
    const quarantined = await withWarehouse(shared.warehouse, (warehouse) =>
      warehouse.rows<{ line: number }>("select distinct line from meta.rejected where source = 'lectures'"),
    );
    const left = rows.filter((_, i) => !quarantined.some(({ line }) => line === i + 2));
    const held = left.filter(
      ({ programme, status, held_on = "" }) =>
        programme === "stem_ovk" && status === "held" && held_on >= "2024-09-01" && held_on < "2025-09-01",
    );
    const lectures = new Map<string, number>();
    for (const { school_id = "" } of held) lectures.set(school_id, (lectures.get(school_id) ?? 0) + 1);
    const counts = [...lectures.values()].sort((a, b) => a - b);
    const [dose] = await withWarehouse(shared.warehouse, (warehouse) =>
      warehouse.rows("from analyses.lecture_dose where school_year = '2024-2025' and programme = 'stem_ovk'"),
    );
    expect(dose).toMatchObject({
      ...{ lectures: held.length, reached_schools: counts.length },
      once_reached_schools: counts.filter((number) => number === 1).length,
      median_lectures: ((counts[(counts.length - 1) >> 1] ?? 0) + (counts[counts.length >> 1] ?? 0)) / 2,
      third_stage: held.filter(({ stage }) => stage === "3").length,
      online: held.filter(({ format }) => format === "online").length,
    });
  });

  it("says on every page that the data are invented", () => {
    for (const page of slugs) {
      expect(html(`nl/${page}`)).toMatch(/voorbeelddata/i);
      expect(html(`en/${page}`)).toMatch(/sample data/i);
    }
  });

  it("shows no name of a lecturer and no cell of a held row", () => {
    const lecturers: Record<string, string>[] = parse(readFileSync(join(folder, "sample/exports/lecturers.csv")), {
      columns: true,
      bom: true,
    });
    const names = lecturers.map(({ full_name }) => full_name ?? "").filter((name) => name.length > 5);
    expect(names.length).toBeGreaterThan(400);
    const printed = slugs.flatMap((page) => [html(`nl/${page}`), html(`en/${page}`)]).join();
    expect(names.filter((name) => printed.includes(name))).toEqual([]);
    expect(printed).not.toContain("circa 40");
  });

  it("writes the funder report in both languages, the same bytes each time", async () => {
    const written = await writeReports({ pageData: shared.pageData, output: reports });
    expect(written.map(({ file }) => file)).toEqual(
      ["nl", "en"].map((lang) => join(reports, "2025-2026", `funders-${lang}.pdf`)),
    );
    const first = written.map(({ file }) => readFileSync(file));
    await writeReports({ pageData: shared.pageData, output: reports });
    expect(written.map(({ file }, i) => readFileSync(file).equals(first[i] as Buffer))).toEqual([true, true]);
  });

  it("writes the same page data from the same exports, so that the site has the same bytes", async () => {
    await loadAgain();
    const bytes = (of: string) => pages.map(({ name }) => readFileSync(join(of, `${name}.json`), "utf8"));
    expect(bytes(pageData)).toEqual(bytes(shared.pageData));
  });

  it("has the new figure on the page after one row of an export changed", async () => {
    const text = readFileSync(enrolments, "utf8");
    const row = text.split("\n").find((line) => /^2025-2026,.*,3,1,[a-z]+,stem,.*,f,/.test(line)) ?? "";
    const headcount = /,(\d+),p$/.exec(row)?.[1] ?? "";
    const { girls, pupils } = countByHand("2025-2026");
    writeFileSync(enrolments, text.replace(row, row.replace(`,${headcount},p`, `,${Number(headcount) + 1000},p`)));
    await loadAgain();
    await buildSite({ pageData, output: site, quiet: true });
    expect(await observed(places.warehouse)).toEqual([
      { value: (girls + 1000) / (pupils + 1000), numerator: girls + 1000, denominator: pupils + 1000 },
    ]);
    const page = html("nl/girls-in-stem", site);
    expect(page).toContain(formatNumber(girls + 1000, "nl"));
    expect(page).not.toContain(formatNumber(girls, "nl"));
  });
});
