import { parse } from "csv-parse/sync";
import { headerName } from "../textTable.ts";
import { CSV, type Parsed, withoutSpacing } from "./csv.ts";

const SEPARATORS = [",", ";", "\t", "|"];
/** The header stands among so many records at the start. */
const SEARCHED = 40;

/** The first records under a separator, with the line of each; only the first where a quote further on is never closed. */
function firstRecords(text: string, delimiter: string, to = SEARCHED): { line: number; cells: string[] }[] {
  try {
    const parsed = parse(text, { ...CSV, info: true, delimiter, to }) as unknown as Parsed[];
    return parsed.map(({ record }, i) => ({
      line: (parsed[i - 1]?.info.lines ?? 0) + 1,
      cells: withoutSpacing(record),
    }));
  } catch {
    return to > 1 ? firstRecords(text, delimiter, 1) : [];
  }
}

interface Found {
  delimiter: string;
  line: number;
  cells: string[];
}

const isNumber = (name: string) => /^[-+\d.,:/ ]+$/.test(name);

/** Where no name is known: the separator that gives most records the same number of cells, and the first of them with the most names. */
function likeliest(candidates: Found[]): Found | null {
  const shapes = new Map<string, Found[]>();
  for (const one of candidates.filter(({ cells }) => cells.length > 1)) {
    const shape = `${one.delimiter}${one.cells.length}`;
    shapes.set(shape, [...(shapes.get(shape) ?? []), one]);
  }
  const cellsIn = (records: Found[]) => records.length * (records[0]?.cells.length ?? 0);
  const [records = candidates] = [...shapes.values()].sort((a, b) => b.length - a.length || cellsIn(b) - cellsIn(a));
  const names = ({ cells }: Found) => cells.filter((name) => name !== "" && !isNumber(name)).length;
  const most = Math.max(...records.map(names));
  return records.find((one) => names(one) === most) ?? null;
}

/** The separator and the record that are most like a header; `score` says how much a list of names is like one. */
export function findHeader(text: string, score: (names: string[]) => number): Found | null {
  const declared = /^sep=(.)\n/.exec(text)?.[1];
  const candidates = (declared ? [declared] : SEPARATORS).flatMap((delimiter) =>
    firstRecords(text, delimiter)
      .map(({ line, cells }): Found => ({ delimiter, line, cells: cells.map(headerName) }))
      .filter(({ cells }) => cells.some((name) => name !== "") && !/^(sep=|#)/.test(cells[0] ?? "")),
  );
  let best: { found: Found; points: number } | null = null;
  for (const found of candidates) {
    const known = score(found.cells);
    const points = known * 1000 + (found.line === 1 || declared ? found.cells.length : 0);
    if (known > 0 && points > (best?.points ?? 0)) best = { found, points };
  }
  return best?.found ?? likeliest(candidates);
}
