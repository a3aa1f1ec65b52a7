import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** All that the tests leave in the system's temporary folder stands in one folder, which goes when they are done. */
export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), "stempeil-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
