import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analysis } from "../../../loaders/analyses/analysis.ts";
import { answerOf } from "../../../loaders/analyses/reasons.ts";
import { createCatalogue, store } from "../../../loaders/analyses/store.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import type { Warehouse } from "../../../loaders/warehouse.ts";
import { wilsonInterval } from "../../../statistics/proportion/wilson.ts";
import { emptyWarehouse } from "../models/fixtureWarehouse.ts";

const definition = {
  name: { nl: "proef", en: "trial" },
  method: { nl: "zoals hier", en: "as here" },
  evidence: "monitoring" as const,
  codes: ["B1"],
  inputs: ["marts.responses"],
  functions: ["wilsonInterval"],
  parameters: { level: 0.95 },
  thresholds: ["smallest_change" as const],
  columns: { item: "VARCHAR", share: "DOUBLE", n: "INTEGER" } as const,
};

describe("a result table", () => {
  let warehouse: Warehouse;
  const context = () => ({ warehouse, asOf: "2025-09-03", schoolYear: "2025-2026", thresholds: defaultThresholds });
  beforeAll(async () => {
    warehouse = await emptyWarehouse();
    await createCatalogue(warehouse);
  });
  afterAll(() => warehouse.close());

  it("holds the rows with their as-of day, and why a figure is missing", async () => {
    const run = async () => [
      { item: "a", share: 0.25, n: 8, reason: null },
      { item: "b", share: null, n: 0, reason: "no_rows" as const },
    ];
    await store(analysis({ ...definition, id: "trial", run }), context());
    expect(await warehouse.rows("from analyses.trial order by item")).toEqual([
      { item: "a", share: 0.25, n: 8, reason: null, as_of: "2025-09-03" },
      { item: "b", share: null, n: 0, reason: "no_rows", as_of: "2025-09-03" },
    ]);
    const [listed] = await warehouse.rows("from analyses.catalogue where id = 'trial'");
    expect(listed).toMatchObject({
      ...{
        name_nl: "proef",
        inputs: "marts.responses",
        functions: "wilsonInterval",
        result_rows: 2,
        without_figure: 1,
      },
      ...{ parameters: '{"level":0.95,"smallest_change":0.01}', reason: null, as_of: "2025-09-03", load_id: "test" },
    });
  });

  it("takes no row that its columns do not allow", async () => {
    const columns = { item: "VARCHAR NOT NULL", kind: { oneOf: ["met", "short"], isRequired: true } } as const;
    const storing = (item: string | null, kind: string | null) =>
      store(
        {
          ...analysis({ ...definition, columns, id: "held", run: async () => [] }),
          run: async () => [{ item, kind, reason: null }],
        },
        context(),
      );
    await storing("a", "met");
    expect(await warehouse.rows("select item, kind from analyses.held")).toEqual([{ item: "a", kind: "met" }]);
    await expect(storing(null, "met")).rejects.toThrow(/NOT NULL.*item/);
    await expect(storing("a", "perhaps")).rejects.toThrow(/CHECK/);
    await expect(storing("a", null)).rejects.toThrow(/NOT NULL.*kind/);
  });

  it("is empty, with the reason, where a statistic refuses the data", async () => {
    const run = async () => [{ item: "a", share: wilsonInterval(3, 2)?.lower ?? null, n: 2, reason: null }];
    await store(analysis({ ...definition, id: "refused", run }), context());
    expect(await warehouse.rows("from analyses.refused")).toEqual([]);
    expect(await warehouse.rows("select reason from analyses.catalogue where id = 'refused'")).toEqual([
      { reason: "not_computable" },
    ]);
  });

  it("says that nothing was loaded where there is no row", async () => {
    await store(analysis({ ...definition, id: "nothing", run: async () => [] }), context());
    expect(await warehouse.rows("select reason from analyses.catalogue where id = 'nothing'")).toEqual([
      { reason: "no_rows" },
    ]);
  });

  it("never holds a figure that is no number", async () => {
    const run = async () => [{ item: "a", share: Number.NaN, n: 0, reason: null }];
    await expect(store(analysis({ ...definition, id: "wrong", run }), context())).rejects.toThrow(
      "not a number: NaN (analyses.wrong, column share)",
    );
  });

  it("tells an undefined answer from a refused one, and passes what is our own fault", () => {
    expect(answerOf(() => wilsonInterval(0, 0), "no_rows")).toEqual({ answer: null, reason: "no_rows" });
    expect(answerOf(() => wilsonInterval(2, 1), "no_rows")).toEqual({ answer: null, reason: "not_computable" });
    const fault = () => {
      throw new TypeError("ours");
    };
    expect(() => answerOf(fault, "no_rows")).toThrow("ours");
  });
});
