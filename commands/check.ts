import { basename } from "node:path";
import { checkFile } from "../loaders/checkFile.ts";
import { InputError } from "../loaders/errors.ts";
import type { Judged } from "../loaders/judge.ts";
import { notes, sourceLine } from "../loaders/loadReport.ts";
import { configOf, places, readOptions, runCommand } from "./options.ts";

const SHOWN = 20;

function show({ source, report, rejected }: Judged): void {
  console.log(
    `${report.file} read as ${report.table}, format ${report.format}, ${report.encoding}\n${[sourceLine(report), ...notes(source, report)].join("\n")}`,
  );
  for (const { line, problems } of rejected.slice(0, SHOWN))
    for (const { column, message } of problems) console.log(`  line ${line}${column && `, ${column}`}: ${message.en}`);
  if (rejected.length > SHOWN) console.log(`  … and ${rejected.length - SHOWN} more rows`);
}

await runCommand(async () => {
  const options = readOptions({ source: "string", json: "boolean", strict: "boolean" }, { takesFile: true });
  const [path, ...more] = options.files;
  if (!path || more.length > 0) throw new InputError("wrong usage: npm run check -- FILE [--source NAME]", 2);
  const source = options.values.source;
  const checked = await checkFile(
    configOf(options),
    path,
    places.reference,
    typeof source === "string" ? source : undefined,
  );
  if (options.values.json) console.log(JSON.stringify({ ...checked.report, rejected: checked.rejected }, null, 2));
  else show(checked);
  if (options.values.strict && checked.rejected.length > 0)
    throw new InputError(`rows that would be held: ${checked.rejected.length} (${basename(path)})`, 4);
});
