import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adoptFile, withSources } from "../../commands/adopt/adoptFile.ts";
import { readConfig } from "../../loaders/config/config.ts";
import { ingest } from "../../loaders/ingest.ts";

const REGISTER = `Overzicht gastlessen;;;;;;;;
Nr;Datum gastles;School;Gemeente;Gastspreker;Aantal lln;Leerkracht;Status;STEM?
1;15/01/2026;St.-Jozefcollege;Lier;Lies Maes;±20;An Claes;Gegeven;ja
2;vrijdag 16 januari 2026;VTI;Genk;Jan Peeters;12+13;Dhr. Wouters;gegeven;nee
3;20/05/2026;VTI;Genk;Jan Peeters;?;Dhr. Wouters;Gepland;ja
;;;;Totaal;45;;;
`;
const SCHOOLS = `school_id,site_id,name,postcode,nis,network,stages
900001,1,Sint-Jozefscollege,2500,12021,vgo,2+3
900002,1,Vrij Technisch Instituut Genk,3600,71016,go,1+2+3
`;
const EXAMPLES = `# kept as it is
sources:
  lecturers: { table: lecturers, file: exports/lecturers.csv }
  lectures: { table: lectures, file: exports/lectures.csv }
`;

it("writes sources for a register and its list of schools that load without an edit, and leaves what is there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-adopt-"));
  const path = join(folder, "c.yaml");
  let text = EXAMPLES;
  for (const [name, content] of [
    ["register.csv", REGISTER],
    ["scholen.csv", SCHOOLS],
    ["vreemd.csv", "a;b;c\n1;2;3\n"],
  ] as const) {
    writeFileSync(join(folder, name), content);
    for (const adopted of await adoptFile(path, text, join(folder, name), name)) {
      // names of teachers are not shown
      expect(adopted.lines.join("\n")).not.toMatch(/Wouters/);
      text = withSources(text, path, adopted);
    }
  }
  expect(text).toMatch(/^# kept as it is\n/);
  writeFileSync(path, text);
  const config = readConfig(path, { asOf: "2026-03-02", today: "2026-03-02" });
  expect(Object.keys(config.sources)).toEqual(["register", "scholen"]);
  expect(config.sources.register).toMatchObject({
    table: "lectures",
    dates: "dmy",
    blanks: ["?"],
    key_from: ["held_on", "school", "lecturer"],
    creates: ["lecturers"],
  });
  const report = await ingest(config, {
    reference: "reference",
    warehouse: join(folder, "warehouse", "w.duckdb"),
    quarantine: join(folder, "quarantine"),
  });
  expect(report.sources.find(({ source }) => source === "register")).toMatchObject({
    rows_accepted: 3,
    rows_rejected: 0,
    rows_skipped: { total_row: 1 },
  });
  const again = await adoptFile(path, text, join(folder, "register.csv"), "register.csv");
  expect(again).toEqual([
    { lines: ["register.csv: source register reads it; left as it is"], snippet: null, source: null },
  ]);
}, 60_000);
