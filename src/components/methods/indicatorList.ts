import type { IndicatorRow } from "../../data/methods/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { facts, folded, linksTo } from "../figure/facts.ts";
import { list } from "../words/nouns.ts";
import { tableName } from "../words/tableNames.ts";
import { breakdownName, evidenceWords } from "./methodWords.ts";

const labels: Record<
  Lang,
  Record<"more" | "above" | "below" | "unit" | "by" | "interval" | "evidence" | "rule" | "from" | "beware", string>
> = {
  nl: {
    more: "Bewijsniveau, teller, interval …",
    above: "Teller",
    below: "Noemer",
    unit: "Eenheid",
    by: "Uitgesplitst naar",
    interval: "Interval",
    evidence: "Bewijsniveau",
    rule: "Publicatie",
    from: "Tabellen",
    beware: "Let op",
  },
  en: {
    more: "Level of evidence, numerator, interval …",
    above: "Numerator",
    below: "Denominator",
    unit: "Unit",
    by: "Broken down by",
    interval: "Interval",
    evidence: "Level of evidence",
    rule: "Publication",
    from: "Tables",
    beware: "Beware",
  },
};

/** Each indicator with its definition and everything that decides its value; other pages link to it by its id. */
export const indicatorList: Part<IndicatorRow> = (rows, { document, lang }) => {
  const label = labels[lang];
  if (rows.length === 0)
    return html(document, "p", {}, lang === "nl" ? "Er zijn nog geen indicatoren." : "There are no indicators yet.");
  const one = (row: IndicatorRow) =>
    html(
      document,
      "section",
      { id: row.id, class: "method" },
      html(document, "h3", {}, `${row.name[lang]} `, html(document, "span", { class: "code" }, row.codes.join(", "))),
      html(document, "p", {}, row.definition[lang]),
      folded(
        document,
        label.more,
        facts(
          document,
          [label.above, row.numerator[lang]],
          row.denominator && [label.below, row.denominator[lang]],
          [label.unit, row.unit[lang]],
          row.breakdowns.length > 0
            ? [
                label.by,
                list(
                  row.breakdowns.map((breakdown) => breakdownName(breakdown, lang)),
                  lang,
                ),
              ]
            : null,
          [label.interval, row.interval[lang]],
          [label.evidence, evidenceWords[row.evidence][lang]],
          [label.rule, row.disclosure[lang]],
          [
            label.from,
            ...linksTo(
              document,
              row.sources.map((table) => ({ id: `table-${table}`, text: tableName(table, lang) })),
            ),
          ],
          [label.beware, row.pitfalls[lang]],
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
        html(
          document,
          "li",
          {},
          html(document, "a", { href: `#${row.id}` }, `${row.codes.join(", ")} ${row.name[lang]}`),
        ),
      ),
    ),
    ...rows.map(one),
  );
};
