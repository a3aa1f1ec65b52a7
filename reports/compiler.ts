import { createRequire } from "node:module";
import { InputError } from "../loaders/errors.ts";

interface Diagnostic {
  message: string;
  path: string;
}

interface Compilation {
  readonly result: { title: string | null; enabledAutoDate: boolean; numOfPages: number } | null;
  hasError(): boolean;
  takeWarnings(): object | null;
  takeDiagnostics(): object | null;
}

/** The part of the native compiler that is used; its package ships no types. */
export interface Compiler {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string; inputs: Record<string, string> }): Compilation;
  fetchDiagnostics(diagnostics: object): Diagnostic[];
  pdf(document: object, options: { pdfStandard: "ua-1" }): Buffer;
}

export interface Typst {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Compiler };
}

const PACKAGES = ["linux-x64-gnu", "linux-x64-musl"].map(
  (platform) => `@myriaddreamin/typst-ts-node-compiler-${platform}`,
);
const require = createRequire(import.meta.url);

/** There is no Typst compiler for this platform. */
export class NoCompilerError extends InputError {}

/** The Typst compiler of this platform; the WASM build is no way out, because it does not check PDF/UA. */
export function loadTypst(packages: readonly string[] = PACKAGES): Typst {
  for (const name of packages) {
    try {
      return require(name) as Typst;
    } catch {
      // the other platform's package is absent, or made for another C library
    }
  }
  throw new NoCompilerError(
    `no PDF compiler for this platform: ${process.platform}-${process.arch} (there is one for linux-x64 with glibc or musl; the WASM build is not used, because it cannot check PDF/UA)`,
    2,
  );
}
