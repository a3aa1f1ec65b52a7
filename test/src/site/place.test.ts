import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { finishPlacing, placeSite } from "../../../src/site/place.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-place-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site of two pages, each of which shows a file of its own edition. */
function site(name: string, edition: string): string {
  const at = join(folder, name);
  mkdirSync(join(at, "_file", edition), { recursive: true });
  writeFileSync(join(at, "_file", edition, "style.css"), edition);
  for (const page of ["index.html", "a.html", "b.html"]) writeFileSync(join(at, page), `<p>${edition}</p>`.repeat(500));
  return at;
}
const filesIn = (at: string) => (readdirSync(at, { recursive: true }) as string[]).sort();
const OF_NEW = ["_file", "_file/new", "_file/new/style.css", "a.html", "b.html", "index.html"];

describe("placeSite(draft, target)", () => {
  it("puts the new site where none was, and where an old one was, with nothing of that left", () => {
    const target = join(folder, "dist");
    placeSite(site("draft", "old"), target);
    placeSite(site("draft", "new"), target);
    expect(filesIn(target)).toEqual(OF_NEW);
    expect(readFileSync(join(target, "a.html"), "utf8")).toContain("new");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("ends what was stopped after any file", () => {
    for (let done = 0; done <= 4; done++) {
      const target = site(`stopped-${done}`, "old");
      const next = site(`stopped-${done}.next`, "new");
      for (const file of ["_file/new/style.css", "a.html", "b.html", "index.html"].slice(0, done))
        cpSync(join(next, file), join(target, file));
      expect(finishPlacing(target)).toBe(true);
      expect(filesIn(target)).toEqual(OF_NEW);
      expect(existsSync(next)).toBe(false);
      expect(finishPlacing(target)).toBe(false);
    }
  });

  it("leaves no reader without a page or with half of one, nor a page without what it shows", async () => {
    const target = site("read", "old");
    const [old, fresh] = [site("old", "old"), site("new", "new")];
    const script = `import { cpSync } from "node:fs";
      import { placeSite } from ${JSON.stringify(resolve("src/site/place.ts"))};
      for (let i = 0; i < 60; i++) { cpSync(i % 2 ? ${JSON.stringify(old)} : ${JSON.stringify(fresh)}, ${JSON.stringify(`${target}.draft`)}, { recursive: true });
        placeSite(${JSON.stringify(`${target}.draft`)}, ${JSON.stringify(target)}); }`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: "ignore",
    });
    let code: number | null = null;
    child.on("exit", (found) => {
      code = found;
    });
    let [reads, switches, last] = [0, 0, "old"];
    while (code === null) {
      const page = readFileSync(join(target, "a.html"), "utf8");
      const edition = page.includes("new") ? "new" : "old";
      expect(page).toBe(`<p>${edition}</p>`.repeat(500));
      reads += 1;
      if (edition !== last) switches += 1;
      last = edition;
      if (reads % 50 === 0) await new Promise(setImmediate);
    }
    expect(code).toBe(0);
    expect(switches).toBeGreaterThan(5);
  });
});
