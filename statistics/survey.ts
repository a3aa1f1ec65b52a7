export { type Alpha, cronbachAlpha } from "./survey/cronbachAlpha.ts";
export { netPromoterScore, type PromoterScore } from "./survey/netPromoterScore.ts";
export { nonResponse, postStratifiedShare, responseRate, worstCaseBounds } from "./survey/nonResponse.ts";
export { type Pairs, pairedDifference } from "./survey/pairedDifference.ts";
export { type FrameGroup, mergeSmallGroups, postStratifiedInterval } from "./survey/postStratification.ts";
export { scaleScore } from "./survey/scaleScore.ts";
export { type TopTwo, topTwoBox } from "./survey/topTwoBox.ts";
