import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { InputError } from "../loaders/errors.ts";
import { adoptFile, withSources } from "./adopt/adoptFile.ts";
import { readOptions, runCommand, typedPath } from "./options.ts";

await runCommand(async () => {
  const options = readOptions({ yes: "boolean" }, { takesFile: true });
  const files = options.files.map(typedPath);
  if (files.length === 0) throw new InputError("wrong usage: npm run adopt -- FILE… [--yes]", 2);
  const asked = options.values.config;
  const path = typeof asked === "string" ? typedPath(asked) : "stempeil.config.yaml";
  const terminal = process.stdin.isTTY === true && options.values.yes !== true;
  const questions = terminal ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  try {
    let text = existsSync(path) ? readFileSync(path, "utf8") : "sources:\n";
    for (const file of files) {
      if (!existsSync(file)) throw new InputError(`missing file: ${file}`, 2);
      const shown = relative(dirname(resolve(path)), resolve(file)).replaceAll("\\", "/");
      for (const adopted of await adoptFile(path, text, file, shown)) {
        for (const line of adopted.lines) console.log(line);
        if (!adopted.snippet) continue;
        const answer = questions ? await questions.question("Put this in the configuration? (y/n) ") : "y";
        if (/^(y|yes|j|ja)$/i.test(answer.trim())) text = withSources(text, path, adopted);
      }
    }
    writeFileSync(path, text);
    console.log(`written: ${path}`);
  } finally {
    questions?.close();
  }
});
