import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { InputError } from "../loaders/errors.ts";
import type { Lang } from "../src/components/figure/chart.ts";
import { Frame } from "../src/data/rows.ts";
import type { ReportContent } from "./content.ts";
import { fundersContent } from "./funders.ts";
import { FundersData } from "./fundersData.ts";
import { compilePdf } from "./typst.ts";

/** A reader of reports: the shape of `<page data>/<audience>.json`, and how it becomes the template's data. */
interface Audience<Data extends z.ZodType = z.ZodType> {
  data: Data;
  content(data: z.infer<Data>, lang: Lang): ReportContent;
}
const audience = <Data extends z.ZodType>(audience: Audience<Data>) => audience as unknown as Audience;

/** Reports by the name of their reader; the template of each is `<name>.typ` beside this file. */
const audiences: Record<string, Audience> = {
  funders: audience({ data: FundersData, content: fundersContent }),
};
const Head = z.object({ frame: Frame, period: z.string().regex(/^\d{4}-\d{4}$/) });

export interface ReportOptions {
  pageData: string;
  output: string;
  /** All of them when left out. */
  periods?: string[] | undefined;
  audiences?: string[] | undefined;
  langs?: Lang[] | undefined;
}

export interface Report {
  file: string;
  pages: number;
  bytes: number;
}

/** Writes `<output>/<period>/<audience>-<lang>.pdf` for each audience and language; a file is there whole or not at all. */
export async function writeReports({ pageData, output, periods, langs = ["nl", "en"], ...options }: ReportOptions) {
  const reports: Report[] = [];
  for (const name of options.audiences ?? Object.keys(audiences)) {
    const audience = Object.hasOwn(audiences, name) ? audiences[name] : undefined;
    if (!audience)
      throw new InputError(`unknown audience: ${name} (there is: ${Object.keys(audiences).join(", ")})`, 2);
    const { path, json } = await readPageData(pageData, name);
    const { frame, period } = parse(Head, json, path);
    const data = parse(audience.data, json, path);
    const absent = periods?.find((wanted) => wanted !== period);
    if (absent !== undefined) throw new InputError(`no data for period: ${absent} (${path} holds ${period})`, 2);
    for (const lang of langs) {
      const { title, data: content, pictures } = audience.content(data, lang);
      const { pdf, pages } = compilePdf({
        main: fileURLToPath(new URL(`${name}.typ`, import.meta.url)),
        files: { "data.json": JSON.stringify(content), ...pictures },
        title,
        date: frame.as_of,
      });
      const file = join(output, period, `${name}-${lang}.pdf`);
      await place(file, pdf);
      reports.push({ file, pages, bytes: pdf.length });
    }
  }
  return reports;
}

async function place(file: string, content: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function readPageData(folder: string, name: string): Promise<{ path: string; json: unknown }> {
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) throw new InputError(`no page data: ${path} (npm run build writes it)`, 2);
  try {
    return { path, json: JSON.parse(await readFile(path, "utf8")) };
  } catch (error) {
    throw new InputError(`page data is not JSON: ${(error as Error).message} (${path})`, 2);
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, json: unknown, path: string): z.infer<Schema> {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`page data of another shape: ${issue?.message} (${path}, ${issue?.path.join(".")})`, 2);
}
