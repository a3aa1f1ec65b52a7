import { parseHTML } from "linkedom";
import { serialiseSvg } from "../components/drawing/serialise.ts";
import type { Chart, Lang, Part, Telling } from "../components/figure/chart.ts";
import { figure, WIDE } from "../components/figure/figure.ts";
import type { Meaning } from "../data/rows.ts";
import { readPageData } from "./pageData.ts";
import { placeOf } from "./pages.ts";

export interface Registry {
  // biome-ignore lint/suspicious/noExplicitAny: each component has its own row type, known to its page data alone
  charts: Record<string, Chart<any>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  parts: Record<string, Part<any>>;
}

/** What a figure leaves for its downloads. */
export interface Drawn {
  lang: Lang;
  /** `<page>-<section>`, the name of its files. */
  name: string;
  svg: string;
  telling: Telling;
  /** The rows as they were drawn, and what they measure. */
  rows: readonly unknown[];
  meaning: Meaning | null;
  /** The line that says where the rows come from, which are invented, and as of when. */
  source: string;
}

export interface FenceOptions {
  registry: Registry;
  pageData: string;
  onFigure?: (drawn: Drawn) => void;
}

/** Calls for one fence: `chart <component> <page>.<section>`, or `small` for one of several side by side, with the language behind it on a page in no one language. */
const CALL = /^(chart|small|part)\s+([A-Za-z]\w*)\s+([\w-]+)\.(\w+)(?:\s+(nl|en))?$/;

const own = <T>(entries: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;

/** The HTML that a `chart`, `small` or `part` fence stands for, or null for any other fence. */
export function drawFence(info: string, path: string, { registry, pageData, onFigure }: FenceOptions): string | null {
  if (!/^(chart|small|part)\b/.test(info)) return null;
  const fail = (reason: string): never => {
    throw new Error(`${reason} (src${path}.md, fence "${info}")`);
  };
  const [, kind, component = "", page = "", section = "", given] =
    CALL.exec(info) ?? fail("a fence reads: chart|small|part <component> <page>.<section>");
  const lang = (given as Lang | undefined) ?? placeOf(path)?.lang ?? fail("no language");
  let data: ReturnType<typeof readPageData>;
  try {
    data = readPageData(pageData, page);
  } catch (error) {
    return fail((error as Error).message);
  }
  const found = own(data.sections, section) ?? fail(`unknown section: ${page}.${section}`);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  if (kind === "part") {
    const part = own(registry.parts, component) ?? fail(`unknown part: ${component}`);
    return part(found.rows, { width: WIDE, lang, document, frame: data.frame }).outerHTML;
  }
  const chart = own(registry.charts, component) ?? fail(`unknown chart: ${component}`);
  const name = `${page}-${section.replaceAll("_", "-")}`;
  const drawn = figure(chart, found, {
    lang,
    document,
    id: name,
    asOf: data.frame.as_of,
    loadId: data.frame.load_id,
    isSmall: kind === "small",
    downloads: `${"../".repeat(path.split("/").length - 2) || "./"}downloads/${lang}/${name}`,
  });
  onFigure?.({
    lang,
    name,
    svg: serialiseSvg(drawn.svg),
    telling: drawn.telling,
    source: drawn.source,
    rows: found.rows,
    meaning: found.meaning,
  });
  return drawn.element.outerHTML;
}
