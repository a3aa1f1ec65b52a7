import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadTypst } from "./compiler.ts";

const require = createRequire(import.meta.url);
const fonts = join(dirname(require.resolve("source-sans/package.json")), "TTF");
const FAMILY = "Source Sans 3";

export interface TypstJob {
  /** Path of the main `.typ` file; the files beside it can be imported. */
  main: string;
  /** Content by name, read in Typst as if it stood beside the main file (data as JSON, charts as SVG). */
  files: Record<string, string>;
  title: string;
  /** The date of the document, `yyyy-mm-dd`. */
  date: string;
}

/** Text in a picture falls back to another font without a word, so its families are looked at here. */
function checkPictureFonts(name: string, svg: string): void {
  for (const [, families = ""] of svg.matchAll(/font-family="([^"]*)"/g)) {
    const first = families.replaceAll("&quot;", "").replaceAll("'", "").split(",")[0]?.trim();
    if (first !== FAMILY) throw new Error(`font outside the report's family: ${first} (${name})`);
  }
}

/** A character that the family lacks is drawn from whatever font the machine has. */
function checkEmbeddedFonts(pdf: Buffer): void {
  for (const [, name = ""] of pdf.toString("latin1").matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/>]+)/g))
    if (!name.startsWith("SourceSans3-"))
      throw new Error(`font outside the report's family: ${name} (a character is missing from ${FAMILY})`);
}

/** A tagged PDF (PDF/UA-1) in process: same input, same bytes. Any warning is an error. */
export function compilePdf({ main, files, title, date }: TypstJob): { pdf: Uint8Array; pages: number } {
  const workspace = dirname(main);
  const compiler = loadTypst().NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith(".svg")) checkPictureFonts(name, content);
    compiler.mapShadow(join(workspace, name), Buffer.from(content));
  }
  const compilation = compiler.compile({ mainFilePath: main, inputs: { title, date } });
  for (const found of [compilation.takeDiagnostics(), compilation.takeWarnings()]) {
    const first = found && compiler.fetchDiagnostics(found)[0];
    if (first) throw new Error(`${first.message} (${first.path})`);
  }
  const document = compilation.result;
  if (!document) throw new Error(`no document: ${main}`);
  if (document.title !== title) throw new Error(`document title not set: ${title} (${main})`);
  if (document.enabledAutoDate) throw new Error(`document date not set: ${date} (${main})`);
  const pdf = exportPdf(() => compiler.pdf(document, { pdfStandard: "ua-1" }), main);
  checkEmbeddedFonts(pdf);
  return { pdf, pages: document.numOfPages };
}

/** The exporter throws its diagnostics as one dump of a Rust value: the message is taken out. */
function exportPdf(run: () => Buffer, main: string): Buffer {
  try {
    return run();
  } catch (error) {
    const dump = error instanceof Error ? error.message : String(error);
    throw new Error(`${/message: "((?:[^"\\]|\\.)*)"/.exec(dump)?.[1] ?? dump} (${main})`);
  }
}
