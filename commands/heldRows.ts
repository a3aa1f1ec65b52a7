import { InputError } from "../loaders/errors.ts";
import type { LoadReport } from "../loaders/report/loadReport.ts";

/** With `--strict` a load that held rows back ends with status 4, after everything was built. */
export function refuseHeldRows({ sources }: LoadReport): void {
  const held = sources.filter(({ rows_rejected }) => rows_rejected > 0);
  if (held.length > 0)
    throw new InputError(
      held.map(({ rows_rejected, file }) => `rows in quarantine: ${rows_rejected} (${file})`).join("\n"),
      4,
    );
}
