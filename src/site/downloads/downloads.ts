import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Drawn } from "../fence.ts";
import { writePng, writeSvg } from "./picture.ts";
import { tidy, writeCsv, writeSidecar } from "./tidy.ts";
import { writeXlsx } from "./xlsx.ts";

/** Writes the files of one figure: `downloads/<lang>/<page>-<section>.{csv,xlsx,svg,png}`, and what the columns of the CSV are. */
export async function writeDownloads(
  { lang, name, svg, telling, source, rows, meaning }: Drawn,
  site: string,
): Promise<void> {
  const folder = join(site, "downloads", lang);
  await mkdir(folder, { recursive: true });
  const picture = writeSvg(svg, telling.title, telling.subtitle, source);
  const table = tidy(rows, meaning, lang);
  const files = {
    csv: writeCsv(table),
    "csv-metadata.json": writeSidecar(table, { ...telling, file: `${name}.csv`, source, lang }),
    xlsx: await writeXlsx(telling, lang, source),
    svg: picture,
    png: await writePng(picture),
  };
  for (const [kind, contents] of Object.entries(files)) await writeFile(join(folder, `${name}.${kind}`), contents);
}
