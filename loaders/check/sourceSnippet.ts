import { basename, dirname, extname, relative, resolve } from "node:path";
import { stringify } from "yaml";
import type { Config, SourceConfig } from "../config/config.ts";
import { InputError } from "../errors.ts";
import { isPersonal } from "../formats/format.ts";
import { knownFormats } from "../formats/index.ts";
import type { Correction } from "../sources/corrections.ts";
import { openSource, type SourceFile } from "../sources/sources.ts";

const EXAMPLES: Record<string, unknown> = {
  questionnaire_id: "OVK-T",
  version: 1,
  role: "teacher",
  campaign: "stemhelden",
  channel: "facebook",
  metric: "reach",
  measured_on: "2026-01-31",
  period_end: "2026-01-31",
  dates: "dmy",
  school_year: "2025-2026",
};

/** Columns that a platform adds to the questions of a form. */
const OWN_COLUMNS =
  /^(id|seed|start ?time|begintijd|completion time|tijd van voltooien|last modified time|tijd van laatste wijziging|submitdate|lastpage|startlanguage|startdate|datestamp|timestamp|tijdstempel|.*time|score|.*punten.*|.*points.*|.*feedback.*)$/i;

const LECTURE = /^(les|lecture)[ _-]?(nummer|nr|number|id|code)$/i;

function examplesOf(option: string, format: string, header: readonly string[]): Record<string, unknown> {
  if (option !== "items") return { [option]: EXAMPLES[option] ?? "…" };
  const known = knownFormats[format];
  const asked = header.filter((name) => name && !OWN_COLUMNS.test(name) && !(known && isPersonal(known, name)));
  const questions = asked.filter((name) => !LECTURE.test(name));
  const lecture = asked.find((name) => LECTURE.test(name));
  return {
    items: Object.fromEntries(questions.map((question, i) => [`item_${i + 1}`, question])),
    ...(lecture ? { lecture_id: lecture } : {}),
  };
}

/** A name for the source that the configuration does not have yet. */
function nameFor(config: Config, path: string, table: string): string {
  const plain = basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
  const name = plain || table;
  return config.sources[name] ? `${name}_2` : name;
}

export interface Snippet {
  /** The file as this source, or null where its format misses an option. */
  file: SourceFile | null;
  /** What the format says that it misses, one line an option. */
  missing: string[];
  /** The source as it would stand under `sources:`. */
  snippet: string;
}

/** A source for a file that the configuration does not name, with an example for every option that its format misses. */
export async function sourceSnippet(
  config: Config,
  { format, table }: { format: string; table: SourceConfig["table"] },
  path: string,
  header: readonly string[],
  corrections: Correction[],
): Promise<Snippet> {
  const source = nameFor(config, path, table);
  const file = relative(dirname(resolve(config.path)), resolve(path)).replaceAll("\\", "/");
  const plain: SourceConfig = {
    ...{ table, format, file, columns: {}, constants: {}, values: {}, blanks: [], key_from: [], creates: [] },
    ...{ numbers: "plain", dates: "iso", options: {} },
  };
  const options: Record<string, unknown> = {};
  /** What is asked beside the options. */
  const style: Pick<Partial<SourceConfig>, "numbers"> = {};
  const missing: string[] = [];
  let opened: SourceFile | null = null;
  // A format tells of some options only when it has the others.
  for (let tries = 0; tries < 10 && !opened; tries++)
    try {
      opened = await openSource(source, { ...plain, ...style, options }, path, path, corrections);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const lines = error.message.split("\n");
      const asked = lines.map(
        (line) => /(?:^missing option: (?:options\.)?|; give options\.)([a-z_]+)/.exec(line)?.[1],
      );
      if (asked.some((option) => option === undefined || option in options || option in style)) {
        if (tries > 0) break;
        throw error;
      }
      missing.push(...lines);
      for (const option of asked)
        if (option === "numbers") style.numbers = "dutch";
        else if (option) Object.assign(options, examplesOf(option, format, header));
    }
  const entry = {
    [source]: { table, format, file, ...style, ...(Object.keys(options).length > 0 ? { options } : {}) },
  };
  const snippet = stringify(entry, { lineWidth: 0 })
    .trimEnd()
    .replace(/^ {2}numbers: dutch$/m, "$& # 1.234,5; or english, 1,234.5")
    .replace(/^ {2}options:$/m, "$& # examples: write your own")
    .replace(/^ {4}items:$/m, "$& # item of the questionnaire: question in the file")
    .replace(/^/gm, "  ");
  return { file: missing.length > 0 ? null : opened, missing, snippet };
}
