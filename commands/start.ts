import { InputError } from "../loaders/errors.ts";
import { NoCompilerError } from "../reports/compiler.ts";
import { serveSite } from "../src/site/serve.ts";
import { buildAll, reportAll } from "./mainJob.ts";
import { configOf, folders, readOptions, runCommand } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ "no-serve": "boolean", port: "string" });
  const { port = "3000" } = options.values;
  if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65535) throw new InputError(`not a port: ${port} (--port)`, 2);
  await buildAll(configOf(options, "sample/stempeil.config.yaml"));
  try {
    await reportAll();
  } catch (error) {
    // The site stands and is worth seeing, where only the PDFs cannot be made on this kind of machine.
    if (!(error instanceof NoCompilerError) || options.values["no-serve"]) throw error;
    console.error(`report   none: ${error.message}`);
  }
  if (options.values["no-serve"]) return;
  const { url } = await serveSite(folders.public.site, Number(port));
  console.error(`\nSTEMpeil is at ${url}  (stop with Ctrl+C)`);
});
