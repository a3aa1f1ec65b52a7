import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";

const nextOf = (target: string) => `${target}.next`;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** A page comes after what it shows, and the first page after all: whoever reads a page finds what it asks for. */
const rank = (file: string) => (file === "index.html" ? 2 : file.endsWith(".html") ? 1 : 0);

/** Puts a file in the place of another in one step; the one it comes from stays. */
function put(from: string, to: string): void {
  const draft = `${to}.draft`;
  mkdirSync(dirname(to), { recursive: true });
  rmSync(draft, { force: true });
  try {
    linkSync(from, draft);
  } catch {
    copyFileSync(from, draft);
  }
  renameSync(draft, to);
  // Of two names of one file a rename does nothing: the draft is still there.
  rmSync(draft, { force: true });
}

function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) {
      const path = join(folder, entry.name);
      removeEmpty(path);
      if (readdirSync(path).length === 0) rmdirSync(path);
    }
}

/** Ends what a build that was stopped while it put its site in place had begun; true where there was something to end. */
export function finishPlacing(target: string): boolean {
  const next = nextOf(target);
  if (!existsSync(next)) return false;
  const fresh = new Set(filesIn(next));
  for (const file of [...fresh].sort((a, b) => rank(a) - rank(b))) put(join(next, file), join(target, file));
  for (const file of filesIn(target)) if (!fresh.has(file)) rmSync(join(target, file), { force: true });
  removeEmpty(target);
  rmSync(next, { recursive: true, force: true });
  return true;
}

/**
 * Puts a whole new site in the place of the old one without a gap: every page is at each moment the old one or the new one, with all that it
 * shows, since files are replaced in one step each and old ones go last. What is stopped half way is ended by the next build or start.
 */
export function placeSite(draft: string, target: string): void {
  finishPlacing(target);
  if (!existsSync(target) || (statSync(target).isDirectory() && readdirSync(target).length === 0)) {
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
    return;
  }
  renameSync(draft, nextOf(target));
  finishPlacing(target);
}
