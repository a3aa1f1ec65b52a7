import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Frame, section } from "../data/rows.ts";

const PageData = z.strictObject({ frame: Frame, sections: z.record(z.string(), section(z.unknown())) });
export type PageData = z.infer<typeof PageData>;
export type Section = PageData["sections"][string];

/** The data of a page. Read anew each time: a preview must never show figures of an earlier load. */
export function readPageData(folder: string, page: string): PageData {
  let text: string;
  try {
    text = readFileSync(join(folder, `${page}.json`), "utf8");
  } catch {
    throw new Error(`no page data: ${page}.json`);
  }
  const parsed = PageData.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`page data breaks its contract: ${page}.json, ${issue?.path.join(".")}: ${issue?.message}`);
}
