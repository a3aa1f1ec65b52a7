import * as Plot from "@observablehq/plot";
import type { FundingRow } from "../../data/funding/rows.ts";
import { vector } from "../drawing/element.ts";
import { contentId, hatching } from "../drawing/hatching.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, type Place } from "../drawing/plot.ts";
import type { Chart } from "../figure/chart.ts";
import { textWidth } from "../words/text.ts";
import { flagWords } from "../words/values.ts";
import { formatShare } from "../words/words.ts";
import { byYear, inKindWords, publicShare, tellFunding } from "./fundingWords.ts";

/** Public beside private cash as parts of a hundred, a bar a school year; what was given in kind stands apart, in words. */
export const fundingSplit: Chart<FundingRow> = {
  tell: tellFunding,
  draw(given, surroundings, meaning = null) {
    const { width, lang, document } = surroundings;
    const nl = lang === "nl";
    const { title, alternative } = tellFunding(given, lang, meaning);
    const ordered = byYear(given);
    // What is booked for years to come stands under a gap with a heading of its own.
    const gap = ordered.some(({ is_ahead }) => !is_ahead) ? ordered.findIndex(({ is_ahead }) => is_ahead) : -1;
    const rows = ordered.map((row, index) => ({ ...row, place: String(index), share: publicShare(row) }));
    const places = rows.flatMap(({ place }, index) => (index === gap ? ["gap", place] : [place]));
    if (!rows.some(({ share }) => share !== null)) return emptyPicture(title, surroundings);
    const isNarrow = width < 620;
    const step = isNarrow ? 66 : 38;
    const bars = rows.flatMap(({ place, share, flag }) => (share === null ? [] : [{ place, share, flag }]));
    const target = rows.findLast((row) => !row.is_ahead && row.target !== null);
    const [aim, spread] = [target?.target ?? null, target?.tolerance ?? null];
    const years = rows.map(({ school_year, flag }) => `${school_year}${flag === null ? "" : ` (${flag})`}`);
    const inKind = rows.map((row) => inKindWords(row, lang));
    const heading = nl ? "In natura (apart)" : "In kind (apart)";
    const marginLeft = isNarrow ? 2 : 14 + Math.max(...years.map((year) => textWidth(year)));
    const marginRight = isNarrow ? 4 : 26 + Math.max(textWidth(heading), ...inKind.map((text) => textWidth(text)));
    const [marginTop, marginBottom] = [48, 24];
    const height = places.length * step + marginTop + marginBottom;
    const [insetTop, insetBottom] = isNarrow ? [20, 22] : [6, 6];
    const ids = {
      accent: contentId("public", [given, width, lang]),
      second: contentId("private", [given, width, lang]),
    };
    const isWeak = (flag: FundingRow["flag"]) => flag === "p" || flag === "e" || flag === "u";
    const paint = (role: "accent" | "second") => (row: { flag: FundingRow["flag"] }) =>
      isWeak(row.flag) ? `url(#${ids[role]})` : ink(role);
    const bar = { y: "place", insetTop, insetBottom };
    const band =
      aim === null || spread === null ? [] : [[Math.max(0, aim - spread), Math.min(1, aim + spread)] as const];
    const marks = [
      Plot.rectX(band, { x1: "0", x2: "1", fill: ink("text"), fillOpacity: 0.14, insetTop: -3, insetBottom: -3 }),
      Plot.ruleX(aim === null ? [] : [aim], {
        stroke: ink("text"),
        strokeWidth: 1.5,
        strokeDasharray: "5 3",
        insetTop: -3,
        insetBottom: -3,
      }),
      Plot.barX(bars, { ...bar, x1: 0, x2: "share", fill: paint("accent"), insetRight: 0.5 }),
      Plot.barX(bars, { ...bar, x1: "share", x2: 1, fill: paint("second"), insetLeft: 0.5 }),
    ];
    const over = (x: Place, y: Place) => {
      const [head, floor] = [marginTop - 2, height - marginBottom + 2];
      const goal =
        aim === null
          ? []
          : [
              label(document, x(aim), floor + 16, `${nl ? "doel" : "target"} ${formatShare(aim, lang, 0)}`, {
                "text-anchor": "middle",
              }),
            ];
      const heads = [
        label(document, x(0), head - 10, nl ? "Overheid" : "Public", { fill: ink("accent"), "font-weight": 600 }),
        label(document, x(1), head - 10, nl ? "Privaat" : "Private", {
          fill: ink("second"),
          "font-weight": 600,
          "text-anchor": "end",
        }),
        ...(isNarrow
          ? []
          : [label(document, width - 2, head - 10, heading, { fill: ink("secondary"), "text-anchor": "end" })]),
      ];
      const texts = rows.flatMap((row, index) => {
        const middle = y(row.place) - (isNarrow ? 1 : 0);
        const name = isNarrow
          ? label(document, x(0), middle - 17, years[index] ?? "")
          : label(document, marginLeft - 10, middle + 4.5, years[index] ?? "", { "text-anchor": "end" });
        const kind = isNarrow
          ? label(document, x(0), middle + 26, `${nl ? "in natura" : "in kind"}: ${inKind[index]}`, {
              fill: ink("secondary"),
              "font-size": 12,
            })
          : label(document, width - 2, middle + 4.5, inKind[index] ?? "", {
              fill: ink("secondary"),
              "text-anchor": "end",
            });
        if (row.share === null)
          return [
            name,
            kind,
            label(document, x(0) + 6, middle + 4.5, flagWords(row.flag, lang), { fill: ink("secondary") }),
          ];
        const part = (share: number, at: number, anchor: string, role: "accent" | "second") => {
          const text = formatShare(share, lang);
          if (x(share) - x(0) < textWidth(text) + 14) return [];
          const words = label(document, at, middle + 4.5, text, {
            fill: ink(isWeak(row.flag) ? role : "ground"),
            "font-weight": 600,
            "text-anchor": anchor,
          });
          if (!isWeak(row.flag)) return [words];
          const width = textWidth(text) + 8;
          const left = anchor === "start" ? at - 3 : at + 3 - width;
          return [vector(document, "rect", { x: left, y: middle - 9, width, height: 18, fill: ink("ground") }), words];
        };
        return [
          name,
          kind,
          ...part(row.share, x(0) + 7, "start", "accent"),
          ...part(1 - row.share, x(1) - 7, "end", "second"),
        ];
      });
      const apart = nl ? "Vooruit geboekt voor een later schooljaar" : "Booked ahead for a later school year";
      if (gap >= 0)
        texts.push(
          vector(document, "rect", {
            ...{
              x: x(0) - 1,
              y: y("gap") - step / 2 + 1,
              width: x(1) - x(0) + 2,
              height: step - 2,
              fill: ink("ground"),
            },
          }),
          label(document, x(0), y("gap") + 9, apart, { fill: ink("secondary"), "font-weight": 600 }),
        );
      const defs = bars.some(({ flag }) => isWeak(flag))
        ? [hatching(document, ids.accent, "accent"), hatching(document, ids.second, "second")]
        : [];
      return [...defs, ...heads, ...goal, ...texts];
    };
    const options: Plot.PlotOptions = {
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { domain: [0, 1], axis: null },
      y: { domain: places, axis: null, padding: 0 },
      marks,
    };
    return drawPlot(options, surroundings, alternative, over);
  },
};
