import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import writeExcelFile, { type Row } from "write-excel-file/node";
import { readConfig } from "../../../loaders/config/config.ts";
import { openSources } from "../../../loaders/sources/sources.ts";

const HEADER = ["lecture_id", "held_on", "school_id", "students"];
const sheet = (name: string, data: Row[]) => ({ sheet: name, data });

it("reads all sheets with one header as one source, gives merged cells to each row, and names the sheets that are not read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-sheets-"));
  const merged = (value: string) => ({ value, type: String, rowSpan: 2 });
  const buffer = await writeExcelFile([
    sheet("Leesmij", [["Dit register houdt de gastlessen bij."], ["vragen: bureau"]]),
    sheet("2024-2025", [
      ["Register"],
      HEADER,
      ["L1", merged("2025-01-15"), merged("900001"), 20],
      ["L2", null, null, 18],
      ["L3", "2025-01-16", null, 9],
    ]),
    sheet("2025-2026", [HEADER, ["L4", "2026-01-15", "900001", 20]]),
    sheet("Doelen", [
      ["jaar", "doel"],
      ["2025-2026", 90],
    ]),
  ] as never).toBuffer();
  writeFileSync(join(folder, "register.xlsx"), buffer);
  const columns = "constants: { programme: ovk, status: held, site_id: '1' }";
  writeFileSync(join(folder, "c.yaml"), `sources:\n  lectures: { table: lectures, file: register.xlsx, ${columns} }\n`);
  const files = await openSources(readConfig(join(folder, "c.yaml"), { today: "2026-03-02" }), []);
  expect(files.map(({ file }) => file)).toEqual(["register.xlsx, 2024-2025", "register.xlsx, 2025-2026"]);
  expect(files[0]?.note).toBe("sheets not read: Leesmij, Doelen (register.xlsx)");
  const cells = [];
  for (const { table } of files)
    for await (const portion of table.records()) cells.push(...portion.map((one) => one.cells));
  expect(cells).toEqual([
    ["L1", "2025-01-15", "900001", "20"],
    ["L2", "2025-01-15", "900001", "18"],
    ["L3", "2025-01-16", null, "9"],
    ["L4", "2026-01-15", "900001", "20"],
  ]);
});
