import { charts, parts } from "./src/components/index.ts";
import { siteConfig } from "./src/site/config.ts";

/** Read by the preview; a build calls `buildSite`, which gives the same configuration its own folders. */
export default siteConfig({
  registry: { charts, parts },
  pageData: process.env.STEMPEIL_PAGE_DATA ?? "src/.observablehq/cache/data",
});
