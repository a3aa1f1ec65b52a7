import { internalHead } from "./edition.ts";
import { drawFence, type FenceOptions } from "./fence.ts";
import { footer, header } from "./header.ts";
import { readPageData } from "./pageData.ts";

interface MarkdownIt {
  renderer: {
    rules: { fence: (...given: [{ info: string }[], number, unknown, { path: string }, unknown]) => string };
  };
}

interface SiteOptions extends FenceOptions {
  output?: string;
  /** Keeps drawn HTML aside and gives what stands in its place until the page is finished; Framework then need not read every line of a chart. */
  hold?: (drawn: string) => string;
}

/** The configuration of Observable Framework, for the build and for its preview. */
export function siteConfig({ output = "dist", hold = (drawn) => drawn, ...fence }: SiteOptions) {
  const frame = () => readPageData(fence.pageData, "overview").frame;
  return {
    root: "src",
    output,
    title: "STEMpeil",
    style: "style.css",
    globalStylesheets: [],
    pages: [],
    sidebar: false,
    toc: false,
    pager: false,
    preserveExtension: true,
    preserveIndex: true,
    typographer: false,
    head: () => (frame().is_internal ? internalHead : ""),
    header: ({ path }: { path: string }) => header(path, frame()),
    footer: ({ path }: { path: string }) => footer(path, frame()),
    markdownIt(md: MarkdownIt) {
      const { fence: rule } = md.renderer.rules;
      md.renderer.rules.fence = (tokens, index, options, context, self) => {
        const drawn = drawFence(tokens[index]?.info.trim() ?? "", context.path, fence);
        return drawn === null ? rule(tokens, index, options, context, self) : hold(drawn);
      };
      return md;
    },
  };
}
