import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { InputError } from "../loaders/errors.ts";
import { openWarehouse } from "../loaders/warehouse.ts";
import { openGate } from "../src/data/gate.ts";
import { writeRelease } from "../src/data/publication/releases.ts";
import { frame } from "../src/data/sections.ts";
import { releasesOf } from "./mainJob.ts";
import { folders, places, publishedFolder, readOptions, root, runCommand } from "./options.ts";

/** The hash of each file below a folder, by its path from the top. */
function hashesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(
    paths.map((path) => [relative(root, path), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

/** Writes down what was published, so that later builds give nothing away beside it. Publishes nothing by itself. */
await runCommand(async () => {
  const { label } = readOptions({ label: "string" }).values;
  if (typeof label !== "string" || !/^[0-9A-Za-z][0-9A-Za-z._-]*$/.test(label))
    throw new InputError("a release needs a label of letters, digits, dots and dashes: --label 2026-03", 2);
  const index = join(folders.public.site, "index.html");
  if (!existsSync(places.warehouse) || !existsSync(index))
    throw new InputError("nothing was built yet: run npm run build first", 2);
  const warehouse = await openWarehouse(places.warehouse, { readOnly: true });
  const gate = await openGate(warehouse, "public", await releasesOf(warehouse));
  try {
    const { as_of, load_id, is_synthetic } = await frame(gate);
    if (!readFileSync(index, "utf8").includes(load_id))
      throw new InputError(`dist/ shows another load than ${load_id}: run npm run build first`, 2);
    const files = { ...hashesIn(folders.public.site), ...hashesIn(folders.public.reports) };
    const release = { label, as_of, load_id, is_synthetic, ...(await gate.published()), files };
    const path = writeRelease(publishedFolder, release);
    console.error(
      `release  ${relative(root, path)}: ${Object.keys(release.counts).length} counts, ${release.hidden.length} hidden, ${Object.keys(files).length} files`,
    );
  } finally {
    await gate.close();
    warehouse.close();
  }
});
