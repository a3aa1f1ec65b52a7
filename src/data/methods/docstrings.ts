import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const STATISTICS = join(import.meta.dirname, "../../../statistics");
const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:async )?(?:function|const) (\w+)/g;

/** What the code says of one of its functions, as one paragraph. */
export interface Docstring {
  name: string;
  /** `statistics/proportion/wilson.ts` */
  file: string;
  text: string;
}

const paragraph = (comment: string) =>
  comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*/, "").trim())
    .filter((line) => line !== "")
    .join(" ");

/** The docstrings of the exported functions and constants in a folder of TypeScript, by name. Throws when two share a name. */
export function docstrings(folder = STATISTICS): Map<string, Docstring> {
  const found = new Map<string, Docstring>();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  for (const file of files.filter((name) => name.endsWith(".ts")).sort()) {
    for (const [, comment = "", name = ""] of readFileSync(join(folder, file), "utf8").matchAll(DOCUMENTED)) {
      const other = found.get(name);
      if (other) throw new Error(`two functions of one name: ${name} (${other.file}, statistics/${file})`);
      found.set(name, { name, file: `statistics/${file}`, text: paragraph(comment) });
    }
  }
  return found;
}

/** The docstrings of these functions, in alphabetical order. Throws for a function that has none. */
export function docstringsOf(names: readonly string[], folder = STATISTICS): Docstring[] {
  const all = docstrings(folder);
  return [...new Set(names)].sort().map((name) => {
    const docstring = all.get(name);
    if (!docstring?.text) throw new Error(`function without docstring: ${name} (statistics)`);
    return docstring;
  });
}
