import { analysis } from "../analysis.ts";

const columns = {
  school_year: "VARCHAR NOT NULL",
  programme: { oneOf: ["stem_ovk", "ovk"] },
  is_current_year: "BOOLEAN NOT NULL",
  reached_schools: "INTEGER NOT NULL",
  lectures: "INTEGER NOT NULL",
  median_lectures: "DOUBLE NOT NULL",
  once_reached_schools: "INTEGER NOT NULL",
  returning_schools: "INTEGER",
  stage_known: "INTEGER NOT NULL",
  third_stage: "INTEGER NOT NULL",
  format_known: "INTEGER NOT NULL",
  online: "INTEGER NOT NULL",
  wrapped_up: "INTEGER",
  wrap_ups_due: "INTEGER",
} as const;

/** How many lectures a school got, and how they were given: dose and fidelity of the programme. */
export const lectureDose = analysis({
  id: "lecture_dose",
  name: { nl: "Hoeveel gastlessen een school krijgt, en hoe", en: "How many lectures a school gets, and how" },
  method: {
    nl: "Van elke school met minstens één gegeven gastles, aan welke vestiging ook, het aantal gastlessen in het schooljaar: de mediaan, en hoeveel scholen er maar één kregen. Een school is al eerder bereikt wanneer er in een vroeger geladen schooljaar een gastles van hetzelfde programma was; voor het eerste geladen schooljaar is dat niet te zeggen. De derde graad en online zijn geteld op de gastlessen waarvan graad en vorm ingevuld zijn. De nabesprekingen zijn die van de indicator: op de gastlessen waarvoor er al een kon zijn. Het lopende schooljaar telt tot de peildatum en is dus niet te vergelijken met een heel jaar.",
    en: "For each school with at least one lecture held, at whichever of its sites, the number of lectures in the school year: the median, and how many schools had only one. A school was reached before when a lecture of the same programme was held there in an earlier school year that was loaded; of the first one loaded that cannot be told. The third stage and online are counted on the lectures of which stage and form were filled in. The wrap-ups are those of the indicator: on the lectures for which there could be one by now. The current school year counts up to the as-of date, so it cannot be compared with a whole one.",
  },
  evidence: "monitoring",
  codes: ["A5"],
  inputs: ["marts.lecture_doses", "indicators.observations"],
  functions: [],
  parameters: {},
  thresholds: [],
  columns,
  run: ({ warehouse }) =>
    warehouse.rows(
      `select doses.*, wrap_ups.numerator::integer as wrapped_up, wrap_ups.denominator::integer as wrap_ups_due, null as reason
       from marts.lecture_doses as doses
       left join indicators.observations as wrap_ups
         on wrap_ups.indicator_id = 'wrap_up_rate' and wrap_ups.period = doses.school_year
         and wrap_ups.programme is not distinct from doses.programme
       order by doses.school_year, doses.programme`,
    ),
});
