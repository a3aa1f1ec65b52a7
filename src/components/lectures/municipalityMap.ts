import { groups as groupsOf } from "d3-array";
import type { PlaceRow } from "../../data/lectures/rows.ts";
import { vector } from "../drawing/element.ts";
import { contentId, hatching } from "../drawing/hatching.ts";
import { label } from "../drawing/label.ts";
import { mapCells } from "../drawing/mapCells.ts";
import { ink } from "../drawing/palette.ts";
import { emptyPicture, finish } from "../drawing/plot.ts";
import type { Chart, Lang, Telling } from "../figure/chart.ts";
import { textWidth } from "../words/text.ts";
import { formatNumber } from "../words/words.ts";

const STATES = ["reached", "white_spot", "no_school", "hidden"] as const;
const words: Record<(typeof STATES)[number], Record<Lang, string>> = {
  reached: { nl: "minstens één school met een gastles", en: "at least one school with a lecture" },
  white_spot: { nl: "witte vlek: geen enkele school met een gastles", en: "white spot: not one school with a lecture" },
  no_school: { nl: "geen school die meetelt", en: "no school that counts" },
  hidden: { nl: "c: vertrouwelijk", en: "c: confidential" },
};
const LINE = 18;
/** A degree of latitude in degrees of longitude, in the middle of Flanders. */
const NARROWING = Math.cos((51 * Math.PI) / 180);
/** Kilometres from its middle that an area reaches at most, in degrees of latitude. */
const RADIUS = 8 / 111.2;

const shortName = (province: string, lang: Lang) =>
  province.startsWith("Brussel") ? (lang === "nl" ? "Brussel" : "Brussels") : province;

interface Name {
  text: string;
  x: number;
  y: number;
}

/** Names in the middle of their areas, within the picture; one that would cover another moves down below it. */
function placeNames(names: readonly Name[], width: number): Name[] {
  const placed: Name[] = [];
  const half = ({ text }: Name) => textWidth(text) / 2 + 4;
  for (const name of names.toSorted((a, b) => a.y - b.y)) {
    const x = Math.min(Math.max(name.x, half(name)), width - half(name));
    const moved = { ...name, x };
    for (const other of placed)
      if (Math.abs(other.x - x) < half(other) + half(name) && Math.abs(moved.y - other.y) < LINE)
        moved.y = other.y + LINE;
    placed.push(moved);
  }
  return placed;
}

function tell(rows: readonly PlaceRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const of = (state: PlaceRow["state"]) => rows.filter((row) => row.state === state).length;
  const [white, counted] = [of("white_spot"), of("white_spot") + of("reached")];
  const year = rows[0]?.school_year ?? "";
  const title =
    counted === 0
      ? nl
        ? "Geen enkele gemeente kan getoond worden"
        : "Not one municipality can be shown"
      : nl
        ? `In ${year} bleven ${formatNumber(white, lang)} van de ${formatNumber(counted, lang)} gemeenten met een school zonder gastles`
        : `In ${year}, ${formatNumber(white, lang)} of the ${formatNumber(counted, lang)} municipalities with a school had no lecture`;
  const provinces = groupsOf(rows, ({ province }) => province).map(([province, its]) => {
    const spots = its.filter(({ state }) => state === "white_spot").length;
    const all = its.filter(({ state }) => state === "white_spot" || state === "reached").length;
    return `${province}: ${formatNumber(spots, lang)} ${nl ? "van" : "of"} ${formatNumber(all, lang)}.`;
  });
  return {
    title,
    subtitle: nl
      ? "Gemeenten in Vlaanderen en Brussel, getekend rond hun middelpunt; een school telt mee als ze de tweede of derde graad aanbiedt"
      : "Municipalities in Flanders and Brussels, drawn around their middle; a school counts when it offers the second or third stage",
    alternative: [
      `${nl ? "Kaart" : "Map"}. ${title}. ${nl ? "Witte vlekken per provincie" : "White spots by province"}.`,
      ...provinces,
    ].join(" "),
    table: {
      columns: (nl ? ["Gemeente", "Provincie", "Stand"] : ["Municipality", "Province", "How it stands"]).map(
        (label) => ({
          ...{ label, isNumber: false },
        }),
      ),
      rows: rows.map(({ name, province, state }) => [name, province, words[state][lang]]),
    },
  };
}

/** Which municipalities had a lecture, as areas around their middles with the borders of provinces. */
export const municipalityMap: Chart<PlaceRow> = {
  tell,
  draw(rows, surroundings) {
    const { width, lang, document } = surroundings;
    const { title, alternative } = tell(rows, lang);
    if (rows.length === 0) return emptyPicture(title, surroundings);
    const [xs, ys] = [rows.map(({ lon }) => lon * NARROWING), rows.map(({ lat }) => -lat)];
    const [left, right] = [Math.min(...xs) - RADIUS, Math.max(...xs) + RADIUS];
    const [top, bottom] = [Math.min(...ys) - RADIUS, Math.max(...ys) + RADIUS];
    const scale = Math.min(width / (right - left), 900 / (bottom - top));
    const points = rows.map((_, i) => [((xs[i] ?? 0) - left) * scale, ((ys[i] ?? 0) - top) * scale] as const);
    const { cells, borders } = mapCells(
      points,
      rows.map(({ province }) => province),
      RADIUS * scale,
    );
    const height = Math.ceil((bottom - top) * scale);
    const id = contentId("white-spot", [rows.length, width, lang, rows[0]?.school_year]);
    const fill = { reached: ink("accent"), white_spot: `url(#${id})`, no_school: ink("wash"), hidden: ink("hairline") };
    const shown = STATES.filter((state) => rows.some((row) => row.state === state));
    const areas = shown.map((state) =>
      vector(document, "path", {
        d: cells.filter((_, i) => rows[i]?.state === state).join(""),
        ...{ fill: fill[state], stroke: ink("ground"), "stroke-width": 0.7 },
      }),
    );
    const names = placeNames(
      groupsOf(
        rows.map((row, i) => ({ province: row.province, at: points[i] ?? ([0, 0] as const) })),
        ({ province }) => province,
      ).map(([province, its]) => ({
        text: shortName(province, lang),
        x: its.reduce((sum, { at }) => sum + at[0], 0) / its.length,
        y: its.reduce((sum, { at }) => sum + at[1], 0) / its.length,
      })),
      width,
    ).map(({ text, x, y }) => label(document, x, y, text, { "text-anchor": "middle", "font-weight": 600 }, true));
    const legend = shown.flatMap((state, index) => [
      vector(document, "rect", {
        ...{ x: 2, y: height + 14 + index * 22, width: 16, height: 14, fill: fill[state], stroke: ink("secondary") },
      }),
      label(document, 26, height + 25.5 + index * 22, words[state][lang]),
    ]);
    const svg = vector(
      document,
      "svg",
      { viewBox: `0 0 ${width} ${height + 20 + shown.length * 22}`, width, height: height + 20 + shown.length * 22 },
      hatching(document, id, "second"),
      ...areas,
      ...(borders === ""
        ? []
        : [vector(document, "path", { d: borders, fill: "none", stroke: ink("text"), "stroke-width": 1.2 })]),
      ...names,
      ...legend,
    ) as SVGSVGElement;
    return finish(svg, alternative);
  },
};
