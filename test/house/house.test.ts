import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { circles, filesIn, importsOf, ROOMS } from "./imports.ts";

/** Folders of tables: one file a thing, by its name. */
const TABLES = /^(loaders\/contracts|loaders\/models\/\w+)$/;
const MOST_ENTRIES = 20;
const SUBJECTS = ["lectures", "questionnaires", "girls", "campaigns", "funding", "impact", "data", "methods"];
const LAYERS = ["loaders/analyses", "src/data", "src/components"];

const graph = importsOf(filesIn(ROOMS));
const foldersIn = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) => [
    room,
    ...readdirSync(room, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
      .filter((folder) => !folder.includes("/.observablehq")),
  ]);

describe("circles", () => {
  it("are found with their files, once each", () => {
    const imports = { a: ["b"], b: ["c"], c: ["a", "d"], d: ["e"], e: ["d"], f: ["f"], g: ["a", "not there"] };
    expect(circles(new Map(Object.entries(imports)))).toEqual([["d", "e"], ["a", "b", "c"], ["f"]]);
  });
});

describe("the house", () => {
  it("has no import circle, types included", () => {
    expect(circles(graph)).toEqual([]);
  });

  it("imports only what is there", () => {
    const missing = [...graph].flatMap(([file, imports]) =>
      imports.filter((other) => !existsSync(other)).map((other) => `${other} (in ${file})`),
    );
    expect(missing).toEqual([]);
  });

  it(`shows at most ${MOST_ENTRIES} entries in a folder, tables apart`, () => {
    const full = foldersIn([...ROOMS, "sample/generate", "bench"]).filter(
      (folder) => !TABLES.test(folder) && readdirSync(folder).length > MOST_ENTRIES,
    );
    expect(full).toEqual([]);
  });

  it("lets no subject import another one", () => {
    const subjectOf = (file: string) => {
      const layer = LAYERS.find((name) => file.startsWith(`${name}/`));
      const subject = layer && file.slice(layer.length + 1).split("/")[0];
      return subject !== undefined && SUBJECTS.includes(subject) ? subject : null;
    };
    const crossing = [...graph].flatMap(([file, imports]) =>
      imports
        .filter((other) => subjectOf(file) && subjectOf(other) && subjectOf(file) !== subjectOf(other))
        .map((other) => `${file} → ${other}`),
    );
    expect(crossing).toEqual([]);
  });

  it("keeps only the way of the data, its errors and its warehouse at the root of the loaders", () => {
    const files = readdirSync("loaders").filter((name) => name.endsWith(".ts"));
    expect(files).toEqual(["errors.ts", "ingest.ts", "warehouse.ts"]);
  });
});
