import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { runAnalyses } from "../../../../loaders/analyses/index.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import { recordLoad } from "../../../../loaders/report/meta.ts";
import type { Lang, Part } from "../../../../src/components/figure/chart.ts";
import { parts } from "../../../../src/components/index.ts";
import { formatParameter, formatThreshold } from "../../../../src/components/methods/methodWords.ts";
import type { AnalysisRow, IndicatorRow } from "../../../../src/data/methods/rows.ts";
import { methods } from "../../../../src/data/pages/methods.json.ts";
import { fixtureWarehouse } from "../../../loaders/models/fixtureWarehouse.ts";

const { document } = parseHTML("<html></html>");
const at = (lang: Lang) => ({
  width: 760,
  lang,
  document,
  frame: { as_of: "2026-03-02", load_id: "test", is_synthetic: true },
});
const text = (element: Element | null | undefined) => (element?.textContent ?? "").replaceAll("\u00a0", " ");
const factsOf = (element: Element) =>
  [...element.querySelectorAll("dl.facts dt")].map((label) => `${text(label)}: ${text(label.nextElementSibling)}`);
const cells = (element: HTMLElement) =>
  [...element.querySelectorAll("tbody tr")].map((row) => [...row.children].map(text));
const words = (nl: string, en = nl) => ({ nl, en });

const indicator: IndicatorRow = {
  id: "wrap_up_rate",
  codes: ["A9"],
  name: words("Nabespreking gedaan", "Wrap-ups done"),
  definition: words("Lessen met nabespreking.", "Lectures with a wrap-up."),
  numerator: words("met nabespreking", "with a wrap-up"),
  denominator: words("alle lessen", "all lectures"),
  unit: words("aandeel", "share"),
  evidence: "monitoring",
  breakdowns: ["programme", "province"],
  sources: ["lectures"],
  interval: words("Wilson-interval", "Wilson interval"),
  disclosure: words("geen regel", "no rule"),
  pitfalls: words("Let goed op.", "Take care."),
};
const result: AnalysisRow = {
  id: "trial",
  name: words("Proef", "Trial"),
  method: words("Zoals hier.", "As here."),
  evidence: "attribution",
  codes: [
    { code: "A9", indicator_id: "wrap_up_rate" },
    { code: "C2", indicator_id: null },
  ],
  inputs: ["marts.lectures"],
  functions: ["wilsonInterval"],
  parameters: [
    { name: "level", value: 0.95 },
    { name: "seed", value: 20260302 },
    { name: "bandwidth", value: "as wide as the data ask" },
  ],
  thresholds: [{ id: "caliper_km", name: words("grootste afstand", "largest distance") }],
  results: 1200,
  absent: [{ reason: words("er is geen doel geladen", "no target was loaded"), results: 1 }],
  reason: null,
  as_of: "2026-03-02",
};

describe("indicatorList", () => {
  it("gives each indicator an anchor, its codes, and everything that decides its value", () => {
    const element = parts.indicatorList([indicator], at("nl"));
    const section = element.querySelector("section#wrap_up_rate") as Element;
    expect(text(section.querySelector("h3"))).toBe("Nabespreking gedaan A9");
    expect(factsOf(section)).toEqual([
      "Teller: met nabespreking",
      "Noemer: alle lessen",
      "Eenheid: aandeel",
      "Uitgesplitst naar: programma en provincie",
      "Interval: Wilson-interval",
      "Bewijsniveau: opvolging: wat er gebeurde, naast wat afgesproken is",
      "Publicatie: geen regel",
      "Tabellen: gastlessen",
      "Let op: Let goed op.",
    ]);
    expect(element.querySelector(".contents a")?.getAttribute("href")).toBe("#wrap_up_rate");
    expect(element.querySelector(".facts a")?.getAttribute("href")).toBe("#table-lectures");
  });

  it("leaves out what an indicator does not have", () => {
    const element = parts.indicatorList([{ ...indicator, denominator: null, breakdowns: [] }], at("en"));
    expect(factsOf(element).some((fact) => /Denominator|Broken down/.test(fact))).toBe(false);
  });
});

describe("analysisList", () => {
  it("tells the method, what decides the figures, and why some are missing", () => {
    const element = parts.analysisList([result], at("nl"));
    expect(factsOf(element)).toEqual([
      "Gaat over: A9, C2",
      "Bewijsniveau: toeschrijving: kwam het door de gastlessen?",
      "Leest: marts.lectures",
      "Formules: wilsonInterval",
      "Instellingen: betrouwbaarheid: 95 %; startgetal van het toeval: 20260302; bandwidth: as wide as the data ask",
      "Drempels: grootste afstand",
      "Resultaten: 1.200 resultaten op 2 maart 2026, waarvan 1 zonder cijfer",
      "Geen cijfer: er is geen doel geladen (1 resultaat)",
    ]);
    const hrefs = [...element.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(hrefs).toEqual(["#analysis-trial", "#wrap_up_rate", "#function-wilsonInterval", "#threshold-caliper_km"]);
    expect(text(element.querySelector("[lang=en]"))).toBe("as wide as the data ask");
  });

  it("says in Dutch what is a word in the code, and writes thousands as they are read", () => {
    const row = {
      ...result,
      parameters: [{ name: "horizon", value: "as many years as fitted" }],
      absent: result.absent.map((reason) => ({ ...reason, results: 1099 })),
    };
    const told = factsOf(parts.analysisList([row], at("nl")));
    expect(told).toContain("Instellingen: hoe ver vooruit: evenveel jaren als er in de lijn zitten");
    expect(told).toContain("Resultaten: 1.200 resultaten op 2 maart 2026, waarvan 1.099 zonder cijfer");
  });

  it("says why there is no result at all, and that no analysis ran", () => {
    const silent = { ...result, results: 1 };
    expect(factsOf(parts.analysisList([silent], at("en")))).toContain(
      "Results: 1 result as of 2 March 2026, none with a figure",
    );
    const none = {
      ...result,
      results: 0,
      absent: [],
      reason: words("er is geen doel geladen", "no target was loaded"),
    };
    expect(factsOf(parts.analysisList([none], at("en"))).at(-1)).toBe("Results: none: no target was loaded");
    expect(text(parts.analysisList([], at("nl")))).toBe("Bij deze inleesbeurt is geen enkele analyse uitgevoerd.");
  });
});

describe("functionList", () => {
  it("shows the words of the code as English, with the names of the code apart", () => {
    const row = { name: "kitagawa", file: "statistics/decomposition.ts", text: "Null when `before` is empty." };
    const element = parts.functionList([row], at("nl"));
    expect(element.querySelector("dt")?.id).toBe("function-kitagawa");
    expect(element.querySelector("dd")?.outerHTML).toBe('<dd lang="en">Null when <code>before</code> is empty.</dd>');
    expect(parts.functionList([row], at("en")).querySelector("dd")?.hasAttribute("lang")).toBe(false);
  });
});

describe("tables of the page on methods", () => {
  it("give each threshold its value in its unit, and an anchor", () => {
    const row = {
      id: "caliper_km",
      name: words("grootste afstand"),
      unit: "km" as const,
      value: 40,
      source: words("D9"),
    };
    const element = parts.thresholdsTable([row], at("nl"));
    expect(cells(element)).toEqual([["Grootste afstand", "40 km", "D9", "caliper_km"]]);
    expect(element.querySelector("tbody tr")?.id).toBe("threshold-caliper_km");
  });

  it("write numbers as they are read", () => {
    const shown = (unit: "share" | "points" | "days" | "eur" | "number", value: number, lang: Lang) =>
      formatThreshold({ unit, value }, lang).replaceAll("\u00a0", " ");
    expect(shown("share", 0.6, "nl")).toBe("60 %");
    expect(shown("share", 0.125, "en")).toBe("12.5%");
    expect(shown("points", 0.01, "en")).toBe("1 percentage point");
    expect(shown("points", 0.015, "nl")).toBe("1,5 procentpunt");
    expect(shown("days", 1, "nl")).toBe("1 dag");
    expect(shown("eur", 2500, "en")).toBe("€2,500");
    expect(shown("number", 1.5, "nl")).toBe("1,5");
    expect(formatParameter("draws", 1000, "en")).toBe("1,000");
    expect(formatParameter("largest_unmatched_share", 0.05, "en")).toBe("5%");
  });

  it("tell the flags, the status words, and what is invented", () => {
    expect(cells(parts.flagsTable([{ flag: "u", meaning: words("Te weinig.") }], at("nl")))).toEqual([
      ["u", "weinig betrouwbaar", "Te weinig."],
    ]);
    expect(cells(parts.statusTable([{ status: "met", meaning: words("Reached.") }], at("en")))).toEqual([
      ["met", "Reached."],
    ]);
    const origin = { label: words("gastlessen"), table: "lectures", rows: 3675, is_synthetic: true, url: null };
    expect(cells(parts.originsTable([origin, { ...origin, is_synthetic: false }], at("nl")))).toEqual([
      ["Gastlessen", "gastlessen", "3.675", "verzonnen"],
      ["Gastlessen", "gastlessen", "3.675", "echt"],
    ]);
  });

  it("open to the columns of each canonical table", () => {
    const column = { name: "lecture_id", meaning: words("nummer"), expects: words("een code"), refers_to: null };
    const columns = [
      { ...column, is_key: true, is_required: true, is_personal: false },
      { ...column, name: "lecturer_id", refers_to: "lecturers", is_key: false, is_required: false, is_personal: true },
    ];
    const element = parts.dataDictionary([{ table: "lectures", title: words("Gastlessen"), columns }], at("nl"));
    expect(element.querySelector("details")?.id).toBe("table-lectures");
    expect(text(element.querySelector("summary"))).toBe("Gastlessen lectures (2 kolommen)");
    expect(cells(element)).toEqual([
      ["lecture_id", "nummer", "een code", "ja, sleutel", "nee"],
      ["lecturer_id", "nummer (verwijst naar gastdocenten)", "een code", "nee", "ja"],
    ]);
  });
});

describe("methodAnswer", () => {
  it("says how much the page speaks of", () => {
    const count = { indicators: 18, analyses: 1, results: 1200, without_figure: 12 };
    expect(text(parts.methodAnswer([count], at("nl")))).toBe(
      "Elk cijfer volgt uit een vaste definitie: 18 indicatoren en 1 analyse op 2 maart 2026; voor 12 van de 1.200 resultaten is er geen cijfer, met de reden erbij.",
    );
    expect(text(parts.methodAnswer([{ ...count, analyses: 0, results: 0, without_figure: 0 }], at("en")))).toBe(
      "Every figure follows from a fixed definition: 18 indicators and 0 analyses as of 2 March 2026.",
    );
  });
});

describe("every part of the page on methods", () => {
  let sections: Record<string, { rows: object[] }>;
  beforeAll(async () => {
    const warehouse = await fixtureWarehouse();
    await runModels(warehouse);
    await recordLoad(warehouse, []);
    await runAnalyses(warehouse, defaultThresholds);
    ({ sections } = (await methods.load(warehouse)) as { sections: typeof sections });
    warehouse.close();
  });
  const shown = {
    methodAnswer: "count",
    indicatorList: "indicators",
    analysisList: "analyses",
    functionList: "functions",
    thresholdsTable: "thresholds",
    flagsTable: "flags",
    statusTable: "statuses",
    dataDictionary: "tables",
    originsTable: "origins",
  } as const;

  it.each(Object.entries(shown))(
    "%s says the rows, and no rows, without a fault in either language",
    (name, section) => {
      const part = parts[name as keyof typeof shown] as unknown as Part<object>;
      for (const lang of ["nl", "en"] as const)
        for (const rows of [sections[section]?.rows ?? [], []])
          expect(text(part(rows, at(lang)))).not.toMatch(/NaN|undefined|\[object/);
    },
  );
});
