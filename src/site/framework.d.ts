/** The two modules of Observable Framework that a build in process calls; the package ships no types. */
declare module "@observablehq/framework/dist/config.js" {
  export interface SiteConfig {
    root: string;
    output: string;
    paths(): AsyncIterable<string>;
  }
  export function normalizeConfig(spec: object, defaultRoot?: string): SiteConfig;
}
declare module "@observablehq/framework/dist/build.js" {
  import type { SiteConfig } from "@observablehq/framework/dist/config.js";

  interface Screen {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: { write(text: string): unknown };
  }
  export class FileBuildEffects {
    constructor(outputRoot: string, cacheDir: string, screen: Screen);
  }
  export function build(options: { config: SiteConfig }, effects: FileBuildEffects): Promise<void>;
}
