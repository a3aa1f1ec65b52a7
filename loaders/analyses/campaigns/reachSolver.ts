import highs from "highs";
import type { CellProgramme, CellSolver } from "../../../statistics/reach/sharpReachBounds.ts";

// The types describe the CommonJS build; Node imports the other one, whose default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

const TERMS_A_LINE = 40;

function terms(cells: readonly number[]): string {
  const lines = [];
  for (let i = 0; i < cells.length; i += TERMS_A_LINE)
    lines.push(
      cells
        .slice(i, i + TERMS_A_LINE)
        .map((cell) => `x${cell}`)
        .join(" + "),
    );
  return lines.join("\n + ");
}

/** A programme as CPLEX LP text; `x` of cells that no line names are 0 or more as well. */
function lpText({ counted, sums }: CellProgramme, goal: "least" | "most"): string {
  const rows = sums.flatMap(({ cells, least, most }, i) =>
    least === most
      ? [`e${i}: ${terms(cells)} = ${least}`]
      : [`l${i}: ${terms(cells)} >= ${least}`, `m${i}: ${terms(cells)} <= ${most}`],
  );
  return `${goal === "least" ? "Minimize" : "Maximize"}\n${terms(counted)}\nSubject To\n${rows.join("\n")}\nEnd\n`;
}

/** Solves programmes over audiences with HiGHS, which takes some 40 ms to start. */
export async function reachSolver(): Promise<CellSolver> {
  const solver = await loadHighs();
  return (programme, goal) => {
    const { Status, ObjectiveValue } = solver.solve(lpText(programme, goal), { output_flag: false });
    if (Status === "Infeasible" || Status === "Primal infeasible or unbounded") return null;
    if (Status !== "Optimal") throw new Error(`the linear programme ended as ${Status}`);
    return ObjectiveValue;
  };
}
