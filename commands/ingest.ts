import { InputError } from "../loaders/errors.ts";
import { ingest } from "../loaders/ingest.ts";
import type { LoadReport } from "../loaders/loadReport.ts";
import { configOf, type Options, places, progress, readOptions, runCommand } from "./options.ts";

/** With `--strict` a load that held rows back ends with status 4; the warehouse is in place all the same. */
export function refuseHeldRows({ sources }: LoadReport, { values }: Options): void {
  const held = sources.filter(({ rows_rejected }) => rows_rejected > 0);
  if (values.strict && held.length > 0)
    throw new InputError(
      held.map(({ rows_rejected, file }) => `rows in quarantine: ${rows_rejected} (${file})`).join("\n"),
      4,
    );
}

await runCommand(async () => {
  const options = readOptions({ json: "boolean", strict: "boolean" });
  const report = await ingest(configOf(options), places, progress);
  if (options.values.json) console.log(JSON.stringify(report, null, 2));
  refuseHeldRows(report, options);
});
