import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError } from "../../loaders/errors.ts";
import { writeReports } from "../../reports/report.ts";
import { charts } from "../../src/components/index.ts";
import { readPdf } from "./readPdf.ts";

const pageData = fileURLToPath(new URL("../fixtures/reports", import.meta.url));
const funders = JSON.parse(await readFile(join(pageData, "funders.json"), "utf8"));

const expected = {
  nl: {
    title: "STEM-OvK: rapport voor de financiers, schooljaar 2025-2026",
    band: "Voorbeelddata: verzonnen cijfers, die alleen tonen hoe het rapport werkt.",
    bookmarks: [
      "Hoe het programma ervoor staat",
      "Geld en bijdragen in natura",
      "Gastlessen",
      "Hoe deze cijfers gemaakt zijn",
      "Wat de indicatoren meten",
      "Bronnen",
    ],
    page: (page: number, pages: number) => `bladzijde ${page} van ${pages}`,
    said: [
      "Tot en met 2 maart 2026 is voor schooljaar 2025-2026 in totaal 240.000 euro ontvangen: 70,4 % komt van de overheid",
      "niet op koers",
      "66 van 75",
      "228.750",
    ],
  },
  en: {
    title: "STEM-OvK: report for the funders, school year 2025-2026",
    band: "Sample data: invented figures, which only show how the report works.",
    bookmarks: [
      "How the programme stands",
      "Cash and contributions in kind",
      "Guest lectures",
      "How these figures were made",
      "What the indicators measure",
      "Sources",
    ],
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    said: [
      "In school year 2025-2026, €240,000 was received up to and including 2 March 2026: 70.4% from government",
      "off course",
      "66 of 75",
      "228,750",
    ],
  },
};

describe("writeReports(options)", () => {
  let output = "";
  beforeAll(async () => {
    output = await mkdtemp(join(tmpdir(), "stempeil-reports-"));
  });
  afterAll(() => rm(output, { recursive: true }));

  const variant = async (change: (data: typeof funders) => void) => {
    const folder = await mkdtemp(join(output, "data-"));
    const data = structuredClone(funders);
    change(data);
    await writeFile(join(folder, "funders.json"), JSON.stringify(data));
    return folder;
  };

  it("writes every audience in both languages, and says how large each file is", async () => {
    const reports = await writeReports({ pageData, output });
    expect(reports.map(({ file }) => file)).toEqual(
      ["nl", "en"].map((lang) => join(output, "2025-2026", `funders-${lang}.pdf`)),
    );
    for (const { file, bytes, pages } of reports) {
      const pdf = await readFile(file);
      expect(pdf.length).toBe(bytes);
      expect(readPdf(pdf).pages).toHaveLength(pages);
      expect(pages).toBeLessThanOrEqual(4);
    }
    expect((await readdir(join(output, "2025-2026"))).sort()).toEqual(["funders-en.pdf", "funders-nl.pdf"]);
  });

  it.each(["nl", "en"] as const)("writes an accessible PDF in %s", async (lang) => {
    const [report] = await writeReports({ pageData, output: join(output, lang), langs: [lang] });
    const { source, pages, strings } = readPdf(await readFile(report?.file ?? ""));
    const { title, band, bookmarks, page, said } = expected[lang];
    expect(source.slice(0, 5)).toBe("%PDF-");
    expect(source).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(strings("Lang")).toEqual([lang]);
    expect(source).toContain("/Type /Outlines");
    expect(strings("Title")).toEqual([...bookmarks, title]);
    const { funding, lectures, lectures_together } = funders.sections;
    expect(strings("Alt").sort()).toEqual(
      [
        charts.fundingSplit.tell(funding.rows, lang, funding.meaning).alternative,
        ...[lectures, lectures_together].map(
          ({ rows, meaning }) => charts.cumulativeLine.tell(rows, lang, meaning).alternative,
        ),
      ].sort(),
    );
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(band);
      expect(text).toContain(page(index + 1, pages.length));
    }
    for (const words of said) expect(pages.join(" ").replaceAll("\u00a0", " ")).toContain(words);
  });

  it("writes the same bytes on a second run", async () => {
    const run = async () => Promise.all((await writeReports({ pageData, output })).map(({ file }) => readFile(file)));
    const [first, second] = [await run(), await run()];
    expect(first.map((pdf, index) => pdf.equals(second[index] as Buffer))).toEqual([true, true]);
  });

  it("says nothing of sample data where the data are real", async () => {
    const folder = await variant((data) => {
      data.frame.is_synthetic = false;
      for (const section of Object.values<{ sources: { is_synthetic: boolean }[] }>(data.sections))
        for (const source of section.sources) source.is_synthetic = false;
    });
    const [report] = await writeReports({ pageData: folder, output: join(output, "real"), langs: ["en"] });
    expect(readPdf(await readFile(report?.file ?? "")).pages.join(" ")).not.toMatch(/sample data/i);
  });

  it("sets a report of a first day without rows", async () => {
    const folder = await variant(({ sections }) => {
      for (const name of ["scorecard", "funding", "lectures", "definitions"]) sections[name].rows = [];
    });
    const [report] = await writeReports({ pageData: folder, output: join(output, "empty"), langs: ["nl"] });
    expect(readPdf(await readFile(report?.file ?? "")).pages[0]).toContain(
      "Voor schooljaar 2025-2026 is nog geen geld geboekt.",
    );
  });

  it.each([
    ["an audience that does not exist", { audiences: ["board"] }, "unknown audience: board (there is: funders)"],
    [
      "an audience named for a property of every object",
      { audiences: ["constructor"] },
      "unknown audience: constructor (there is: funders)",
    ],
    [
      "a period without data",
      { periods: ["2019-2020"] },
      `no data for period: 2019-2020 (${join(pageData, "funders.json")} holds 2025-2026)`,
    ],
    [
      "a folder without page data",
      { pageData: join(pageData, "absent") },
      `no page data: ${join(pageData, "absent", "funders.json")}`,
    ],
  ])("refuses %s in one line", async (_, options, message) => {
    const run = writeReports({ pageData, output, ...options });
    await expect(run).rejects.toThrow(InputError);
    await expect(run).rejects.toThrow(message);
  });

  it("refuses page data of another shape, naming the place", async () => {
    const folder = await variant(({ sections }) => {
      sections.funding.rows[0].public_eur = "veel";
    });
    await expect(writeReports({ pageData: folder, output })).rejects.toThrow(
      `page data of another shape: Invalid input: expected number, received string (${join(folder, "funders.json")}, sections.funding.rows.0.public_eur)`,
    );
  });

  it("leaves no unfinished file when the place of a report is taken", async () => {
    const taken = join(output, "taken");
    await mkdir(join(taken, "2025-2026", "funders-nl.pdf"), { recursive: true });
    await expect(writeReports({ pageData, output: taken, langs: ["nl"] })).rejects.toThrow("EISDIR");
    expect(await readdir(join(taken, "2025-2026"))).toEqual(["funders-nl.pdf"]);
  });
});
