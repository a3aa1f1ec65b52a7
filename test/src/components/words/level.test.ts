import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folders = ["src/components", "src/dashboards", "reports"];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|md|typ)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

it("says probably for the 95% interval alone: no line that says it names another level", () => {
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  const said = lines.filter(
    (line) => /\b(probably|waarschijnlijk)\b/i.test(line) && !line.trimStart().startsWith("/**"),
  );
  expect(said.length).toBeGreaterThan(4);
  expect(said.filter((line) => /80\s?%/.test(line.replace("80 of 95 %", "").replace("80% or 95%", "")))).toEqual([]);
});
