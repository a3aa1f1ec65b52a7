import { normalCdf } from "../../../statistics/distributions/normal.ts";
import { AGREEMENT, RECOMMENDATION } from "../truths.ts";
import type { Item } from "./questionnaireItems.ts";

const above = (limit: number, { centre, byMood, spread }: typeof AGREEMENT, lean = 0) =>
  1 - normalCdf((limit - centre - lean) / Math.hypot(byMood, spread));

/** The true share of answers 4 and 5 to an item of five points, after a reversed item was turned round. */
export const trueTopTwo = ({ lean = 0 }: Pick<Item, "lean">): number => above(3.5, AGREEMENT, lean);

/** The true net promoter score of the question whether one would recommend: share of 9 and 10 less the share of 0 to 6. */
export const trueNetPromoterScore = (): number => above(8.5, RECOMMENDATION) - (1 - above(6.5, RECOMMENDATION));
