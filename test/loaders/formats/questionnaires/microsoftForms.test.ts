import { describe, expect, it } from "vitest";
import { isPersonal } from "../../../../loaders/formats/format.ts";
import { microsoftForms } from "../../../../loaders/formats/questionnaires/microsoftForms.ts";
import { edited, readFixture, renamed, reordered, shapeTable, unread, without } from "../shapeTable.ts";

const table = readFixture("forms-nl.csv");
const options = {
  questionnaire_id: "OVK-T",
  version: 1,
  role: "teacher",
  items: {
    satisfied: "Hoe tevreden ben je over de gastles?",
    again: "Wil je volgend jaar opnieuw deelnemen?",
    better: "Wat kan beter?",
  },
  text_items: ["better"],
  lecture_id: "Lesnummer",
};
const fixed = { questionnaire_id: "OVK-T", version: "1", role: "teacher" };
const first = { ...fixed, line: 2, response_id: "OVK-T-1", lecture_id: "L00002", submitted_at: "2021-01-12 10:04:40" };
const second = { ...fixed, line: 3, response_id: "OVK-T-2", submitted_at: "2021-01-13 14:22:19" };
const third = {
  ...fixed,
  line: 4,
  response_id: "OVK-T-3",
  lecture_id: "L00003",
  submitted_at: unread("13/1/21 14:22:19"),
};
const ROWS = [
  { ...first, item_id: "again", answer: "1" },
  { ...first, item_id: "better", answer_text: "Meer tijd;Meer proefjes" },
  { ...first, item_id: "satisfied", answer: "5" },
  { ...second, item_id: "again", answer: "0" },
  { ...second, item_id: "better" },
  { ...second, item_id: "satisfied", answer: "5" },
  { ...third, item_id: "again" },
  { ...third, item_id: "better" },
  { ...third, item_id: "satisfied", answer: unread("Best wel") },
];

describe("microsoft-forms", () => {
  it("makes a row of each item, with labels as numbers and American moments", async () => {
    expect((await shapeTable(table, microsoftForms, { options })).rows).toEqual(ROWS);
  });

  it("reads the columns in any order, and in English", async () => {
    const english = renamed(table, {
      ID: "Id",
      Begintijd: "Start time",
      "Tijd van voltooien": "Completion time",
      "E-mail": "Email",
      Naam: "Name",
      "Tijd van laatste wijziging": "Last modified time",
    });
    expect((await shapeTable(reordered(english), microsoftForms, { options })).rows).toEqual(ROWS);
    expect(microsoftForms.recognises(english.header)).toBe(true);
  });

  it("takes the labels of the mapping before its own", async () => {
    const labels = { "Best wel": 4, "Helemaal eens": 1, nee: "" };
    const { rows } = await shapeTable(table, microsoftForms, { options: { ...options, labels } });
    expect(rows.map(({ answer }) => answer)).toEqual([
      "1",
      undefined,
      "5",
      undefined,
      undefined,
      "1",
      undefined,
      undefined,
      "4",
    ]);
  });

  it("passes the true moments of a workbook", async () => {
    const sheet = edited(table, 4, { "Tijd van voltooien": "2021-01-13 14:22:19" });
    const { rows } = await shapeTable(sheet, microsoftForms, { options });
    expect(rows.at(-1)?.submitted_at).toBe("2021-01-13 14:22:19");
  });

  describe("asks for the style of moments", () => {
    const moments = (...texts: string[]) => ({
      ...table,
      records: texts.map((text, i) => ({
        line: i + 2,
        cells: (table.records[0]?.cells ?? []).map((cell, at) =>
          table.header[at] === "ID" ? String(i + 1) : table.header[at] === "Tijd van voltooien" ? text : cell,
        ),
      })),
    });
    const submitted = async (own: ReturnType<typeof moments>, more: Record<string, unknown> = {}) => {
      const { rows } = await shapeTable(own, microsoftForms, { options: { ...options, ...more } });
      return rows.filter(({ item_id }) => item_id === "again").map(({ submitted_at }) => submitted_at);
    };

    it("that a spreadsheet saved with semicolons", async () => {
      const saved = { ...moments("12/01/2021 10:04", "11/01/2021 10:04"), delimiter: ";" };
      await expect(submitted(saved)).rejects.toThrow(
        "missing option: options.dates, since a file with semicolons was saved by a spreadsheet, in an order of its own; give dmy or mdy (format microsoft-forms, forms-nl.csv)",
      );
      expect(await submitted(saved, { dates: "dmy" })).toEqual(["2021-01-12 10:04:00", "2021-01-11 10:04:00"]);
      const { rows } = await shapeTable(saved, microsoftForms, { options, dates: "dmy" });
      expect(rows[0]?.submitted_at).toBe("2021-01-12 10:04:00");
    });

    it("that can be day and month alone", async () => {
      await expect(submitted(moments("1/12/21 10:04:40", "13/1/21 14:22:19"))).rejects.toThrow(
        "missing option: options.dates, since a moment can be day/month/year alone, where month/day/year is usual: 13/1/21 14:22:19; give dmy or mdy (forms-nl.csv, line 3)",
      );
    });

    it("with a year of four digits, unless one of them can be month and day alone", async () => {
      await expect(submitted(moments("1/12/2021 10:04"))).rejects.toThrow(
        "missing option: options.dates, since no moment tells day and month apart: 1/12/2021 10:04; give dmy or mdy (forms-nl.csv, line 2)",
      );
      expect(await submitted(moments("1/12/2021 10:04", "1/13/2021 10:04"))).toEqual([
        "2021-01-12 10:04:00",
        "2021-01-13 10:04:00",
      ]);
    });

    it("and reads those of the raw export without being told", async () => {
      expect(await submitted(moments("1/12/21 10:04:40"))).toEqual(["2021-01-12 10:04:40"]);
    });
  });

  it("drops who answered", () => {
    expect(table.header.filter((name) => isPersonal(microsoftForms, name))).toEqual(["E-mail", "Naam"]);
  });

  it("names a question that the file does not have", async () => {
    await expect(
      shapeTable(without(table, "Wat kan beter?"), microsoftForms, {
        options: { ...options, items: { better: "Hoe tevreden ben je over de les?" } },
      }),
    ).rejects.toThrow(
      /^missing column: Hoe tevreden ben je over de les\? .*; did you mean Hoe tevreden ben je over de gastles\?\?\)$/,
    );
  });

  it("names a missing moment in both languages", async () => {
    await expect(shapeTable(without(table, "Tijd van voltooien"), microsoftForms, { options })).rejects.toThrow(
      /^missing column: Completion time \/ Tijd van voltooien /,
    );
  });

  it("names every missing option", async () => {
    await expect(shapeTable(table, microsoftForms, { options: { version: 1, items: {} } })).rejects.toThrow(
      "missing option: options.questionnaire_id (format microsoft-forms, forms-nl.csv)",
    );
  });

  it("refuses an item in words that is not an item", async () => {
    await expect(shapeTable(table, microsoftForms, { options: { ...options, text_items: ["beter"] } })).rejects.toThrow(
      "options.text_items: unknown item: beter (format microsoft-forms, forms-nl.csv)",
    );
  });
});
