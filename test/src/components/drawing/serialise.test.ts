import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { vector } from "../../../../src/components/drawing/element.ts";
import { palette } from "../../../../src/components/drawing/palette.ts";
import { serialiseSvg } from "../../../../src/components/drawing/serialise.ts";

const { document } = parseHTML("<html></html>");

describe("serialiseSvg(svg, colours)", () => {
  it("writes well-formed XML: escaped text, one namespace, attributes in a fixed order", () => {
    const svg = vector(
      document,
      "svg",
      { width: 10, class: "plot" },
      vector(document, "text", { y: 2, x: 1 }, `a & b < c\u00a0> "d"\u0000`),
    );
    expect(serialiseSvg(svg)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10"><text x="1" y="2">a &amp; b &lt; c\u00a0&gt; &quot;d&quot;</text></svg>',
    );
  });

  it("rounds geometry to three decimals and leaves words alone", () => {
    const path = vector(document, "path", { d: "M1.23456,2e-7L-0.00049,3", "aria-label": "1.23456 %" });
    expect(serialiseSvg(vector(document, "svg", {}, path))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg"><path aria-label="1.23456 %" d="M1.235,0L0,3"/></svg>',
    );
  });

  it("fills in the colours of the given palette", () => {
    const svg = vector(document, "svg", { fill: "var(--accent)", stroke: "currentColor" });
    expect(serialiseSvg(svg)).toBe('<svg xmlns="http://www.w3.org/2000/svg" fill="#006c75" stroke="#1a1f27"/>');
    expect(serialiseSvg(svg, palette.dark)).toContain('fill="#4fc3cc" stroke="#e8ebef"');
  });

  it("names a colour that the palette does not have", () => {
    expect(() => serialiseSvg(vector(document, "svg", { fill: "var(--pink)" }))).toThrow("unknown colour: var(--pink)");
  });
});
