import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Drawn } from "../fence.ts";
import { writeCsv } from "./csv.ts";
import { writePng, writeSvg } from "./picture.ts";
import { writeXlsx } from "./xlsx.ts";

/** Writes the files of one figure: `downloads/<lang>/<page>-<section>.{csv,xlsx,svg,png}`. */
export async function writeDownloads({ lang, name, svg, telling, source }: Drawn, site: string): Promise<void> {
  const folder = join(site, "downloads", lang);
  await mkdir(folder, { recursive: true });
  const picture = writeSvg(svg, telling.title, telling.subtitle, source);
  const files = {
    csv: writeCsv(telling.table, lang),
    xlsx: await writeXlsx(telling, lang, source),
    svg: picture,
    png: await writePng(picture),
  };
  for (const [kind, contents] of Object.entries(files)) await writeFile(join(folder, `${name}.${kind}`), contents);
}
