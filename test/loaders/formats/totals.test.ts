import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { validate } from "../../../loaders/judge/validate.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openSource } from "../../../loaders/sources/sources.ts";
import { openWarehouse } from "../../../loaders/warehouse.ts";

const FUNDING = `    table: funding
    format: columns
    file: file.csv
    numbers: dutch
    dates: dmy
    columns: { entry_id: Boeking, booked_on: Datum, funder_name: Financier, funder_id: Code, amount_eur: Bedrag }
    constants: { school_year: 2025-2026, programme: ovk, funder_type: private, kind: cash, phase: received }
`;

/** What becomes of the rows of a file: skipped by rule, held, and the rows that load. */
async function loaded(text: string, source = FUNDING, columns = "entry_id, funder_name, amount_eur::double") {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-totals-"));
  writeFileSync(join(folder, "file.csv"), text);
  writeFileSync(join(folder, "c.yaml"), `sources:\n  own:\n${source}`);
  const config = readConfig(join(folder, "c.yaml"), { today: "2026-03-02" }).sources.own;
  if (!config) throw new Error("no source");
  const warehouse = await openWarehouse(":memory:");
  try {
    await createSchema(
      warehouse,
      { as_of: "2026-03-02", load_id: "t", is_synthetic: true, thresholds: defaultThresholds },
      "reference",
    );
    const file = await openSource("own", config, join(folder, "file.csv"), "file.csv");
    const [found] = await validate(warehouse, file.contract, [file], "t");
    const rows = await warehouse.rows(`select ${columns} from raw.${file.contract.table} order by _line`);
    return { skipped: found?.skipped, held: found?.rejected.length, rows: rows.map((row) => Object.values(row)) };
  } finally {
    warehouse.close();
  }
}

describe("total rows", () => {
  it("are skipped with a count, in a column of codes with every cell filled, and beside blank cells in any column", async () => {
    const text = `Boeking;Datum;Financier;Code;Bedrag
B1;12/09/2025;Fonds;F01;1,00
Subtotaal;;;;1,00
B2;03/10/2025;Total;F02;2,00
B3;03/10/2025;Robotix;F02;€ 3,00
;;Algemeen totaal;;6,00
;;;;6,00
Totaal;03/10/2025;Alle;ALLE;6,00
`;
    expect(await loaded(text)).toEqual({
      skipped: { only_sums: 1, total_row: 3 },
      held: 0,
      // a company may be called Total
      rows: [
        ["B1", "Fonds", 1],
        ["B2", "Total", 2],
        ["B3", "Robotix", 3],
      ],
    });
  });

  it("are skipped in a plain table that is read in one pass", async () => {
    const source = `    table: campaign_metrics
    file: file.csv
    columns: { content_id: Video, value: Weergaven }
    constants: { campaign: c1, channel: youtube, metric: views, metric_definition: youtube_view_2012, measured_on: 2026-02-10 }
`;
    expect(
      await loaded("Video,Weergaven\nrobot-1,200\nenergie-2,100\nTotaal,300\n", source, "content_id, value::double"),
    ).toEqual({
      skipped: { total_row: 1 },
      held: 0,
      rows: [
        ["robot-1", 200],
        ["energie-2", 100],
      ],
    });
  });

  it("leaves alone what only lacks some cells", async () => {
    const text = "Boeking;Datum;Financier;Code;Bedrag\nB1;;;;1,00\n;12/09/2025;Fonds;F01;1,00\n";
    expect(await loaded(text)).toMatchObject({ skipped: {}, held: 2 });
  });
});
