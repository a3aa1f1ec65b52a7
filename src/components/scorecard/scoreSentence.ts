import type { ScoreRow } from "../../data/rows.ts";
import type { Lang } from "../figure/chart.ts";
import { flagWords, formatGap, formatTarget, formatValue } from "../words/values.ts";
import { formatChance } from "../words/words.ts";
import { isThreshold } from "./status.ts";

/** "24 meer dan op dezelfde lesdag vorig jaar"; null when there is no earlier value. */
export function changeSince(row: ScoreRow, lang: Lang): string | null {
  if (row.value === null || row.last_value === null) return null;
  const gap = formatGap(row.value, row.last_value, row.meaning, lang);
  const more = row.value > row.last_value;
  const period = row.last_period ?? (lang === "nl" ? "de vorige periode" : "the period before");
  if (lang === "nl") {
    const when = row.is_same_day ? `op dezelfde ${row.meaning.is_share ? "dag" : "lesdag"} vorig jaar` : `in ${period}`;
    return gap === null ? `evenveel als ${when}` : `${gap} ${more ? "meer" : "minder"} dan ${when}`;
  }
  const when = row.is_same_day
    ? `on the same ${row.meaning.is_share ? "day" : "teaching day"} last year`
    : `in ${period}`;
  return gap === null
    ? `the same as ${when}`
    : `${gap} ${more ? "more" : row.meaning.is_share ? "less" : "fewer"} than ${when}`;
}

/** "verwacht jaartotaal 446, met 80 % kans tussen 409 en 484; kans om het doel van 400 te halen: 96 %"; null without a forecast. */
export function expectation(row: ScoreRow, lang: Lang): string | null {
  const { expected, expected_low, expected_high, target, tolerance, probability, meaning } = row;
  if (expected === null || expected_low === null || expected_high === null) return null;
  const [low, mean, high] = [expected_low, expected, expected_high].map((value) => formatValue(value, meaning, lang));
  const what = meaning.is_share
    ? { nl: "aandeel op het einde van het jaar", en: "share at the end of the year" }
    : { nl: "jaartotaal", en: "year total" };
  const aim = target === null ? null : formatTarget(target, meaning, lang);
  const chance = probability === null ? null : formatChance(probability, lang);
  const years = row.past_years_count;
  if (lang === "nl") {
    const range = low === high ? "" : `, met 80\u00a0% kans tussen ${low} en ${high}`;
    const ground = years === null ? "" : ` (uit ${years} voorbije schooljaren)`;
    const goal = isThreshold(row) ? "de drempel" : "het doel";
    const reach =
      tolerance !== null
        ? `; kans om binnen de afgesproken band te eindigen: ${chance}${ground}`
        : `; kans om ${goal} van ${aim} te halen: ${chance}${ground}`;
    const said = chance === null ? ` (${isThreshold(row) ? "drempel" : "doel"} ${aim})` : reach;
    return `verwacht ${what.nl} ${mean}${range}${aim === null ? "" : said}`;
  }
  const range = low === high ? "" : `, with an 80% chance of between ${low} and ${high}`;
  const ground = years === null ? "" : ` (from ${years} past school years)`;
  const goal = isThreshold(row) ? "threshold" : "target";
  const reach =
    tolerance !== null
      ? `; chance of ending within the agreed band: ${chance}${ground}`
      : `; chance of reaching the ${goal} of ${aim}: ${chance}${ground}`;
  return `expected ${what.en} ${mean}${range}${aim === null ? "" : chance === null ? ` (${goal} ${aim})` : reach}`;
}

/** "het doel ligt 12 onder het resultaat van 2024-2025 (412)": a benchmark that was set below or above what last year gave; else null. */
export function benchmarkMoved(row: ScoreRow, lang: Lang): string | null {
  const { meaning, target, target_period, period, tolerance, last_total, last_period } = row;
  if (target === null || last_total === null || last_period === null || tolerance !== null || meaning.is_share)
    return null;
  if (target_period !== period || Number(last_period.slice(0, 4)) !== Number(period.slice(0, 4)) - 1) return null;
  const gap = formatGap(target, last_total, meaning, lang);
  if (gap === null) return null;
  const then = formatValue(last_total, meaning, lang);
  return lang === "nl"
    ? `het doel ligt ${gap} ${target < last_total ? "lager" : "hoger"} dan het resultaat van ${last_period} (${then})`
    : `the target is ${gap} ${target < last_total ? "lower" : "higher"} than the result of ${last_period} (${then})`;
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
  if (target_period !== null && (row.due_value !== null || row.status === "past_due"))
    return pastDue(row, target, value, lang);
  const by =
    target_period === null || target_period === row.period
      ? ""
      : lang === "nl"
        ? ` voor ${target_period}`
        : ` for ${target_period}`;
  const gap = formatGap(value, target, meaning, lang);
  const goal = isThreshold(row) ? { nl: "de drempel", en: "threshold" }[lang] : { nl: "het doel", en: "target" }[lang];
  if (lang === "nl")
    return gap === null
      ? `precies op ${goal} van ${aim}${by}`
      : `${gap} ${value < target ? "onder" : "boven"} ${goal} van ${aim}${by}`;
  return gap === null
    ? `exactly on the ${goal} of ${aim}${by}`
    : `${gap} ${value < target ? "below" : "above"} the ${goal} of ${aim}${by}`;
}

/** "niet gehaald toen het moest (31,6 % in 2020-2021); nu 0,6 procentpunt te weinig": a target whose date has passed. */
function pastDue({ due_value, target_period, meaning }: ScoreRow, target: number, value: number, lang: Lang): string {
  const nl = lang === "nl";
  const [aim, gap] = [formatTarget(target, meaning, lang), formatGap(value, target, meaning, lang)];
  const then = due_value === null ? "" : `${formatValue(due_value, meaning, lang)} in ${target_period}`;
  const was =
    due_value === null
      ? nl
        ? `het doel van ${aim} was voor ${target_period}, toen er geen cijfer was`
        : `the target of ${aim} was due in ${target_period}, for which there is no figure`
      : due_value >= target
        ? nl
          ? `het doel van ${aim} is op tijd gehaald (${then})`
          : `the target of ${aim} was reached when due (${then})`
        : nl
          ? `het doel van ${aim} is niet op tijd gehaald (${then})`
          : `the target of ${aim} was not reached when due (${then})`;
  if (gap === null) return nl ? `${was}; nu precies erop` : `${was}; now exactly on it`;
  const now = value < target ? (nl ? "eronder" : "short") : nl ? "erboven" : "above it";
  return `${was}; ${nl ? "nu" : "now"} ${gap} ${now}`;
}

/** What a line of the scorecard says in one sentence: the expectation or the distance to the target, then the change. */
export function scoreSentence(row: ScoreRow, lang: Lang): string {
  if (row.value === null) {
    const why = flagWords(row.flag, lang);
    return lang === "nl" ? `Geen waarde: ${why}.` : `No value: ${why}.`;
  }
  const expected = row.status === "met" ? null : expectation(row, lang);
  const stand = expected ?? againstTarget(row, lang);
  const said = [
    stand,
    benchmarkMoved(row, lang),
    changeSince(row, lang),
    row.status === "met" ? null : withoutForecast(row, lang),
  ].filter((part) => part !== null);
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
