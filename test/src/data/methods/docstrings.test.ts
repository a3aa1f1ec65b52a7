import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { analyses } from "../../../../loaders/analyses/index.ts";
import { docstrings, docstringsOf } from "../../../../src/data/methods/docstrings.ts";

const STATISTICS = join(import.meta.dirname, "../../../../statistics");

function codeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "docstrings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe("docstrings(folder)", () => {
  it("reads what stands before an exported function or constant, as one paragraph, with its file", () => {
    const folder = codeFolder({
      "share/of.ts": `/** Internal, of no concern. */
const half = 0.5;

/**
 * Share of a whole (Somebody 1999);
 * null when there is \`no\` whole.
 */
export function shareOf(part: number) { return part * half; }

/** Twice. */
export const twice = (x: number) => 2 * x;
export function bare() {}
`,
    });
    expect([...docstrings(folder).values()]).toEqual([
      {
        name: "shareOf",
        file: "statistics/share/of.ts",
        text: "Share of a whole (Somebody 1999); null when there is `no` whole.",
      },
      { name: "twice", file: "statistics/share/of.ts", text: "Twice." },
    ]);
  });

  it("refuses two functions of one name", () => {
    const text = "/** One. */\nexport const one = 1;\n";
    expect(() => docstrings(codeFolder({ "a.ts": text, "b.ts": text }))).toThrow(
      "two functions of one name: one (statistics/a.ts, statistics/b.ts)",
    );
  });

  it("names each function once, in order, and refuses one without a docstring", () => {
    const folder = codeFolder({
      "a.ts": "/** B. */\nexport const b = 1;\n/** A. */\nexport const a = 1;\n/** */\nexport const c = 1;\n",
    });
    expect(docstringsOf(["b", "a", "b"], folder).map(({ name, text }) => `${name}: ${text}`)).toEqual([
      "a: A.",
      "b: B.",
    ]);
    expect(() => docstringsOf(["c"], folder)).toThrow("function without docstring: c (statistics)");
    expect(() => docstringsOf(["d"], folder)).toThrow("function without docstring: d (statistics)");
  });

  it("finds every function that an analysis names", () => {
    for (const { id, functions } of analyses)
      expect(
        docstringsOf(functions).map(({ name }) => name),
        id,
      ).toEqual([...new Set(functions)].sort());
  });

  it("finds a docstring of at least a sentence for everything that statistics/ exports", async () => {
    const all = docstrings();
    const thin: string[] = [];
    for (const file of readdirSync(STATISTICS).filter((name) => name.endsWith(".ts")))
      for (const name of Object.keys(await import(join(STATISTICS, file)))) {
        const text = all.get(name)?.text ?? "";
        if (name !== "StatisticsError" && !/^[A-Z“].{15,}\.$/.test(text)) thin.push(`${file} ${name}: ${text}`);
      }
    expect(thin).toEqual([]);
  });
});
