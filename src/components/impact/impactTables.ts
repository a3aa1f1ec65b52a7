import type { BalanceRow, ImpactRow } from "../../data/impact/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { columns } from "../figure/tablePart.ts";
import { formatNumber, formatShare, signedPoints } from "../words/words.ts";
import { type ImpactVerdict, impactVerdict } from "./impactParts.ts";

const outcomes: Record<ImpactRow["outcome"], Record<Lang, string>> = {
  girls_stem_participation: { nl: "aandeel van de meisjes dat STEM volgt", en: "share of the girls that is in STEM" },
  girls_share_in_stem: { nl: "aandeel meisjes in STEM", en: "girls' share in STEM" },
  has_stem_pupils: { nl: "scholen met leerlingen in STEM", en: "schools with pupils in STEM" },
};

const verdicts: Record<ImpactVerdict, Record<Lang, string>> = {
  unknown: { nl: "geen uitspraak", en: "nothing can be said" },
  drifted: {
    nl: "geen uitspraak: de scholen liepen vooraf al uiteen",
    en: "nothing can be said: schools had drifted apart before",
  },
  difference: { nl: "een verschil dat toeval niet verklaart", en: "a difference that chance does not explain" },
  none_found: { nl: "geen verschil gevonden", en: "no difference found" },
};

/** Every outcome, with each school counting once or by its pupils. */
export const impactTable: Part<ImpactRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er is niets te vergelijken." : "There is nothing to compare.");
  const labels = nl
    ? [
        "Uitkomst",
        "Gewicht",
        "Verschil (pp)",
        "95%-interval",
        "Kleinste vindbare (pp)",
        "Met gastles",
        "Zonder",
        "Uitspraak",
      ]
    : ["Outcome", "Weight", "Difference (pp)", "95% interval", "Smallest found (pp)", "Reached", "Others", "Verdict"];
  const points = (value: number | null) => (value === null ? "–" : signedPoints(value, lang, ""));
  const weights = {
    schools: nl ? "elke school gelijk" : "each school alike",
    pupils: nl ? "naar leerlingen" : "by pupils",
  };
  const table = {
    columns: columns(labels, 2, 3, 4, 5, 6),
    rows: rows.map((row) => [
      outcomes[row.outcome][lang],
      weights[row.weighting],
      points(row.att),
      row.lower === null || row.upper === null ? "–" : `${points(row.lower)} – ${points(row.upper)}`,
      row.mde === null ? "–" : formatNumber(row.mde * 100, lang, 1),
      row.treated === null ? "c" : formatNumber(row.treated, lang),
      row.controls === null ? "c" : formatNumber(row.controls, lang),
      impactVerdict(row) === "unknown" && row.reason !== null
        ? `${verdicts.unknown[lang]}: ${row.reason[lang]}`
        : verdicts[impactVerdict(row)][lang],
    ]),
  };
  return dataTable(
    table,
    nl
      ? "Wat er over elke uitkomst te zeggen is; scholen met en zonder gastles"
      : "What can be said of each outcome; schools with and without a lecture",
    document,
  );
};

const traits: Record<string, Record<Lang, string>> = {
  stem_share: { nl: "Aandeel STEM", en: "STEM share" },
  girls_share_in_stem: { nl: "Aandeel meisjes in STEM", en: "Girls' share in STEM" },
  girls_stem_participation: { nl: "Deelname van meisjes aan STEM", en: "Girls' participation in STEM" },
  girls_share: { nl: "Aandeel meisjes op school", en: "Girls' share of the school" },
  pupils: { nl: "Leerlingen", en: "Pupils" },
};
const balances: Record<string, Record<Lang, string>> = {
  small: { nl: "gelijkend", en: "alike" },
  to_adjust: { nl: "licht verschillend", en: "slightly different" },
  large: { nl: "sterk verschillend", en: "very different" },
};

/** How schools that were reached and others looked at the first count. */
export const balanceTable: Part<BalanceRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er is niets te vergelijken." : "There is nothing to compare.");
  const value = (row: BalanceRow, of: number | null) =>
    of === null ? (row.reason?.[lang] ?? "–") : row.trait === "pupils" ? formatNumber(of, lang) : formatShare(of, lang);
  const labels = nl
    ? ["Bij de eerste telling", "Met gastles", "Zonder", "Verschil in standaardafwijkingen", "Oordeel"]
    : ["At the first count", "Reached", "Others", "Difference in standard deviations", "Judged"];
  const table = {
    columns: columns(labels, 1, 2, 3),
    rows: rows.map((row) => [
      traits[row.trait ?? ""]?.[lang] ?? (row.trait ?? "–").replaceAll("_", " "),
      value(row, row.reached),
      value(row, row.others),
      row.standardised_difference === null ? "–" : formatNumber(row.standardised_difference, lang, 2).replace("-", "−"),
      balances[row.balance ?? ""]?.[lang] ?? "–",
    ]),
  };
  return dataTable(table, nl ? "Leken de scholen vooraf op elkaar?" : "Were the schools alike before?", document);
};
