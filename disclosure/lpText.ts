/** Unknown whole numbers, each at least its lower bound, of which some signed sums are known. */
export interface CountProgramme {
  unknowns: number;
  lowerBounds: readonly number[];
  sums: readonly { plus: readonly number[]; minus: readonly number[]; equals: number }[];
}

const TERMS_A_LINE = 40;

function terms(plus: readonly number[], minus: readonly number[]): string {
  const all = [...plus.map((x) => `+ x${x}`), ...minus.map((x) => `- x${x}`)];
  const lines = [];
  for (let i = 0; i < all.length; i += TERMS_A_LINE) lines.push(all.slice(i, i + TERMS_A_LINE).join(" "));
  return lines.join("\n ");
}

/** Least or largest value of one unknown, as a linear programme in CPLEX LP text. */
export function lpText(
  { unknowns, lowerBounds, sums }: CountProgramme,
  sought: number,
  goal: "least" | "most",
): string {
  const rows = sums.map(({ plus, minus, equals }, i) => `e${i}: ${terms(plus, minus)} = ${equals}`);
  const bounds = Array.from({ length: unknowns }, (_, x) => `x${x} >= ${lowerBounds[x] ?? 0}`);
  return [
    goal === "least" ? "Minimize" : "Maximize",
    `x${sought}`,
    "Subject To",
    ...rows,
    "Bounds",
    ...bounds,
    "End\n",
  ].join("\n");
}
