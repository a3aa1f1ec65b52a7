import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import type { Format } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText, isoOr } from "../styles.ts";
import {
  CAMPAIGN_USES,
  CampaignOptions,
  campaignOf,
  contentKey,
  type Measure,
  measuredOn,
  metricRows,
  titleText,
} from "./campaign.ts";

/** From this day on a Short counts a view at every start, with no least time. */
const SHORTS_CHANGE = "2025-03-31";
const Options = z.strictObject({
  ...CampaignOptions.shape,
  /** True when the films are Shorts; else a film is one when its title says `#shorts`. */
  shorts: z.boolean().default(false),
});

const CONTENT = ["Content", "Video", "Videos", "Contenu"];
const TITLE = ["Video title", "Videotitel", "Titre de la vidéo"];
const PUBLISHED = [
  ...["Video publish time", "Publicatietijd van video", "Veröffentlichungszeitpunkt des Videos"],
  "Heure de publication de la vidéo",
];
const VIEWS = ["Views", "Weergaven", "Aufrufe", "Vues"];
const METRICS: [metric: string, ...headers: string[]][] = [
  ["views", ...VIEWS],
  [
    "watch_hours",
    "Watch time (hours)",
    "Weergavetijd (uren)",
    "Wiedergabezeit (Stunden)",
    "Durée de visionnage (heures)",
  ],
  ["impressions", "Impressions", "Thumbnail impressions", "Vertoningen", "Impressionen"],
  ["likes", "Likes", "Vind-ik-leuks", "„Mag ich“-Bewertungen", "J'aime"],
  [
    "comments",
    "Comments added",
    "Comments",
    "Toegevoegde reacties",
    "Reacties",
    "Hinzugefügte Kommentare",
    "Kommentare",
  ],
  ["shares", "Shares", "Keer gedeeld", "Geteilt", "Partages"],
];

/** `Table data.csv` of YouTube Studio: a row a film, with totals up to the day of the export. */
export const youtubeStudio: Format = {
  id: "youtube-studio",
  tables: ["campaign_metrics"],
  recognises: (header) => hasAll(header, CONTENT, TITLE, PUBLISHED),
  uses: CAMPAIGN_USES,
  shape(head, _contract, options) {
    const given = readOptions(Options, options.options, "youtube-studio", head);
    const { cell, has } = headersOf(head);
    const content = cleanSql(cell(...CONTENT));
    const title = cell(...TITLE);
    const published = cell(...PUBLISHED);
    const day = measuredOn(head, given.measured_on);
    const short = given.shorts ? "true" : `coalesce(contains(lower(${title}), '#shorts'), false)`;
    const views =
      day < SHORTS_CHANGE
        ? quoted("youtube_view_2012")
        : `case when ${short} then 'youtube_view_2025' else 'youtube_view_2012' end`;
    cell(...VIEWS);
    const measures = METRICS.filter(([, ...names]) => has(...names)).map(
      ([metric, ...names]): Measure => ({
        metric,
        cell: cell(...names),
        ...(metric === "views" ? { definition: views } : {}),
      }),
    );
    const rows = metricRows(
      head,
      "youtube",
      measures,
      {
        campaign: campaignOf(head, options, title),
        content_id: contentKey("video", content),
        measured_on: quoted(day),
        title: titleText(title),
        // in English and Dutch the month is a word, in German days are written in figures, the day first
        published_on: isoOr(
          published,
          `case when regexp_full_match(${cleanSql(published)}, '[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}') then ${dateText(published, "dmy", { grain: "day" })}
            else ${dateText(published, "month_name", { grain: "day" })} end`,
          { grain: "day" },
        ),
      },
      options,
    );
    const total = { rule: "total_row", when: `lower(${content}) in ('total', 'totaal', 'gesamt', 'insgesamt')` };
    return { ...rows, writes: { ...rows.writes, dates: "month_name" }, skips: [total, ...(rows.skips ?? [])] };
  },
};
