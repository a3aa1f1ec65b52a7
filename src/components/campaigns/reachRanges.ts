import type { GirlsReachRow, WaveRow } from "../../data/campaigns/rows.ts";
import { html } from "../drawing/element.ts";
import { drawRowBars, type RowBar } from "../drawing/rowBars.ts";
import type { Chart, Lang, Part, Telling } from "../figure/chart.ts";
import { formatTick } from "../words/values.ts";
import { formatNumber, formatShare } from "../words/words.ts";

const waveName = ({ campaign, wave }: { campaign: string | null; wave: string | null }) =>
  `${campaign ?? "–"}, ${wave ?? "–"}`;
const persons = (lower: number, upper: number, lang: Lang) =>
  range(formatNumber(lower, lang), formatNumber(upper, lang));
const between = (lower: number, upper: number, lang: Lang) =>
  lang === "nl"
    ? `minstens ${formatNumber(lower, lang)} en hoogstens ${formatNumber(upper, lang)}`
    : `at least ${formatNumber(lower, lang)} and at most ${formatNumber(upper, lang)}`;
/** Where a channel's reach is unknown, more may have been reached than the upper bound says. */
const open = (unmeasured: string | null, lang: Lang) =>
  unmeasured === null ? "" : lang === "nl" ? `; zonder ${unmeasured}` : `; without ${unmeasured}`;

const range = (lower: string, upper: string) => (lower === upper ? lower : `${lower} – ${upper}`);
const waveText = (row: WaveRow, lang: Lang) =>
  row.lower === null || row.upper === null || row.lower_persons === null || row.upper_persons === null
    ? (row.reason?.[lang] ?? "–")
    : range(formatShare(row.lower, lang), formatShare(row.upper, lang));

function tellWaves(rows: readonly WaveRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const known = rows.filter(({ lower_persons, upper_persons }) => lower_persons !== null && upper_persons !== null);
  const best = known.toSorted((a, b) => (b.lower_persons ?? 0) - (a.lower_persons ?? 0))[0];
  const title =
    best === undefined
      ? nl
        ? "Hoeveel mensen een campagne bereikte, is niet te zeggen"
        : "How many people a campaign reached cannot be told"
      : nl
        ? `${waveName(best)} bereikte ${between(best.lower_persons ?? 0, best.upper_persons ?? 0, lang)} mensen, het meest van alle golven`
        : `${waveName(best)} reached ${between(best.lower_persons ?? 0, best.upper_persons ?? 0, lang)} people, the most of all waves`;
  const labels = nl
    ? ["Golf", "Kanalen", "Niet gemeten", "Overlap bekend", "Doelgroep", "Minstens", "Hoogstens", "Aandeel"]
    : ["Wave", "Channels", "Not measured", "Overlap known", "Population", "At least", "At most", "Share"];
  const number = (value: number | null) => (value === null ? "–" : formatNumber(value, lang));
  return {
    title,
    subtitle: nl
      ? "Verschillende mensen per campagnegolf, over alle kanalen samen, in procent van de doelgroep; wie via twee kanalen bereikt werd, telt één keer"
      : "Different people by wave of a campaign, over all channels together, in percent of the population; who was reached through two channels counts once",
    alternative: [
      `${nl ? "Balken van ondergrens tot bovengrens" : "Bars from lower to upper bound"}. ${title}.`,
      ...rows.map((row) => `${waveName(row)}: ${waveText(row, lang)}${open(row.unmeasured_channels, lang)}.`),
    ].join(" "),
    table: {
      columns: labels.map((label, index) => ({ label, isNumber: index > 2 })),
      rows: rows.map((row) => [
        waveName(row),
        row.channel_names ?? "–",
        row.unmeasured_channels ?? "–",
        `${number(row.overlaps_known)}/${number(row.overlaps_possible)}`,
        number(row.universe),
        number(row.lower_persons),
        number(row.upper_persons),
        waveText(row, lang),
      ]),
    },
  };
}

/** How many different people each wave reached, as a bar from the least to the most that is possible. */
export const waveReach: Chart<WaveRow> = {
  tell: tellWaves,
  draw(rows, surroundings) {
    const { lang } = surroundings;
    const { title, alternative } = tellWaves(rows, lang);
    const bars = rows.map((row) => ({
      ...{ name: waveName(row), from: row.lower, to: row.upper, isWeak: row.unmeasured_channels !== null },
      text: `${waveText(row, lang)}${open(row.unmeasured_channels, lang)}`,
    }));
    return drawRowBars(bars, surroundings, { title, alternative, format: (tick) => formatShare(tick, lang, 0) });
  },
};

const girlsText = (lower: number | null, upper: number | null, reason: GirlsReachRow["reason"], lang: Lang) =>
  lower === null || upper === null ? (reason?.[lang] ?? "–") : persons(lower, upper, lang);
const targetOf = (rows: readonly GirlsReachRow[]) => rows.findLast(({ target }) => target !== null)?.target ?? null;

/** Where the girls within reach of all waves stand against the target: bounds may decide, or leave it open. */
function againstGirlsTarget(lower: number, upper: number, target: number, lang: Lang): string {
  const aim = formatNumber(target, lang);
  if (lower >= target) return lang === "nl" ? `zeker meer dan ${aim}` : `certainly more than ${aim}`;
  if (upper < target) return lang === "nl" ? `zeker minder dan ${aim}` : `certainly fewer than ${aim}`;
  return lang === "nl" ? `of dat er ${aim} zijn, is niet te zeggen` : `whether they are ${aim} cannot be told`;
}

function girlsFinding(rows: readonly GirlsReachRow[], lang: Lang): string {
  const nl = lang === "nl";
  const last = rows.findLast((row) => row.cumulative_lower !== null && row.cumulative_upper !== null);
  if (last === undefined || last.cumulative_lower === null || last.cumulative_upper === null)
    return nl
      ? "Hoeveel meisjes de campagnes bereikten, is niet te zeggen"
      : "How many girls the campaigns reached cannot be told";
  const { cumulative_lower: lower, cumulative_upper: upper } = last;
  const target = targetOf(rows);
  const head = nl
    ? `Alle campagnegolven samen bereikten ${between(lower, upper, lang)} meisjes`
    : `All waves of campaigns together reached ${between(lower, upper, lang)} girls`;
  return target === null ? head : `${head}: ${againstGirlsTarget(lower, upper, target, lang)}`;
}

function tellGirls(rows: readonly GirlsReachRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const title = girlsFinding(rows, lang);
  const labels = nl
    ? ["Golf", "Meisjes in deze golf", "Meisjes tot en met deze golf", "Kanaal zonder cijfer"]
    : ["Wave", "Girls in this wave", "Girls up to this wave", "Channel without a figure"];
  const texts = (row: GirlsReachRow) => [
    girlsText(row.lower, row.upper, row.reason, lang),
    girlsText(row.cumulative_lower, row.cumulative_upper, row.cumulative_reason, lang),
  ];
  return {
    title,
    subtitle: nl
      ? "Verschillende meisjes tot en met elke golf, van ondergrens tot bovengrens; bereikt is nog niet geïnspireerd"
      : "Different girls up to each wave, from lower to upper bound; to be reached is not yet to be inspired",
    alternative: [
      `${nl ? "Balken van ondergrens tot bovengrens" : "Bars from lower to upper bound"}. ${title}.`,
      ...rows.map((row) => `${waveName(row)}: ${texts(row)[1]}.`),
    ].join(" "),
    table: {
      columns: labels.map((label, index) => ({ label, isNumber: index === 1 || index === 2 })),
      rows: rows.map((row) => [waveName(row), ...texts(row), row.unmeasured_channels ?? "–"]),
    },
  };
}

/** Girls within reach of all waves up to each, toward the target. */
export const girlsReached: Chart<GirlsReachRow> = {
  tell: tellGirls,
  draw(rows, surroundings) {
    const { lang } = surroundings;
    const { title, alternative } = tellGirls(rows, lang);
    const target = targetOf(rows);
    const bars = rows.map(
      (row): RowBar => ({
        ...{ name: waveName(row), from: row.cumulative_lower, to: row.cumulative_upper },
        text: girlsText(row.cumulative_lower, row.cumulative_upper, row.cumulative_reason, lang),
        isWeak: row.unmeasured_channels !== null,
      }),
    );
    return drawRowBars(bars, surroundings, {
      ...{ title, alternative, format: (tick: number) => formatTick(tick, lang) },
      target:
        target === null
          ? null
          : { value: target, text: `${lang === "nl" ? "doel" : "target"} ${formatNumber(target, lang)}` },
    });
  },
};

/** The sentence that heads the page of campaigns, with what the target means and where it comes from. */
export const campaignAnswer: Part<GirlsReachRow> = (rows, { document, lang }) => {
  const source = rows.findLast(({ target }) => target !== null)?.target_source ?? null;
  const [dutch = "", english = dutch] = source === null ? [] : source.split(" / ").reverse();
  const from = source === null ? "" : ` ${lang === "nl" ? "Doel" : "Target"}: ${lang === "nl" ? dutch : english}.`;
  return html(document, "p", { class: "answer" }, `${girlsFinding(rows, lang)}.${from}`);
};
