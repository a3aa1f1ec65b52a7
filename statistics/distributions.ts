export { betaCdf, betaQuantile, fCdf, fQuantile, fUpper, studentTCdf, studentTQuantile } from "./distributions/beta.ts";
export { betaBinomialCdf, betaBinomialPmf, binomialCdf, binomialPmf } from "./distributions/binomial.ts";
export { chiSquaredCdf, chiSquaredUpper, gammaCdf, gammaQuantile } from "./distributions/gamma.ts";
export {
  negativeBinomialCdf,
  negativeBinomialPmf,
  negativeBinomialQuantile,
} from "./distributions/negativeBinomial.ts";
export { normalCdf, normalQuantile } from "./distributions/normal.ts";
