import { parseHTML } from "linkedom";
import { palette, type Role } from "../src/components/drawing/palette.ts";
import { serialiseSvg } from "../src/components/drawing/serialise.ts";
import type { Lang } from "../src/components/figure/chart.ts";
import { bulletGraph } from "../src/components/scorecard/bulletGraph.ts";
import { scoreSentence } from "../src/components/scorecard/scoreSentence.ts";
import { statusMark, statusOf } from "../src/components/scorecard/status.ts";
import { nameOf } from "../src/components/words/nouns.ts";
import { formatCell, formatTarget } from "../src/components/words/values.ts";
import { formatNumber } from "../src/components/words/words.ts";
import type { ScoreRow, StatusWord } from "../src/data/rows.ts";
import { fundersWords } from "./fundersWords.ts";

const colours: Record<StatusWord, Role> = {
  on_course: "accent",
  met: "accent",
  uncertain: "second",
  off_course: "off",
  past_due: "second",
  no_target: "secondary",
};

/** The scorecard as rows of text with the site's own bullet graphs and status shapes. */
export function drawScorecard(rows: readonly ScoreRow[], lang: Lang, prefix = "") {
  const { document } = parseHTML("<!doctype html><html></html>");
  const pictures: Record<string, string> = {};
  const lines = rows.map((row, index) => {
    const bullet = `${prefix}bullet-${index + 1}.svg`;
    const shape = `status-${row.status}.svg`;
    const colour = palette.light[colours[row.status]];
    pictures[bullet] = serialiseSvg(bulletGraph(row, document));
    const mark = statusMark(row, lang, document).querySelector("svg");
    if (mark) pictures[shape] = serialiseSvg(mark, { ...palette.light, text: colour });
    return {
      label: nameOf(row.meaning, lang),
      bullet,
      value: formatCell(row.value, row.flag, row.meaning, lang),
      basis: basis(row, lang),
      target: target(row, lang),
      status: { shape, word: statusOf(row)[lang], colour },
      sentence: scoreSentence(row, lang),
    };
  });
  return { lines, pictures };
}

function basis({ meaning, value, flag, numerator, denominator }: ScoreRow, lang: Lang): string | null {
  if (!meaning.is_share || value === null || flag === "c" || numerator === null || denominator === null) return null;
  return fundersWords[lang].basis(formatNumber(numerator, lang), formatNumber(denominator, lang));
}

function target({ meaning, target, tolerance }: ScoreRow, lang: Lang): string {
  if (target === null) return "–";
  if (tolerance === null) return formatTarget(target, meaning, lang);
  const [low, high] = [target - tolerance, target + tolerance].map((end) => formatTarget(end, meaning, lang));
  return `${meaning.is_share ? low?.replace(/\s?%$/, "") : low}–${high}`;
}
