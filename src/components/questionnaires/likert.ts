import * as Plot from "@observablehq/plot";
import type { ItemRow } from "../../data/questionnaires/rows.ts";
import { vector } from "../drawing/element.ts";
import { label } from "../drawing/label.ts";
import { ink, type Role } from "../drawing/palette.ts";
import { drawPlot, emptyPicture, type Place } from "../drawing/plot.ts";
import type { Chart, Lang, Telling } from "../figure/chart.ts";
import { list } from "../words/nouns.ts";
import { textWidth, wrap } from "../words/text.ts";
import { formatNumber, formatShare, schoolYearName, signedPoints } from "../words/words.ts";
import { people } from "./people.ts";

const ROLES: Role[] = ["likert-1", "likert-2", "likert-3", "likert-4", "likert-5"];
const ends: Record<Lang, [worst: string, best: string]> = {
  nl: ["helemaal oneens", "helemaal eens"],
  en: ["strongly disagree", "strongly agree"],
};

/** Answers from 1 to 5 as parts of all answers with an opinion; null where there are none to show. */
export function partsOf({ answers_1, answers_2, answers_3, answers_4, answers_5 }: ItemRow): number[] | null {
  const counts = [answers_1, answers_2, answers_3, answers_4, answers_5].map((number) => number ?? Number.NaN);
  const all = counts.reduce((sum, number) => sum + number, 0);
  return all > 0 && counts.every((number) => number >= 0) ? counts.map((number) => number / all) : null;
}

const turned = ({ is_reversed }: ItemRow, lang: Lang) =>
  is_reversed ? (lang === "nl" ? " (omgekeerd)" : " (reversed)") : "";
const said = (row: ItemRow, lang: Lang) =>
  row.share === null
    ? (row.reason?.[lang] ?? "–")
    : `${formatShare(row.share, lang, 0)}${row.status === null || row.status === "p" ? "" : ` (${row.status})`}`;
const interval = (lower: number | null, upper: number | null, lang: Lang) =>
  lower === null || upper === null ? "–" : `${formatShare(lower, lang, 0)} – ${formatShare(upper, lang, 0)}`;

/** The items with the highest or lowest share as it is read; all of those that tie. */
const atEnd = (rows: readonly ItemRow[], lang: Lang, end: (...shares: number[]) => number) => {
  const read = (row: ItemRow) => Math.round((row.share ?? 0) * 100);
  const value = end(...rows.map(read));
  return {
    value: formatShare(value / 100, lang, 0),
    texts: rows.filter((row) => read(row) === value).map(({ text }) => `“${text[lang]}”`),
  };
};

function finding(rows: readonly ItemRow[], lang: Lang): string {
  const nl = lang === "nl";
  const known = rows.filter(({ share }) => share !== null);
  const [first] = known;
  if (first === undefined)
    return nl ? "Er zijn te weinig antwoorden voor een cijfer" : "There are too few answers for a figure";
  const who = people[first.role][lang];
  const best = atEnd(known, lang, Math.max);
  if (known.length === 1 || best.texts.length === known.length)
    return nl
      ? `${best.value} van de antwoorden van ${who} is gunstig`
      : `${best.value} of the answers of ${who} are favourable`;
  const worst = atEnd(known, lang, Math.min);
  return nl
    ? `Hoogst bij ${who}: ${list(best.texts, lang)} (${best.value}); laagst: ${list(worst.texts, lang)} (${worst.value})`
    : `Highest among ${who}: ${list(best.texts, lang)} (${best.value}); lowest: ${list(worst.texts, lang)} (${worst.value})`;
}

function tell(rows: readonly ItemRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const title = finding(rows, lang);
  const first = rows[0];
  const year = first === undefined ? "" : schoolYearName(first, lang);
  const change = ({ change, change_lower, change_upper, change_reason }: ItemRow) => {
    if (change === null || change_lower === null || change_upper === null) return change_reason?.[lang] ?? "–";
    const [moved, low, high] = [change, change_lower, change_upper].map((points) => signedPoints(points, lang, ""));
    return `${moved} (${low} – ${high})`;
  };
  const labels = nl
    ? [
        "Vraag",
        "Versie",
        "Gunstig",
        "95%-interval",
        "Als iedereen antwoordde",
        "Sinds vorig jaar (pp)",
        "Antwoorden",
        "Geen mening",
        "Personen",
      ]
    : [
        "Item",
        "Version",
        "Favourable",
        "95% interval",
        "Had all answered",
        "Since last year (pp)",
        "Answers",
        "No opinion",
        "Persons",
      ];
  const number = (value: number | null) => (value === null ? "c" : formatNumber(value, lang));
  return {
    title,
    subtitle: nl
      ? `Antwoorden in ${year}, in procent; gunstig is eens of helemaal eens, en bij een omgekeerde vraag oneens`
      : `Answers in ${year}, in percent; favourable is agree or strongly agree, and disagree for a reversed item`,
    alternative: [
      `${nl ? "Balken van helemaal oneens tot helemaal eens" : "Bars from strongly disagree to strongly agree"}. ${title}.`,
      ...rows.map((row) => `${row.text[lang]}${turned(row, lang)}: ${said(row, lang)}.`),
    ].join(" "),
    table: {
      columns: labels.map((label, index) => ({ label, isNumber: index > 0 && index !== 5 })),
      rows: rows.map((row) => [
        `${row.text[lang]}${turned(row, lang)}`,
        String(row.questionnaire_version ?? "–"),
        said(row, lang),
        interval(row.lower, row.upper, lang),
        interval(row.worst_lower, row.worst_upper, lang),
        change(row),
        number(row.answers),
        number(row.no_opinion),
        number(row.respondents),
      ]),
    },
  };
}

const LINE = 17;
const BAR = 20;

/** Diverging bars, the middle answer on the middle line, with the favourable share and the number of answers beside each item. */
export const likert: Chart<ItemRow> = {
  tell,
  draw(given, surroundings) {
    const { width, lang, document } = surroundings;
    const { title, alternative } = tell(given, lang);
    const rows = given.map((row, index) => ({ row, place: String(index), parts: partsOf(row) }));
    const drawn = rows.flatMap(({ row, place, parts }) => (parts === null ? [] : [{ row, place, parts }]));
    if (drawn.length === 0) return emptyPicture(title, surroundings);
    const values = rows.map(({ row }) =>
      row.share === null || row.answers === null
        ? said(row, lang)
        : `${said(row, lang)}  n = ${formatNumber(row.answers, lang)}`,
    );
    const room = Math.min(width * 0.4, 12 + Math.max(...values.map((text) => textWidth(text))));
    const texts = rows.map(({ row }) => wrap(`${row.text[lang]}${turned(row, lang)}`, width - room - 8));
    const tallest = Math.max(...texts.map((lines) => lines.length));
    const step = tallest * LINE + BAR + 16;
    const [left, right] = drawn.reduce(
      ([low, high], { parts: [a = 0, b = 0, c = 0, d = 0, e = 0] }) => [
        Math.max(low, a + b + c / 2),
        Math.max(high, c / 2 + d + e),
      ],
      [0.01, 0.01],
    );
    const segments = drawn.flatMap(({ place, parts }) => {
      let from = -((parts[0] ?? 0) + (parts[1] ?? 0) + (parts[2] ?? 0) / 2);
      return parts.map((part, index) => {
        const segment = { place, from, to: from + part, fill: ink(ROLES[index] ?? "text") };
        from += part;
        return segment;
      });
    });
    const [above, marginTop] = [tallest * LINE + 6, 34];
    const marks = [
      Plot.barX(segments, { x1: "from", x2: "to", y: "place", fill: "fill", insetTop: above, insetBottom: 10 }),
      Plot.tickX(drawn, {
        ...{ x: () => 0, y: "place", insetTop: above - 3, insetBottom: 7 },
        stroke: ink("text"),
        strokeWidth: 1.5,
      }),
    ];
    const over = (_: Place, y: Place) => {
      const [worst, best] = ends[lang];
      const start = textWidth(worst) + 14;
      return [
        label(document, 4, 17, worst, { fill: ink("secondary") }),
        ...ROLES.map((role, index) =>
          vector(document, "rect", { x: start + index * 22, y: 6, width: 21, height: 13, fill: ink(role) }),
        ),
        label(document, start + 5 * 22 + 8, 17, best, { fill: ink("secondary") }),
        ...rows.flatMap(({ place }, index) => {
          const top = y(place) - step / 2 + 14;
          return [
            ...(texts[index] ?? []).map((line, number) => label(document, 4, top + number * LINE, line, {}, true)),
            label(
              document,
              width - 4,
              top,
              wrap(values[index] ?? "", room)[0] ?? "",
              { "text-anchor": "end", "font-weight": 600 },
              true,
            ),
          ];
        }),
      ];
    };
    return drawPlot(
      {
        ...{ height: rows.length * step + marginTop + 6, marginLeft: 4, marginRight: 4, marginTop, marginBottom: 6 },
        x: { domain: [-left, right], axis: null },
        y: { domain: rows.map(({ place }) => place), axis: null, padding: 0 },
        marks,
      },
      surroundings,
      alternative,
      over,
    );
  },
};
