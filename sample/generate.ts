import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contracts } from "../loaders/contracts/index.ts";
import { plantMistakes } from "./generate/mistakes.ts";
import { makeTables } from "./generate/tables.ts";
import { writeCsv } from "./generate/writeCsv.ts";

const EXPORTS = new URL("exports/", import.meta.url);

/** Tables that come in more than one file, as from more than one source. */
const MORE_FILES: Record<string, string[]> = { enrolments: ["enrolments_provisional", "enrolments_by_school"] };

/** The sample exports by file name, always the same: nothing but reference/ and fixed seeds go in. */
export function generateSample(): Record<string, string> {
  const { tables } = plantMistakes(makeTables());
  const files = contracts.flatMap(({ table, columns }) =>
    [table, ...(MORE_FILES[table] ?? [])].map((file) => ({ file, columns })),
  );
  return Object.fromEntries(
    files.map(({ file, columns }) => [`${file}.csv`, writeCsv(Object.keys(columns), tables[file] ?? [])]),
  );
}

/** Where the deliberately bad rows of the sample stand. */
export const plantedMistakes = () => plantMistakes(makeTables()).planted;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(EXPORTS, { recursive: true });
  for (const [file, csv] of Object.entries(generateSample())) writeFileSync(new URL(file, EXPORTS), csv);
}
