import { describe, expect, it } from "vitest";
import { InputError } from "../../loaders/errors.ts";
import { loadTypst } from "../../reports/compiler.ts";

describe("loadTypst(packages)", () => {
  it("loads the compiler of this platform", () => {
    expect(typeof loadTypst().NodeCompiler.create).toBe("function");
  });

  it("says which platforms have a compiler when none is installed", () => {
    const run = () => loadTypst(["@myriaddreamin/absent"]);
    expect(run).toThrow(InputError);
    expect(run).toThrow(
      `no PDF compiler for this platform: ${process.platform}-${process.arch} (there is one for linux-x64 with glibc or musl; the WASM build is not used, because it cannot check PDF/UA)`,
    );
  });
});
