import { StatisticsError } from "../../statistics/errors.ts";
import type { Words } from "../cells.ts";

/** Why there is no figure, as the reader is told. */
export const REASONS = {
  no_rows: { nl: "er zijn geen gegevens geladen", en: "no data were loaded" },
  not_computable: {
    nl: "de gegevens spreken elkaar tegen, zodat de berekening niets oplevert",
    en: "the data contradict each other, so that the computation gives nothing",
  },
} as const satisfies Record<string, Words>;

export type Reason = keyof typeof REASONS;

/**
 * The answer of a statistical function, or the reason why there is none: `undefinedAs` where the function gives null, `not_computable`
 * where it refuses its arguments. Other faults are ours, and pass.
 */
export function answerOf<T>(
  compute: () => T | null,
  undefinedAs: Reason,
): { answer: T; reason: null } | { answer: null; reason: Reason } {
  try {
    const answer = compute();
    return answer === null ? { answer: null, reason: undefinedAs } : { answer, reason: null };
  } catch (error) {
    if (error instanceof StatisticsError) return { answer: null, reason: "not_computable" };
    throw error;
  }
}
