export { kitagawaInterval, type StrataCluster } from "./decomposition/bootstrap.ts";
export { type Decomposition, kitagawa, kitagawaChain, type Stratum } from "./decomposition/kitagawa.ts";
export { decomposeProduct } from "./decomposition/product.ts";
