import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { filesByTable, judgeTable, parametersOf } from "../../../loaders/judge/judge.ts";
import { refuseMisshapen } from "../../../loaders/judge/mostHeld.ts";
import { MOST_HELD } from "../../../loaders/judge/relation.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-held-"));
const configPath = join(folder, "stempeil.config.yaml");
writeFileSync(configPath, "sources:\n  invitations:\n    table: invitations\n    file: invitations-*.csv\n");
const HEADER = "questionnaire_id,role,period,invited\n";

/** What a load says of files with as many rows as there are numbers up to `rows`, each a file with its own row. */
async function told(rows: number, ...rowOf: ((i: number) => string)[]) {
  for (const [no, row] of rowOf.entries())
    writeFileSync(
      join(folder, `invitations-2026-0${no + 1}-01.csv`),
      HEADER + Array.from({ length: rows }, (_, i) => `${row(i)}\n`).join(""),
    );
  const config = readConfig(configPath, { today: "2026-03-02" });
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(warehouse, parametersOf(config, "test"), "reference");
    const [files = []] = await filesByTable(config);
    const judged = await judgeTable(warehouse, files, "test");
    return judged.map(({ report }) => report.rows_rejected);
  } catch (error) {
    return (error as Error).message;
  } finally {
    warehouse.close();
  }
}

describe("rows that are held", () => {
  it("refuse the file when they are more, with what is wrong most often", async () =>
    expect(await told(MOST_HELD + 1, (i) => `V${i},pupil,${i === 0 ? "2024" : "2024-2025"},10`)).toBe(
      "too many rows to hold: 200,001 of 200,001 (at most 200,000); most often line 2, column role, expected one of: teacher, lecturer; found: pupil (invitations-2026-01-01.csv, source invitations)",
    ));
  it("are not blank rows, however many", async () => expect(await told(MOST_HELD + 1, () => ",,,")).toEqual([0]));
  it("refuse the file when they have not as many cells as the header", async () => {
    writeFileSync(join(folder, "invitations-2026-01-01.csv"), `${HEADER}V1,teacher,2024-2025,10\n`);
    const [[file] = []] = await filesByTable(readConfig(configPath, { today: "2026-03-02" }));
    if (!file) throw new Error("no file");
    const row = (line: number) => ({ line, cells: ["V1", "teacher", "2024-2025", "10", ""] });
    const rows = Array.from({ length: MOST_HELD + 1 }, (_, i) => row(i + 2));
    expect(() => refuseMisshapen(file, rows.slice(1))).not.toThrow();
    expect(() => refuseMisshapen(file, rows)).toThrow(
      "too many rows to hold: 200,001 or more (at most 200,000); line 2, the row has not as many cells as the header (5 instead of 4) (invitations-2026-01-01.csv, source invitations)",
    );
  });
  it("refuse the files of a table that differ in as many records", async () =>
    expect(
      await told(
        MOST_HELD + 1,
        (i) => `V${i},teacher,2024-2025,10`,
        (i) => `V${i},teacher,2024-2025,11`,
      ),
    ).toBe(
      "too many rows to hold: 200,001 of 400,002 (at most 200,000); 200,001 have the same key as another row, with other values (invitations-2026-01-01.csv, source invitations)",
    ));
});
