import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { ingest } from "../../../loaders/ingest.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

const HEADER = "table,key,column,old_value,new_value,reason,reported_on";
let folder: string;
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
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
const loadThem = () => ingest(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), places());
const load = (...lines: string[]) => {
  write("corrections.csv", [HEADER, ...lines, ""].join("\n"));
  return loadThem();
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
    expect(corrections).toEqual({ applied: 1, spent: [], no_row: [] });
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
    expect(corrections).toEqual({ applied: 0, spent: ["schools 900001|1, postcode: 9999"], no_row: [] });
    expect(await schools()).toEqual([LIER]);
  });
  const faults: [string, string, string][] = [
    [
      "an unknown table",
      "school,1,a,b,c,why,2026-02-01",
      "table: no table of ours: school (did you mean schools?) (corrections.csv, line 2)",
    ],
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
      "reported_on: not a day yyyy-mm-dd: gisteren (corrections.csv, line 2)",
    ],
    [
      "a part of the key",
      "schools,900001,postcode,b,c,why,2026-02-01",
      "key: schools has the key school_id|site_id; found: 900001 (corrections.csv, line 2)",
    ],
    ["a cell too few", "schools,900001|1,postcode,b,c,why", "6 cells under a header of 7 (corrections.csv, line 2)"],
  ];
  for (const [fault, line, message] of faults)
    it(`with ${fault} are refused`, () => expect(load(line)).rejects.toThrow(message));
  it("that are not there are named", async () => {
    write("config.yaml", "corrections: c.csv\nsources:\n  schools:\n    table: schools\n    file: schools.csv\n");
    await expect(load()).rejects.toThrow("missing file: c.csv (corrections)");
  });
  it.each([
    [
      "lacks a column",
      `${HEADER.replace(",reported_on", "")}\nschools,900001|1,postcode,b,c,why\n`,
      "missing column: reported_on (corrections.csv, line 1; found: table, key, column, old_value, new_value, reason) (corrections)",
    ],
    [
      "has a column too many",
      `${HEADER},noted\nschools,900001|1,postcode,b,c,why,2026-02-01,x\n`,
      "unknown column: noted (corrections.csv, line 1)",
    ],
    ["has no header", "schools,900001|1,postcode,b,c,why,2026-02-01\n", /^no rows under the header: corrections.csv/],
    ["is empty", "", "empty file: corrections.csv (corrections)"],
  ])("in a file that %s are refused", async (_fault, text, message) => {
    write("corrections.csv", text);
    await expect(loadThem()).rejects.toThrow(message);
  });
  it("leave out blank lines", async () => {
    const { corrections } = await load(",,,,,,", "schools,900002|1,postcode,36oo,3600,why,2026-02-01", ",,,,,,", "");
    expect(corrections.applied).toBe(1);
  });
  it("are read as a Belgian Excel saves them", async () => {
    write(
      "schools.csv",
      readFileSync(join(folder, "schools.csv"), "utf8").replace("Voorbeeldschool Lier", "École Lier"),
    );
    const lines = [HEADER, "schools,900001|1,name,École Lier,Lierse School,fout,2026-02-01", ""];
    write("corrections.csv", Buffer.from(lines.join("\r\n").replaceAll(",", ";"), "latin1"));
    expect((await loadThem()).corrections).toEqual({ applied: 1, spent: [], no_row: [] });
  });
  it("meet a key as it identifies a row", async () => {
    const { corrections } = await load("schools,0900001|01.0,postcode,2500,2501,why,2026-02-01");
    expect(corrections.applied).toBe(1);
    expect(await schools()).toMatchObject([{ postcode: "2501" }]);
  });
  it("are told apart from spent ones where no row has their key", async () => {
    const { corrections } = await load("schools,900009|1,postcode,2500,2501,why,2026-02-01");
    expect(corrections).toEqual({ applied: 0, spent: [], no_row: ["schools 900009|1, postcode: 2500"] });
  });
  it("are refused where two of them are about one cell", async () => {
    await expect(
      load(
        "schools,900002|1,postcode,36oo,3600,why,2026-02-01",
        "schools,900001|1,postcode,2500,2501,why,2026-02-01",
        "schools,900002|01,postcode,36oo,3601,why,2026-02-01",
      ),
    ).rejects.toThrow("two corrections of one cell: schools 900002|1, postcode (corrections.csv, lines 2 and 4)");
  });
  it("may be about one cell with another old value each", async () => {
    const { corrections } = await load(
      "schools,900002|1,postcode,36oo,3600,why,2026-02-01",
      "schools,900002|1,postcode,3600,3601,why,2026-02-01",
    );
    expect(corrections).toMatchObject({ applied: 1, spent: ["schools 900002|1, postcode: 3600"] });
  });
  it("that cannot be read hold their row, with the place where they are listed", async () => {
    const { sources } = await load(
      "schools,900002|1,postcode,36oo,3600,why,2026-02-01",
      "schools,900002|1,open_from,2010-09-01,1/9/2010,why,2026-02-01",
    );
    expect(sources[0]).toMatchObject({ rows_accepted: 1, rows_rejected: 1 });
    const held = readFileSync(join(folder, "quarantine", "schools.csv"), "utf8");
    expect(held).toContain(
      "verwacht: een bestaande datum jjjj-mm-dd; gevonden: 1/9/2010 (correctie in corrections.csv, regel 3)",
    );
    expect(held).toContain(
      "expected an existing date yyyy-mm-dd; found: 1/9/2010 (correction in corrections.csv, line 3)",
    );
  });
});

describe("corrections of a spreadsheet that writes dates and numbers its own way", () => {
  beforeEach(() => {
    write(
      "config.yaml",
      `as_of: 2026-03-02
corrections: corrections.csv
sources:
  money:
    table: funding
    format: columns
    file: money.csv
    numbers: dutch
    dates: dmy
    columns: { entry_id: Lijn, school_year: Jaar, funder_name: Naam, amount_eur: Bedrag, booked_on: Datum, phase: Fase }
    constants: { programme: ovk, funder_type: public, kind: cash, funder_id: F2 }
    values: { phase: { binnen: received } }
`,
    );
    write(
      "money.csv",
      "Lijn;Jaar;Naam;Bedrag;Datum;Fase\n00D1;2025-2026;a;1.234,50;5/10/2025;binnen\nD2;2025-2026;a;10;31/02/2026;binnen\n",
    );
  });
  const money = async () => {
    const warehouse = await openWarehouse(places().warehouse, { readOnly: true });
    try {
      return await warehouse.rows(
        "select entry_id, amount_eur::varchar as amount, booked_on, phase from raw.funding order by 1",
      );
    } finally {
      warehouse.close();
    }
  };
  const D2 = "funding,D2,booked_on,31/02/2026,2026-02-28,no such day,2026-02-01";
  it.each([
    ["as the source writes it", '"1.234,50"', "5/10/2025", "binnen"],
    ["as it is loaded", "1234.50", "2025-10-05", "received"],
    ["with the same value", "1234.5", "2025-10-05", "Received"],
  ])("meet an old value %s", async (_how, amount, day, phase) => {
    const { corrections } = await load(
      `funding,00D1,amount_eur,${amount},99.5,why,2026-02-01`,
      `funding,00D1,booked_on,${day},2025-11-05,why,2026-02-01`,
      `funding,00D1,phase,${phase},planned,why,2026-02-01`,
      D2,
    );
    expect(corrections).toEqual({ applied: 4, spent: [], no_row: [] });
    expect(await money()).toEqual([
      { entry_id: "00D1", amount: "99.50", booked_on: "2025-11-05", phase: "planned" },
      { entry_id: "D2", amount: "10.00", booked_on: "2026-02-28", phase: "received" },
    ]);
  });
  it("are two of one cell where they write its value in two ways", async () =>
    expect(
      load('funding,00D1,amount_eur,"1.234,50",99,why,2026-02-01', "funding,00D1,amount_eur,1234.5,98,why,2026-02-01"),
    ).rejects.toThrow("two corrections of one cell: funding 00D1, amount_eur (corrections.csv, lines 2 and 3)"));
  it("are held where the new value is not written as we load it", async () => {
    await load(D2, "funding,00D1,booked_on,5/10/2025,5/11/2025,why,2026-02-01");
    expect(readFileSync(join(folder, "quarantine", "money.csv"), "utf8")).toContain(
      "expected an existing date yyyy-mm-dd; found: 5/11/2025 (correction in corrections.csv, line 3)",
    );
  });
});

describe("corrections of a form", () => {
  it("change one answer of a form, and leave the others", async () => {
    write(
      "config.yaml",
      `as_of: 2026-03-02
corrections: corrections.csv
sources:
  items: { table: questionnaire_items, file: items.csv }
  forms:
    table: responses
    format: google-forms
    file: forms.csv
    options: { questionnaire_id: Q, version: 1, role: teacher, items: { fun: Leuk?, clear: Duidelijk? } }
`,
    );
    write(
      "items.csv",
      "questionnaire_id,version,item_id,role,scale,text_nl,text_en,is_reversed\nQ,1,fun,teacher,likert5,a,a,false\nQ,1,clear,teacher,likert5,b,b,false\n",
    );
    write("forms.csv", "Tijdstempel,Leuk?,Duidelijk?\n2026/01/12 10:02:11 AM CET,4,4\n");
    const answers = async () => {
      const warehouse = await openWarehouse(places().warehouse, { readOnly: true });
      try {
        return await warehouse.rows(
          "select response_id, item_id, answer::integer as answer from raw.responses order by 2 desc",
        );
      } finally {
        warehouse.close();
      }
    };
    await load();
    const [first] = await answers();
    const { corrections } = await load(`responses,${first?.response_id}|fun,answer,4,2,why,2026-02-01`);
    expect(corrections).toEqual({ applied: 1, spent: [], no_row: [] });
    expect(await answers()).toMatchObject([
      { item_id: "fun", answer: 2 },
      { item_id: "clear", answer: 4 },
    ]);
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
