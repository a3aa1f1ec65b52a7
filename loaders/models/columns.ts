/**
 * How a column may leave the warehouse: as it is (`open`: what a row is about, and rates that tell of no one), as a number of persons,
 * lectures, answers or schools (`count`), as a sum of contributions (`magnitude`), or never (`personal`: whom a row is about, what that
 * person said, and keys that lead there).
 */
export const COLUMN_KINDS = ["open", "count", "magnitude", "personal"] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The columns that the head of a mart declares, `-- count: a, b` in one line or more, with their kinds. Throws where one is declared twice. */
export function declaredColumns({ name, query }: { name: string; query: string }): Map<string, ColumnKind> {
  const declared = new Map<string, ColumnKind>();
  for (const kind of COLUMN_KINDS) {
    const lines = [...query.matchAll(new RegExp(`^-- ${kind}: (.+)$`, "gm"))].map(([, line = ""]) => line);
    for (const column of lines.flatMap((line) => line.split(",")).map((part) => part.trim())) {
      if (declared.has(column)) throw new Error(`column declared twice: ${column} (${name})`);
      declared.set(column, kind);
    }
  }
  return declared;
}

/** The columns of the key in the grain line of a mart, `-- grain: one row …; key: a, b`. Throws where there is none. */
export function keyOf({ name, query }: { name: string; query: string }): string[] {
  const key = /^-- grain: one row .+; key: ([a-z0-9_]+(?:, [a-z0-9_]+)*)$/m.exec(query)?.[1];
  if (key === undefined) throw new Error(`no key in the grain line (${name})`);
  return key.split(", ");
}
