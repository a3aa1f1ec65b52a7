import type { ScoreRow } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { flagWords, formatGap, formatTarget, formatValue } from "../words/values.ts";
import { formatChance } from "../words/words.ts";

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

/** "verwacht jaartotaal 446, met 80 % kans tussen 409 en 484; kans om het doel van 400 te halen: 96 %"; null without a forecast. */
export function expectation(row: ScoreRow, lang: Lang): string | null {
  const { expected, expected_low, expected_high, target, probability, meaning } = row;
  if (expected === null || expected_low === null || expected_high === null) return null;
  const [low, mean, high] = [expected_low, expected, expected_high].map((value) => formatValue(value, meaning, lang));
  const aim = target === null ? null : formatTarget(target, meaning, lang);
  const chance = probability === null ? null : formatChance(probability, lang);
  if (lang === "nl") {
    const range = low === high ? "" : `, met 80\u00a0% kans tussen ${low} en ${high}`;
    const reach = chance === null ? ` (doel ${aim})` : `; kans om het doel van ${aim} te halen: ${chance}`;
    return `verwacht jaartotaal ${mean}${range}${aim === null ? "" : reach}`;
  }
  const range = low === high ? "" : `, with an 80% chance of between ${low} and ${high}`;
  const reach = chance === null ? ` (target ${aim})` : `; chance of reaching the target of ${aim}: ${chance}`;
  return `expected year total ${mean}${range}${aim === null ? "" : reach}`;
}

/** "geen verwachting: …", with the reason; null where there is one, or none belongs. */
export const withoutForecast = (row: ScoreRow, lang: Lang): string | null =>
  row.no_forecast === null ? null : `${lang === "nl" ? "geen verwachting" : "no forecast"}: ${row.no_forecast[lang]}`;

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
  const expected = row.status === "met" ? null : expectation(row, lang);
  const stand = expected ?? againstTarget(row, lang);
  const said = [stand, changeSince(row, lang), row.status === "met" ? null : withoutForecast(row, lang)].filter(
    (part) => part !== null,
  );
  if (said.length === 0)
    said.push(
      lang === "nl"
        ? "geen doel en geen vorige waarde om mee te vergelijken"
        : "no target and no earlier value to compare with",
    );
  const text = said.join("; ");
  // apart, so that it is not read of the year compared with
  const flagged = row.flag === null || (row.flag === "p" && row.is_same_day) ? "" : `; ${flagWords(row.flag, lang)}`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${flagged}.`;
}
