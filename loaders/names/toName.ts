import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import writeExcelFile, { type Cell } from "write-excel-file/node";
import type { Warehouse } from "../warehouse.ts";
import { readToName, TO_NAME } from "./aliases.ts";

const FILE = "schools-to-name.xlsx";
const NOTES: [string, string][] = [
  [
    "Vul in de kolom decision het nummer van de juiste kandidaat in (1, 2 of 3), of school/vestiging zoals 900101/1.",
    "In the column decision, give the number of the right candidate (1, 2 or 3), or school/site such as 900101/1.",
  ],
  [
    "Zet daarna in de configuratie: aliases: internal/schools-to-name.xlsx",
    "Then put in the configuration: aliases: internal/schools-to-name.xlsx",
  ],
];

interface Open {
  school: string;
  place: string | null;
  postcode: string | null;
  times: number;
  candidates: string[];
}

const text = (value: string, isBold = false): Cell => ({
  value,
  type: String,
  format: "@",
  ...(isBold ? { fontWeight: "bold" } : {}),
});

/**
 * Lists once every written school that was not found, in `<folder>/schools-to-name.xlsx`, with its candidates and a column to fill in. What was
 * filled in before stays. Returns a line for the load report, or null where nothing is open and no list is there.
 */
export async function writeToName(warehouse: Warehouse, folder: string): Promise<string | null> {
  const open = await warehouse.rows<Open>(
    `select any_value(school) as school, any_value(place) as place, any_value(postcode) as postcode, sum(times)::bigint as times,
       any_value(candidates) as candidates
     from names_open group by plain_text(school), plain_text(place), plain_text(postcode) order by times desc, school, place`,
  );
  const path = join(folder, FILE);
  const filled = (await readToName(path, path)).filter(({ decision }) => decision !== "");
  if (open.length === 0) return null;
  const isSame = (one: Open, row: (typeof filled)[number]) =>
    one.school === row.school && (one.place ?? "") === row.place && (one.postcode ?? "") === row.postcode;
  const rows = [
    ...open
      .filter((one) => !filled.some((row) => isSame(one, row)))
      .map(({ school, place, postcode, times, candidates }) => [
        ...[school, place ?? "", postcode ?? "", String(times)],
        ...[0, 1, 2].map((i) => candidates[i] ?? ""),
        "",
      ]),
    ...filled.map((row) => TO_NAME.map((name) => row[name])),
  ];
  mkdirSync(dirname(path), { recursive: true });
  const sheet = {
    sheet: "schools",
    data: [TO_NAME.map((name) => text(name, true)), ...rows.map((row) => row.map((cell) => text(cell)))],
    columns: [40, 22, 10, 8, 48, 48, 48, 14].map((width) => ({ width })),
    stickyRowsCount: 1,
  };
  const notes = {
    sheet: "uitleg - explanation",
    data: NOTES.map((row) => row.map((cell) => text(cell))),
    columns: [{ width: 110 }, { width: 110 }],
  };
  writeFileSync(path, await writeExcelFile([sheet, notes]).toBuffer());
  return `${open.length} written ${open.length === 1 ? "school is" : "schools are"} not found; name them in ${path} and give it as aliases: in the configuration`;
}
