import type { CostRow } from "../../data/funding/rows.ts";
import { drawRowBars } from "../drawing/rowBars.ts";
import type { Chart, Lang, Telling } from "../figure/chart.ts";
import { formatEuro, formatNumber } from "../words/words.ts";

const euro = (value: number | null, lang: Lang) => (value === null ? "–" : formatEuro(value, lang, 2));
const whole = (value: number | null, lang: Lang) => (value === null ? "–" : formatEuro(Math.round(value), lang));
const name = ({ school_year, is_whole_year }: CostRow, lang: Lang) =>
  is_whole_year ? school_year : `${school_year} (${lang === "nl" ? "tot nu toe" : "so far"})`;
const text = ({ cost_per_contact, reason, status }: CostRow, lang: Lang) =>
  cost_per_contact === null
    ? (reason?.[lang] ?? "–")
    : `${euro(cost_per_contact, lang)}${status === null || status === "p" ? "" : ` (${status})`}`;

/** The last whole school year with a figure, and what moved it most. */
function finding(rows: readonly CostRow[], lang: Lang): string {
  const nl = lang === "nl";
  const last = rows.findLast(({ is_whole_year, cost_per_contact }) => is_whole_year && cost_per_contact !== null);
  if (last === undefined)
    return nl
      ? "Wat een leerlingencontact kost, is nog van geen enkel volledig schooljaar bekend"
      : "What a student contact costs is not known of any whole school year yet";
  const { cost_per_contact, change, change_by_cost, change_by_contacts } = last;
  const head = nl
    ? `Een leerlingencontact kostte ${euro(cost_per_contact, lang)} in ${last.school_year}`
    : `A student contact cost ${euro(cost_per_contact, lang)} in ${last.school_year}`;
  if (change === null || change_by_cost === null || change_by_contacts === null) return head;
  const size = euro(Math.abs(change), lang);
  if (Math.abs(change) < 0.005) return `${head}, ${nl ? "evenveel als het jaar ervoor" : "as much as the year before"}`;
  const isBySpending = Math.abs(change_by_cost) >= Math.abs(change_by_contacts);
  const cause = isBySpending
    ? nl
      ? `${change_by_cost > 0 ? "hogere" : "lagere"} uitgaven`
      : `${change_by_cost > 0 ? "higher" : "lower"} spending`
    : nl
      ? `${change_by_contacts > 0 ? "minder" : "meer"} contacten`
      : `${change_by_contacts > 0 ? "fewer" : "more"} contacts`;
  return nl
    ? `${head}, ${size} ${change > 0 ? "meer" : "minder"} dan het jaar ervoor, vooral door ${cause}`
    : `${head}, ${size} ${change > 0 ? "more" : "less"} than the year before, mostly through ${cause}`;
}

function tell(rows: readonly CostRow[], lang: Lang): Telling {
  const nl = lang === "nl";
  const title = finding(rows, lang);
  const labels = nl
    ? ["Schooljaar", "Uitgaven", "Contacten", "Per contact", "Met natura erbij", "Per gastles", "Verandering"]
    : ["School year", "Spent", "Contacts", "Per contact", "With in kind", "Per lecture", "Change"];
  const parts = nl ? ["door uitgaven", "door contacten"] : ["by spending", "by contacts"];
  const signed = (value: number | null) =>
    value === null ? "–" : `${value > 0 ? "+" : value < 0 ? "−" : ""}${formatNumber(Math.abs(value), lang, 2)}`;
  return {
    title,
    subtitle: nl
      ? "Uitgaven in geld gedeeld door leerlingencontacten, per schooljaar, in euro; bijdragen in natura tellen niet mee, en wie twee gastlessen volgt, is twee contacten"
      : "Cash spent divided by student contacts, by school year, in euro; contributions in kind are left out, and who sits in two lectures is two contacts",
    alternative: [
      `${nl ? "Balken per schooljaar" : "Bars by school year"}. ${title}.`,
      ...rows.map((row) => `${name(row, lang)}: ${text(row, lang)}.`),
    ].join(" "),
    table: {
      columns: [...labels, ...parts].map((label, index) => ({ label, isNumber: index > 0 })),
      rows: rows.map((row) => [
        name(row, lang),
        whole(row.spent_eur, lang),
        row.student_contacts === null ? "–" : formatNumber(row.student_contacts, lang),
        euro(row.cost_per_contact, lang),
        euro(row.cost_per_contact_with_in_kind, lang),
        whole(row.cost_per_lecture, lang),
        signed(row.change),
        signed(row.change_by_cost),
        signed(row.change_by_contacts),
      ]),
    },
  };
}

/** What a student contact cost in each school year; one that still runs is hatched. */
export const costPerContact: Chart<CostRow> = {
  tell,
  draw(rows, surroundings) {
    const { lang } = surroundings;
    const { title, alternative } = tell(rows, lang);
    const bars = rows.map((row) => ({
      ...{ name: name(row, lang), from: row.cost_per_contact === null ? null : 0, to: row.cost_per_contact },
      ...{ text: text(row, lang), isWeak: !row.is_whole_year || row.status !== null },
    }));
    return drawRowBars(bars, surroundings, { title, alternative, format: (tick) => formatNumber(tick, lang) });
  },
};
