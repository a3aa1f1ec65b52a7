import { count } from "../arguments.ts";
import { StatisticsError } from "../errors.ts";
import { type Interval, total } from "../interval.ts";
import { type WilsonOptions, wilsonInterval } from "../proportion/wilson.ts";

export interface TopTwo {
  share: number;
  /** Wilson interval; null when the whole population answered. */
  interval: Interval | null;
  agreeing: number;
  valid: number;
  /** Share of "no opinion" among all who answered. */
  noOpinionShare: number;
}

/**
 * Share of the two highest points of a scale among valid answers, as a fraction, from the number of answers on each point (lowest first);
 * "no opinion" counts beside it. Null without a valid answer.
 */
export function topTwoBox(
  answers: readonly number[],
  { noOpinion = 0, ...options }: WilsonOptions & { noOpinion?: number } = {},
): TopTwo | null {
  if (answers.length < 3) throw new StatisticsError("out_of_range", "answers.length", answers.length);
  for (const [i, value] of answers.entries()) count(`answers[${i}]`, value);
  count("noOpinion", noOpinion);
  const valid = total(answers);
  if (valid === 0) return null;
  const agreeing = total(answers.slice(-2));
  return {
    share: agreeing / valid,
    interval: wilsonInterval(agreeing, valid, options),
    agreeing,
    valid,
    noOpinionShare: noOpinion / (valid + noOpinion),
  };
}
