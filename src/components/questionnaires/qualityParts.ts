import type { FlagRow, ScaleRow } from "../../data/questionnaires/rows.ts";
import { html } from "../drawing/element.ts";
import type { Lang, Part } from "../figure/chart.ts";
import { dataTable } from "../figure/dataTable.ts";
import { folded } from "../figure/facts.ts";
import { columns } from "../figure/tablePart.ts";
import { list } from "../words/nouns.ts";
import { formatNumber, formatPoints, formatShare, schoolYearName } from "../words/words.ts";
import { people } from "./people.ts";

type Measure = ScaleRow["measure"];
const measures: Record<Measure, Record<Lang, string>> = {
  response_rate: { nl: "Ingevulde vragenlijsten", en: "Questionnaires filled in" },
  scale_score: { nl: "Schaalscore (1 tot 5)", en: "Scale score (1 to 5)" },
  net_promoter_score: { nl: "Aanbevelingsscore (−100 tot 100)", en: "Net promoter score (−100 to 100)" },
  alpha: { nl: "Samenhang van de vragen (alfa)", en: "Consistency of the items (alpha)" },
};

function shown({ measure, value }: Pick<ScaleRow, "measure" | "value">, lang: Lang): string {
  if (value === null) return "–";
  if (measure === "response_rate") return formatShare(value, lang, 0);
  if (measure === "net_promoter_score") return formatNumber(Math.round(value * 100), lang).replace("-", "−");
  return formatNumber(value, lang, 2);
}
const year = (row: ScaleRow, lang: Lang) => schoolYearName(row, lang);

/** How many of the questionnaires came back, of each role in its last school year. */
export const qualityAnswer: Part<ScaleRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const told = (["teacher", "lecturer"] as const).flatMap((role) => {
    const last = rows.findLast((row) => row.role === role && row.measure === "response_rate" && row.value !== null);
    if (last === undefined) return [];
    const rate = shown(last, lang);
    const so_far = last.is_current_year ? (nl ? " tot nu toe" : " so far") : "";
    const weak = last.status === "u" ? (nl ? " (te weinig om op te bouwen)" : " (too few to build on)") : "";
    return [
      nl
        ? `${rate} van de vragenlijsten van ${people[role].nl} in ${last.school_year}${so_far}${weak}`
        : `${rate} of the questionnaires of ${people[role].en} in ${last.school_year}${so_far}${weak}`,
    ];
  });
  const text =
    told.length === 0
      ? nl
        ? "Er zijn te weinig vragenlijsten ingevuld voor een cijfer."
        : "Too few questionnaires were filled in for a figure."
      : nl
        ? `Ingevuld: ${list(told, lang)}.`
        : `Filled in: ${list(told, lang)}.`;
  return html(document, "p", { class: "answer" }, text);
};

/** What the answers say together, the last school year of each measure, and all of them behind a fold. */
export const scaleTable: Part<ScaleRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  if (rows.length === 0)
    return html(document, "p", {}, nl ? "Er zijn geen antwoorden geladen." : "No answers were loaded.");
  const cells = (row: ScaleRow) => [
    measures[row.measure][lang],
    people[row.role][lang],
    year(row, lang),
    row.value === null
      ? (row.reason?.[lang] ?? "–")
      : `${shown(row, lang)}${row.status === null ? "" : ` (${row.status})`}${row.is_publishable === false ? " *" : ""}`,
    row.lower === null || row.upper === null
      ? "–"
      : `${shown({ ...row, value: row.lower }, lang)} – ${shown({ ...row, value: row.upper }, lang)}`,
    row.respondents === null ? "c" : formatNumber(row.respondents, lang),
  ];
  const labels = nl
    ? ["Maat", "Van", "Schooljaar", "Waarde", "95%-interval", "Ingevuld"]
    : ["Measure", "Of", "School year", "Value", "95% interval", "Filled in"];
  const table = (of: readonly ScaleRow[]) => ({ columns: columns(labels, 3, 4, 5), rows: of.map(cells) });
  const order = ["response_rate", "scale_score", "net_promoter_score", "alpha"] as const;
  const lasts = order.flatMap((measure) =>
    (["teacher", "lecturer"] as const).flatMap((role) => {
      const last = rows.findLast((row) => row.measure === measure && row.role === role);
      return last === undefined ? [] : [last];
    }),
  );
  const note = nl
    ? "(p): het schooljaar loopt nog; (u): te weinig antwoorden om op te bouwen; *: de vragen hangen te weinig samen voor een schaalscore"
    : "(p): the school year still runs; (u): too few answers to build on; *: the items hang together too little for a scale score";
  return html(
    document,
    "div",
    {},
    dataTable(
      table(lasts),
      nl ? `De vragenlijsten als geheel; ${note}` : `The questionnaires as a whole; ${note}`,
      document,
    ),
    folded(
      document,
      nl ? "Alle schooljaren en versies" : "All school years and versions",
      dataTable(
        table(rows),
        nl ? "De vragenlijsten als geheel, per schooljaar" : "The questionnaires as a whole, by school year",
        document,
      ),
    ),
  );
};

const traits: Record<string, Record<Lang, string>> = {
  province: { nl: "provincie", en: "province" },
  network: { nl: "onderwijsnet", en: "network" },
  track: { nl: "onderwijsvorm of finaliteit", en: "track or finality" },
};

/** Whether those who kept silent differ from those who answered, by the traits of their lectures. */
export const nonResponse: Part<FlagRow> = (rows, { document, lang }) => {
  const nl = lang === "nl";
  const judged = rows.filter(({ differs }) => differs !== null);
  const traitName = (trait: string) => traits[trait]?.[lang] ?? trait.replaceAll("_", " ");
  if (judged.length === 0)
    return html(
      document,
      "p",
      {},
      nl
        ? "Of wie antwoordde op de rest lijkt, is niet te zeggen: er zijn te weinig antwoorden."
        : "Whether those who answered are like the others cannot be told: there are too few answers.",
    );
  const told = (["teacher", "lecturer"] as const).flatMap((role) => {
    const own = judged.filter((row) => row.role === role);
    if (own.length === 0) return [];
    const differing = [...new Set(own.filter(({ differs }) => differs).map(({ trait }) => traitName(trait)))];
    const moved = Math.max(
      0,
      ...own.flatMap(({ raw_share, adjusted_share }) =>
        raw_share === null || adjusted_share === null ? [] : [Math.abs(adjusted_share - raw_share)],
      ),
    );
    const size = formatPoints(moved, lang);
    const head =
      differing.length === 0
        ? nl
          ? `De ${people[role].nl} die antwoordden, lijken op de rest naar ${list([...new Set(own.map(({ trait }) => traitName(trait)))], lang)}`
          : `The ${people[role].en} who answered are like the others by ${list([...new Set(own.map(({ trait }) => traitName(trait)))], lang)}`
        : nl
          ? `De ${people[role].nl} die antwoordden, verschillen van de rest naar ${list(differing, lang)}`
          : `The ${people[role].en} who answered differ from the others by ${list(differing, lang)}`;
    return [
      nl
        ? `${head}; herwegen verandert geen enkel aandeel met meer dan ${size}.`
        : `${head}; weighting changes no share by more than ${size}.`,
    ];
  });
  return html(document, "p", {}, told.join(" "));
};
