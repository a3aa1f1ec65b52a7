import { describe, expect, it } from "vitest";
import { youtubeStudio } from "../../../loaders/formats/campaigns/youtubeStudio.ts";
import { columns } from "../../../loaders/formats/columns.ts";
import { limesurvey } from "../../../loaders/formats/questionnaires/limesurvey.ts";
import { microsoftForms } from "../../../loaders/formats/questionnaires/microsoftForms.ts";
import { contractOf, shapeAs, unread } from "./shapeTable.ts";

/** Kinds of fault that files of offices showed, each with its own small table. */
const table = (file: string, header: string[], ...rows: string[][]) => ({
  ...{ file, header, preamble: [] as string[] },
  records: rows.map((cells, i) => ({ line: i + 2, cells })),
});
const funding = contractOf("funding");
const responses = contractOf("responses");
const money = { columns: { entry_id: "Boeking", booked_on: "Datum", amount_eur: "Bedrag" }, numbers: "dutch" as const };
const constants = Object.fromEntries(
  Object.entries(funding.columns).flatMap(([name, { required }]) =>
    required && !(name in money.columns) ? [[name, "x"]] : [],
  ),
);
const days = async (file: string, dates: "dmy" | "month_name" | "excel", texts: string[], from1904 = false) => {
  const given = {
    ...table(file, ["Boeking", "Datum", "Bedrag"], ...texts.map((text, i) => [`B${i}`, text, "1"])),
    ...(from1904 ? { from1904 } : {}),
  };
  const { rows } = await shapeAs(funding, given, columns, { ...money, constants, dates });
  return rows.map(({ booked_on }) => booked_on);
};

describe("days as people and spreadsheets write them", () => {
  it("may have the day of the week in front, where the month is a word", async () =>
    expect(
      await days("a.csv", "month_name", [
        "vrijdag 12 september 2025",
        "Fri, Oct 3, 2025",
        "zo 1 maart 2026",
        "Feestdag 1 maart 2026",
      ]),
    ).toEqual([...["2025-09-12", "2025-10-03", "2026-03-01"], unread("Feestdag 1 maart 2026")]));

  it("are counted from 1904 in a workbook that says so", async () => {
    expect(await days("a.xlsx", "excel", ["45912"])).toEqual(["2025-09-12"]);
    expect(await days("a.xlsx", "excel", ["44450"], true)).toEqual(["2025-09-12"]);
  });

  it("refuse a column of a workbook of which a spreadsheet swapped those that it could", async () => {
    await expect(days("a.xlsx", "dmy", ["2025-10-03", "20/03/2025"])).rejects.toThrow(
      "day and month were swapped by a spreadsheet: 2025-10-03 is a date (line 2) beside the text 20/03/2025 (line 3)",
    );
    // a true date beyond the twelfth cannot have been swapped, nor was a text that could have been a date
    expect(await days("a.xlsx", "dmy", ["2025-10-23", "20/03/2025"])).toEqual(["2025-10-23", "2025-03-20"]);
    expect(await days("a.xlsx", "dmy", ["2025-10-03", "20/03/2025", "04/03/2025"])).toEqual([
      "2025-10-03",
      "2025-03-20",
      "2025-03-04",
    ]);
    expect(await days("a.csv", "dmy", ["2025-10-03", "20/03/2025"])).toEqual(["2025-10-03", "2025-03-20"]);
  });
});

describe("questionnaires", () => {
  const options = { questionnaire_id: "tq", version: 1, role: "teacher", items: { q1: "Q" } };
  const forms = (answers: string[], more: object = {}) =>
    shapeAs(
      responses,
      table(
        "f.csv",
        ["ID", "Start time", "Completion time", "Q"],
        ...answers.map((answer, i) => [String(i), "", "10/13/25 12:05:00", answer]),
      ),
      microsoftForms,
      { options: { ...options, ...more } },
    );

  it("never put two labels of one question on one number", async () => {
    await expect(forms(["oneens", "Eerder oneens", "eens"])).rejects.toThrow(
      "two answers for one number: eerder oneens and oneens would both be 2 (item q1, f.csv); give options.labels a number for each",
    );
    const { rows } = await forms(["oneens", "eerder oneens", "Oneens"], { labels: { "eerder oneens": 3 } });
    expect(rows.map(({ answer }) => answer)).toEqual(["2", "3", "2"]);
  });

  const survey = (submitted: string, answer: string, blanks: string[] = []) =>
    shapeAs(
      responses,
      table("ls.csv", ["id", "submitdate", "lastpage", "startlanguage", "Q"], ["3", submitted, "1", "nl", answer]),
      limesurvey,
      { options, blanks },
    );

  it("hold the moment of an anonymous survey, which is none", async () =>
    expect((await survey("1980-01-01 00:00:00", "5")).rows[0]?.submitted_at).toBe(unread("1980-01-01 00:00:00")));

  it("take words for nothing from the configuration", async () => {
    expect((await survey("2025-10-03 12:04:05", "N/A")).rows[0]?.answer).toBe(unread("N/A"));
    expect((await survey("2025-10-03 12:04:05", "N/A", ["N/A"])).rows[0]).not.toHaveProperty("answer");
  });
});

describe("YouTube Studio", () => {
  const campaign = contractOf("campaign_metrics");
  it.each([
    ["Dutch", ["Content", "Videotitel", "Publicatietijd van video", "Weergaven"], "Totaal", "1 okt 2026"],
    ["German", ["Videos", "Videotitel", "Veröffentlichungszeitpunkt des Videos", "Aufrufe"], "Gesamt", "01.10.2026"],
  ])("is read with the headers of a %s account", async (_, header, total, day) => {
    const given = table(
      "Table data 2026-10-10.csv",
      header,
      [total, "", "", "200"],
      ["abcDEF12345", "Robot", day, "200"],
    );
    const { rows, skipped } = await shapeAs(campaign, given, youtubeStudio, {
      options: { campaign: "c1" },
      day: "2026-10-10",
    });
    expect(skipped.total_row).toEqual([2]);
    expect(rows.map(({ metric, value, published_on }) => [metric, value, published_on])).toEqual([
      ["views", "200", "2026-10-01"],
    ]);
  });
});
