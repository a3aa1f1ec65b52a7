import { appendFileSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readConfig } from "../../../loaders/config/config.ts";
import { knownFormats } from "../../../loaders/formats/index.ts";
import { ingest } from "../../../loaders/ingest.ts";
import type { LoadReport } from "../../../loaders/report/loadReport.ts";
import { openWarehouse, type Warehouse } from "../../../loaders/warehouse.ts";
import { zipOf } from "../../fixtures/read/workbook.ts";

const CONFIG = `as_of: 2026-03-02
sources:
  schools: { table: schools, format: onderwijsaanbod, file: onderwijsaanbod.csv }
  lectures:
    table: lectures
    format: columns
    file: gastlessen.csv
    numbers: dutch
    dates: dmy
    blanks: ["?"]
    columns: { lecture_id: Lesnummer, programme: Programma, status: Toestand, held_on: Datum, school_id: School, site_id: Plaats, students: Leerlingen, girls: Meisjes }
    values:
      programme: { "STEM-OvK (één dag)": stem_ovk }
      status: { gegeven: held, gepland: planned }
  items: { table: questionnaire_items, file: items.csv }
  forms:
    table: responses
    format: microsoft-forms
    file: forms.xlsx
    options:
      questionnaire_id: OVK-T
      version: 1
      role: teacher
      items: { satisfied: Hoe tevreden ben je over de gastles?, better: Wat kan beter? }
      text_items: [better]
      lecture_id: Lesnummer
  lime:
    table: responses
    format: limesurvey
    file: limesurvey.csv
    options: { questionnaire_id: OVK-L, version: 2, role: lecturer, items: { nps: Q1, clear: "Q2[SQ001]", useful: "Q2[SQ002]" } }
  google:
    table: responses
    format: google-forms
    file: google-nl.csv
    options: { questionnaire_id: OVK-G, version: 1, role: teacher, items: { fun: De les was boeiend., remark: Opmerking }, text_items: [remark] }
  enrolments: { table: enrolments, format: enrolments-open-data, file: inschrijvingen-leerplicht-2025-2026-1feb.csv }
  older: { table: enrolments, format: enrolments-dataloep, file: dataloep.csv }
  youtube: { table: campaign_metrics, format: youtube-studio, file: youtube.zip, options: { campaign: C, measured_on: 2025-06-01 } }
  facebook: { table: campaign_metrics, format: meta-posts, file: facebook.csv, dated: 2025-01-31, options: { campaign: C } }
  instagram: { table: campaign_metrics, format: meta-posts, file: instagram.csv, dated: 2025-01-31, options: { campaign: C } }
  insights: { table: campaign_metrics, format: insights-metric, file: insights.csv, options: { campaign: C, channel: instagram } }
  tiktok: { table: campaign_metrics, format: tiktok-overview, file: tiktok-overview.csv, options: { campaign: C, period_end: 2025-01-02 } }
  followers: { table: campaign_metrics, format: tiktok-followers, file: tiktok-followers.csv, options: { campaign: C, period_end: 2025-01-02 } }
  films: { table: campaign_metrics, format: tiktok-content, file: tiktok-content.csv, options: { campaign: C, measured_on: 2025-01-02 } }
  pages: { table: campaign_metrics, format: google-analytics, file: ga4.csv, options: { campaign: C } }
`;
const ITEMS = [
  ...["OVK-T,1,satisfied,teacher,likert5", "OVK-T,1,better,teacher,text", "OVK-L,2,nps,lecturer,nps"],
  ...["OVK-L,2,clear,lecturer,likert5", "OVK-L,2,useful,lecturer,likert5"],
  ...["OVK-G,1,fun,teacher,likert5", "OVK-G,1,remark,teacher,text"],
].map((item) => `${item},Vraag,Question,false`);
const LECTURES = [
  "Lesnummer;Programma;Toestand;Datum;School;Plaats;Leerlingen;Meisjes",
  "L00002;STEM-OvK (één dag);gegeven;31/12/2024;123;1;1.000;?",
  "L00003;OvK;gepland;6-5-2026;0456;01;;",
  "L00004;OvK;gegeven;31/02/2024;123;1;24,5;11",
];

const folder = mkdtempSync(join(tmpdir(), "stempeil-formats-"));
const path = (name: string) => join(folder, name);
const places = { reference: "reference", warehouse: path("stempeil.duckdb"), quarantine: path("quarantine") };
let report: LoadReport;
let warehouse: Warehouse;
beforeAll(async () => {
  for (const name of readdirSync("test/fixtures/formats"))
    copyFileSync(join("test/fixtures/formats", name), path(name));
  // A report of Google Analytics may hold a second table, with a header of its own.
  appendFileSync(path("ga4.csv"), "\n# Start date: 20260501\nNth day,Active users\n0000,30\n");
  writeFileSync(path("config.yaml"), CONFIG);
  writeFileSync(
    path("items.csv"),
    `questionnaire_id,version,item_id,role,scale,text_nl,text_en,is_reversed\n${ITEMS.join("\n")}\n`,
  );
  writeFileSync(path("gastlessen.csv"), Buffer.from(LECTURES.join("\r\n"), "latin1"));
  writeFileSync(
    path("youtube.zip"),
    zipOf({ "Table data.csv": readFileSync(path("table-data.csv")), "Chart data.csv": "Date\n", "Totals.csv": "x\n" }),
  );
  const moment = (text: string) => ({ value: new Date(`${text}Z`), type: Date, format: "m/d/yy h:mm:ss" });
  const form = (id: number, end: string, ...cells: (string | null)[]) => [
    ...[{ value: id, type: Number }, moment("2026-01-12T10:02:11"), moment(end)],
    ...cells.map((value) => (value === null ? null : { value, type: String })),
  ];
  const names =
    "ID,Begintijd,Tijd van voltooien,E-mail,Naam,Hoe tevreden ben je over de gastles?,Wat kan beter?,Lesnummer";
  const rows = [
    names.split(",").map((value) => ({ value, type: String })),
    form(
      1,
      "2026-01-12T10:04:40",
      "leerkracht@example.org",
      "Planted Person",
      "Helemaal eens",
      "Meer tijd;Meer proefjes;",
      "L00002",
    ),
    form(2, "2026-01-13T14:22:19", "anonymous", null, "4", null, null),
    form(3, "2026-01-13T14:23:19", "held@example.org", "Planted Person", "Best wel", null, "L00002"),
  ];
  await writeXlsxFile(rows as never).toFile(path("forms.xlsx"));
  report = await ingest(readConfig(path("config.yaml"), { today: "2026-03-02" }), places);
  warehouse = await openWarehouse(places.warehouse, { readOnly: true });
});
afterAll(() => {
  warehouse.close();
  rmSync(folder, { recursive: true });
});

const COLUMNS = {
  schools: "school_id, site_id, name, postcode, nis, network, stages, open_from, open_until, lat, lon",
  lectures: "lecture_id, programme, status, held_on, school_id, site_id, students, girls",
  responses: "response_id, item_id, questionnaire_id, version, role, lecture_id, submitted_at, answer, answer_text",
  enrolments:
    "school_year, count_date, stage, year_in_stage, track, stem_category, domain, sex, province, school_id, site_id, headcount",
  campaign_metrics: "campaign, channel, content_id, metric, metric_definition, measured_on, published_on, value, title",
};
const ROWS: Record<keyof typeof COLUMNS, string> = {
  schools: `
onderwijsaanbod.csv|2|123|1|Voorbeeldcollege|3520|71066|vgo|1+2+3|||50.991974|5.351705
onderwijsaanbod.csv|3|123|2|Voorbeeldcollege|3520|71066|go|1|1998-09-01|2024-08-31|51.039912|3.723601
onderwijsaanbod.csv|4|456|1|Voorbeeldcollege|3520|71066|ogo|2+3||||
`,
  lectures: `
gastlessen.csv|2|L00002|stem_ovk|held|2024-12-31|123|1|1000|
gastlessen.csv|3|L00003|ovk|planned|2026-05-06|456|1||
`,
  responses: `
forms.xlsx|2|OVK-T-1|better|OVK-T|1|teacher|L00002|2026-01-12 10:04:40||Meer tijd;Meer proefjes
forms.xlsx|2|OVK-T-1|satisfied|OVK-T|1|teacher|L00002|2026-01-12 10:04:40|5|
forms.xlsx|3|OVK-T-2|better|OVK-T|1|teacher||2026-01-13 14:22:19||
forms.xlsx|3|OVK-T-2|satisfied|OVK-T|1|teacher||2026-01-13 14:22:19|4|
google-nl.csv|2|OVK-G-20241231170005-1|fun|OVK-G|1|teacher||2024-12-31 17:00:05|5|
google-nl.csv|2|OVK-G-20241231170005-1|remark|OVK-G|1|teacher||2024-12-31 17:00:05||Dank je
google-nl.csv|3|OVK-G-20240302211422-1|fun|OVK-G|1|teacher||2024-03-02 21:14:22|3|
google-nl.csv|3|OVK-G-20240302211422-1|remark|OVK-G|1|teacher||2024-03-02 21:14:22||
limesurvey.csv|2|OVK-L-1|clear|OVK-L|2|lecturer||2021-01-12 10:04:40|4|
limesurvey.csv|2|OVK-L-1|nps|OVK-L|2|lecturer||2021-01-12 10:04:40|5|
limesurvey.csv|2|OVK-L-1|useful|OVK-L|2|lecturer||2021-01-12 10:04:40|5|
`,
  enrolments: `
dataloep.csv|2|2012-2013||2|1|aso|stem|ASO|m||123||25
dataloep.csv|4|2018-2019||3|3|bso|unclassified|Mechanica-elektriciteit|f||123||2
dataloep.csv|5|2018-2019|||||unclassified||f||123||5
inschrijvingen-leerplicht-2025-2026-1feb.csv|2|2025-2026|2026-02-02|2|1|doorstroom|stem|STEM|f|Antwerpen|123|1|15
inschrijvingen-leerplicht-2025-2026-1feb.csv|4|2025-2026|2026-02-02|2|1|doorstroom|stem|STEM|m|Antwerpen|123|1|9
inschrijvingen-leerplicht-2025-2026-1feb.csv|7|2025-2026|2026-02-02|1|1||unclassified||f|Oost-Vlaanderen|123|1|12
inschrijvingen-leerplicht-2025-2026-1feb.csv|8|2025-2026|2026-02-02|3|3|tso|unclassified||f|Brussels Hoofdstedelijk Gewest|123|1|12
inschrijvingen-leerplicht-2025-2026-1feb.csv|9|2025-2026|2026-02-02||||unclassified||f|Brussels Hoofdstedelijk Gewest|123|1|12
inschrijvingen-leerplicht-2025-2026-1feb.csv|11|2025-2026|2026-02-02|3|3|arbeidsmarkt|unclassified|STEM|f|Antwerpen|123|1|12
`,
  campaign_metrics: `
facebook.csv|2|C|facebook|100001|comments|facebook_comment_2018|2025-01-31|2020-03-23|35|Proefje van de dag, deel 1
facebook.csv|2|C|facebook|100001|likes|facebook_reaction_2018|2025-01-31|2020-03-23|300|Proefje van de dag, deel 1
facebook.csv|2|C|facebook|100001|reach|facebook_reach_2018|2025-01-31|2020-03-23|9100|Proefje van de dag, deel 1
facebook.csv|2|C|facebook|100001|shares|facebook_share_2018|2025-01-31|2020-03-23|18|Proefje van de dag, deel 1
facebook.csv|2|C|facebook|100001|views|facebook_view_2024|2025-01-31|2020-03-23|12400|Proefje van de dag, deel 1
facebook.csv|3|C|facebook|facebook.com/reel/2|likes|facebook_reaction_2018|2025-01-31|2020-03-24|3|Deel 2 met twee regels
facebook.csv|3|C|facebook|facebook.com/reel/2|views|facebook_view_2024|2025-01-31|2020-03-24|80|Deel 2 met twee regels
facebook.csv|5|C|facebook|post:7cfe3eb4ede6205f158d6ea95ea0cc0e|comments|facebook_comment_2018|2025-01-31|2020-03-25|0|Deel 3
facebook.csv|5|C|facebook|post:7cfe3eb4ede6205f158d6ea95ea0cc0e|likes|facebook_reaction_2018|2025-01-31|2020-03-25|3|Deel 3
facebook.csv|5|C|facebook|post:7cfe3eb4ede6205f158d6ea95ea0cc0e|views|facebook_view_2024|2025-01-31|2020-03-25|90|Deel 3
ga4.csv|12|C|website|page:/stemhelden|reach|website_active_user_2020|2026-05-31||910|
ga4.csv|12|C|website|page:/stemhelden|views|website_view_2020|2026-05-31||1520|
ga4.csv|13|C|website|page:708d92124d5a0bfa60210d843e498f31|views|website_view_2020|2026-05-31||100|
insights.csv|4|C|instagram|account|views|instagram_view_day_2024|2024-11-04||1520|
insights.csv|5|C|instagram|account|views|instagram_view_day_2024|2024-11-05||0|
instagram.csv|2|C|instagram|200001|comments|instagram_comment_2018|2025-01-31|2020-11-04|6|Proefje
instagram.csv|2|C|instagram|200001|likes|instagram_like_2018|2025-01-31|2020-11-04|80|Proefje
instagram.csv|2|C|instagram|200001|reach|instagram_reach_2018|2025-01-31|2020-11-04|900|Proefje
instagram.csv|2|C|instagram|200001|shares|instagram_share_2018|2025-01-31|2020-11-04|4|Proefje
instagram.csv|2|C|instagram|200001|views|instagram_view_2024|2025-01-31|2020-11-04|1500|Proefje
tiktok-content.csv|2|C|tiktok|7123456789012345678|comments|tiktok_comment_2018|2025-01-02|2024-12-30|1|Proefje 1
tiktok-content.csv|2|C|tiktok|7123456789012345678|likes|tiktok_like_2018|2025-01-02|2024-12-30|20|Proefje 1
tiktok-content.csv|2|C|tiktok|7123456789012345678|shares|tiktok_share_2018|2025-01-02|2024-12-30|3|Proefje 1
tiktok-content.csv|2|C|tiktok|7123456789012345678|views|tiktok_view_2018|2025-01-02|2024-12-30|1000|Proefje 1
tiktok-content.csv|3|C|tiktok|7123456789012345679|views|tiktok_view_2018|2025-01-02|2024-01-06|50|Proefje 2
tiktok-followers.csv|3|C|tiktok|account|followers|tiktok_follower_2018|2025-01-01||1200|
tiktok-followers.csv|4|C|tiktok|account|followers|tiktok_follower_2018|2025-01-02||1205|
tiktok-overview.csv|2|C|tiktok|account|comments|tiktok_comment_day_2018|2024-12-30||0|
tiktok-overview.csv|2|C|tiktok|account|likes|tiktok_like_day_2018|2024-12-30||0|
tiktok-overview.csv|2|C|tiktok|account|shares|tiktok_share_day_2018|2024-12-30||0|
tiktok-overview.csv|2|C|tiktok|account|views|tiktok_view_day_2018|2024-12-30||0|
tiktok-overview.csv|3|C|tiktok|account|comments|tiktok_comment_day_2018|2024-12-31||1|
tiktok-overview.csv|3|C|tiktok|account|likes|tiktok_like_day_2018|2024-12-31||2|
tiktok-overview.csv|3|C|tiktok|account|shares|tiktok_share_day_2018|2024-12-31||3|
tiktok-overview.csv|3|C|tiktok|account|views|tiktok_view_day_2018|2024-12-31||100|
tiktok-overview.csv|4|C|tiktok|account|comments|tiktok_comment_day_2018|2025-01-01||0|
tiktok-overview.csv|4|C|tiktok|account|likes|tiktok_like_day_2018|2025-01-01||4|
tiktok-overview.csv|4|C|tiktok|account|shares|tiktok_share_day_2018|2025-01-01||1|
tiktok-overview.csv|4|C|tiktok|account|views|tiktok_view_day_2018|2025-01-01||200|
youtube.zip|3|C|youtube|aBcDeFgHiJk|impressions|youtube_impression_2018|2025-06-01|2020-11-04|65010|#STEMhelden: recyclage, hoe werkt dat?
youtube.zip|3|C|youtube|aBcDeFgHiJk|views|youtube_view_2012|2025-06-01|2020-11-04|8420|#STEMhelden: recyclage, hoe werkt dat?
youtube.zip|3|C|youtube|aBcDeFgHiJk|watch_hours|youtube_watch_2012|2025-06-01|2020-11-04|170.23|#STEMhelden: recyclage, hoe werkt dat?
youtube.zip|4|C|youtube|video:-YxWvUtSrQp|impressions|youtube_impression_2018|2025-06-01|2021-05-11|55330|Veilig bankieren #Shorts
youtube.zip|4|C|youtube|video:-YxWvUtSrQp|views|youtube_view_2025|2025-06-01|2021-05-11|6980|Veilig bankieren #Shorts
`,
};

/** Every table of the warehouse and every quarantine file, as one text. */
async function allText(): Promise<string> {
  const tables = await warehouse.rows<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables order by all",
  );
  const texts: string[] = [];
  for (const { name } of tables) texts.push(JSON.stringify(await warehouse.rows(`from ${name}`)));
  for (const name of readdirSync(places.quarantine)) texts.push(readFileSync(join(places.quarantine, name), "utf8"));
  return texts.join("\n");
}

describe("every known export, as it comes out of its program", () => {
  it("each format is there", () => {
    const used = new Set(report.sources.map(({ format }) => format));
    expect([...used].filter((format) => !Object.hasOwn(knownFormats, format))).toEqual([]);
  });
  it("is counted: read, accepted, rejected, unchanged, skipped by rule", () => {
    expect(
      report.sources.map(
        ({ source, encoding, rows_read, rows_accepted, rows_rejected, rows_unchanged, rows_skipped }) =>
          [
            source,
            encoding,
            rows_read,
            rows_accepted,
            rows_rejected,
            rows_unchanged,
            JSON.stringify(rows_skipped),
          ].join(" | "),
      ),
    ).toEqual([
      'schools | utf-8 | 5 | 3 | 1 | 0 | {"not_secondary":1}',
      "lectures | windows-1252 | 3 | 2 | 1 | 0 | {}",
      "items | utf-8 | 7 | 7 | 0 | 0 | {}",
      "forms | xlsx, Sheet1 | 3 | 2 | 1 | 0 | {}",
      'lime | utf-8 | 3 | 1 | 1 | 0 | {"unfinished":1}',
      "google | utf-8 | 3 | 2 | 1 | 0 | {}",
      'enrolments | utf-8 | 10 | 7 | 1 | 0 | {"not_ordinary_secondary":2}',
      "older | utf-8 | 6 | 4 | 2 | 0 | {}",
      'youtube | utf-8 | 4 | 2 | 0 | 0 | {"no_metric":1,"total_row":1}',
      "insights | utf-16le | 3 | 2 | 1 | 0 | {}",
      "tiktok | utf-8 | 3 | 3 | 0 | 0 | {}",
      'followers | utf-8 | 3 | 2 | 0 | 0 | {"no_metric":1}',
      "films | utf-8 | 2 | 2 | 0 | 0 | {}",
      'pages | utf-8 | 6 | 2 | 0 | 0 | {"total_row":1,"other_block":3}',
      'facebook | utf-8 | 4 | 3 | 0 | 0 | {"not_lifetime":1}',
      "instagram | utf-8 | 1 | 1 | 0 | 0 | {}",
    ]);
  });
  for (const [table, columns] of Object.entries(COLUMNS))
    it(`fills ${table} with exactly these rows`, async () => {
      const rows = await warehouse.rows(`select _file, _line, ${columns} from raw.${table} order by all`);
      expect(rows.map((row) => Object.values(row).join("|"))).toEqual(
        ROWS[table as keyof typeof COLUMNS].split("\n").filter((line) => line !== ""),
      );
    });
  it("holds the broken rows with their lines", () => {
    const held = readdirSync(places.quarantine).flatMap((name) =>
      parse(readFileSync(join(places.quarantine, name), "utf8").replace(/^.*?(?=file,line,)/s, ""), {
        columns: true,
      }).map((row: unknown) => {
        const { file, line, column, rule } = row as Record<string, string>;
        return [file, line, column, rule].join("|");
      }),
    );
    expect(held).toEqual([
      "inschrijvingen-leerplicht-2025-2026-1feb.csv|10|headcount|unreadable",
      "forms.xlsx|4|answer|unreadable",
      "google-nl.csv|4|submitted_at|unreadable",
      "insights.csv|6|measured_on|unreadable",
      "gastlessen.csv|4|held_on | students|unreadable | unreadable",
      "limesurvey.csv|4|answer|unreadable",
      "dataloep.csv|6|school_year|unreadable",
      "dataloep.csv|7|year_in_stage|unreadable",
      "onderwijsaanbod.csv|6|open_from | lat | lon|unreadable | unreadable | unreadable",
    ]);
  });
  it("keeps nothing of who answered, who runs a school, and where an answer came from", async () => {
    const text = await allText();
    const planted = [
      "example.org",
      "Planted Person",
      "Test Persoon",
      "011 00 00 00",
      "directeur",
      "192.0.2.",
      "token=x",
    ];
    expect(planted.filter((personal) => text.includes(personal))).toEqual([]);
    for (const kept of ["Voorbeeldcollege", "Meer tijd;Meer proefjes", "Best wel", "733,5"])
      expect(text).toContain(kept);
  });
});
