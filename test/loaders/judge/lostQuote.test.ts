import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../loaders/config/config.ts";
import { defaultThresholds } from "../../../loaders/config/thresholds.ts";
import { rowsWithin } from "../../../loaders/judge/lostQuote.ts";
import { validate } from "../../../loaders/judge/validate.ts";
import { createSchema } from "../../../loaders/models/schema.ts";
import { openSource } from "../../../loaders/sources/sources.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-quote-"));
const file = (name: string) => join(folder, name);
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
  const parameters = { as_of: "2026-03-02", load_id: "test", is_synthetic: true, thresholds: defaultThresholds };
  await createSchema(warehouse, parameters, "reference");
  writeFileSync(file("config.yaml"), "sources:\n  media: { table: media_coverage, file: media.csv }\n");
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, { recursive: true });
});

const HEADER = "item_id,published_on,outlet,title,kind,programme,is_national,url";

/** What becomes of records of media coverage. */
async function judged(rows: string, encoding: BufferEncoding = "utf8") {
  writeFileSync(file("media.csv"), Buffer.from(`${encoding === "utf8" ? "" : "\ufeff"}${HEADER}\n${rows}`, encoding));
  const config = readConfig(file("config.yaml"), { today: "2026-03-02" }).sources.media;
  if (!config) throw new Error("no source");
  const source = await openSource("media", config, file("media.csv"), "media.csv");
  await warehouse.run("delete from raw.media_coverage");
  const [result] = await validate(warehouse, source.contract, [source], "test");
  if (!result) throw new Error("nothing was judged");
  return result;
}

describe("a quote that is lost", () => {
  it("holds the record that took the next rows into a cell, whatever the encoding", async () => {
    for (const encoding of ["utf8", "utf16le"] as const) {
      const { read, accepted, rejected, tallies } = await judged(
        'M1,2026-01-02,hln.be,"De les,article,stem_plan,true,\nM2,2026-01-03,hln.be,Scherm van 24",article,stem_plan,true,\nM3,2026-01-04,hln.be,Nog een,article,stem_plan,true,\n',
        encoding,
      );
      expect({ read, accepted, tallies }).toEqual({ read: 2, accepted: 1, tallies: [] });
      expect(rejected).toHaveLength(1);
      expect(rejected[0]).toMatchObject({ line: 2, problems: [{ rule: "lost_quote", value: "2-3" }] });
      expect(rejected[0]?.problems[0]?.message).toEqual({
        nl: "een aanhalingsteken is niet gesloten: een cel bevat de volgende rijen (regel 2 tot 3)",
        en: "a quote is not closed: a cell holds the rows that follow (line 2 to 3)",
      });
    }
  });
  it("does not hold a text over several lines, however many commas it has", async () => {
    const { accepted, rejected, tallies } = await judged(
      'M1,2026-01-02,hln.be,"Een, twee\nen drie, vier, vijf",article,stem_plan,true,\nM2,2026-01-03,hln.be,"STEM, wiskunde, taal, kunst, en meer\nAn, Bo, Cas, Dré",article,stem_plan,true,\n',
    );
    expect({ accepted, held: rejected.length }).toEqual({ accepted: 2, held: 0 });
    expect(tallies).toEqual([{ rule: "perhaps_a_lost_quote", label: "line 4", amount: 2 }]);
  });
  it("is seen where each row within has as many cells as the record", () => {
    expect(rowsWithin(["1", "a,x\n2,b,y\n\n3,c", "z"], ",")).toEqual([
      ["1", "a", "x"],
      ["2", "b", "y"],
      ["3", "c", "z"],
    ]);
    expect(rowsWithin(["1", '"a,x\n2,b"', "y"], ",")).toEqual([
      ["1", "a", "x"],
      ["2", 'b"', "y"],
    ]);
    expect(rowsWithin(["1", "a\n2,b", "z"], ",")).toBeNull();
    expect(rowsWithin(["1", "a;x\n2;b", "z"], ",")).toBeNull();
    expect(rowsWithin(["1", "a", "z"], ",")).toBeNull();
  });
});
