import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../loaders/config.ts";
import { ingest } from "../../loaders/ingest.ts";
import { openWarehouse } from "../../loaders/warehouse.ts";

const HEADER = "table,key,column,old_value,new_value,reason,reported_on";
let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stempeil-corrections-"));
  write(
    "config.yaml",
    "as_of: 2026-03-02\ncorrections: corrections.csv\nsources:\n  schools:\n    table: schools\n    file: schools.csv\n",
  );
  write(
    "schools.csv",
    `school_id,site_id,name,postcode,nis,network,stages,open_from
900001,1,Voorbeeldschool Lier,2500,12021,vgo,2+3,
900002,1,Voorbeeldschool Genk,36oo,71016,go,1+2+3,2010-09-01
`,
  );
});
const places = () => ({
  reference: "reference",
  warehouse: join(folder, "w.duckdb"),
  quarantine: join(folder, "quarantine"),
});
const load = (...lines: string[]) => {
  write("corrections.csv", [HEADER, ...lines, ""].join("\n"));
  return ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), places());
};
const schools = async () => {
  const warehouse = await openWarehouse(places().warehouse, { readOnly: true });
  try {
    return await warehouse.rows("select school_id, postcode, open_from, _line from raw.schools order by school_id");
  } finally {
    warehouse.close();
  }
};
const LIER = { school_id: "900001", postcode: "2500", open_from: null, _line: 2 };

describe("corrections", () => {
  it("put a listed value in the place of the known error, so that the row is accepted", async () => {
    const { sources, corrections } = await load("schools,900002|1,postcode,36oo,3600,letters for zeros,2026-02-01");
    expect(sources[0]).toMatchObject({ rows_accepted: 2, rows_rejected: 0 });
    expect(corrections).toEqual({ applied: 1, spent: [] });
    expect(await schools()).toEqual([
      LIER,
      { school_id: "900002", postcode: "3600", open_from: "2010-09-01", _line: 3 },
    ]);
  });
  it("fill a blank cell and blank a filled one", async () => {
    await load(
      "schools,900001|1,open_from,,2001-09-01,the school wrote so,2026-02-01",
      "schools,900002|1,postcode,36oo,3600,letters for zeros,2026-02-01",
      "schools,900002|1,open_from,2010-09-01,-,not known,2026-02-01",
    );
    expect(await schools()).toMatchObject([{ open_from: "2001-09-01" }, { open_from: null }]);
  });
  it("are reported as spent when their old value no longer stands", async () => {
    const { corrections } = await load("schools,900001|1,postcode,9999,2500,mended at the source,2026-02-01");
    expect(corrections).toEqual({ applied: 0, spent: ["schools 900001|1, postcode: 9999"] });
    expect(await schools()).toEqual([LIER]);
  });
  const faults: [string, string, string][] = [
    ["an unknown table", "school,1,a,b,c,why,2026-02-01", "table: Invalid option"],
    [
      "an unknown column",
      "schools,900001|1,post,b,c,why,2026-02-01",
      "unknown column of schools: post (corrections.csv, line 2)",
    ],
    [
      "no reason",
      "schools,900001|1,postcode,b,c,,2026-02-01",
      "reason: a correction has a reason (corrections.csv, line 2)",
    ],
    [
      "no day",
      "schools,900001|1,postcode,b,c,why,gisteren",
      "reported_on: not a day yyyy-mm-dd (corrections.csv, line 2)",
    ],
  ];
  for (const [fault, line, message] of faults)
    it(`with ${fault} are refused`, () => expect(load(line)).rejects.toThrow(message));
  it("that are not there are named", async () => {
    write("config.yaml", "corrections: c.csv\nsources:\n  schools:\n    table: schools\n    file: schools.csv\n");
    await expect(load()).rejects.toThrow("missing file: c.csv (corrections)");
  });
});

describe("a reference table of one's own", () => {
  it("takes the place of the project's, and must have its columns", async () => {
    const config = (name: string) =>
      write(
        "config.yaml",
        `stem_classification: ${name}\nsources:\n  schools:\n    table: schools\n    file: schools.csv\n`,
      );
    config("own.csv");
    write(
      "own.csv",
      "kind,name,stem_category,valid_from,valid_until,source\nstudierichting,Peilkunde,stem,2020-2021,,our list\n",
    );
    await load();
    const warehouse = await openWarehouse(places().warehouse, { readOnly: true });
    expect(await warehouse.rows("select name from reference.stem_classification")).toEqual([{ name: "Peilkunde" }]);
    warehouse.close();
    write("own.csv", "kind,name\nstudierichting,Peilkunde\n");
    await expect(load()).rejects.toThrow("missing column: stem_category");
  });
});
