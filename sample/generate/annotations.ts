import type { Row } from "./writeCsv.ts";

type Line = [from: string, until: string | null, kind: string, scope: string, nl: string, en: string, source: string];

const DOMAIN = "reference/holidays.csv";
const MODERNISATION = "onderwijs.vlaanderen.be, modernisering secundair onderwijs";
const STEMHELDEN = "onderwijs.vlaanderen.be, #STEMhelden";

const LINES: Line[] = [
  [
    "2020-03-16",
    "2020-05-14",
    "closure",
    "lectures",
    "Lessen geschorst: scholen gesloten",
    "Lessons suspended: schools closed",
    DOMAIN,
  ],
  [
    "2020-11-09",
    "2020-11-15",
    "closure",
    "lectures",
    "Herfstvakantie met een week verlengd",
    "Autumn holiday lengthened by a week",
    DOMAIN,
  ],
  [
    "2021-03-29",
    "2021-04-04",
    "closure",
    "lectures",
    "Paaspauze: week voor Pasen gesloten",
    "Easter pause: week before Easter closed",
    DOMAIN,
  ],
  [
    ...(["2021-09-01", null, "series_break", "enrolments"] as const),
    "Modernisering bereikt de tweede graad: finaliteiten in plaats van onderwijsvormen",
    "The modernisation reaches the second stage: finalities instead of tracks",
    MODERNISATION,
  ],
  [
    ...(["2023-09-01", null, "series_break", "enrolments"] as const),
    "Modernisering bereikt de derde graad: finaliteiten in plaats van onderwijsvormen",
    "The modernisation reaches the third stage: finalities instead of tracks",
    MODERNISATION,
  ],
  [
    "2020-03-18",
    "2020-06-30",
    "campaign",
    "campaigns",
    "#LockdownLab: elke weekdag een proef",
    "#LockdownLab: an experiment every weekday",
    "onderwijs.vlaanderen.be, #LockdownLab",
  ],
  [
    "2020-11-04",
    null,
    "campaign",
    "campaigns",
    "#STEMhelden: eerste 13 films",
    "#STEMhelden: first 13 films",
    STEMHELDEN,
  ],
  [
    "2021-05-11",
    null,
    "campaign",
    "campaigns",
    "#STEMhelden: 11 films erbij",
    "#STEMhelden: 11 more films",
    STEMHELDEN,
  ],
  [
    ...(["2022-09-01", null, "series_break", "questionnaires"] as const),
    "Nieuwe versie van de vragenlijsten: een vraag per lijst anders geformuleerd",
    "New version of the questionnaires: one item of each reworded",
    "invented for the sample / verzonnen voor het voorbeeld",
  ],
];

export const makeAnnotations = (): Row[] =>
  LINES.map(([from, until, kind, scope, text_nl, text_en, source], i) => ({
    annotation_id: `A${String(i + 1).padStart(2, "0")}`,
    from,
    until,
    kind,
    scope,
    text_nl,
    text_en,
    source,
  }));
