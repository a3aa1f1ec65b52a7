import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { contracts } from "../loaders/contracts/index.ts";
import { templateOf } from "../loaders/contracts/template.ts";
import { InputError, nearest } from "../loaders/errors.ts";
import { readOptions, root, runCommand } from "./options.ts";
import { templateCsv, templateXlsx } from "./template/templateFiles.ts";

const folder = join(root, "templates");
const tables = contracts.map(({ table }) => table);

/** The contract of a table; an unknown name is refused before anything is written. */
function contractOf(name: string) {
  const found = contracts.find(({ table }) => table === name);
  if (found) return found;
  const guess = nearest(name, tables);
  throw new InputError(
    `unknown table: ${name} (${guess ? `did you mean ${guess}?` : `one of: ${tables.join(", ")}`})`,
    2,
  );
}

await runCommand(async () => {
  const { files: names } = readOptions({}, { takesFile: true });
  const chosen = names.length > 0 ? names.map(contractOf) : contracts;
  mkdirSync(folder, { recursive: true });
  for (const template of chosen.map(templateOf)) {
    const path = join(folder, template.table);
    const contents = { [`${path}.csv`]: templateCsv(template), [`${path}.xlsx`]: await templateXlsx(template) };
    console.log(`${template.title.en}: ${relative(root, path)}.csv and .xlsx`);
    // someone may have filled it in
    for (const [file, content] of Object.entries(contents))
      if (existsSync(file)) console.log(`left as it is: ${relative(root, file)}; remove it for an empty one`);
      else writeFileSync(file, content);
  }
  console.log("Replace the example row by your own rows; the second sheet of the .xlsx explains every column.");
});
