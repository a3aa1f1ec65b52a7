import { ingest } from "../loaders/ingest.ts";
import { refuseHeldRows } from "./heldRows.ts";
import { configOf, places, progress, readOptions, runCommand } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ json: "boolean", strict: "boolean" });
  const report = await ingest(configOf(options), places, progress);
  if (options.values.json) console.log(JSON.stringify(report, null, 2));
  if (options.values.strict) refuseHeldRows(report);
});
