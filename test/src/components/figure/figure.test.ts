import { describe, expect, it } from "vitest";
import { figure } from "../../../../src/components/figure/figure.ts";
import type { Source } from "../../../../src/data/rows.ts";
import { newDocument, oneBar } from "../../site/standIns.ts";

const sources: Source[] = [
  { label: { nl: "lessen.csv", en: "lessons.csv" }, url: null, is_synthetic: true },
  {
    label: { nl: "VRT, 2017", en: "VRT, 2017" },
    url: "https://example.org/vrt",
    is_synthetic: false,
    is_published: true,
  },
];
const make = (given = sources) =>
  figure(
    oneBar,
    { rows: [{ label: "Gent", value: 12 }], meaning: null, sources: given },
    {
      lang: "nl",
      document: newDocument(),
      id: "lessons-by-place",
      asOf: "2026-03-02",
      loadId: "2026-03-02-0a1b2c3d",
      downloads: "../x/lessons-by-place",
    },
  );

describe("figure(chart, section, options)", () => {
  it("holds finding, measure, picture, source, table and files, in that order", () => {
    const { element } = make();
    expect([...element.children].map((child) => child.tagName.toLowerCase())).toEqual([
      "figcaption",
      "svg",
      "svg",
      "p",
      "div",
    ]);
    expect(element.querySelector("h3")?.textContent).toBe("Eén balk & niets < meer");
    expect([...element.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual(["Gent12"]);
    expect(element.querySelector(".links")?.textContent).toContain("tabel");
  });

  it("opens where it comes from: files with their fingerprint and held rows, flags, and the load", () => {
    const file = {
      name: "lessen.csv",
      sha256: "0a1b2c3d".repeat(8),
      latest_day: "2026-03-01",
      rows_read: 1250,
      rows_rejected: 2,
    };
    const { element } = make([{ label: { nl: "lessen", en: "lessons" }, url: null, is_synthetic: true, file }]);
    const told = [...element.querySelectorAll("details.receipt dl > *")].map((one) => one.textContent);
    expect(told).toEqual([
      ...["Waarnemingen", "1, elk met wat erbij hoort in het CSV-bestand"],
      ...["Bestanden", "lessen.csv (tot en met 1 maart 2026; SHA-256 0a1b2c3d; 1.250 rijen, waarvan 2 in quarantaine)"],
      ...["Inleesbeurt", "2026-03-02-0a1b2c3d"],
    ]);
  });

  it("names each picture and gives the ids inside it names of their own", () => {
    const { element } = make();
    expect(
      [...element.querySelectorAll("svg")].map((svg) => [svg.getAttribute("role"), svg.getAttribute("aria-label")]),
    ).toEqual([
      ["img", "Balk van 12."],
      ["img", "Balk van 12."],
    ]);
    expect([...element.querySelectorAll("clipPath")].map(({ id }) => id)).toEqual([
      "lessons-by-place-720-0",
      "lessons-by-place-360-0",
    ]);
    expect([...element.querySelectorAll("svg > rect")].map((rect) => rect.getAttribute("clip-path"))).toEqual([
      "url(#lessons-by-place-720-0)",
      "url(#lessons-by-place-360-0)",
    ]);
  });

  it("says where the rows come from, which are invented, and as of when", () => {
    const { element } = make();
    expect(element.querySelector(".source")?.textContent).toBe(
      "Bron: lessen.csv (voorbeelddata); VRT, 2017; stand op 2 maart 2026.",
    );
    expect(element.querySelector(".source a")?.getAttribute("href")).toBe("https://example.org/vrt");
  });

  it("gives published figures alone no as-of date", () => {
    expect(make(sources.slice(1)).element.querySelector(".source")?.textContent).toBe("Bron: VRT, 2017.");
    const unlinked = sources.slice(1).map((source) => ({ ...source, url: null }));
    expect(make(unlinked).element.querySelector(".source")?.textContent).toBe("Bron: VRT, 2017.");
  });

  it("gives a file loaded from an address its as-of date", () => {
    const web = [{ ...sources[0], url: "https://example.org/lessen.csv", is_synthetic: false }] as Source[];
    expect(make(web).element.querySelector(".source")?.textContent).toBe("Bron: lessen.csv; stand op 2 maart 2026.");
  });

  it("says so when no file was loaded for it", () => {
    expect(make([]).element.querySelector(".source")?.textContent).toBe(
      "Bron: geen bestand geladen; stand op 2 maart 2026.",
    );
  });

  it("gives its files the same source in words", () => {
    expect(make().source).toBe("Bron: lessen.csv (voorbeelddata); VRT, 2017; stand op 2 maart 2026.");
  });
});
