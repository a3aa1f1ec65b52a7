import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { InputError } from "../loaders/errors.ts";
import { ingest } from "../loaders/ingest.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { matchesCsv, matchesXlsx } from "./match/matchFiles.ts";
import { proposeMatches } from "./match/matchProposals.ts";
import { matchRows } from "./match/matchRows.ts";
import { matchSummary } from "./match/matchSummary.ts";
import { configOf, places, progress, readOptions, root, runCommand } from "./options.ts";

const folder = join(root, "internal");

/** Proposals from the last load; with a configuration or a day, from a new load of it. */
await runCommand(async () => {
  const options = readOptions({});
  const loadsAnew = options.values.config !== undefined || options.values["as-of"] !== undefined;
  if (loadsAnew) await ingest(configOf(options), places, progress);
  else if (!existsSync(places.warehouse))
    throw new InputError("nothing was loaded yet: run npm run ingest first, or give --config PATH", 2);
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  try {
    const proposals = await proposeMatches(warehouse);
    const rows = matchRows(proposals);
    const summary = matchSummary(proposals);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "matches");
    writeFileSync(`${path}.csv`, matchesCsv(rows));
    writeFileSync(`${path}.xlsx`, await matchesXlsx(rows, proposals.as_of));
    for (const line of summary) console.log(line);
    console.log(`${relative(root, path)}.csv and .xlsx (internal: they name lecturers by number)`);
  } finally {
    warehouse.close();
  }
});
