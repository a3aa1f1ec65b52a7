import * as Plot from "@observablehq/plot";
import type { EventRow } from "../../data/campaigns/rows.ts";
import { label } from "../drawing/label.ts";
import { ink } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, type Place } from "../drawing/plot.ts";
import type { Chart, Lang, Telling } from "../figure/chart.ts";
import { list } from "../words/nouns.ts";
import { textWidth } from "../words/text.ts";
import { formatDay, formatNumber } from "../words/words.ts";

const KINDS = ["post", "broadcast", "press", "calendar"] as const;
const names: Record<(typeof KINDS)[number], Record<Lang, [one: string, many: string]>> = {
  post: { nl: ["bericht", "berichten"], en: ["post", "posts"] },
  broadcast: { nl: ["uitzending", "uitzendingen"], en: ["broadcast", "broadcasts"] },
  press: { nl: ["persbericht", "persberichten"], en: ["press item", "press items"] },
  calendar: {
    nl: ["gebeurtenis op de kalender", "gebeurtenissen op de kalender"],
    en: ["calendar event", "calendar events"],
  },
};
const lanes: Record<(typeof KINDS)[number], Record<Lang, string>> = {
  post: { nl: "Berichten", en: "Posts" },
  broadcast: { nl: "Uitzendingen", en: "Broadcasts" },
  press: { nl: "Pers", en: "Press" },
  calendar: { nl: "Kalender", en: "Calendar" },
};

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dated = (rows: readonly EventRow[]) =>
  rows.filter(({ starts_on, ends_on }) => !Number.isNaN(timeOf(starts_on)) && timeOf(ends_on) >= timeOf(starts_on));

function tell(given: readonly EventRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const rows = dated(given);
  const counted = KINDS.flatMap((kind) => {
    const number = rows.filter((row) => row.kind === kind).length;
    const [one, many] = names[kind][lang];
    return number === 0 || kind === "calendar" ? [] : [`${formatNumber(number, lang)} ${number === 1 ? one : many}`];
  });
  const days = rows.filter(({ kind }) => kind !== "calendar").map(({ starts_on }) => starts_on);
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  const title =
    first === undefined || last === undefined
      ? nl
        ? "Van de campagnes is geen enkele dag geladen"
        : "Not one day of the campaigns was loaded"
      : nl
        ? `${list(counted, lang)} tussen ${formatDay(first, lang)} en ${formatDay(last, lang)}`
        : `${list(counted, lang)} between ${formatDay(first, lang)} and ${formatDay(last, lang)}`;
  return {
    title,
    subtitle: nl
      ? "Elke stip is één bericht, uitzending of persbericht op zijn dag; balken zijn periodes waarin iets anders speelde, zoals gesloten scholen"
      : "Each dot is one post, broadcast or press item on its day; bars are periods in which something else was going on, such as closed schools",
    alternative: `${nl ? "Tijdlijn met een rij per soort" : "Time line with a row for each kind"}. ${title}.`,
    table: {
      columns: (nl ? ["Dag", "Soort", "Wat"] : ["Day", "Kind", "What"]).map((label) => ({ label, isNumber: false })),
      rows: rows.map(({ kind, starts_on, ends_on, text }) => [
        starts_on === ends_on
          ? formatDay(starts_on, lang)
          : `${formatDay(starts_on, lang)} – ${formatDay(ends_on, lang)}`,
        names[kind][lang][0],
        text[lang],
      ]),
    },
  };
}

/** What the campaigns did and what was said of them, day by day, over what the calendar brought. */
export const campaignTimeline: Chart<EventRow> = {
  tell,
  draw(given, surroundings) {
    const { width, lang, document } = surroundings;
    const { title, alternative } = tell(given, lang);
    const rows = dated(given).map((row) => ({ ...row, from: timeOf(row.starts_on), to: timeOf(row.ends_on) }));
    const shown = KINDS.filter((kind) => rows.some((row) => row.kind === kind));
    if (rows.length === 0) return emptyPicture(title, surroundings);
    const isNarrow = width < 520;
    const day = 86_400_000;
    const [low, high] = [
      Math.min(...rows.map(({ from }) => from)) - 20 * day,
      Math.max(...rows.map(({ to }) => to)) + 20 * day,
    ];
    const [firstYear, lastYear] = [low, high].map((time) => new Date(time).getUTCFullYear()) as [number, number];
    const every = Math.max(1, Math.ceil((lastYear - firstYear + 1) / (isNarrow ? 5 : 12)));
    const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
      .filter((year) => (year - firstYear) % every === 0)
      .map((year) => Date.UTC(year, 0, 1))
      .filter((time) => time >= low && time <= high);
    const spans = rows.filter(({ kind, from, to }) => kind === "calendar" && to > from);
    const dots = rows.filter((row) => !spans.includes(row));
    const marginLeft = isNarrow ? 8 : 20 + Math.max(...shown.map((kind) => textWidth(lanes[kind][lang])));
    const step = isNarrow ? 52 : 40;
    const [marginTop, marginBottom] = [8, 26];
    const shift = isNarrow ? 9 : 0;
    const marks = [
      Plot.ruleX(years, { stroke: ink("hairline") }),
      Plot.rect(spans, {
        ...{ x1: "from", x2: "to", fill: ink("text"), fillOpacity: 0.1 },
      }),
      Plot.dot(dots, {
        ...{ x: "from", y: "kind", r: 4, dy: shift, fillOpacity: 0.55 },
        fill: ({ kind }: EventRow) => ink(kind === "press" ? "second" : kind === "calendar" ? "secondary" : "accent"),
      }),
    ];
    const over = (x: Place, y: Place) => [
      ...shown.map((kind) =>
        isNarrow
          ? label(document, 4, y(kind) - 8, lanes[kind][lang], { fill: ink("secondary") })
          : label(document, marginLeft - 12, y(kind) + 4.5, lanes[kind][lang], { "text-anchor": "end" }),
      ),
      ...years.map((time) =>
        label(
          document,
          Math.min(Math.max(x(time), 16), width - 18),
          shown.length * step + marginTop + 18,
          String(new Date(time).getUTCFullYear()),
          {
            "text-anchor": "middle",
            fill: ink("secondary"),
          },
        ),
      ),
    ];
    return drawPlot(
      {
        ...{ height: shown.length * step + marginTop + marginBottom, marginLeft, marginTop, marginBottom },
        marginRight: 12,
        x: { domain: [low, high], axis: null, type: "linear" },
        y: { domain: shown, axis: null, type: "point", padding: 0.5 },
        marks,
      },
      surroundings,
      alternative,
      over,
    );
  },
};
