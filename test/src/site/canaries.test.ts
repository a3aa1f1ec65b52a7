import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { writeReports } from "../../../reports/report.ts";
import { shared, sharedPageData, sharedSite } from "../../sharedSample.ts";
import { textsIn } from "./textsIn.ts";

const rowsOf = (table: string): Record<string, string>[] =>
  parse(readFileSync(`sample/exports/${table}.csv`), { columns: true, bom: true });
const column = (table: string, name: string, of: (row: Record<string, string>) => boolean = () => true) =>
  rowsOf(table)
    .filter(of)
    .map((row) => row[name] ?? "");

/** What the exports of the sample hold and nobody outside may read. */
const CANARIES: Record<string, string[]> = {
  "names of lecturers": column("lecturers", "full_name"),
  "companies of lecturers": column("lecturers", "company"),
  "free texts": column("responses", "answer_text"),
  "names of reviewers": column("reviews", "reviewer"),
  "names of private funders": column("funding", "funder_name", ({ funder_type }) => funder_type === "private"),
  "names of schools": column("schools", "name"),
  "codes of teachers and lectures": ["teacher_id", "lecture_id"].flatMap((name) => column("lectures", name).slice(-60)),
  "cells that were held": ["circa 40"],
};
const canaries = Object.entries(CANARIES).map(
  ([kind, found]) => [kind, [...new Set(found.map((text) => text.trim()))].filter((text) => text.length >= 5)] as const,
);

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
const found = (texts: readonly string[], wanted: readonly string[]) =>
  wanted.filter((canary) => texts.some((text) => text.includes(canary)));

describe("textsIn(name, bytes)", () => {
  const canary = "Anouk Van Peilvelde";
  const chunk = (kind: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(kind, 4, "latin1");
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const png = (kind: string, data: Buffer) =>
    Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk(kind, data)]);
  const cases: [string, Buffer][] = [
    ["plain text", Buffer.from(`a,b\n${canary},1\n`)],
    ["UTF-16", Buffer.from(`\ufeff${canary}`, "utf16le")],
    ["entities", Buffer.from(canary.replaceAll(/./gu, (letter) => `&#${letter.codePointAt(0)};`))],
    ["an address", Buffer.from(`href="?q=${encodeURIComponent(canary)}"`)],
    [
      "base64",
      Buffer.from(`data:text/plain;base64,${Buffer.from(`the name is ${canary}, and no other`).toString("base64")}`),
    ],
    ["a workbook", Buffer.from(zipSync({ "xl/sharedStrings.xml": strToU8(`<t>${canary}</t>`) }))],
    [
      "a PDF stream",
      Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\nstream\n"), deflateSync(canary), Buffer.from("endstream")]),
    ],
    ["a picture's text", png("tEXt", Buffer.from(`Title\0${canary}`, "latin1"))],
    ["a picture's packed text", png("zTXt", Buffer.concat([Buffer.from("Title\0\0", "latin1"), deflateSync(canary)]))],
  ];
  it.each(cases)("finds a name in %s", (name, bytes) =>
    expect(found(textsIn(name, bytes), [canary])).toEqual([canary]),
  );
});

describe("what is published of the sample", () => {
  let texts: string[];
  beforeAll(async () => {
    await sharedPageData();
    await sharedSite();
    const reports = mkdtempSync(join(tmpdir(), "stempeil-canaries-"));
    await writeReports({ pageData: shared.pageData, output: reports });
    const files = [shared.site, shared.pageData, reports].flatMap(filesIn);
    expect(files.length).toBeGreaterThan(150);
    texts = [...new Set(files.flatMap((file) => textsIn(file, readFileSync(file))))];
  });

  it("is searched for at least two hundred texts that stay inside", () =>
    expect(canaries.flatMap(([, wanted]) => wanted).length).toBeGreaterThan(200));

  it.each(canaries)("holds none of the %s, in no byte", (_, wanted) => {
    expect(wanted.length).toBeGreaterThan(0);
    expect(found(texts, wanted)).toEqual([]);
  });
});
