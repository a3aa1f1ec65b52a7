import type { AnalysisRow } from "../../data/methods/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { facts, folded, linksTo } from "../figure/facts.ts";
import { count } from "../words/nouns.ts";
import { formatDay, formatNumber } from "../words/words.ts";
import { evidenceWords, formatParameter, parameterName, parameterText } from "./methodWords.ts";

const texts = {
  nl: {
    none: "Bij deze inleesbeurt is geen enkele analyse uitgevoerd.",
    more: "Bewijsniveau, formules, resultaten …",
    about: "Gaat over",
    evidence: "Bewijsniveau",
    from: "Leest",
    functions: "Formules",
    settings: "Instellingen",
    thresholds: "Drempels",
    found: "Resultaten",
    absent: "Geen cijfer",
  },
  en: {
    none: "No analysis was run on this load.",
    more: "Level of evidence, formulas, results …",
    about: "Speaks of",
    evidence: "Level of evidence",
    from: "Reads",
    functions: "Formulas",
    settings: "Settings",
    thresholds: "Thresholds",
    found: "Results",
    absent: "No figure",
  },
} as const;

/** Each analysis with its method, what decides its figures, and why some of its results have none. */
export const analysisList: Part<AnalysisRow> = (rows, { document, lang }) => {
  const words = texts[lang];
  if (rows.length === 0) return html(document, "p", {}, words.none);
  const code = (text: string) => html(document, "code", {}, text);
  const apart = (items: (Node | string)[][]) => items.flatMap((item, index) => (index === 0 ? item : [", ", ...item]));
  const setting = (name: string, value: number | string) => {
    if (typeof value === "number") return formatParameter(name, value, lang);
    const told = parameterText(value, lang);
    if (told !== null) return told;
    if (/^[\w-]+$/.test(value)) return code(value);
    return html(document, "span", { lang: lang === "en" ? undefined : "en" }, value);
  };
  const one = (row: AnalysisRow) =>
    html(
      document,
      "section",
      { id: `analysis-${row.id}`, class: "method" },
      html(document, "h3", {}, row.name[lang]),
      html(document, "p", {}, row.method[lang]),
      folded(
        document,
        words.more,
        facts(
          document,
          row.codes.length === 0
            ? null
            : [
                words.about,
                ...apart(
                  row.codes.map(({ code, indicator_id }) =>
                    indicator_id === null ? [code] : linksTo(document, [{ id: indicator_id, text: code }]),
                  ),
                ),
              ],
          [words.evidence, evidenceWords[row.evidence][lang]],
          [words.from, ...apart(row.inputs.map((input) => [code(input)]))],
          row.functions.length === 0
            ? null
            : [
                words.functions,
                ...linksTo(
                  document,
                  row.functions.map((name) => ({ id: `function-${name}`, text: name })),
                ),
              ],
          row.parameters.length === 0
            ? null
            : [
                words.settings,
                ...row.parameters.flatMap(({ name, value }, index) => [
                  index === 0 ? "" : "; ",
                  parameterName(name, lang) ?? code(name),
                  ": ",
                  setting(name, value),
                ]),
              ],
          row.thresholds.length === 0
            ? null
            : [
                words.thresholds,
                ...linksTo(
                  document,
                  row.thresholds.map(({ id, name }) => ({ id: `threshold-${id}`, text: name[lang] })),
                ),
              ],
          [words.found, found(row, lang)],
          ...row.absent.map(({ reason, results }): [string, string] => [
            words.absent,
            `${reason[lang]} (${count(results, lang === "nl" ? "resultaten" : "results", lang)})`,
          ]),
        ),
      ),
    );
  return html(
    document,
    "div",
    { class: "methods" },
    html(
      document,
      "ul",
      { class: "contents" },
      ...rows.map((row) =>
        html(document, "li", {}, html(document, "a", { href: `#analysis-${row.id}` }, row.name[lang])),
      ),
    ),
    ...rows.map(one),
  );
};

function found({ results, absent, reason, as_of }: AnalysisRow, lang: Lang): string {
  const nl = lang === "nl";
  if (reason) return `${nl ? "geen" : "none"}: ${reason[lang]}`;
  const without = absent.reduce((sum, { results }) => sum + results, 0);
  const day = formatDay(as_of, lang);
  const all = `${count(results, nl ? "resultaten" : "results", lang)} ${nl ? "op" : "as of"} ${day}`;
  if (without === 0) return nl ? `${all}, elk met een cijfer` : `${all}, each with a figure`;
  if (without === results) return nl ? `${all}, geen enkel met een cijfer` : `${all}, none with a figure`;
  return nl
    ? `${all}, waarvan ${formatNumber(without, lang)} zonder cijfer`
    : `${all}, ${formatNumber(without, lang)} of them without a figure`;
}
