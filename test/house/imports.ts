import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";

/** Folders of the project's own code. */
export const ROOMS = ["loaders", "statistics", "disclosure", "src", "reports", "commands"];

const SPECIFIER = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/** The TypeScript files in the rooms, as paths from the top. */
export const filesIn = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .map((file) => `${room}/${file.replaceAll("\\", "/")}`)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !file.includes("/.observablehq/"))
      .sort(),
  );

/** Which files each file imports, types included. */
export const importsOf = (files: readonly string[]): Map<string, string[]> =>
  new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, "utf8").matchAll(SPECIFIER)].map(([, to = ""]) => posix.join(dirname(file), to)),
    ]),
  );

/** Files that import one another, directly or by way of others (Tarjan 1972): each circle once, its files in alphabetical order. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const other of graph.get(file) ?? []) {
      if (!graph.has(other)) continue;
      if (!order.has(other)) visit(other);
      if (stack.includes(other)) low.set(file, Math.min(low.get(file) ?? 0, low.get(other) ?? 0));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || graph.get(file)?.includes(file)) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}
