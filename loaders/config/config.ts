import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { contracts } from "../contracts/index.ts";
import { KEY_PARTS, nameColumnsOf } from "../contracts/nameColumns.ts";
import { InputError, nearest } from "../errors.ts";
import { knownFormats } from "../formats/index.ts";
import { expand } from "../read/glob.ts";
import { fetchSource } from "../read/web/fetchSource.ts";
import { shownAmong } from "../read/web/shownAddress.ts";
import { ThresholdsConfig } from "./thresholds.ts";

const tables = contracts.map(({ table }) => table);
const day = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), {
  error: (issue) => `not a day yyyy-mm-dd: ${issue.input}`,
});

const words = z.record(z.string(), z.string());
const columnNames = ["columns", "constants", "values"] as const;
const SourceConfig = z
  .strictObject({
    table: z.enum(tables),
    format: z.enum(Object.keys(knownFormats)).default("canonical"),
    /** Path of the export relative to the configuration, a pattern with `*`, or an address. */
    file: z.string().min(1),
    /** Contract column → header in the file, where they differ. */
    columns: z.record(z.string(), z.string().min(1)).default({}),
    /** Contract column → the same text in every row. */
    constants: words.default({}),
    /** Contract column → word of the file → word of the contract. */
    values: z.record(z.string(), words).default({}),
    blanks: z.array(z.string()).default([]),
    /** What a row without a number of its own is known by: contract columns, `school`, `lecturer`, `teacher`. */
    key_from: z.array(z.string()).default([]),
    /** Tables of which this source makes the rows that it names and that no list has. */
    creates: z.array(z.enum(["lecturers"])).default([]),
    numbers: z.enum(["plain", "dutch", "english"]).default("plain"),
    dates: z.enum(["iso", "dmy", "mdy", "month_name", "compact", "excel", "no_year"]).default("iso"),
    /** What the format asks beside its file. */
    options: z.record(z.string(), z.unknown()).default({}),
    /** Sheet of a workbook, by name or number; file within an archive. */
    sheet: z.union([z.string(), z.number().int().min(1)]).optional(),
    entry: z.string().optional(),
    /** The day that the file speaks of: of two files with the same record, the newer one's stands. */
    dated: day.optional(),
    /** What the reader sees as the source; the file's name where left out. */
    title: z.strictObject({ nl: z.string(), en: z.string() }).optional(),
    url: z.url().optional(),
    synthetic: z.boolean().optional(),
  })
  .superRefine(({ table, ...source }, context) => {
    const contract = contracts.find((contract) => contract.table === table);
    const own = Object.keys(contract?.columns ?? {});
    const known = [...own, ...(contract ? Object.keys(nameColumnsOf(contract)) : [])];
    const parts = [...own, ...Object.keys(KEY_PARTS)];
    for (const name of source.key_from)
      if (!parts.includes(name) || contract?.key.includes(name))
        context.addIssue({
          code: "custom",
          path: ["key_from"],
          message: `not a part of a key of ${table}: ${name}${hint(name, parts)}`,
        });
    for (const key of columnNames)
      for (const name of Object.keys(source[key]))
        if (!known.includes(name))
          context.addIssue({
            code: "custom",
            path: [key, name],
            message: `unknown column of ${table}: ${name}${hint(name, known)}`,
          });
    const uses = knownFormats[source.format]?.uses ?? {};
    const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const declared = { numbers: [source.numbers, "plain"], dates: [source.dates, "iso"] } as const;
    for (const [key, [style, own]] of Object.entries(declared))
      if (style !== own && !uses[key as keyof typeof declared])
        refuse(
          [key],
          source.format === "canonical"
            ? `format canonical has ${own} ${key}; say format: columns where the file has ${style}`
            : `format ${source.format} does not use ${key}: it knows how its export writes them`,
        );
    const lists = Object.fromEntries(columnNames.map((key) => [key, Object.keys(source[key])]));
    for (const [key, names] of Object.entries({ ...lists, blanks: source.blanks, key_from: source.key_from })) {
      const used = uses[key as keyof typeof uses];
      const unused = used === true ? [] : names.filter((name) => !used?.includes(name));
      if (unused.length > 0)
        refuse([key], `format ${source.format} does not use ${key} for ${unused.join(", ")}: it reads its own columns`);
    }
  });
export type SourceConfig = z.infer<typeof SourceConfig>;

const Config = z.strictObject({
  /** Figures hold up to and including this day; today where left out. */
  as_of: day.optional(),
  /** True for invented data: every page and PDF page then says so. */
  synthetic: z.boolean().default(false),
  sources: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_-]*$/, "a source is named with a-z, 0-9, _ and -, a letter first"),
      SourceConfig,
    )
    .refine((sources) => Object.keys(sources).length > 0, "no source is listed"),
  /** Known errors in sources, mended in one listed place: table, key, column, old_value, new_value, reason, reported_on. */
  corrections: z.string().min(1).optional(),
  /** The list of schools to name, filled in: which school a written name is. */
  aliases: z.string().min(1).optional(),
  /** A file of the shape of `reference/stem-classification.csv` that takes its place. */
  stem_classification: z.string().min(1).optional(),
  thresholds: ThresholdsConfig.prefault({}),
  /** Funders by their id under which the office books several together ("companies of the lecturers"): their sum tells of no single one. */
  collective_funders: z.array(z.string().min(1)).default([]),
});

export interface Config extends z.infer<typeof Config> {
  path: string;
  as_of: string;
}

const hint = (name: string, known: readonly string[]) => {
  const guess = nearest(name, known);
  return guess ? ` (did you mean ${guess}?)` : "";
};

const KEYS: Record<string, string[]> = {
  "": Object.keys(Config.shape),
  source: Object.keys(SourceConfig.shape),
};

const explain = (issue: z.core.$ZodIssue): { path: PropertyKey[]; text: string }[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      text: `unknown key: ${[...issue.path, key].join(".")}${hint(key, KEYS[issue.path[0] === "sources" ? "source" : ""] ?? [])}`,
    }));
  const key = issue.path.join(".") || "configuration";
  if (issue.code === "invalid_key") return [{ path: issue.path, text: `${key}: ${issue.issues[0]?.message}` }];
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return [{ path: issue.path, text: `missing key: ${key}` }];
  const reason =
    issue.code === "invalid_value"
      ? `must be one of ${issue.values.join(", ")}`
      : issue.message.replace(/^Invalid input: /, "");
  return [{ path: issue.path, text: `${key}: ${reason}` }];
};

/** Reads and checks the configuration at `path`; `asOf` overrules its day. Throws an `InputError` that names file, line, key and reason. */
export function readConfig(path: string, { asOf, today }: { asOf?: string | undefined; today: string }): Config {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new InputError(`configuration not found: ${path}`, 2);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new InputError(`${broken.message.split("\n")[0]?.replace(/:$/, "")} (${path})`, 2);
  const lineOf = (keys: readonly PropertyKey[]): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of keys) {
      const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      if (!pair) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    }
    return lines.linePos(offset).line;
  };
  const parsed = Config.safeParse(document.toJS() ?? {});
  if (!parsed.success) {
    const found = parsed.error.issues
      .flatMap(explain)
      .map(({ path: keys, text }) => `${text} (${path}, line ${lineOf(keys)})`);
    throw new InputError(found.join("\n"), 2);
  }
  if (asOf !== undefined && !day.safeParse(asOf).success)
    throw new InputError(`not a day yyyy-mm-dd: ${asOf} (--as-of)`, 2);
  return { ...parsed.data, path, as_of: asOf ?? parsed.data.as_of ?? today };
}

export interface Place {
  path: string;
  /** As the configuration writes it; of an address, what is no secret. */
  file: string;
  /** What should be known of it, such as that a server was down and an earlier copy was taken. */
  note?: string;
  /** To be called once the file was loaded. */
  accept?: () => void;
}

const isAddress = (file: string) => /^https?:\/\//i.test(file);

/** Where the files of a source are, taken from where the configuration stands; what an address gives is kept in `.cache` beside it. */
export async function placesOf(config: Config, { file }: SourceConfig): Promise<Place[]> {
  const folder = dirname(config.path);
  if (isAddress(file)) {
    const addresses = Object.values(config.sources).flatMap((one) => (isAddress(one.file) ? [one.file] : []));
    const { path, note, accept } = await fetchSource(file, { cacheFolder: resolve(folder, ".cache") });
    return [{ path, file: shownAmong(file, addresses), accept, ...(note ? { note } : {}) }];
  }
  return expand(file, folder).map((found) => ({ path: resolve(folder, found), file: found }));
}

/** The reference tables that the configuration replaces by a file of its own. */
export const replacedReferences = ({ path, stem_classification: own }: Config): Record<string, string> =>
  own ? { stem_classification: resolve(dirname(path), own) } : {};
