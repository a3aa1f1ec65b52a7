import type { PanelRow } from "../statistics/impact/panel.ts";
import { drawNormal, type Random } from "../statistics/random.ts";

/** Schools with a level of their own, a common trend, and the same effect from the first treated year on; half are never treated. */
export function simulatedPanel(
  random: Random,
  { schools, years, effect }: { schools: number; years: number; effect: number },
): PanelRow[] {
  return Array.from({ length: schools }, (_, school) => {
    const level = 0.3 + 0.1 * drawNormal(random);
    const firstTreated = school % 2 === 0 ? 0 : 2001 + Math.floor(random() * (years - 1));
    return Array.from({ length: years }, (_, year) => {
      const period = 2000 + year;
      const treated = firstTreated > 0 && period >= firstTreated;
      const outcome = level + 0.005 * year + 0.05 * drawNormal(random) + (treated ? effect : 0);
      return { unit: school, period, outcome, firstTreated };
    });
  }).flat();
}
