import highs from "highs";

// The types describe the CommonJS build; Node imports the other one, whose default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

export interface Solution {
  Status: string;
  ObjectiveValue: number;
  Columns: Record<string, { Primal?: number }>;
}

/** HiGHS, which takes some 40 ms to start: solves linear programmes in CPLEX LP text. Small ones are solved sooner than simplified. */
export async function loadSolver(): Promise<(text: string) => Solution> {
  const solver = await loadHighs();
  return (text) => solver.solve(text, { output_flag: false, presolve: "off", parallel: "off" }) as Solution;
}
