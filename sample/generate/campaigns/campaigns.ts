import { addDays, SCHOOL_YEARS } from "../calendar.ts";
import { createRandom, type Random } from "../random.ts";
import type { Row } from "../writeCsv.ts";

interface Post {
  campaign: string;
  content_id: string;
  title: string;
  published_on: string;
}

/** What each channel counts, by its own definition and the year that definition took effect; sizes are invented. */
const MEASURES: Record<string, [channel: string, metric: string, definition: string, size: number][]> = {
  "#STEMhelden": [
    ["youtube", "views", "youtube_view_2012", 5200],
    ["instagram", "reach", "instagram_reach_2018", 7400],
    ["facebook", "reach", "facebook_reach_2018", 6100],
    ["tiktok", "views", "tiktok_view_2018", 9800],
  ],
  "#LockdownLab": [
    ["youtube", "views", "youtube_view_2012", 640],
    ["facebook", "reach", "facebook_reach_2018", 2100],
  ],
  "STEM-OvK-kick-off": [
    ["youtube", "views", "youtube_view_2012", 1300],
    ["instagram", "reach", "instagram_reach_2018", 3800],
    ["facebook", "impressions", "facebook_impression_2018", 5200],
  ],
};
const AGES = [7, 30, 180];
const JOBS = [
  ...[
    "waterbouwkundige",
    "datawetenschapper",
    "lasrobotprogrammeur",
    "bio-ingenieur",
    "windmolentechnicus",
    "chemicus",
  ],
  ...["spelontwikkelaar", "architect", "laborant", "sterrenkundige", "werfleider", "biomedicus", "dronepiloot"],
];
const PROBES = ["proefje in de keuken", "rekenraadsel", "bouwopdracht", "codeerles", "natuurwaarneming"];

const post = (campaign: string, start: string, i: number, title: string, published_on: string): Post => ({
  campaign,
  content_id: `${start}-${String(i + 1).padStart(3, "0")}`,
  title,
  published_on,
});

function posts(lectures: Row[]): Post[] {
  const helden = Array.from({ length: 24 }, (_, i) =>
    post(
      "#STEMhelden",
      "SH",
      i,
      `Verzonnen film ${i + 1}: een dag als ${JOBS[i % JOBS.length]}`,
      i < 13 ? "2020-11-04" : "2021-05-11",
    ),
  );
  const weekdays = Array.from({ length: 105 }, (_, i) => addDays("2020-03-18", i)).filter(
    (day) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0,
  );
  const lab = weekdays.map((day, i) =>
    post("#LockdownLab", "LL", i, `Verzonnen ${PROBES[i % PROBES.length]} ${i + 1}`, day),
  );
  const kickoffs = lectures
    .filter(({ is_kickoff }) => is_kickoff === true)
    .map(({ held_on }, i) =>
      post("STEM-OvK-kick-off", "KO", i, `Verzonnen verslag van de startles ${SCHOOL_YEARS[i]}`, String(held_on)),
    );
  return [...helden, ...lab, ...kickoffs];
}

const rounded = (random: Random, size: number) => Math.round(size * Math.max(0.15, random.normal(1, 0.4)));

/** Totals up to the day of measurement: a week, a month and half a year after publication. */
export function makeCampaignMetrics(lectures: Row[], asOf: string): Row[] {
  const random = createRandom("campaigns");
  return posts(lectures).flatMap((one) =>
    (MEASURES[one.campaign] ?? []).flatMap(([channel, metric, metric_definition, size]) => {
      const total = rounded(random, size);
      return AGES.map((age, k) => ({ measured_on: addDays(one.published_on, age), share: [0.52, 0.8, 1][k] ?? 1 }))
        .filter(({ measured_on }) => measured_on <= asOf)
        .map(({ measured_on, share }) => ({
          ...one,
          channel,
          metric,
          metric_definition,
          measured_on,
          value: Math.round(total * share),
        }));
    }),
  );
}
