import { basename } from "node:path";
import { checkFile } from "../loaders/check/checkFile.ts";
import { SourceNeeded } from "../loaders/check/findSource.ts";
import { InputError } from "../loaders/errors.ts";
import { checkReport, snippetLines } from "./check/checkReport.ts";
import { configOf, places, readOptions, runCommand, typedPath } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ source: "string", json: "boolean", strict: "boolean" }, { takesFile: true });
  const [path, ...more] = options.files.map(typedPath);
  if (!path || more.length > 0) throw new InputError("wrong usage: npm run check -- FILE [--source NAME]", 2);
  const { source, json, strict } = options.values;
  const config = configOf(options);
  const start = performance.now();
  const progress = (stage: string) =>
    console.error(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${stage}`);
  try {
    const checked = await checkFile(config, path, places.reference, {
      source: typeof source === "string" ? source : undefined,
      progress,
    });
    const { report, how, effect, snippet, others } = checked;
    const rejected = checked.rejected.map(({ line, cells, problems }) => ({ line, cells, problems }));
    if (json) console.log(JSON.stringify({ ...report, how, effect, snippet, others, rejected }, null, 2));
    else {
      const width = process.stdout.columns ?? Number.POSITIVE_INFINITY;
      console.log(checkReport(checked, { config: config.path, width }).join("\n"));
    }
    if (strict && rejected.length > 0)
      throw new InputError(`rows that would be held: ${rejected.length} (${basename(path)})`, 4);
  } catch (error) {
    if (error instanceof SourceNeeded && !json)
      console.log(
        [
          `${path}: read as ${error.format} (guessed from its header)`,
          ...snippetLines(config.path, error.snippet),
        ].join("\n"),
      );
    throw error;
  }
});
