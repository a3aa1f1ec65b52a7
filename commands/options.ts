import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "../loaders/config/config.ts";
import { InputError, nearest } from "../loaders/errors.ts";
import type { Places, Progress } from "../loaders/ingest.ts";
import type { Edition } from "../src/data/gate.ts";

type Kind = "string" | "boolean";

/** The project's folder: commands run through npm scripts, which start there. */
export const root = process.cwd();

/** A path as the user typed it: from the project's folder, or else from the folder in which npm was called. */
export function typedPath(path: string): string {
  const called = resolve(process.env.INIT_CWD ?? root, path);
  return !existsSync(path) && existsSync(called) ? called : path;
}

export const places: Places = {
  reference: join(root, "reference"),
  warehouse: join(root, "warehouse", "stempeil.duckdb"),
  quarantine: join(root, "quarantine"),
};
/** What was published under a label, one file each. */
export const publishedFolder = join(root, "published");

/** Where each edition has its page data, its site and its reports: never two of them in one folder. */
export const folders: Record<Edition, { pageData: string; site: string; reports: string }> = {
  public: {
    pageData: join(root, "src", ".observablehq", "cache", "data"),
    site: join(root, "dist"),
    reports: join(root, "reports", "out"),
  },
  internal: {
    pageData: join(root, "src", ".observablehq", "cache", "data-internal"),
    site: join(root, "dist-internal"),
    reports: join(root, "reports", "out-internal"),
  },
};

const COMMON = { config: "string", "as-of": "string" } as const;

export interface Options {
  values: Record<string, string | boolean | undefined>;
  files: string[];
}

/** Reads the words after `--`. Throws an `InputError` that names an unknown or incomplete option. */
export function readOptions(own: Record<string, Kind>, { takesFile = false } = {}): Options {
  const known: Record<string, Kind> = { ...COMMON, ...own };
  const args = process.argv.slice(2);
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])),
      allowPositionals: takesFile,
    });
    return { values, files: positionals };
  } catch (error) {
    const nameOf = (word: string) => word.replace(/^--/, "").replace(/=.*/, "");
    const unknown = args.find((word) => word.startsWith("--") && !Object.hasOwn(known, nameOf(word)));
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    const guess = unknown ? nearest(nameOf(unknown), Object.keys(known)) : null;
    throw new InputError(
      `wrong usage: ${reason}${guess && !args.includes(`--${guess}`) ? ` (did you mean --${guess}?)` : ""}`,
      2,
    );
  }
}

/** The configuration that the options name. */
export function configOf({ values }: Options, standard = "stempeil.config.yaml"): Config {
  const asOf = values["as-of"];
  const path = values.config;
  return readConfig(typeof path === "string" ? typedPath(path) : standard, {
    asOf: typeof asOf === "string" ? asOf : undefined,
    today: new Date().toISOString().slice(0, 10),
  });
}

/** The edition that `--edition` names: the public one where it is left out. */
export function editionOf({ values }: Options): Edition {
  const { edition = "public" } = values;
  if (edition === "public" || edition === "internal") return edition;
  throw new InputError(`unknown edition: ${edition} (--edition public or internal)`, 2);
}

/** A line on the screen for each stage that ends, on standard error so that `--json` stays clean. */
export const progress: Progress = (stage, result, ms) =>
  console.error(`${stage.padEnd(8)} ${result}${ms >= 1 ? `  (${(ms / 1000).toFixed(2)} s)` : ""}`);

/** Runs a command; a fault of the input is told in plain lines with its exit status, a fault of ours with its trace and status 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof InputError) {
      for (const line of error.message.split("\n")) console.error(`error: ${line}`);
      process.exitCode = error.status;
    } else {
      console.error("error: a fault in STEMpeil itself; please report it with the lines below");
      console.error(error);
      process.exitCode = 1;
    }
  }
}
