import { palette, type Role } from "./palette.ts";

const GEOMETRY = new Set(
  "d transform x y x1 x2 y1 y2 cx cy r rx ry dx dy width height viewBox points stroke-width stroke-dasharray".split(
    " ",
  ),
);
const NAMESPACE = "http://www.w3.org/2000/svg";

/** Characters that XML 1.0 cannot hold, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are removed
const unfit = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(unfit, "")
    .replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const round = (text: string, decimals = 3) =>
  text.replace(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, (number) =>
    String(Math.round(Number(number) * 10 ** decimals) / 10 ** decimals + 0),
  );

/** Rounds every place and length of a picture to a tenth of a px: finer ones weigh, and tell more than the eye can see. */
export function roundGeometry<Picture extends Element>(picture: Picture): Picture {
  for (const element of [picture, ...picture.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes])
      if (GEOMETRY.has(name)) element.setAttribute(name, round(value, 1));
  return picture;
}

const colour = (text: string, colours: Record<Role, string>) =>
  text
    .replace(/var\(--([\w-]+)\)/g, (whole, role: string) => {
      if (role in colours) return colours[role as Role];
      throw new Error(`unknown colour: ${whole}`);
    })
    .replaceAll("currentColor", colours.text);

const write = (node: Node, colours: Record<Role, string>): string => {
  if (node.nodeType === 3) return escapeXml(node.textContent ?? "");
  if (node.nodeType !== 1) return "";
  const element = node as Element;
  const attributes = [...element.attributes]
    .filter(({ name }) => !name.startsWith("xmlns") && name !== "class" && name !== "style")
    .map(({ name, value }) => [name, colour(GEOMETRY.has(name) ? round(value) : value, colours)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  const tag = element.localName;
  const xmlns = tag === "svg" ? ` xmlns="${NAMESPACE}"` : "";
  const inner = [...element.childNodes].map((child) => write(child, colours)).join("");
  return inner === "" ? `<${tag}${xmlns}${attributes}/>` : `<${tag}${xmlns}${attributes}>${inner}</${tag}>`;
};

/** A picture as a file that stands alone: well-formed XML with its colours filled in, for download, PNG and PDF. */
export const serialiseSvg = (svg: SVGSVGElement, colours: Record<Role, string> = palette.light): string =>
  write(svg, colours);
