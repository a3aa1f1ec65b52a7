import { z } from "zod";
import type { Words } from "../contracts/cells.ts";

/** A number that decides what is reported, with the place where it was decided. */
export interface Threshold {
  value: number;
  source: string;
}

/** In what unit a threshold is read: a fraction as a percentage, a difference of fractions in percentage points. */
export type ThresholdUnit = "share" | "points" | "number" | "days" | "km" | "eur";

interface Known {
  name: Words;
  unit: ThresholdUnit;
  number: z.ZodNumber;
  value: number;
  /** Where the value comes from that holds where a configuration gives none. */
  source: Words;
}

const fraction = z.number().min(0).max(1);

/** Every threshold that a configuration may set: what values it may have, and what holds where it is left out. */
const KNOWN = {
  /** A lecture is registered in time within so many days (H2). */
  registration_days: {
    name: { nl: "termijn om een gastles te registreren", en: "days within which a lecture is recorded" },
    unit: "days",
    number: z.number().int().min(0).max(366),
    value: 14,
    source: {
      nl: "geregistreerd binnen twee weken na de les (indicator H2)",
      en: "registered within two weeks of the lecture (indicator H2)",
    },
  },
  /** A request is matched in time within so many days (C1). */
  match_days: {
    name: { nl: "termijn om een aanvraag te koppelen", en: "days within which a request is matched" },
    unit: "days",
    number: z.number().int().min(0).max(366),
    value: 30,
    source: { nl: "gekoppeld binnen 30 dagen (indicator C1)", en: "matched within 30 days (indicator C1)" },
  },
  /** A lecture younger than this has no say in the wrap-up rate: its wrap-up may still come (A9). */
  wrap_up_days: {
    name: { nl: "termijn waarbinnen een nabespreking binnenkomt", en: "days within which a wrap-up comes in" },
    unit: "days",
    number: z.number().int().min(0).max(366),
    value: 30,
    source: {
      nl: "eigen keuze: na een maand is bijna elke nabespreking er; pas dan telt een les mee (indicator A9)",
      en: "our own choice: after a month nearly every wrap-up is there; only then a lecture counts (indicator A9)",
    },
  },
  /** An invitation younger than this has no say in the response rate: its answer may still come (B2). */
  response_days: {
    name: { nl: "termijn waarbinnen een antwoord binnenkomt", en: "days within which an answer comes in" },
    unit: "days",
    number: z.number().int().min(0).max(366),
    value: 30,
    source: {
      nl: "eigen keuze: na een maand komt er bijna geen antwoord meer; pas dan telt een uitnodiging mee (indicator B2)",
      en: "our own choice: after a month hardly an answer still comes; only then an invitation counts (indicator B2)",
    },
  },
  /** A response rate below this fraction is flagged as of low reliability (B2). */
  response_rate_low: {
    name: {
      nl: "respons waaronder een cijfer weinig betrouwbaar is",
      en: "response rate below which a figure is weak",
    },
    unit: "share",
    number: fraction,
    value: 0.6,
    source: {
      nl: "onder 60 % is een bevraging weinig betrouwbaar (indicator B2)",
      en: "below 60 % a survey is of low reliability (indicator B2)",
    },
  },
  /** A benchmark is on course when it is reached with at least this probability, and off course when it is missed with it (A7). */
  on_course_probability: {
    name: { nl: "kans waarbij een benchmark op koers is", en: "probability at which a benchmark is on course" },
    unit: "share",
    number: z.number().min(0.5).max(1),
    value: 0.8,
    source: { nl: "minstens 80 % (indicator A7)", en: "at least 80 % (indicator A7)" },
  },
  /** A share has moved when its change is surely larger than this fraction (D9). */
  smallest_change: {
    name: { nl: "kleinste verandering die telt", en: "smallest change of interest" },
    unit: "points",
    number: fraction,
    value: 0.01,
    source: {
      nl: "kleinste verandering die ertoe doet, 1 procentpunt (indicator D9)",
      en: "smallest change of interest, 1 percentage point (indicator D9)",
    },
  },
  /** No lecturer is proposed for a school farther away than so many km (C2). */
  caliper_km: {
    name: { nl: "grootste afstand van een voorgestelde koppeling", en: "largest distance of a proposed match" },
    unit: "km",
    number: z.number().positive().max(500),
    value: 40,
    source: {
      nl: "geen koppeling verder dan 40 km in vogelvlucht (indicator C2)",
      en: "no match beyond 40 km as the crow flies (indicator C2)",
    },
  },
  /** A lecturer of another discipline than was asked for is proposed only where that saves so many km. */
  mismatch_km: {
    name: {
      nl: "afstand die een ander vakgebied goedmaakt",
      en: "distance that makes up for another discipline",
    },
    unit: "km",
    number: z.number().min(0).max(500),
    value: 20,
    source: {
      nl: "eigen keuze: wie het gevraagde vakgebied beheerst, mag 20 km verder wonen",
      en: "our own choice: a lecturer of the discipline asked for may live 20 km farther away",
    },
  },
  /** A lecturer who came to the school before is proposed again only where that saves so many km. */
  repeat_visit_km: {
    name: {
      nl: "afstand die een tweede bezoek aan een school goedmaakt",
      en: "distance that makes up for a second visit to a school",
    },
    unit: "km",
    number: z.number().min(0).max(500),
    value: 5,
    source: {
      nl: "eigen keuze: een nieuw gezicht mag 5 km verder wonen",
      en: "our own choice: a new face may live 5 km farther away",
    },
  },
  /** Each lecture that a lecturer already has this school year counts as so many km more. */
  load_km: {
    name: {
      nl: "afstand die een gastles minder goedmaakt",
      en: "distance that makes up for one lecture less",
    },
    unit: "km",
    number: z.number().min(0).max(500),
    value: 2,
    source: {
      nl: "eigen keuze: wie dit schooljaar een gastles minder heeft, mag 2 km verder wonen",
      en: "our own choice: a lecturer with one lecture less this school year may live 2 km farther away",
    },
  },
  /** What a lecturer can give in a school year when he did not say. */
  lectures_per_lecturer: {
    name: {
      nl: "gastlessen per schooljaar voor wie geen maximum opgaf",
      en: "lectures a school year for a lecturer who gave no maximum",
    },
    unit: "number",
    number: z.number().int().min(0).max(200),
    value: 2,
    source: {
      nl: "eigen keuze: niet meer dan twee zonder afspraak",
      en: "our own choice: no more than two without agreement",
    },
  },
  /** An item, a score or a scale with fewer answers than this has no figure (B1, B3, B4). */
  fewest_answers: {
    name: { nl: "kleinste aantal antwoorden", en: "smallest number of answers" },
    unit: "number",
    number: z.number().int().min(2).max(1000),
    value: 10,
    source: {
      nl: "geen cijfer onder 10 antwoorden (vragenlijsten, indicatoren B1 tot B4)",
      en: "no figure below 10 answers (questionnaires, indicators B1 to B4)",
    },
  },
  /** A number of pupils or lectures of a group below this is not printed, nor what would give it away. */
  fewest_counted: {
    name: {
      nl: "kleinste aantal leerlingen of gastlessen van een groep dat gepubliceerd wordt",
      en: "smallest number of pupils or lectures of a group that is published",
    },
    unit: "number",
    number: z.number().int().min(3).max(1000),
    value: 5,
    source: {
      nl: "eigen keuze, strenger dan het gangbare minimum van 3: het gaat om minderjarigen",
      en: "our own choice, stricter than the usual minimum of 3: minors are concerned",
    },
  },
  /** A scale is published when its alpha is at least this (B4). */
  alpha_low: {
    name: { nl: "kleinste alfa van een schaal", en: "smallest alpha of a scale" },
    unit: "number",
    number: fraction,
    value: 0.7,
    source: {
      nl: "een schaal wordt getoond vanaf een alfa van 0,7 (indicator B4)",
      en: "a scale is shown from an alpha of 0.7 (indicator B4)",
    },
  },
} satisfies Record<string, Known>;

export type ThresholdId = keyof typeof KNOWN;
export type Thresholds = Record<ThresholdId, Threshold>;

const ids = Object.keys(KNOWN) as ThresholdId[];

/** The `thresholds` of a configuration; each has a source, and those left out have their default. */
export const ThresholdsConfig = z.strictObject(
  Object.fromEntries(
    ids.map((id) => {
      const { number, value, source } = KNOWN[id];
      return [id, z.strictObject({ value: number, source: z.string().min(1) }).default({ value, source: source.en })];
    }),
  ) as Record<ThresholdId, z.ZodDefault<z.ZodObject<{ value: z.ZodNumber; source: z.ZodString }>>>,
);

/** What each threshold is called, its unit, and the source of its default in both languages. */
export const thresholdNotes: Record<ThresholdId, Pick<Known, "name" | "unit" | "source">> = KNOWN;

export const defaultThresholds: Thresholds = ThresholdsConfig.parse({});
