import { existsSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { type Document, parse, parseDocument } from "yaml";
import { findSource, SourceNeeded } from "../../loaders/check/findSource.ts";
import { type Proposal, proposalText, propose } from "../../loaders/check/propose.ts";
import type { Config } from "../../loaders/config/config.ts";
import { InputError } from "../../loaders/errors.ts";
import { openTable } from "../../loaders/read/open.ts";

/** What the configuration would get for one table of a file. */
export interface Adopted {
  /** For the screen: what was found, with some real cells. */
  lines: string[];
  /** The source as text; null where there is nothing to put in. */
  snippet: string | null;
  /** The source with its name, where it can load as it stands; the others are written as a remark. */
  source: Record<string, Record<string, unknown>> | null;
}

type Sources = Record<string, { file?: string; table?: string; title?: unknown }>;
const sourcesOf = (document: Document): Sources => (document.toJS() as { sources?: Sources } | null)?.sources ?? {};

/** An example of the configuration as it comes with the project, whose file is not there. */
const isExample = (name: string, one: Sources[string], folder: string): boolean =>
  one.file === `exports/${name}.csv` &&
  Object.keys(one).every((key) => ["table", "file", "title"].includes(key)) &&
  !existsSync(resolve(folder, one.file));

const nameOf = (file: string, sheet: string | undefined, taken: string[]): string => {
  const name = `${basename(file, extname(file))}${sheet ? `_${sheet}` : ""}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return taken.includes(name) ? `${name}_2` : name || "own";
};

function told(shown: string, name: string, proposal: Proposal): Adopted {
  const width = Math.max(...proposal.shown.map(({ column }) => column.length));
  return {
    lines: [
      `${shown}: ${proposal.isWhole ? "table" : "perhaps table"} ${proposal.table}, source ${name}`,
      ...proposal.shown.map(
        ({ column, header, cells }) =>
          `  ${column.padEnd(width)}  from ${header}: ${column === "teacher_name" ? "(names are not shown)" : cells.join(" · ") || "(blank)"}`,
      ),
      ...proposal.untold.map((line) => `  not told: ${line}`),
    ],
    snippet: proposalText(name, proposal),
    source: proposal.isWhole ? { [name]: proposal.source } : null,
  };
}

/** What a known format or a filled template is read as; null where its header is that of none. */
async function known(config: Config, file: string, shown: string): Promise<Adopted | null> {
  try {
    const { file: opened, snippet } = await findSource({ ...config, sources: {} }, file, []);
    const lines = [`${shown}: ${opened.format.id}, table ${opened.contract.table}`];
    return { lines, snippet, source: snippet ? (parse(snippet) as Adopted["source"]) : null };
  } catch (error) {
    if (error instanceof SourceNeeded && error.isProposed) return null;
    if (error instanceof InputError && error.message.startsWith("which source is this?")) return null;
    if (error instanceof SourceNeeded)
      return {
        lines: [
          `${shown}: ${error.format}; it needs what only you know:`,
          ...error.message.split("\n").map((line) => `  ${line}`),
        ],
        snippet: error.snippet.replace(/^ {2}/gm, "  # "),
        source: null,
      };
    throw error;
  }
}

/** What the configuration `text` would get for each table of a file. A file that one of its sources names is left as it is. */
export async function adoptFile(path: string, text: string, file: string, shown: string): Promise<Adopted[]> {
  const folder = dirname(resolve(path));
  const own = Object.entries(sourcesOf(parseDocument(text))).filter(([name, one]) => !isExample(name, one, folder));
  const reads = own.find(([, one]) => one.file === shown);
  if (reads) return [{ lines: [`${shown}: source ${reads[0]} reads it; left as it is`], snippet: null, source: null }];
  const config = { path, sources: Object.fromEntries(own) } as unknown as Config;
  const found = await known(config, file, shown);
  if (found) return [found];
  const taken = own.map(([name]) => name);
  const first = await propose(config, file, shown);
  const { sheets = [], encoding, alike = [] } = await openTable(file, shown, first?.score ?? (() => 0), {});
  const adopted = first
    ? [told(shown, nameOf(file, undefined, taken), first)]
    : [
        {
          lines: [`${shown}: its header is like that of no table; map it as README.md says`],
          snippet: null,
          source: null,
        },
      ];
  const read = [...(first ? [encoding.replace("xlsx, ", "")] : []), ...alike];
  for (const sheet of sheets.filter((name) => !read.includes(name))) {
    const other = first ? await propose(config, file, shown, sheet) : null;
    if (other) adopted.push(told(`${shown}, sheet ${sheet}`, nameOf(file, sheet, taken), other));
    else
      adopted.push({
        lines: [`${shown}, sheet ${sheet}: like no table; not read`],
        snippet: `  # ${shown}, sheet ${sheet}: like no table`,
        source: null,
      });
  }
  return adopted;
}

/** The configuration with a source more; what cannot load yet is added as a remark. Examples without a file go, and no decision is changed. */
export function withSources(text: string, path: string, { source, snippet }: Adopted): string {
  const document = parseDocument(text);
  const folder = dirname(resolve(path));
  if (source) {
    const sources = sourcesOf(document);
    for (const [name, one] of Object.entries(sources))
      if (isExample(name, one, folder)) document.deleteIn(["sources", name]);
    if (!document.hasIn(["sources"]) || document.getIn(["sources"]) === null)
      document.setIn(["sources"], document.createNode({}));
    for (const [name, one] of Object.entries(source)) {
      if (document.hasIn(["sources", name]))
        throw new InputError(`a source of this name is there already: ${name} (${path})`, 2);
      document.setIn(["sources", name], document.createNode(one));
      if (Object.hasOwn(Object(one.columns), "school") && !document.has("aliases"))
        document.set("aliases", "internal/schools-to-name.xlsx");
    }
    const node = document.getIn(["sources"]) as { flow?: boolean };
    if (node) node.flow = false;
    return document.toString({ lineWidth: 0 });
  }
  const remark = (snippet ?? "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `# ${line.trim().replace(/^# ?/, "")}`);
  return remark.length > 0
    ? `${text.trimEnd()}\n\n# to be finished, then put under sources:\n${remark.join("\n")}\n`
    : text;
}
