import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type CheckOptions, checkFile } from "../../../loaders/check/checkFile.ts";
import { SourceNeeded } from "../../../loaders/check/findSource.ts";
import { readConfig } from "../../../loaders/config/config.ts";
import { InputError } from "../../../loaders/errors.ts";
import { row, workbookEntries, zipOf } from "../../fixtures/read/workbook.ts";

let folder: string;
const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const fixture = (name: string, as = name) => write(as, readFileSync(join("test/fixtures/formats", name)));
const configured = (sources: string) => write("config.yaml", `as_of: 2026-03-02\nsources:\n${sources}`);
const check = (path: string, options?: CheckOptions) =>
  checkFile(readConfig(join(folder, "config.yaml"), { today: "2026-03-02" }), path, "reference", options);
async function refusal(path: string, options?: CheckOptions): Promise<InputError> {
  try {
    await check(path, options);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("no error");
}
const TARGETS = "  targets:\n    table: targets\n    file: targets.csv\n";
const HEADER = "indicator_id,period,target,direction,source";
const ROW = "lectures_count,2025-2026,400,up,a plan";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stempeil-check-"));
  mkdirSync(join(folder, "exports"));
  configured(TARGETS);
});

describe("checkFile(config, path, reference)", () => {
  it("says which header it found below a title, or on the first of several sheets, when nothing knows it", async () => {
    const titled = await refusal(write("titled.csv", "Overzicht;;\n;;\nLijn;Fonds;Naam\n1;F1;x\n"));
    expect(titled.message).toContain(
      ": no source and no format has the header Lijn, Fonds, Naam (line 3); say --source",
    );
    const sheets = { Toelichting: row(1, "Nota"), Data: row(1, "Lijn", "Fonds") };
    const book = zipOf({ ...workbookEntries({ sheets }), "[Content_Types].xml": "<Types/>" });
    const { message } = await refusal(write("book.xlsx", book));
    expect(message).toContain(
      "Nota (sheet Toelichting of Toelichting, Data; another one is named by sheet:); say --source",
    );
  });
  it("takes the source that names the file", async () => {
    const { how, snippet, report, effect } = await check(write("targets.csv", `${HEADER}\n${ROW}\n`));
    expect([how, snippet, effect]).toEqual(["source targets", null, null]);
    expect(report).toMatchObject({ source: "targets", format: "canonical", rows_read: 1, rows_accepted: 1 });
  });

  it("takes the mapping of the only source that the header fits", async () => {
    configured(`${TARGETS}    columns:\n      indicator_id: Indicator\n`);
    const { how, report } = await check(write("nieuw.csv", `${HEADER.replace("indicator_id", "Indicator")}\n${ROW}\n`));
    expect(how).toBe("guessed from its header, with the mapping of source targets");
    expect(report).toMatchObject({ source: "targets", rows_accepted: 1 });
  });

  it("asks which source, when the header fits two", async () => {
    configured(TARGETS + TARGETS.replaceAll("targets", "doelen").replace("table: doelen", "table: targets"));
    const error = await refusal(write("nieuw.csv", `${HEADER}\n${ROW}\n`));
    expect(error.message).toBe(
      `which source is this? ${join(folder, "nieuw.csv")}: its header fits targets and doelen; say --source with one of them`,
    );
    expect((await check(join(folder, "nieuw.csv"), { source: "doelen" })).report.source).toBe("doelen");
  });

  it("reads a table of ours that the configuration does not name, and gives the source to paste", async () => {
    const path = write("exports/Financiers 2026.csv", readFileSync("sample/exports/funding.csv", "utf8"));
    const { how, snippet, report } = await check(path);
    expect([how, report.table, report.rows_read]).toEqual(["guessed from its header", "funding", 1315]);
    expect(parse(snippet ?? "")).toEqual({
      financiers_2026: { table: "funding", format: "canonical", file: "exports/Financiers 2026.csv" },
    });
  });

  it("names a table that rows refer to and no source fills", async () => {
    const lecture = "lecture_id,programme,status,school_id,site_id,lecturer_id\nL1,ovk,planned,900001,1,\n";
    const { unfilled, rejected } = await check(write("lessen.csv", lecture));
    expect(unfilled).toEqual(["schools", "lecturers"]);
    expect(rejected[0]?.problems.map(({ rule }) => rule)).toEqual(["unknown_in_schools"]);
  });

  it("reads an export by the defaults of the only format that knows its header", async () => {
    const { how, report, rejected } = await check(fixture("onderwijsaanbod.csv"));
    expect(how).toBe("guessed from its header");
    expect(report).toMatchObject({ format: "onderwijsaanbod", table: "schools", rows_read: 5, rows_accepted: 3 });
    expect(report.rows_skipped).toEqual({ not_secondary: 1 });
    expect(rejected.map(({ line }) => line)).toEqual([6]);
  });

  it("names every option that the format of a form misses, and gives a source with its questions", async () => {
    const error = await refusal(fixture("forms-nl.csv", "Bevraging leerkrachten.csv"));
    const place = `(format microsoft-forms, ${join(folder, "Bevraging leerkrachten.csv")})`;
    expect(error.message.split("\n")).toEqual(
      ["questionnaire_id", "version", "role", "items"].map((option) => `missing option: options.${option} ${place}`),
    );
    if (!(error instanceof SourceNeeded)) throw error;
    expect([error.status, error.format]).toEqual([2, "microsoft-forms"]);
    expect(error.snippet).toContain("items: # item of the questionnaire: question in the file\n");
    expect(parse(error.snippet)).toEqual({
      bevraging_leerkrachten: {
        table: "responses",
        format: "microsoft-forms",
        file: "Bevraging leerkrachten.csv",
        options: {
          questionnaire_id: "OVK-T",
          version: 1,
          role: "teacher",
          items: {
            item_1: "Hoe tevreden ben je over de gastles?",
            item_2: "Wil je volgend jaar opnieuw deelnemen?",
            item_3: "Wat kan beter?",
          },
          lecture_id: "Lesnummer",
        },
      },
    });
  });

  it("goes on asking until a format has all its options", async () => {
    const error = await refusal(fixture("tiktok-overview.csv"));
    expect(error.message.split("\n").map((line) => /options\.\w+/.exec(line)?.[0])).toEqual([
      "options.period_end",
      "options.campaign",
    ]);
  });

  it("asks for the style of numbers in a file that a spreadsheet saved", async () => {
    const path = write("films.csv", "Content;Video title;Video publish time;Views\na1;Proefje;Nov 4, 2020;8.420\n");
    const error = await refusal(path);
    if (!(error instanceof SourceNeeded)) throw error;
    expect(error.message.split("\n").map((line) => /^missing option: ([a-z_.]+)/.exec(line)?.[1])).toEqual([
      ...["options.measured_on", "options.campaign", "numbers"],
    ]);
    configured(`${error.snippet}\n`);
    expect((await check(path)).report.rows_accepted).toBe(1);
  });

  it("gives a source that works as it is pasted, with its own end of the period", async () => {
    const path = fixture("tiktok-overview.csv");
    const error = await refusal(path);
    if (!(error instanceof SourceNeeded)) throw error;
    configured(`${error.snippet.replace("2026-01-31", "2025-01-02")}\n`);
    expect((await check(path)).how).toBe("source tiktok_overview");
  });

  it("says of a source with another export in its place which format that is", async () => {
    const error = await refusal(fixture("forms-nl.csv", "targets.csv"));
    expect(error.message.split("\n")[1]).toBe(
      `its header is that of another format: microsoft-forms; set it as format of source targets (${join(folder, "config.yaml")})`,
    );
  });

  it("says in one short line what to do with a table of one's own that it can propose a source for", async () => {
    const path = fixture("gastlessen-nl.csv");
    const error = await refusal(path);
    expect(error.message).toBe(
      `no source reads this file yet: ${path}; paste the lines above into ${join(folder, "config.yaml")}, or run npm run adopt -- ${path}`,
    );
    expect(error).toBeInstanceOf(SourceNeeded);
  });

  it("takes a mended quarantine file by the header behind its reasons", async () => {
    configured("  annotations:\n    table: annotations\n    file: a.csv\n");
    const reasons = "file,line,column,value,rule,message_nl,message_en";
    const path = write("mended.csv", `${reasons},${HEADER}\ntargets.csv,2,target,x,unreadable,a,b,${ROW}\n`);
    expect((await check(path)).report).toMatchObject({ table: "targets", rows_accepted: 1 });
  });

  it("tells of its stages only for a large file", async () => {
    const stages: string[] = [];
    const progress = (stage: string) => stages.push(stage);
    const path = write("targets.csv", `${HEADER}\n${ROW}\n`);
    await check(path, { progress });
    expect(stages).toEqual([]);
    write("targets.csv", `${HEADER}\n${`${ROW} ${"x".repeat(300)}\n`.repeat(16_000)}`);
    await check(path, { progress });
    expect(stages).toEqual([`scanning ${path} (5 MB)`, "judging each row"]);
  });

  describe("of a file that a source names", () => {
    const rows = (...targets: number[]) =>
      `${HEADER}\n${targets.map((target, i) => `lectures_count,${2020 + i}-${2021 + i},${target},up,a plan\n`).join("")}`;
    const monthly = '  mon:\n    table: targets\n    file: "mon-*.csv"\n';
    beforeEach(() => configured(monthly));

    it("judges it together with the other files of its table, as a load does", async () => {
      configured(`${monthly}  later:\n    table: targets\n    file: later-2026-03-01.csv\n`);
      const january = write("mon-2026-01-01.csv", rows(1, 2, 3));
      write("mon-2026-02-01.csv", rows(1, 20));
      write("later-2026-03-01.csv", rows(9, 20, 3, 4));
      const { report, rejected, others } = await check(january);
      expect(others).toEqual({ files: ["mon-2026-02-01.csv", "later-2026-03-01.csv"] });
      expect(report).toMatchObject({
        file: january,
        rows_read: 3,
        rows_accepted: 0,
        rows_unchanged: 1,
        rows_rejected: 2,
      });
      expect(
        rejected.map(({ line, problems }) => [line, problems[0]?.rule, problems[0]?.message.en.slice(-32)]),
      ).toEqual([
        [2, "older_version", "values: later-2026-03-01.csv, line 2".slice(-32)],
        [3, "older_version", "values: later-2026-03-01.csv, line 3".slice(-32)],
      ]);
      expect((await check(join(folder, "later-2026-03-01.csv"))).report).toMatchObject({ rows_accepted: 4 });
    });
    it("compares it with none where it is the only one", async () =>
      expect((await check(write("mon-2026-01-01.csv", rows(1)))).others).toEqual({ files: [] }));
    it("compares it with the same file under another source", async () => {
      configured(`${monthly}  again:\n    table: targets\n    file: mon-2026-01-01.csv\n`);
      const { report, others } = await check(write("mon-2026-01-01.csv", rows(1)));
      expect(others).toEqual({ files: ["mon-2026-01-01.csv"] });
      expect(report).toMatchObject({ source: "mon", rows_read: 1, rows_accepted: 0, rows_unchanged: 1 });
    });
    it("judges it alone where another file of its table is refused, and says so", async () => {
      configured(`${monthly}  gone:\n    table: targets\n    file: gone.csv\n`);
      const { report, others } = await check(write("mon-2026-01-01.csv", rows(1)));
      expect(others).toMatchObject({ refused: expect.stringMatching(/^missing file: gone\.csv; .* \(source gone\)$/) });
      expect(report).toMatchObject({ rows_accepted: 1 });
    });
  });

  it("judges a file that no source names alone, and says so where its table has others", async () => {
    write("targets.csv", `${HEADER}\n${ROW}\n`);
    const path = write("nieuw.csv", `${HEADER}\n${ROW.replace("400", "500")}\n`);
    const { report, others } = await check(path);
    expect([report.rows_accepted, others]).toEqual([1, { refused: "no source names this file" }]);
    configured("  annotations:\n    table: annotations\n    file: a.csv\n");
    expect((await check(path)).others).toEqual({ files: [] });
  });

  it.each([
    ["a file that is not there", "nowhere.csv", /^missing file: .*nowhere\.csv; its folder holds config\.yaml/],
    ["a folder", "exports", /^a folder where a file is expected: .*exports$/],
  ])("refuses %s with 3", async (_fault, name, message) => {
    const error = await refusal(join(folder, name));
    expect(error.status).toBe(3);
    expect(error.message).toMatch(message);
  });
});
