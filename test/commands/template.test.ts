import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { templateCsv, templateXlsx } from "../../commands/template/templateFiles.ts";
import { contracts } from "../../loaders/contracts/index.ts";
import { requests } from "../../loaders/contracts/requests.ts";
import { type Template, templateOf } from "../../loaders/contracts/template.ts";
import { unzip } from "./unzip.ts";

const project = process.cwd();
const place = mkdtempSync(join(tmpdir(), "stempeil-template-"));
beforeAll(() => symlinkSync(join(project, "node_modules"), join(place, "node_modules")));
afterAll(() => rmSync(place, { recursive: true }));

function run(...tables: string[]) {
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--import", "tsx", join(project, "commands", "template.ts"), ...tables],
    { cwd: place, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}
const templates = () => readdirSync(join(place, "templates")).sort();

describe("npm run template", () => {
  it("refuses an unknown table with the nearest one, and writes nothing", () => {
    expect(run("requests", "lecture")).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: unknown table: lecture (did you mean lectures?)\n",
    });
    expect(run("pupils").stderr).toContain("error: unknown table: pupils (one of: schools, lecturers, lectures, ");
    expect(existsSync(join(place, "templates"))).toBe(false);
  });

  it("writes one table as CSV and XLSX, and says where", () => {
    const { status, stdout } = run("requests");
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe("Requests for guest lectures: templates/requests.csv and .xlsx");
    expect(templates()).toEqual(["requests.csv", "requests.xlsx"]);
  });

  it("writes a CSV whose example row its contract accepts", () => {
    const csv = readFileSync(join(place, "templates", "requests.csv"), "utf8");
    expect(csv.startsWith("\ufeffrequest_id,school_id,")).toBe(true);
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows).toHaveLength(1);
    expect(requests.record.safeParse(rows[0]).success).toBe(true);
  });

  it("writes every table where none is named", () => {
    expect(run().status).toBe(0);
    expect(templates()).toEqual(contracts.flatMap(({ table }) => [`${table}.csv`, `${table}.xlsx`]).sort());
  });

  it("leaves a file that is there as it is, for someone may have filled it in", () => {
    const filled = join(place, "templates", "requests.csv");
    appendFileSync(filled, "AV-2,900001,1\r\n");
    rmSync(join(place, "templates", "requests.xlsx"));
    const before = readFileSync(filled, "utf8");
    const { status, stdout } = run("requests");
    expect(status).toBe(0);
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "Requests for guest lectures: templates/requests.csv and .xlsx",
      "left as it is: templates/requests.csv; remove it for an empty one",
    ]);
    expect(readFileSync(filled, "utf8")).toBe(before);
    expect(templates()).toContain("requests.xlsx");
  });
});

const hostile: Template = {
  ...templateOf(requests),
  header: ["=cmd", "b"],
  example: ["@SUM(A1)", 'a "b", c'],
};

describe("templateCsv(template)", () => {
  it("quotes what needs it, and lets no cell run as a formula", () =>
    expect(templateCsv(hostile)).toBe('\ufeff\'=cmd,b\r\n\'@SUM(A1),"a ""b"", c"\r\n'));
});

describe("templateXlsx(template)", () => {
  it("has a sheet to fill in and one that explains it, without a formula", async () => {
    const entries = unzip(await templateXlsx(hostile));
    const sheets = Object.keys(entries).filter((name) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(2);
    expect(entries["xl/workbook.xml"]).toContain('name="requests"');
    expect(entries["xl/workbook.xml"]).toContain('name="uitleg - explanation"');
    expect(sheets.filter((name) => /<f[ >]/.test(entries[name] ?? ""))).toEqual([]);
  });

  it("explains each column and each rule in Dutch and English", async () => {
    const text = Object.values(unzip(await templateXlsx(templateOf(requests)))).join("\n");
    for (const words of [
      ...["dag van de aanvraag", "day of the request", "preferred_until", "ja / yes", "een bestaande datum jjjj-mm-dd"],
      ...[
        "matched_has_lecture",
        "een gekoppelde aanvraag moet haar gastles noemen",
        "a matched request must name its lecture",
      ],
    ])
      expect(text, words).toContain(words);
  });
});
