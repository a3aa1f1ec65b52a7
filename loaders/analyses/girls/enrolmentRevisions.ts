import { mean } from "d3-array";
import { analysis, type Result } from "../analysis.ts";

const columns = {
  span: { oneOf: ["year", "mean"], isRequired: true },
  school_year: "VARCHAR",
  edition: "VARCHAR",
  last_edition: "VARCHAR",
  /** Girls' share in STEM by the earlier edition and by the last one, of the groups that both count. */
  share_before: "DOUBLE",
  share_after: "DOUBLE",
  /** What the later edition added to the share; in the row of means its mean, signed. */
  revision: "DOUBLE",
  /** Its size, whichever way it went. */
  size: "DOUBLE",
  revisions: "INTEGER NOT NULL",
} as const;
type Row = Result<typeof columns>;

interface Counts {
  school_year: string;
  edition: string;
  last_edition: string;
  girls: number;
  pupils: number;
  last_girls: number;
  last_pupils: number;
}

function rowOf({ school_year, edition, last_edition, girls, pupils, last_girls, last_pupils }: Counts): Row {
  const row = { span: "year", school_year, edition, last_edition, revisions: 1 } as const;
  if (pupils === 0 || last_pupils === 0)
    return { ...row, share_before: null, share_after: null, revision: null, size: null, reason: "no_pupils" };
  const [share_before, share_after] = [girls / pupils, last_girls / last_pupils];
  const revision = share_after - share_before;
  return { ...row, share_before, share_after, revision, size: Math.abs(revision), reason: null };
}

export const enrolmentRevisions = analysis({
  id: "enrolment_revisions",
  name: { nl: "Herzieningen van de tellingen", en: "Revisions of the counts" },
  method: {
    nl: "Van elk schooljaar waarvan meer dan één editie van de inschrijvingen geladen is: het aandeel meisjes in STEM volgens de vroegere editie en volgens de laatste, over de groepen (richting, domein, provincie, leerjaar) die in beide staan. De herziening is het verschil. Het gemiddelde staat er met zijn teken, dat zegt of voorlopige cijfers stelselmatig te laag of te hoog zijn, en zonder teken, dat zegt hoeveel ze gewoonlijk nog bewegen. Alle andere cijfers gebruiken alleen de laatste editie.",
    en: "For each school year of which more than one edition of the enrolments was loaded: the girls' share in STEM by the earlier edition and by the last, over the groups (track, domain, province, year of the stage) that stand in both. The revision is the difference. Its mean stands there with its sign, which says whether provisional figures are too low or too high as a rule, and without, which says how much they usually still move. All other figures use the last edition alone.",
  },
  evidence: "monitoring",
  codes: ["D2"],
  inputs: ["marts.enrolment_revisions"],
  functions: [],
  parameters: {},
  thresholds: [],
  columns,
  async run({ warehouse }) {
    const rows = (await warehouse.rows<Counts>("from marts.enrolment_revisions order by school_year, edition")).map(
      rowOf,
    );
    const known = rows.filter(({ revision }) => revision !== null);
    if (known.length === 0) return rows;
    const none = { school_year: null, edition: null, last_edition: null, share_before: null, share_after: null };
    const means = { revision: mean(known, (row) => row.revision ?? 0), size: mean(known, (row) => row.size ?? 0) };
    return [
      ...rows,
      {
        ...{ span: "mean", ...none, revision: means.revision ?? null, size: means.size ?? null },
        ...{ revisions: known.length, reason: null },
      },
    ];
  },
});
