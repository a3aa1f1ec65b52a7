import { expect, it } from "vitest";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { contracts } from "../../../loaders/contracts/index.ts";
import { cellOf } from "../../../loaders/formats/format.ts";
import { cellsSql, verdictSql } from "../../../loaders/judge/verdict.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

const parameters = {
  as_of: "2026-03-02",
  load_id: "test",
  is_synthetic: true,
  thresholds: defaultThresholds,
};

it("looks references up row by row: no contract's verdict keeps all rows of a file in memory", async () => {
  const warehouse = await openWarehouse(":memory:");
  await createSchema(warehouse, parameters, "reference");
  for (const contract of contracts.filter(({ references }) => references.length > 0)) {
    const inputs = Object.keys(contract.columns);
    await warehouse.run(
      `create or replace table raw.cells (_line INTEGER, ${inputs.map((name) => `${cellOf(name)} VARCHAR`).join(", ")})`,
    );
    const sql = verdictSql(
      contract,
      { from: "raw.cells", inputs },
      { texts: Object.fromEntries(inputs.map((name) => [name, cellOf(name)])) },
    );
    const plan = JSON.stringify(await warehouse.rows(`explain ${sql}`));
    expect([contract.table, /DELIM/.test(plan)]).toEqual([contract.table, false]);
    expect(plan).toContain("MARK");
  }
  warehouse.close();
});

it("reads the cells of every contract without a join, so that the place of a row tells its line", async () => {
  const warehouse = await openWarehouse(":memory:");
  await createSchema(warehouse, parameters, "reference");
  for (const contract of contracts) {
    const names = Object.keys(contract.columns);
    const cells = names.map((name) => `'x' as ${cellOf(name)}`).join(", ");
    const sql = cellsSql(contract, `(select ${cells} from range(10))`, {
      texts: Object.fromEntries(names.map((name) => [name, cellOf(name)])),
    });
    const plan = JSON.stringify(await warehouse.rows(`explain ${sql}`));
    expect([contract.table, plan.match(/JOIN|AGGREGATE|FILTER|WINDOW/g)]).toEqual([contract.table, null]);
  }
  warehouse.close();
});
