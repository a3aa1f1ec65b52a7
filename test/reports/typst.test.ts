import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePdf } from "../../reports/typst.ts";
import { readPdf } from "./readPdf.ts";

const head = `#let (y, m, d) = sys.inputs.date.split("-").map(int)
#set document(title: sys.inputs.title, date: datetime(year: y, month: m, day: d))
#set text(font: "Source Sans 3", lang: "nl")
`;
const svg = (text: string, family: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" font-family="${family}"><text x="5" y="20">${text}</text></svg>`;

describe("compilePdf(job)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "stempeil-typst-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const compile = (body: string, files: Record<string, string> = {}) => {
    const main = join(folder, "main.typ");
    writeFileSync(main, body);
    return compilePdf({ main, files, title: "Peil", date: "2026-03-02" });
  };

  it("sets a tagged PDF with the title, the language and the date of the job", () => {
    const { pdf, pages } = compile(`${head}= Kop\nTekst`);
    const { source, strings } = readPdf(pdf);
    expect(pages).toBe(1);
    expect(source.slice(0, 5)).toBe("%PDF-");
    expect(source).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(strings("Lang")).toEqual(["nl"]);
    expect(strings("Title")).toEqual(["Kop", "Peil"]);
    expect(source).toContain("<xmp:CreateDate>2026-03-02T00:00:00Z</xmp:CreateDate>");
  });

  it("reads data and pictures from mapped files, whatever markup they hold", () => {
    const files = {
      "data.json": JSON.stringify({ text: '#panic("x") *a* <b> "c"' }),
      "a.svg": svg("in beeld", "'Source Sans 3'"),
    };
    const { pdf } = compile(`${head}#json("data.json").text #image("a.svg", alt: "een beeld")`, files);
    const { pages, strings } = readPdf(pdf);
    expect(pages[0]).toContain('#panic("x") *a* <b> "c"');
    expect(strings("Alt")).toEqual(["een beeld"]);
  });

  it.each([
    [
      "a warning, such as an unknown font",
      `${head}#set text(font: "Nergens Sans")\nx`,
      {},
      "unknown font family: nergens sans",
    ],
    ["an error in the template", `${head}#nergens`, {}, "unknown variable: nergens"],
    [
      "a picture without text alternative",
      `${head}#image("a.svg")`,
      { "a.svg": svg("a", "Source Sans 3") },
      "PDF/UA-1 error: missing alt text",
    ],
    [
      "a picture that asks for another font",
      `${head}x`,
      { "a.svg": svg("a", "Arial, sans-serif") },
      "font outside the report's family: Arial (a.svg)",
    ],
    [
      "a title that the template leaves out",
      head.replace("title: sys.inputs.title, ", ""),
      {},
      "document title not set: Peil",
    ],
    [
      "a date that the template leaves to the clock",
      '#set document(title: sys.inputs.title)\n#set text(font: "Source Sans 3")\nx',
      {},
      "document date not set: 2026-03-02",
    ],
  ])("fails in one line on %s", (_, body, files: Record<string, string>, message) => {
    const run = () => compile(body, files);
    expect(run).toThrow(message);
    expect(run).toThrow(/^[^\n]*$/);
  });

  it("fails on a font that is not the family's, wherever the machine found it", () => {
    expect(() => compile(`${head}#set text(font: "Libertinus Serif")\nx`)).toThrow(
      "font outside the report's family: LibertinusSerif-Regular",
    );
  });
});
