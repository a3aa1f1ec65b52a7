import type { BroadcastRow } from "../../data/campaigns/rows.ts";
import type { Part } from "../figure/chart.ts";
import { columns, day, tablePart } from "../figure/tablePart.ts";
import { formatNumber } from "../words/words.ts";

export const broadcastTable: Part<BroadcastRow> = tablePart(
  {
    nl: "Uitzendingen per campagne, zender en manier van tellen; kijkers van verschillende uitzendingen zijn deels dezelfde mensen en worden niet opgeteld",
    en: "Broadcasts by campaign, channel and way of counting; viewers of different broadcasts are partly the same people and are not added up",
  },
  { nl: "Er zijn geen uitzendingen geladen.", en: "No broadcasts were loaded." },
  (rows, lang) => ({
    columns: columns(
      lang === "nl"
        ? ["Campagne", "Zender", "Telling", "Uitzendingen", "Eerste", "Laatste", "Minste kijkers", "Meeste kijkers"]
        : ["Campaign", "Channel", "Counted", "Broadcasts", "First", "Last", "Fewest viewers", "Most viewers"],
      3,
      6,
      7,
    ),
    rows: rows.map((row) => [
      row.campaign,
      row.channel,
      row.basis ?? "–",
      formatNumber(row.broadcasts, lang),
      day(row.first_on, lang),
      day(row.last_on, lang),
      ...[row.fewest_viewers, row.most_viewers].map((value) => (value === null ? "–" : formatNumber(value, lang))),
    ]),
  }),
);
