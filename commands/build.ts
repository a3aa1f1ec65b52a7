import { refuseHeldRows } from "./heldRows.ts";
import { buildAll } from "./mainJob.ts";
import { configOf, editionOf, readOptions, runCommand } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ strict: "boolean", edition: "string" });
  const report = await buildAll(configOf(options), editionOf(options));
  if (options.values.strict) refuseHeldRows(report);
});
