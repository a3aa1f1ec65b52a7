import { createRequire } from "node:module";
import { renderAsync } from "@resvg/resvg-js";
import { palette } from "../../components/drawing/palette.ts";
import { wrap } from "../../components/words/text.ts";

const resolve = createRequire(import.meta.url).resolve;
const fontFiles = ["Regular", "Semibold", "Bold"].map((weight) => resolve(`source-sans/TTF/SourceSans3-${weight}.ttf`));
const MARGIN = 24;
const { text, secondary, ground } = palette.light;
const escapeXml = (value: string) =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A drawn chart with its finding and measure above it and its source below, so that the file can stand in somebody's slides. */
export function writeSvg(svg: string, title: string, subtitle: string, source: string): string {
  const [, width, height] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  if (!width || !height) throw new Error("a picture without viewBox");
  let y = MARGIN - 4;
  const line = (words: string, size: number, weight: number, fill: string) => {
    y += Math.round(size * 1.3);
    return `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(words)}</text>`;
  };
  const lines = [
    ...wrap(title, width, 18).map((words) => line(words, 18, 600, text)),
    ...wrap(subtitle, width, 14).map((words) => line(words, 14, 400, secondary)),
  ];
  const top = y + 12;
  y = top + height + 4;
  const below = wrap(source, width, 13).map((words) => line(words, 13, 400, secondary));
  const size = { width: width + 2 * MARGIN, height: y + MARGIN };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}"`,
    ` font-family="'Source Sans 3', 'Source Sans Pro', sans-serif"><title>${escapeXml(title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="${ground}"/>`,
    ...lines,
    `<g transform="translate(${MARGIN},${top})">`,
    svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => `<svg${sized(attributes, width, height)}>`),
    "</g>",
    ...below,
    "</svg>\n",
  ].join("");
}

const sized = (attributes: string, width: number, height: number) =>
  `${attributes.replace(/ (width|height)="[^"]*"/g, "")} width="${width}" height="${height}"`;

/** The same picture as points, one and a half times its size: 1152 wide, enough for a slide. */
export async function writePng(svg: string): Promise<Buffer> {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" };
  const image = await renderAsync(svg, { font, fitTo: { mode: "zoom", value: 1.5 } });
  return image.asPng();
}
