import { refuseHeldRows } from "./heldRows.ts";
import { buildAll } from "./mainJob.ts";
import { configOf, readOptions, runCommand } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ strict: "boolean" });
  const report = await buildAll(configOf(options));
  if (options.values.strict) refuseHeldRows(report);
});
