/** Every distribution, so that tests can go over all of them. */
export * from "../../statistics/distributions/beta.ts";
export * from "../../statistics/distributions/binomial.ts";
export * from "../../statistics/distributions/gamma.ts";
export * from "../../statistics/distributions/negativeBinomial.ts";
export * from "../../statistics/distributions/normal.ts";
