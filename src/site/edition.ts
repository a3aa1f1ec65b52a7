import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edition } from "../data/gate.ts";

const MARK = '<meta name="edition" content="internal">';

/** What the head of a page of the internal edition says to machines: which edition it is, and that it is not to be found. */
export const internalHead = `${MARK}\n<meta name="robots" content="noindex, nofollow, noarchive">`;

/** The edition of the site that stands in a folder; null where none stands there. */
function editionIn(folder: string): Edition | null {
  const path = join(folder, "index.html");
  if (!existsSync(path)) return null;
  return readFileSync(path, "utf8").includes(MARK) ? "internal" : "public";
}

/** Throws where a site of the other edition stands in the folder: the two never share one. */
export function refuseOtherEdition(folder: string, edition: Edition): void {
  const standing = editionIn(folder);
  if (standing !== null && standing !== edition)
    throw new Error(`the ${standing} edition stands there, and the ${edition} one is not written over it: ${folder}`);
}
