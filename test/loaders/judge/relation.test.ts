import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storedRelation } from "../../../loaders/judge/relation.ts";
import { openDelimited } from "../../../loaders/read/delimited/delimited.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-relation-"));
const path = join(folder, "table.csv");
let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
  await warehouse.run("set threads = 1; create schema raw");
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, { recursive: true });
});

/** What is read of a text: `direct` when DuckDB reads the file by itself, else with care. */
async function readAs(text: string, how: "direct" | "careful") {
  writeFileSync(path, text);
  const table = openDelimited(path, "table.csv", (names) => names.filter((name) => "abc".includes(name)).length);
  const relation = await storedRelation(
    warehouse,
    how === "direct" ? table : { ...table, direct: null },
    "raw.texts",
    () => false,
  );
  const cells = relation.inputs.map((input) => `coalesce("in:${input}", '')`).join(", ");
  const rows = await warehouse.rows<{ line: number; cells: string[] }>(
    `select _line as line, [${cells}] as cells from ${relation.from} order by 1`,
  );
  return {
    rows: rows.map(({ line, cells }) => [line, ...cells.map((cell) => cell.trim())]),
    misshapen: relation.misshapen.map(({ line, cells }) => [line, cells.length]),
    blank: relation.blanks,
  };
}
const bothWays = async (text: string) => {
  const [direct, careful] = [await readAs(text, "direct"), await readAs(text, "careful")];
  expect(direct).toEqual(careful);
  return direct;
};

describe("the cells of a file, whoever reads it", () => {
  it("a row with one cell too many has no row's length, also when that cell is empty", async () => {
    for (const extra of ["", '""', '"" ', ","])
      expect(await bothWays(`a,b,c\n1,x,y\n2,"p", q,${extra}\n3,x,\n`)).toMatchObject({
        rows: [
          [2, "1", "x", "y"],
          [4, "3", "x", ""],
        ],
        misshapen: [[3, extra === "," ? 5 : 4]],
      });
  });
  it("a separator at the end of the header and of every row makes a column without a name", async () =>
    expect(await bothWays("a;b;\n1;x;\n2;y;\n")).toEqual({
      rows: [
        [2, "1", "x", ""],
        [3, "2", "y", ""],
      ],
      misshapen: [],
      blank: 0,
    }));
  it("spaces around a quoted cell are no part of it", async () => {
    const { rows } = await bothWays('a, b ,c\n1, "x, y" ,z\n"2" , "","p ""q"""\n');
    expect(rows).toEqual([
      [2, "1", "x, y", "z"],
      [3, "2", "", 'p "q"'],
    ]);
  });
  it("a quote within a cell that does not begin with one is a sign like any other", async () => {
    const { rows } = await bothWays('a,b,c\n1,27" scherm,x\n2,5" en 7",y\n');
    expect(rows).toEqual([
      [2, "1", '27" scherm', "x"],
      [3, "2", '5" en 7"', "y"],
    ]);
  });
  it("a record of blank cells is counted, whatever its length, and a line without cells is no record", async () =>
    expect(await bothWays('a;b;c\n1;x;y\n;;\n;"";\u00a0 \n\n;;;;\n2;x;y\n;;\n')).toEqual({
      rows: [
        [2, "1", "x", "y"],
        [7, "2", "x", "y"],
      ],
      misshapen: [],
      blank: 4,
    }));
  it("is the same by both ways in any text", async () => {
    const sign = fc.constantFrom(
      ..."x,\" \t'\r\u00a0\u2003\vé",
      '""',
      '","',
      ',"',
      '",',
      ', "',
      '" ,',
      ",x,x\n",
      "\n",
      "\r\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 14 }), async (signs) => {
        const text = `a,b,c\nx,x,x\n${signs.join("")}`;
        const careful = await readAs(text, "careful").catch((error: Error) => error.message);
        const direct = await readAs(text, "direct").catch((error: Error) => error.message);
        expect(direct).toEqual(careful);
      }),
      { numRuns: 120, seed: 20_260_302 },
    );
  });
});
