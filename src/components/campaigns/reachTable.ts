import type { ReachRow } from "../../data/campaigns/rows.ts";
import type { Part } from "../figure/chart.ts";
import { columns, tablePart } from "../figure/tablePart.ts";
import { formatNumber } from "../words/words.ts";

export const reachTable: Part<ReachRow> = tablePart(
  {
    nl: "Brutobereik: elk kanaal telt volgens zijn eigen definitie, tel ze niet op",
    en: "Gross reach: each channel counts by its own definition, do not add them up",
  },
  { nl: "Er is geen bereik geladen.", en: "No reach was loaded." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Campagne", "Schooljaar", "Kanaal", "Definitie", "Bereik"]
        : ["Campaign", "School year", "Channel", "Definition", "Reach"],
      4,
    ),
    rows: rows.map(({ campaign, school_year, channel, definition, value, flag }) => [
      campaign,
      school_year,
      channel,
      definition,
      (value === null ? "x" : formatNumber(value, lang)) + (flag === null ? "" : ` (${flag})`),
    ]),
  }),
);
