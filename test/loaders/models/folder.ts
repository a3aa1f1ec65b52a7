import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of models, gone when the test ends: file names with their text, beside the four folders that every such folder has. */
export function modelsFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "models-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["staging", "marts", "indicators", "checks"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A complete definition of an indicator, in which a test changes what it is about. */
export const definition = {
  id: "rows_count",
  codes: ["A1"],
  name: { nl: "Rijen", en: "Rows" },
  definition: { nl: "Alle rijen.", en: "All rows." },
  level: "output",
  evidence: "monitoring",
  type: "count",
  numerator: { nl: "rijen", en: "rows" },
  denominator: null as { nl: string; en: string } | null,
  unit: { nl: "rijen", en: "rows" },
  decimals: 0,
  direction: "up",
  breakdowns: [] as string[],
  period: "school_year",
  sources: ["lectures"],
  interval: "none",
  disclosure: { nl: "geen", en: "none" },
  pitfalls: { nl: "Geen.", en: "None." },
};
