import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { charts, parts } from "../../../src/components/index.ts";
import { pages } from "../../../src/data/index.ts";
import { writePageData } from "../../../src/data/pageData.ts";
import { tidy, writeCsv } from "../../../src/site/downloads/tidy.ts";
import { drawFence } from "../../../src/site/fence.ts";
import { langs } from "../../../src/site/pages.ts";
import { smallProgramme } from "../data/publication/smallProgramme.ts";

const folder = mkdtempSync(join(tmpdir(), "stempeil-non-interference-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What names the load itself, the same in every text: fingerprints of files, and the load's own number. */
const plain = (text: string) => text.replaceAll(/\b[0-9a-f]{8}(?:[0-9a-f]{56})?\b/g, "#");

/** Everything that pages and downloads are made of, by the fence that asks for it, of a programme with these hidden counts. */
async function printed(name: string, given: Parameters<typeof smallProgramme>[0]): Promise<Map<string, string>> {
  const pageData = join(folder, name);
  const warehouse = await smallProgramme(given);
  await writePageData(warehouse, pages, pageData);
  warehouse.close();
  const texts = new Map<string, string>();
  for (const lang of langs)
    for (const file of readdirSync(`src/dashboards/${lang}`)) {
      const path = `/dashboards/${lang}/${file.replace(/\.md$/, "")}`;
      for (const [, info = ""] of readFileSync(`src${path}.md`, "utf8").matchAll(/^```((?:chart|small|part) .+)$/gm)) {
        let files = "";
        const html = drawFence(info, path, {
          registry: { charts, parts },
          pageData,
          onFigure: ({ svg, rows, meaning }) => {
            files = `${svg}${writeCsv(tidy(rows, meaning, lang))}`;
          },
        });
        texts.set(`${path} ${info}`, plain(`${html}${files}`));
      }
    }
  return texts;
}

it("draws the same bytes whatever the hidden counts are: no page, picture or CSV tells of them", async () => {
  const one = await printed("one", {});
  const other = await printed("other", { lectures: [13, 10, 7, 3], ict: 2 });
  expect(one.size).toBeGreaterThan(120);
  expect([...other].filter(([fence, text]) => text !== one.get(fence)).map(([fence]) => fence)).toEqual([]);
}, 120_000);
