import { spawn } from "node:child_process";
import { ingest } from "../loaders/ingest.ts";
import { refreshPageData } from "./mainJob.ts";
import { configOf, places, progress, readOptions, runCommand } from "./options.ts";

/** Loads, writes the page data, and leaves the rest to Framework's preview, which reloads a page when its text changes. */
await runCommand(async () => {
  const options = readOptions({});
  await ingest(configOf(options, "sample/stempeil.config.yaml"), places, progress);
  await refreshPageData();
  const preview = spawn("npx", ["--no-install", "observable", "preview"], {
    stdio: "inherit",
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true" },
  });
  await new Promise((done) => preview.once("exit", done));
});
