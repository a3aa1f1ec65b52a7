import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../../../loaders/errors.ts";

/** What was published under a label: every count that can be read by the key of its cell, which cells were hidden, and the hash of each file. */
export const Release = z.strictObject({
  label: z.string(),
  as_of: z.string(),
  load_id: z.string(),
  is_synthetic: z.boolean(),
  counts: z.record(z.string(), z.number()),
  hidden: z.array(z.string()),
  files: z.record(z.string(), z.string()),
});
export type Release = z.infer<typeof Release>;

/** The releases in a folder, the oldest first; none where the folder is not there. Throws an `InputError` that names a file that is no release. */
export function readReleases(folder: string): Release[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      try {
        return Release.parse(JSON.parse(readFileSync(path, "utf8")));
      } catch (error) {
        const issue =
          error instanceof z.ZodError ? `${error.issues[0]?.path.join(".")}: ${error.issues[0]?.message}` : error;
        throw new InputError(`not a release as npm run release writes it: ${path} (${issue})`, 2);
      }
    });
}

/** Writes a release once and for all: a label that stands is not written over. */
export function writeRelease(folder: string, release: Release): string {
  const path = join(folder, `${release.label}.json`);
  if (existsSync(path)) throw new InputError(`already published under this label: ${release.label} (${path})`, 2);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.writing`, `${JSON.stringify(release, null, 1)}\n`);
  renameSync(`${path}.writing`, path);
  return path;
}
