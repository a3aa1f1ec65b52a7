import type { ScoreRow } from "../data/rows.ts";
import type { Lang } from "./chart.ts";
import { flagWords, formatGap, formatTarget, formatValue } from "./values.ts";

/** "24 meer dan op dezelfde lesdag vorig jaar"; null when there is no earlier value. */
export function changeSince(row: ScoreRow, lang: Lang): string | null {
  if (row.value === null || row.last_value === null) return null;
  const gap = formatGap(row.value, row.last_value, row.meaning, lang);
  const more = row.value > row.last_value;
  const period = row.last_period ?? (lang === "nl" ? "de vorige periode" : "the period before");
  if (lang === "nl") {
    const when = row.is_same_day ? "op dezelfde lesdag vorig jaar" : `in ${period}`;
    return gap === null ? `evenveel als ${when}` : `${gap} ${more ? "meer" : "minder"} dan ${when}`;
  }
  const when = row.is_same_day ? "on the same teaching day last year" : `in ${period}`;
  return gap === null
    ? `the same as ${when}`
    : `${gap} ${more ? "more" : row.meaning.is_share ? "less" : "fewer"} than ${when}`;
}

/** "als de rest van het jaar verloopt zoals de voorbije jaren: tussen 430 en 476"; null where nothing is projected. */
export function projection(row: ScoreRow, lang: Lang): string | null {
  if (row.projected_low === null || row.projected_high === null) return null;
  const low = formatValue(Math.min(row.projected_low, row.projected_high), row.meaning, lang);
  const high = formatValue(Math.max(row.projected_low, row.projected_high), row.meaning, lang);
  if (lang === "nl") {
    const range = low === high ? `ongeveer ${low}` : `tussen ${low} en ${high}`;
    return `als de rest van het jaar verloopt zoals de voorbije jaren: ${range}`;
  }
  return `if the rest of the year goes as in past years: ${low === high ? `about ${low}` : `between ${low} and ${high}`}`;
}

/** Where the value stands against its target: under it, over it, or in the band around it. */
export function againstTarget(row: ScoreRow, lang: Lang): string | null {
  const { value, target, tolerance, target_period, meaning } = row;
  if (value === null || target === null) return null;
  const aim = formatTarget(target, meaning, lang);
  if (tolerance !== null) {
    const low = formatTarget(target - tolerance, meaning, lang);
    const high = formatTarget(target + tolerance, meaning, lang);
    const inside = value >= target - tolerance - 1e-9 && value <= target + tolerance + 1e-9;
    if (lang === "nl") return `${inside ? "binnen" : "buiten"} de afgesproken band van ${low} tot ${high}`;
    return `${inside ? "within" : "outside"} the agreed band of ${low} to ${high}`;
  }
  const by =
    target_period === null || target_period === row.period
      ? ""
      : lang === "nl"
        ? ` voor ${target_period}`
        : ` for ${target_period}`;
  const gap = formatGap(value, target, meaning, lang);
  if (lang === "nl")
    return gap === null
      ? `precies op het doel van ${aim}${by}`
      : `${gap} ${value < target ? "onder" : "boven"} het doel van ${aim}${by}`;
  return gap === null
    ? `exactly on the target of ${aim}${by}`
    : `${gap} ${value < target ? "below" : "above"} the target of ${aim}${by}`;
}

/** What a line of the scorecard says in one sentence: the expectation or the distance to the target, then the change. */
export function scoreSentence(row: ScoreRow, lang: Lang): string {
  if (row.value === null) {
    const why = flagWords(row.flag, lang);
    return lang === "nl" ? `Geen waarde: ${why}.` : `No value: ${why}.`;
  }
  const aim = row.target === null ? null : formatTarget(row.target, row.meaning, lang);
  const expected = projection(row, lang);
  const stand =
    expected !== null && row.status !== "met"
      ? expected + (aim === null ? "" : lang === "nl" ? ` (doel ${aim})` : ` (target ${aim})`)
      : againstTarget(row, lang);
  const said = [stand, changeSince(row, lang)].filter((part) => part !== null);
  if (said.length === 0)
    said.push(
      lang === "nl"
        ? "geen doel en geen vorige waarde om mee te vergelijken"
        : "no target and no earlier value to compare with",
    );
  const text = said.join("; ");
  const flagged = row.flag === null || (row.flag === "p" && row.is_same_day) ? "" : ` (${flagWords(row.flag, lang)})`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${flagged}.`;
}
