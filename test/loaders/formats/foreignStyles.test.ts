import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readConfig, replacedReferences } from "../../../loaders/config/config.ts";
import { filesByTable, type Judged, judgeTable, parametersOf } from "../../../loaders/judge/judge.ts";
import { heldOf, writeQuarantine } from "../../../loaders/judge/quarantine.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openWarehouse, type Row, type Warehouse } from "../../../loaders/warehouse.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-styles-"));
const place = (name: string) => join(folder, name);
let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterEach(() => warehouse.close());
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(place(name), text);
type Value = string | number | Date;
const sheet = (name: string, rows: Value[][]) =>
  writeXlsxFile(
    rows.map((row) =>
      row.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: "dd/mm/yyyy" }
          : { value, type: typeof value === "number" ? Number : String },
      ),
    ) as never,
  ).toFile(place(name));

/** Judges one source; its first file comes back, and the rows that stand. */
async function judged(source: string, more = ""): Promise<{ file: Judged; rows: (columns: string) => Promise<Row[]> }> {
  write("config.yaml", `as_of: 2026-06-30\n${more}sources:\n  one: ${source}\n`);
  const config = readConfig(place("config.yaml"), { today: "2026-06-30" });
  await createSchema(warehouse, parametersOf(config, "test"), "reference", replacedReferences(config));
  const [group = []] = await filesByTable(config);
  const [file] = await judgeTable(warehouse, group, "test");
  if (!file) throw new Error("nothing was judged");
  const rows = (columns: string) =>
    warehouse.rows(`select ${columns} from raw.${file.source.contract.table} order by all`);
  return { file, rows };
}
const reasons = ({ rejected }: Judged) =>
  rejected.flatMap(({ line, problems }) => problems.map(({ rule, message }) => `${line} ${rule} ${message.en}`));

describe("a workbook with texts in the style of its source", () => {
  const FUNDING = `{ table: funding, format: columns, file: f.xlsx, numbers: dutch, dates: dmy,
    columns: { entry_id: Lijn, school_year: Jaar, funder_id: Fonds, funder_name: Naam, amount_eur: Bedrag, booked_on: Datum },
    constants: { programme: ovk, funder_type: public, kind: cash, phase: received } }`;
  const rows = (...cells: Value[][]): Value[][] => [
    ["Lijn", "Jaar", "Fonds", "Naam", "Bedrag", "Datum"],
    ...cells.map((row, i) => [`F${i + 1}`, "2025-2026", "P", "Voorbeeldfonds", ...row]),
  ];

  it("keeps a number apart from a text that looks the same", async () => {
    const day = new Date("2026-01-15T00:00:00Z");
    await sheet(
      "f.xlsx",
      rows([1.25, day], ["1.234", "15/01/2026"], ["1.234,56", day], [1234.5, day], [1000, day], ["1.25", day]),
    );
    const { file, rows: found } = await judged(FUNDING);
    expect(await found("entry_id, amount_eur::varchar as amount, booked_on::varchar as day")).toEqual(
      [
        ["F1", "1.25"],
        ["F2", "1234.00"],
        ["F3", "1234.56"],
        ["F4", "1234.50"],
        ["F5", "1000.00"],
      ].map(([entry_id, amount]) => ({ entry_id, amount, day: "2026-01-15" })),
    );
    expect(reasons(file)).toEqual([
      "7 unreadable expected a number from -100000000 to 100000000 with at most 2 decimals; written as 1.234,5 (numbers: dutch); found: 1.25",
    ]);
  });

  it("holds a number as its source writes it, so that the mended row loads", async () => {
    await sheet("f.xlsx", rows([1.234, "31/02/2026"], [1.25, "31/02/2026"]));
    const { file } = await judged(FUNDING);
    expect(file.rejected.map(({ cells }) => cells[4])).toEqual(["1,234", "1,25"]);
    const held = writeQuarantine(folder, "one", [heldOf(file)]) ?? "";
    await warehouse.run("drop schema raw cascade; drop schema reference cascade");
    warehouse.close();
    warehouse = await openWarehouse(":memory:");
    const text = readFileSync(held, "utf8").replaceAll(/31\/02\/2026(?=\r\n)/g, "28/02/2026");
    write("f.csv", text);
    const again = await judged(FUNDING.replace("f.xlsx", "f.csv"));
    expect(await again.rows("entry_id, amount_eur::varchar as amount")).toEqual([{ entry_id: "F2", amount: "1.25" }]);
  });

  it("reads counts and hours of a channel by the type of their cells", async () => {
    await sheet("yt.xlsx", [
      ["Content", "Video title", "Video publish time", "Views", "Watch time (hours)", "Impressions"],
      ["aBc1", "een", "Nov 4, 2020", "1.234", "123,456", "12.400"],
      ["aBc2", "twee", "Nov 4, 2020", 1234, 123.456, 12400],
    ]);
    const { rows: found } = await judged(
      "{ table: campaign_metrics, format: youtube-studio, numbers: dutch, file: yt.xlsx, options: { campaign: C, measured_on: 2026-01-31 } }",
    );
    const values = await found("content_id, metric, value::varchar as value");
    const own = (content_id: string) =>
      Object.entries({ impressions: "12400.00", views: "1234.00", watch_hours: "123.46" }).map(([metric, value]) => ({
        ...{ content_id, metric, value },
      }));
    expect(values).toEqual([...own("aBc1"), ...own("aBc2")]);
  });

  it("leaves the numbers of our own template as they are", async () => {
    const names = "entry_id,programme,school_year,funder_id,funder_name,funder_type,kind,amount_eur,phase,booked_on";
    await sheet("own.xlsx", [
      names.split(","),
      ["F1", "ovk", "2025-2026", "P", "Fonds", "public", "cash", 12.5, "received", new Date("2026-01-15T00:00:00Z")],
    ]);
    const { rows: found } = await judged("{ table: funding, file: own.xlsx }");
    expect(await found("amount_eur::varchar as amount")).toEqual([{ amount: "12.50" }]);
  });
});

describe("a reason speaks of dates and numbers as the format reads them", () => {
  it("of a channel", async () => {
    write(
      "yt.csv",
      'Content,Video title,Video publish time,Views,Watch time (hours)\na1,een,"Feb 30, 2021",8420,"142,2356"\na2,twee,"Nov 4, 2020",12.400,1\n',
    );
    const { file } = await judged(
      "{ table: campaign_metrics, format: youtube-studio, file: yt.csv, options: { campaign: C, measured_on: 2026-01-31 } }",
    );
    expect(reasons(file)).toEqual([
      "2 unreadable expected an existing date such as 2 March 2026; found: Feb 30, 2021",
      "2 unreadable expected a number from 0 to 10000000000 with at most 2 decimals; written as 1,234.5, or say numbers: dutch; found: 142,2356",
      "3 count_is_whole a count has no decimals; where the source writes 12.400 for twelve thousand four hundred, say numbers: dutch",
    ]);
  });

  it("of our own table", async () => {
    write(
      "own.csv",
      "entry_id,programme,school_year,funder_id,funder_name,funder_type,kind,amount_eur,phase,booked_on\nF1,ovk,2025-2026,P,Fonds,public,cash,x,received,15/01/2026\n",
    );
    const { file } = await judged("{ table: funding, file: own.csv }");
    expect(reasons(file)).toEqual([
      "2 unreadable expected a number from -100000000 to 100000000 with a point and at most 2 decimals; found: x",
      "2 unreadable expected an existing date yyyy-mm-dd; found: 15/01/2026",
    ]);
  });
});

it("counts the rows of a table that stands above the one that is read", async () => {
  write(
    "ga.csv",
    "# ----\n# Start date: 20260401\n# End date: 20260430\nNth day,Active users\n0001,5\n0002,6\n\n# ----\n# Start date: 20260501\n# End date: 20260531\nPage path and screen class,Views,Active users,Event count\n/stem,1520,910,5120\n",
  );
  const { file, rows } = await judged(
    "{ table: campaign_metrics, format: google-analytics, file: ga.csv, options: { campaign: C } }",
  );
  expect(file.report).toMatchObject({ rows_read: 4, rows_accepted: 1, rows_skipped: { other_block: 3 } });
  expect(await rows("distinct measured_on::varchar as day, _line as line")).toEqual([{ day: "2026-05-31", line: 12 }]);
});

describe("what is told of tracks without a class", () => {
  const HEADER =
    "schooljaar;instellingscode;naam instelling;graad secundair onderwijs;leerjaar;onderwijsvorm;studiegebied;studierichting;geslacht;aantal inschrijvingen";

  it("counts only rows that load, each under a name", async () => {
    write(
      "classes.csv",
      "kind,name,stem_category,valid_from,valid_until,source\nstudierichting,Wetenschappen,stem,,,eigen\n",
    );
    const row = (study: string, sex: string, pupils: string) =>
      `2015-2016;900001;X;2e graad;1e leerjaar;aso;algemeen;${study};${sex};${pupils}`;
    const first = "2015-2016;900001;X;1e graad;1e leerjaar A;;;;Mannelijk;3";
    const lines = [HEADER, row("Wetenschappen", "Vrouwelijk", "10"), row("Onbekend", "Mannelijk", "7"), first];
    write("dl.csv", `${[...lines, row("Onbekend", "?", "4"), "Totaal;;;;;;;;;29"].join("\n")}\n`);
    const { file, rows } = await judged(
      "{ table: enrolments, format: enrolments-dataloep, file: dl.csv }",
      "stem_classification: classes.csv\n",
    );
    expect(await rows("stem_category, headcount")).toEqual([
      { stem_category: "stem", headcount: 10 },
      { stem_category: "unclassified", headcount: 3 },
      { stem_category: "unclassified", headcount: 7 },
    ]);
    expect(file.tallies).toEqual([
      { rule: "unclassified_track", label: "Onbekend", amount: 7 },
      { rule: "unclassified_track", label: "1e graad, 1e leerjaar A", amount: 3 },
    ]);
  });
});

describe("a mended quarantine file", () => {
  const again = async (source: string, text: string, mend: (held: string) => string) => {
    const name = /file: ([\w.]+)/.exec(source)?.[1] ?? "";
    write(name, text);
    const { file } = await judged(source);
    const held = writeQuarantine(folder, "one", [heldOf(file)]) ?? "";
    warehouse.close();
    warehouse = await openWarehouse(":memory:");
    write(name, mend(readFileSync(held, "utf8")));
    return judged(source);
  };

  it("keeps what stood above the header where the rows need it", async () => {
    const insights = await again(
      "{ table: campaign_metrics, format: insights-metric, file: i.csv, options: { campaign: C, channel: facebook } }",
      'sep=,\n"Reach"\n"Date","Primary"\n"2026-01-01T00:00:00","1O0"\n"2026-01-02T00:00:00","120"\n',
      (held) => held.replace(/1O0(?=\r\n)/, "100"),
    );
    expect(await insights.rows("metric, measured_on::varchar as day, value::varchar as value")).toEqual([
      { metric: "reach", day: "2026-01-01", value: "100.00" },
    ]);
    warehouse.close();
    warehouse = await openWarehouse(":memory:");
    const pages = await again(
      "{ table: campaign_metrics, format: google-analytics, file: g.csv, options: { campaign: C } }",
      "# Start date: 20260501\n# End date: 20260531\nPage path and screen class,Views,Active users,Event count\n/stem,15x,910,5120\n/b,1,1,1\n",
      (held) => held.replace("15x,910", "15,910"),
    );
    expect(await pages.rows("distinct measured_on::varchar as day")).toEqual([{ day: "2026-05-31" }]);
    expect(pages.file.report).toMatchObject({ rows_read: 1, rows_accepted: 1 });
  });

  it("need not end where the whole file did", async () => {
    const source =
      "{ table: campaign_metrics, format: tiktok-overview, file: tt.csv, options: { campaign: C, period_end: 2025-01-02 } }";
    write("tt.csv", "Date,Video Views,Profile Views,Likes,Comments,Shares\nDecember 20,1,0,0,0,0\n");
    await expect(judged(source)).rejects.toThrow(/^options\.period_end: 2025-01-02 is not the end of this file/);
    warehouse.close();
    warehouse = await openWarehouse(":memory:");
    write(
      "tt.csv",
      "file,line,column,value,rule,message_nl,message_en,Date,Video Views,Profile Views,Likes,Comments,Shares\ntt.csv,9,value,x,unreadable,x,x,December 20,1,0,0,0,0\n",
    );
    const { rows } = await judged(source);
    expect(await rows("distinct measured_on::varchar as day")).toEqual([{ day: "2024-12-20" }]);
  });
});
