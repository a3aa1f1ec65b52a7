import { InputError } from "../loaders/errors.ts";
import { serveSite } from "../src/site/serve.ts";
import { buildAll, reportAll } from "./mainJob.ts";
import { configOf, readOptions, runCommand, siteFolder } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ "no-serve": "boolean", port: "string" });
  const { port = "3000" } = options.values;
  if (!/^\d{1,5}$/.test(String(port)) || Number(port) > 65535) throw new InputError(`not a port: ${port} (--port)`, 2);
  await buildAll(configOf(options, "sample/stempeil.config.yaml"));
  await reportAll();
  if (options.values["no-serve"]) return;
  const { url } = await serveSite(siteFolder, Number(port));
  console.error(`\nSTEMpeil is at ${url}  (stop with Ctrl+C)`);
});
