import { type Dirent, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError, nearest } from "../errors.ts";

const SHOWN = 5;
const isPattern = (segment: string) => /[*?]/.test(segment);
/** Hidden files, and the lock that Excel leaves beside a workbook that is open. */
const isOut = (name: string) => name.startsWith(".") || name.startsWith("~$");

const matcher = (segment: string) =>
  new RegExp(
    `^${segment
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("?", "[^/]")
      .replace(/\*+/g, "[^/]*")}$`,
    "u",
  );

function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const kindOf = (path: string): "file" | "folder" | null => {
  const state = statSync(path, { throwIfNoEntry: false });
  return state?.isDirectory() ? "folder" : state?.isFile() ? "file" : null;
};

function* walk(folder: string, prefix: string, [segment, ...rest]: string[]): Generator<string> {
  if (segment === undefined) return;
  const under = (name: string) => `${prefix}${name}`;
  if (segment === "**") {
    yield* walk(folder, prefix, rest.length > 0 ? rest : ["*"]);
    // a link to a folder is not followed: it may lead back here
    for (const entry of list(folder))
      if (entry.isDirectory() && !isOut(entry.name))
        yield* walk(join(folder, entry.name), `${under(entry.name)}/`, [segment, ...rest]);
    return;
  }
  const found = matcher(segment);
  const names = isPattern(segment)
    ? list(folder).flatMap(({ name }) => (found.test(name) && (!isOut(name) || isOut(segment)) ? [name] : []))
    : [segment];
  for (const name of names) {
    const kind = kindOf(join(folder, name));
    if (rest.length === 0 && kind === "file") yield under(name);
    else if (rest.length > 0 && kind === "folder") yield* walk(join(folder, name), `${under(name)}/`, rest);
  }
}

/** What the last folder of a pattern holds, the names that come near first. */
function nearby(folder: string, wanted: string): string {
  const names = list(folder)
    .filter((entry) => entry.isFile() && !isOut(entry.name))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) return kindOf(folder) ? "its folder holds no files" : "its folder does not exist";
  const guess = nearest(wanted.replace(/[*?]/g, ""), names);
  const start = wanted.split(/[*?]/)[0]?.toLowerCase() ?? "";
  const ending = wanted.slice(wanted.lastIndexOf(".")).toLowerCase();
  const score = (name: string) =>
    (name === guess ? 4 : 0) +
    (start !== "" && name.toLowerCase().startsWith(start) ? 2 : 0) +
    (name.toLowerCase().endsWith(ending) ? 1 : 0);
  const ranked = names.toSorted((a, b) => score(b) - score(a));
  const more = ranked.length > SHOWN ? ` and ${ranked.length - SHOWN} more` : "";
  return `its folder holds ${ranked.slice(0, SHOWN).join(", ")}${more}`;
}

/**
 * The files that a pattern with `*`, `?` and `**` names, sorted, written as the pattern is (relative to `folder` when it is relative).
 * A path without these signs, or one that exists as it is written, is that one file. Throws an `InputError` when nothing matches or for a folder.
 */
export function expand(pattern: string, folder: string): string[] {
  const kind = kindOf(resolve(folder, pattern));
  if (kind === "file") return [pattern];
  if (kind === "folder") throw new InputError(`a folder where a file is expected: ${pattern}`, 3);
  const segments = pattern.split(/[/\\]/).filter((segment, i) => i === 0 || (segment !== "" && segment !== "."));
  const first = segments.findIndex(isPattern);
  const fixed = first < 0 ? segments.length - 1 : first;
  const start = segments.slice(0, fixed).join("/");
  const prefix = fixed === 0 ? "" : `${start}/`;
  const root = resolve(folder, prefix || ".");
  const files = [...new Set(walk(root, prefix, segments.slice(fixed)))].sort();
  if (files.length > 0) return files;
  const fault = first < 0 ? "missing file" : "no file matches";
  throw new InputError(`${fault}: ${pattern}; ${nearby(root, segments.at(-1) ?? "")}`, 3);
}
