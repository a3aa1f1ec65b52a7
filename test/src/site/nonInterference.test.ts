import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeReports } from "../../../reports/report.ts";
import type { Edition } from "../../../src/data/gate.ts";
import { pages } from "../../../src/data/index.ts";
import { writePageData } from "../../../src/data/pageData.ts";
import { buildSite } from "../../../src/site/build.ts";
import { smallProgramme } from "../data/publication/smallProgramme.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-non-interference-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A text in which what names the load itself is the same: fingerprints of files, and the load's own number. */
const plain = (bytes: Buffer) => bytes.toString("latin1").replaceAll(/\b[0-9a-f]{8}(?:[0-9a-f]{56})?\b/g, "#");

/** Fingerprints of every file of site and PDFs of a programme that is easy to see through, with these hidden counts. */
async function published(name: string, given: Parameters<typeof smallProgramme>[0], edition: Edition) {
  const at = join(folder, name);
  const warehouse = await smallProgramme(given);
  await writePageData(warehouse, pages, join(at, "data"), edition);
  warehouse.close();
  await buildSite({ pageData: join(at, "data"), output: join(at, "dist"), quiet: true });
  await writeReports({ pageData: join(at, "data"), output: join(at, "reports") });
  const files = ["dist", "reports"].flatMap((part) =>
    readdirSync(join(at, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  // packed files are compared by their page data and by what they are made of: the HTML, the SVG and the CSV
  const texts = files.filter((file) => /\.(html|svg|csv|json|txt)$/.test(file)).sort();
  return {
    count: texts.length,
    prints: texts.map(
      (file) =>
        `${file.slice(at.length)} ${createHash("sha256")
          .update(plain(readFileSync(file)))
          .digest("hex")}`,
    ),
  };
}

it("prints the same bytes whatever the hidden counts are: nothing that is printed tells of them", async () => {
  const one = await published("one", {}, "public");
  const other = await published("other", { lectures: [13, 10, 7, 3], ict: 2 }, "public");
  expect(one.count).toBeGreaterThan(100);
  expect(other.prints.filter((print, i) => print !== one.prints[i])).toEqual([]);
}, 180_000);
