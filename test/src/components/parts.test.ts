import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../src/components/figure/chart.ts";
import { parts } from "../../../src/components/index.ts";
import type { CheckRow, FileRow, RejectedRow } from "../../../src/data/data/rows.ts";
import { conflicting, meanings, scores } from "../../fixtures/chartRows.ts";

const { document } = parseHTML("<html></html>");
const at = (lang: Lang) => ({
  width: 760,
  lang,
  document,
  frame: { as_of: "2026-03-02", load_id: "test", is_synthetic: true },
});
const cells = (element: HTMLElement) =>
  [...element.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? "").trim()),
  );
const text = (element: Element) => (element.textContent ?? "").replaceAll("\u00a0", " ");

const file = (table: string, latest_day: string | null): FileRow => ({
  source: table,
  table,
  file: `${table}.csv`,
  sha256: "0123456789abcdef".repeat(4),
  bytes: 1234,
  encoding: "utf-8",
  format: "canonical",
  rows_read: 1250,
  rows_accepted: 1248,
  rows_rejected: 2,
  rows_unchanged: 0,
  latest_day,
  is_synthetic: true,
});
const rejected = (table: string, rows: number): RejectedRow => ({
  table,
  column: "held_on",
  rule: "unreadable",
  message: { nl: "een bestaande datum jjjj-mm-dd", en: "an existing date yyyy-mm-dd" },
  rows,
});
const check: CheckRow = {
  id: "check_lectures_unique",
  stage: "staging",
  severity: "blocking",
  result: "pass",
  message: { nl: "elke gastles staat er één keer", en: "each lecture is there once" },
  rows: 0,
};

describe("scorecard", () => {
  it("gives each indicator a row with the same five columns", () => {
    const element = parts.scorecard([scores.lectures, scores.girls], at("nl"));
    expect(cells(element).map(([label, , value, status]) => [label, value?.replace("\u00a0", " "), status])).toEqual([
      ["Gastlessen", "312", "onzeker"],
      ["Aandeel meisjes in STEM", "30,1 % (p)", "niet op koers"],
    ]);
    expect([...element.querySelectorAll("thead th")].map(text)).toEqual([
      "Indicator",
      "Beeld",
      "Waarde",
      "Stand",
      "Toelichting",
    ]);
  });

  it("keeps the roles of a table, and its pictures out of the words", () => {
    const element = parts.scorecard([scores.lectures], at("en"));
    expect(element.getAttribute("role")).toBe("table");
    expect([...element.querySelectorAll("tbody tr > *")].map((cell) => cell.getAttribute("role"))).toEqual([
      "rowheader",
      "cell",
      "cell",
      "cell",
      "cell",
    ]);
    for (const svg of element.querySelectorAll("svg")) expect(svg.getAttribute("aria-hidden")).toBe("true");
  });

  it("shows the letter of a hidden value in its place", () => {
    expect(cells(parts.scorecard([scores.hidden], at("nl")))[0]?.[2]).toBe("c");
  });
});

describe("freshness", () => {
  it("gives the latest day of each table and its age on the day of the page", () => {
    const rows = [
      file("lectures", "2026-02-20"),
      file("lectures", "2026-03-01"),
      file("schools", null),
      file("funding", "2026-03-04"),
    ];
    expect(cells(parts.freshness(rows, at("nl")))).toEqual([
      ["gastlessen", "1 maart 2026", "1 dag"],
      ["scholen", "zonder datum", "–"],
      ["financiering", "4 maart 2026", "2 dagen vooruit"],
    ]);
  });

  it("tells the latest day and the held rows in one line", () => {
    const rows = [file("lectures", "2026-02-20"), file("funding", "2026-03-04"), file("schools", null)];
    expect(text(parts.freshnessLine(rows, at("nl")))).toBe(
      "De jongste rij is van 20 februari 2026. Van 3.750 rijen wachten er 6 in quarantaine; alles daarover staat bij Gegevens.",
    );
  });

  it("says that nothing was loaded", () => {
    expect(text(parts.freshness([], at("en")))).toBe("Nothing has been loaded yet.");
  });
});

describe("held", () => {
  it("counts the rows in quarantine by table, the most first", () => {
    const element = parts.held([rejected("funding", 1), rejected("lectures", 2), rejected("lectures", 1)], at("nl"));
    expect(text(element.querySelector("p") as Element)).toBe(
      "4 rijen wachten in quarantaine (gastlessen en financiering) en tellen niet mee tot de fout verbeterd is.",
    );
    expect(cells(element)).toEqual([
      ["gastlessen", "3"],
      ["financiering", "1"],
    ]);
  });

  it("knows one row from many, and none", () => {
    expect(text(parts.held([rejected("lectures", 1)], at("en")).querySelector("p") as Element)).toBe(
      "1 row waits in quarantine (lectures) and does not count until the fault is mended.",
    );
    expect(text(parts.held([], at("nl")))).toBe("Geen enkele rij wacht in quarantaine: alle gelezen rijen tellen mee.");
  });
});

describe("tables of the load", () => {
  it("can be scrolled with the keyboard and say what they are", () => {
    const region = parts.filesTable([file("lectures", "2026-03-01")], at("nl"));
    expect([region.getAttribute("role"), region.getAttribute("tabindex"), region.getAttribute("aria-label")]).toEqual([
      "region",
      "0",
      "Geladen bestanden",
    ]);
    expect(text(region.querySelector("table.data > caption") as Element)).toBe("Geladen bestanden");
    expect(region.querySelectorAll("tbody td.number")).toHaveLength(5);
  });

  it("write files, refusals and checks in the reader's language", () => {
    expect(cells(parts.filesTable([file("lectures", "2026-03-01")], at("nl")))).toEqual([
      [
        "lectures.csv",
        "gastlessen",
        "1.250",
        "1.248",
        "2",
        "0",
        "1\u00a0maart\u00a02026",
        "canonical",
        "utf-8",
        "1,2 kB",
        "01234567",
        "voorbeelddata",
      ],
    ]);
    expect(cells(parts.rejectedTable([rejected("lectures", 1200)], at("en")))).toEqual([
      ["lectures", "held_on", "unreadable", "an existing date yyyy-mm-dd", "1,200"],
    ]);
    expect(cells(parts.checksTable([check], at("nl")))).toEqual([
      [
        "check_lectures_unique",
        "staging",
        "houdt de inleesbeurt tegen",
        "✓ in orde",
        "elke gastles staat er één keer",
        "0",
      ],
    ]);
  });

  it("write loads, provenance and reach", () => {
    const load = { load_id: "2026-03-02-4f1c2ab9", as_of: "2026-03-02", version: "0.1.0", files: 2 };
    const counts = { rows_read: 1250, rows_accepted: 1248, rows_rejected: 2, rows_unchanged: 0 };
    expect(cells(parts.loadsTable([{ ...load, ...counts }], at("nl")))).toEqual([
      ["2026-03-02-4f1c2ab9", "2\u00a0maart\u00a02026", "0.1.0", "2", "1.250", "1.248", "2", "0"],
    ]);
    const name = { nl: "Gastlessen", en: "Guest lectures" };
    const row = { name, codes: "A1", files: ["lectures.csv", "schools.csv"], rows: 4575 };
    expect(cells(parts.provenanceTable([row], at("en")))).toEqual([
      ["Guest lectures", "A1", "lectures.csv, schools.csv", "4,575"],
    ]);
    const reach = {
      school_year: "2020-2021",
      campaign: "#STEMhelden",
      channel: "youtube",
      definition: "youtube_view_2012",
    };
    expect(cells(parts.reachTable([{ ...reach, value: 120434, flag: "e" }], at("nl")))).toEqual([
      ["#STEMhelden", "2020-2021", "youtube", "youtube_view_2012", "120.434 (e)"],
    ]);
  });

  it("show both of two published figures that disagree", () => {
    expect(cells(parts.publishedTable(conflicting, at("en"))).map((row) => [row[2], row[3], row[5]])).toEqual([
      ["2015-2016", "34.47%", "rtcoostvlaanderen.be/p5374"],
      ["2015-2016", "31.1%", "gva.be dmf20170420_02842383"],
      ["2017-2018", "55,153 pupils", "standaard.be/cnt/dmf20190705_04495193"],
    ]);
  });
});

describe("what an edition leaves out", () => {
  it("is counted in words", () => {
    const said = (primaries: number, secondaries: number, withheld = 0) =>
      text(parts.hiddenCounts([{ primaries, secondaries, withheld }], at("nl")));
    expect(said(4, 3)).toBe(
      "4 kleine aantallen staan als c in de tabellen en grafieken, met 3 andere die ze zouden verraden.",
    );
    expect(said(1, 1, 2)).toBe(
      "1 klein aantal staat als c in de tabellen en grafieken, met 1 ander dat het zou verraden; 2 indelingen staan er helemaal niet.",
    );
    expect(said(0, 0)).toBe("Geen enkel aantal is zo klein dat het verborgen moet worden.");
    expect(text(parts.hiddenCounts([], at("en")))).toBe("Nothing is hidden: this is the internal edition.");
  });

  it("names pages without a source, and which tables would bring them", () => {
    const rows = [
      { page: "quality", about: { nl: "kwaliteit", en: "quality" }, tables: ["responses"], needs: "any" as const },
      {
        page: "coverage",
        about: { nl: "spreiding", en: "coverage" },
        tables: ["schools", "lectures"],
        needs: "all" as const,
      },
      {
        page: "plan",
        about: { nl: "het STEM-plan", en: "the STEM plan" },
        tables: ["plan_goals", "initiatives"],
        needs: "any" as const,
      },
    ];
    expect(text(parts.absentPages(rows, at("nl")))).toBe(
      "Nog zonder cijfers, want er is niets voor ingelezen: kwaliteit (met antwoorden); spreiding (met scholen en gastlessen); het STEM-plan (met plandoelen of initiatieven).",
    );
  });
});

describe("morePublished", () => {
  it("gives each figure with whom it is about, its source and what to beware of", () => {
    const row = {
      period: "2018-2020",
      indicator_id: "lectures_count",
      about: "STEM-OvK",
      stage: null,
      value: 200,
      is_share: false,
    };
    const rows = [
      { ...row, source_title: "STEM Ondernemers voor de Klas", source: "stemcoalition.eu/node/4933", note: null },
    ];
    expect(cells(parts.morePublished(rows, at("nl")))).toEqual([
      [
        "gastlessen",
        "2018-2020",
        "ongeveer 200",
        "STEM-OvK",
        "STEM Ondernemers voor de Klas; stemcoalition.eu/node/4933",
        "–",
      ],
    ]);
  });
});

describe("definitions", () => {
  it("gives each indicator once, with its unit", () => {
    const element = parts.definitions([meanings.lectures, meanings.girls, meanings.lectures], at("nl"));
    expect([...element.children].map(text)).toEqual([
      "Gastlessen",
      "Omschrijving van gastlessen. Eenheid: gastlessen.",
      "Aandeel meisjes in STEM",
      "Omschrijving van aandeel meisjes in stem. Eenheid: aandeel.",
    ]);
  });
});
