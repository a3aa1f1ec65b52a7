import type { GoalRow } from "../../data/plan/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { columns, tablePart } from "../figure/tablePart.ts";
import { count } from "../words/nouns.ts";
import { flagWords, formatGap, formatTarget, formatValue } from "../words/values.ts";
import { formatNumber, formatShare } from "../words/words.ts";

export type GoalState = "met" | "missed" | "open" | "unknown";

/** How a goal stands: against the last figure of its indicator, and whether its year has passed; unknown without an indicator or a figure. */
export function goalState({ value, target, target_period, current_school_year }: GoalRow): GoalState {
  if (value === null || target === null) return "unknown";
  if (value >= target - 1e-12) return "met";
  return target_period !== null && target_period.slice(0, 4) < current_school_year.slice(0, 4) ? "missed" : "open";
}

const states: Record<GoalState, Record<Lang, string>> = {
  met: { nl: "gehaald", en: "met" },
  missed: { nl: "niet gehaald, het streefjaar is voorbij", en: "not met, its year has passed" },
  open: { nl: "nog niet gehaald", en: "not met yet" },
  unknown: { nl: "niet te zeggen", en: "cannot be told" },
};

function standing(row: GoalRow, lang: Lang): string {
  const state = goalState(row);
  const { value, target, period, meaning, flag } = row;
  if (state === "unknown" || value === null || target === null)
    return meaning === null
      ? lang === "nl"
        ? "niet te zeggen: geen indicator in deze gegevens meet dit"
        : "cannot be told: no indicator in these data measures it"
      : `${states.unknown[lang]}: ${flagWords(flag, lang)}`;
  const said = `${formatValue(value, meaning, lang)}${period === null ? "" : ` in ${period}`}${flag === null ? "" : ` (${flag})`}`;
  const gap = formatGap(value, target, meaning, lang);
  const short = state === "met" || gap === null ? "" : lang === "nl" ? `, ${gap} te weinig` : `, ${gap} short`;
  return `${states[state][lang]}: ${said}${short}`;
}

/** A target without an indicator: a fraction is a share. */
const bareTarget = (target: number, lang: Lang) =>
  target > 0 && target < 1 ? formatShare(target, lang) : formatNumber(target, lang, Number.isInteger(target) ? 0 : 2);

/** Every goal of the plans, with its indicator's last figure and how it stands. */
export const planGoals: Part<GoalRow> = tablePart(
  { nl: "Doelstellingen van de plannen, met hun stand", en: "Goals of the plans, and how they stand" },
  { nl: "Er zijn geen doelstellingen geladen.", en: "No goals were loaded." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Doelstelling", "Plan", "Doel", "Tegen", "Stand", "Bron"]
        : ["Goal", "Plan", "Target", "By", "How it stands", "Source"],
      2,
    ),
    rows: rows.map((row) => [
      row.text[lang],
      row.plan,
      row.target === null
        ? "–"
        : row.meaning === null
          ? bareTarget(row.target, lang)
          : formatTarget(row.target, row.meaning, lang),
      row.target_period ?? "–",
      standing(row, lang),
      row.source ?? "–",
    ]),
  }),
);

/** How many goals were met, missed, or cannot be told from what is loaded. */
export const planAnswer: Part<GoalRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(
      document,
      "p",
      { class: "answer" },
      nl ? "Er zijn geen doelstellingen geladen." : "No goals were loaded.",
    );
  const of = (state: GoalState) => rows.filter((row) => goalState(row) === state).length;
  const told = (["met", "missed", "open", "unknown"] as const).flatMap((state) => {
    const number = of(state);
    return number === 0 ? [] : [`${number} ${states[state][lang]}`];
  });
  const head = nl
    ? count(rows.length, "doelstellingen", lang).replace(/^1 doelstellingen/, "1 doelstelling")
    : `${rows.length} ${rows.length === 1 ? "goal" : "goals"}`;
  return html(document, "p", { class: "answer" }, `${head}: ${told.join("; ")}.`);
};
