import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Words as Bilingual } from "../contracts/cells.ts";

/** What an observation can be broken down by: the breakdown columns of `indicators.observations`, in order. */
export const BREAKDOWNS = [
  ...(["programme", "province", "stage", "track", "domain", "theme", "discipline", "phase", "role"] as const),
  ...(["questionnaire_id", "questionnaire_version", "item_id"] as const),
  ...(["campaign", "channel", "metric_definition", "bound"] as const),
] as const;

/** How the uncertainty of an indicator is told, by the code that its definition gives. */
export const INTERVALS = {
  none: { nl: "geen: alles wat geregistreerd is, telt mee", en: "none: everything recorded counts" },
  wilson: {
    nl: "Wilson-interval van een aandeel (Wilson 1927; Newcombe 1998)",
    en: "Wilson score interval of a share (Wilson 1927; Newcombe 1998)",
  },
  katz_log: {
    nl: "logaritmisch interval van een verhouding (Katz e.a. 1978)",
    en: "log interval of a ratio (Katz et al. 1978)",
  },
  gamma_poisson: {
    nl: "geen voor wat geteld is; de verwachting van het jaartotaal volgt een gamma-Poissonmodel",
    en: "none for what was counted; the forecast of the year total follows a gamma-Poisson model",
  },
  bounds: {
    nl: "geen: ondergrens en bovengrens volgen uit de tellingen zelf",
    en: "none: lower and upper bound follow from the counts themselves",
  },
} as const satisfies Record<string, Bilingual>;

const line = z.string().trim().min(1);
const Words = z.strictObject({ nl: line, en: line });

/** The definition of an indicator: the `.yml` beside its `.sql`. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, "not in snake_case"),
  codes: z.array(z.string().regex(/^[A-H][0-9][a-z]?$/, "not a code such as A1 or A3a")).min(1),
  name: Words,
  definition: Words,
  level: z.enum(["input", "activity", "output", "outcome", "impact", "quality"]),
  evidence: z.enum(["monitoring", "shift", "attribution"]),
  type: z.enum(["count", "share", "index", "money"]),
  numerator: Words,
  denominator: Words.nullable(),
  unit: Words,
  decimals: z.number().int().min(0).max(6),
  direction: z.enum(["up", "down", "band", "none"]),
  breakdowns: z.array(z.enum(BREAKDOWNS)),
  period: z.literal("school_year"),
  sources: z.array(line).min(1),
  interval: z.enum(Object.keys(INTERVALS) as (keyof typeof INTERVALS)[]),
  disclosure: Words,
  pitfalls: Words,
});
export type Indicator = z.infer<typeof Indicator>;

function reasonOf(issue: z.core.$ZodIssue, parsed: unknown): string {
  if (issue.code === "unrecognized_keys") return `unknown key ${[...issue.path, issue.keys[0]].join(".")}`;
  const value = issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], parsed);
  const key = issue.path.join(".") || "the file";
  return value === undefined ? `key ${key} is missing` : `key ${key}: ${issue.message}`;
}

function read(folder: string, file: string): Indicator {
  let parsed: unknown;
  try {
    parsed = parse(readFileSync(join(folder, file), "utf8"));
  } catch (error) {
    throw new Error(`wrong indicator file: ${file}, not YAML: ${String((error as Error).message).split("\n")[0]}`);
  }
  const { success, data, error } = Indicator.safeParse(parsed);
  if (!success) {
    const reasons = error.issues.map((issue) => reasonOf(issue, parsed));
    throw new Error(`wrong indicator file: ${file}, ${reasons[0]}`);
  }
  if (`${data.id}.yml` !== file)
    throw new Error(`wrong indicator file: ${file}, key id: ${data.id} is not the file name`);
  if ((data.type === "share" || data.type === "index") !== (data.denominator !== null))
    throw new Error(
      `wrong indicator file: ${file}, key denominator: a ${data.type} has ${data.denominator ? "none" : "one"}`,
    );
  return data;
}

/** The definitions in a folder, in the order of their ids; each needs its query beside it, and the reverse. */
export function loadIndicators(folder: string): Indicator[] {
  const files = readdirSync(folder).sort();
  for (const file of files) {
    const [, id, kind] = /^(.*)\.(sql|yml)$/.exec(file) ?? [];
    const partner = `${id}.${kind === "sql" ? "yml" : "sql"}`;
    if (id === undefined || !files.includes(partner))
      throw new Error(`indicator without its pair: ${file} (no ${partner})`);
  }
  return files.filter((file) => file.endsWith(".yml")).map((file) => read(folder, file));
}
