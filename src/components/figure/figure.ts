import type { Meaning, Source } from "../../data/rows.ts";
import { html } from "../drawing/element.ts";
import { roundGeometry } from "../drawing/serialise.ts";
import { formatDay } from "../words/words.ts";
import type { Chart, Lang, Telling } from "./chart.ts";
import { dataTable } from "./dataTable.ts";
import { receipt } from "./receipt.ts";

/** Each chart is drawn twice, so that its words stay readable on a phone; the style sheet shows the one that fits. */
export const WIDE = 720;
const NARROW = 360;

export interface FigureOptions {
  lang: Lang;
  document: Document;
  id: string;
  asOf: string;
  loadId: string;
  /** One of several side by side: the narrow picture at every width of the page. */
  isSmall?: boolean;
  /** Where the files of the figure stand, without extension. */
  downloads: string;
}

export interface FigureSection<Row> {
  rows: readonly Row[];
  meaning: Meaning | null;
  sources: readonly Source[];
}

const texts = {
  nl: { table: "tabel", source: "Bron", sample: "voorbeelddata", asOf: "stand op", none: "geen bestand geladen" },
  en: { table: "table", source: "Source", sample: "sample data", asOf: "as of", none: "no file loaded" },
};

/** A picture with everything that belongs to it: finding, measure, source, data table and files. */
export function figure<Row>(chart: Chart<Row>, section: FigureSection<Row>, options: FigureOptions) {
  const { lang, document, id, downloads, isSmall = false } = options;
  const telling = chart.tell(section.rows, lang, section.meaning);
  const pictures = [WIDE, NARROW].map((width) => {
    const svg = chart.draw(section.rows, { width, lang, document }, section.meaning);
    label(svg, telling, `${id}-${width}`, width === WIDE ? "wide" : "narrow");
    return roundGeometry(svg);
  }) as [SVGSVGElement, SVGSVGElement];
  const links = ["csv", "xlsx", "svg", "png"].map((kind) =>
    html(document, "a", { href: `${downloads}.${kind}`, "aria-describedby": `${id}-title` }, kind.toUpperCase()),
  );
  const source = sourceLine(section.sources, options);
  const element = html(
    document,
    "figure",
    { class: isSmall ? "chart small" : "chart", id },
    html(
      document,
      "figcaption",
      {},
      html(document, "h3", { id: `${id}-title` }, telling.title),
      html(document, "p", { class: "subtitle" }, telling.subtitle),
    ),
    ...(isSmall ? pictures.slice(1) : pictures),
    source,
    html(
      document,
      "div",
      { class: "links" },
      html(
        document,
        "details",
        {},
        html(document, "summary", {}, texts[lang].table),
        dataTable(telling.table, telling.title, document),
      ),
      receipt(section, options),
      ...links,
    ),
  );
  return { element, svg: pictures[0], telling, source: source.textContent ?? "" };
}

/** Names the picture, lets it scale, and makes the ids inside it its own: Plot counts them for a whole process. */
function label(svg: SVGSVGElement, { alternative }: Telling, prefix: string, size: string) {
  if (!svg.hasAttribute("viewBox"))
    svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
  svg.setAttribute("class", size);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alternative);
  const marked = [...svg.querySelectorAll("[id]")];
  const names = new Map(marked.map((element, index) => [element.id, `${prefix}-${index}`]));
  for (const element of marked) element.setAttribute("id", names.get(element.id) as string);
  if (names.size === 0) return;
  for (const element of [...svg.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) {
      const reference = /^(?:url\(["']?)?#([^"')]+)/.exec(value)?.[1];
      const own = reference && names.get(reference);
      if (own) element.setAttribute(name, value.replace(`#${reference}`, `#${own}`));
    }
}

function sourceLine(sources: readonly Source[], { lang, document, asOf }: FigureOptions): HTMLParagraphElement {
  const words = texts[lang];
  const line = html(document, "p", { class: "source" }, `${words.source}: `);
  sources.forEach((source, index) => {
    if (index > 0) line.append("; ");
    const name = source.label[lang];
    line.append(source.url === null ? name : html(document, "a", { href: source.url }, name));
    if (source.is_synthetic) line.append(` (${words.sample})`);
  });
  if (sources.length === 0) line.append(words.none);
  const isLoaded = sources.length === 0 || sources.some(({ is_published }) => !is_published);
  line.append(isLoaded ? `; ${words.asOf} ${formatDay(asOf, lang)}.` : ".");
  return line;
}
