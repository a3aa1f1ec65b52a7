import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analysis } from "../../../../loaders/analyses/analysis.ts";
import { createCatalogue, store } from "../../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../../loaders/config/thresholds.ts";
import { contracts } from "../../../../loaders/contracts/index.ts";
import { BREAKDOWNS } from "../../../../loaders/models/indicators.ts";
import { runModels } from "../../../../loaders/models/models.ts";
import { recordLoad } from "../../../../loaders/report/meta.ts";
import type { Warehouse } from "../../../../loaders/warehouse.ts";
import { breakdownName } from "../../../../src/components/methods/methodWords.ts";
import type {
  AnalysisRow,
  IndicatorRow,
  MethodCount,
  TableRow,
  ThresholdRow,
} from "../../../../src/data/methods/rows.ts";
import { methods } from "../../../../src/data/pages/methods.json.ts";
import { emptyWarehouse } from "../../../loaders/models/fixtureWarehouse.ts";

const trial = analysis({
  id: "trial",
  name: { nl: "proef", en: "trial" },
  method: { nl: "zoals hier", en: "as here" },
  evidence: "shift",
  codes: ["D2", "C2"],
  inputs: ["marts.enrolments"],
  functions: ["wilsonInterval"],
  parameters: { level: 0.95, control: "not-yet" },
  thresholds: ["smallest_change"],
  columns: { share: "DOUBLE" },
  run: async () => [
    { share: 0.5, reason: null },
    { share: null, reason: "no_rows" },
    { share: null, reason: "not_computable" },
    { share: null, reason: "not_computable" },
  ],
});

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await emptyWarehouse();
  await recordLoad(warehouse, []);
  await runModels(warehouse);
  await createCatalogue(warehouse);
});
afterAll(() => warehouse.close());

async function rows<Row>(name: string): Promise<Row[]> {
  const data = methods.schema.parse(await methods.load(warehouse)) as { sections: Record<string, { rows: Row[] }> };
  return data.sections[name]?.rows ?? [];
}

describe("the data of the page on methods", () => {
  it("says that no analysis ran where none did", async () => {
    expect(await rows<AnalysisRow>("analyses")).toEqual([]);
    expect(await rows("functions")).toEqual([]);
    expect(await rows<MethodCount>("count")).toMatchObject([{ analyses: 0, results: 0, without_figure: 0 }]);
  });

  it("has each analysis with what decides its figures, and counts the reasons why some are missing", async () => {
    const context = { warehouse, asOf: "2025-09-03", schoolYear: "2025-2026", thresholds: defaultThresholds };
    await store(trial, context);
    expect(await rows<AnalysisRow>("analyses")).toEqual([
      {
        id: "trial",
        name: { nl: "proef", en: "trial" },
        method: { nl: "zoals hier", en: "as here" },
        evidence: "shift",
        codes: [
          { code: "D2", indicator_id: "girls_share_in_stem" },
          { code: "C2", indicator_id: null },
        ],
        inputs: ["marts.enrolments"],
        functions: ["wilsonInterval"],
        parameters: [
          { name: "level", value: 0.95 },
          { name: "control", value: "not-yet" },
        ],
        thresholds: [
          { id: "smallest_change", name: { nl: "kleinste verandering die telt", en: "smallest change of interest" } },
        ],
        results: 4,
        absent: [
          { reason: expect.objectContaining({ nl: expect.stringContaining("spreken elkaar tegen") }), results: 2 },
          { reason: expect.objectContaining({ en: "no data were loaded" }), results: 1 },
        ],
        reason: null,
        as_of: "2025-09-03",
      },
    ]);
    expect(await rows("functions")).toEqual([
      {
        name: "wilsonInterval",
        file: "statistics/proportion/wilson.ts",
        text: expect.stringContaining("Wilson's score interval of a share, as fractions (Wilson 1927;"),
      },
    ]);
    expect(await rows<MethodCount>("count")).toEqual([
      { indicators: (await rows("indicators")).length, analyses: 1, results: 4, without_figure: 3 },
    ]);
  });

  it("has every indicator as its definition file has it, in both languages", async () => {
    const found = await rows<IndicatorRow>("indicators");
    expect(found.find(({ id }) => id === "stem_parity_index")).toMatchObject({
      codes: ["D4"],
      denominator: { en: "share of boys who take STEM" },
      interval: { nl: "logaritmisch interval van een verhouding (Katz e.a. 1978)" },
      disclosure: { en: expect.stringContaining("fewer than 5 girls") },
      breakdowns: ["track"],
      sources: ["enrolments"],
    });
    expect(found.find(({ id }) => id === "lectures_count")).toMatchObject({ denominator: null });
  });

  it("gives a threshold its source in both languages, and the user's own as it was written", async () => {
    await warehouse.run("update meta.thresholds set value = 30, source = 'afspraak van 3 mei' where id = 'caliper_km'");
    const found = await rows<ThresholdRow>("thresholds");
    expect(found.map(({ id }) => id)).toEqual(Object.keys(defaultThresholds).sort());
    expect(found.find(({ id }) => id === "caliper_km")).toMatchObject({
      value: 30,
      unit: "km",
      source: { nl: "afspraak van 3 mei", en: "afspraak van 3 mei" },
    });
    expect(found.find(({ id }) => id === "smallest_change")?.source.nl).toContain("1 procentpunt (indicator D9)");
  });

  it("has the columns of every canonical table", async () => {
    const found = await rows<TableRow>("tables");
    expect(found.map(({ table }) => table).sort()).toEqual(contracts.map(({ table }) => table).sort());
    const lectures = found.find(({ table }) => table === "lectures");
    expect(lectures?.columns.find(({ name }) => name === "lecturer_id")).toEqual({
      name: "lecturer_id",
      meaning: { nl: "nummer van de gastdocent", en: "number of the lecturer" },
      expects: { nl: "een code zonder spaties", en: "a code without spaces" },
      is_key: false,
      is_required: false,
      is_personal: false,
      refers_to: "lecturers",
    });
  });

  it("has words for every breakdown", () => {
    for (const breakdown of BREAKDOWNS) expect(breakdownName(breakdown, "nl")).not.toContain("_");
    expect(breakdownName("item_id", "nl")).toBe("vraag");
  });
});
