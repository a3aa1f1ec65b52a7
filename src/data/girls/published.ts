import type { Gate } from "../gate.ts";
import { plainSection } from "../sections.ts";
import type { PublishedRow } from "./rows.ts";

const SOURCE = {
  label: {
    nl: "STEM-monitor, zoals aangehaald in persberichten, kranten en het Vlaams Parlement (bron per cijfer in de tabel)",
    en: "STEM-monitor, as quoted in press releases, newspapers and the Flemish Parliament (source of each figure in the table)",
  },
  url: null,
  is_synthetic: false,
  is_published: true,
};

/** Figures as somebody published them; where two conflict, both are there. `which` is a condition over `reference.stem_monitor_published`. */
export const publishedSection = (gate: Gate, which: string) =>
  plainSection<PublishedRow>(
    gate,
    `select figure_id::integer as figure_id, period, kind, indicator_id, stage, track, value::double as value, unit,
       coalesce(precision, '') = 'rounded' as is_rounded, trim(source) as source, nullif(note, '') as note
     from reference.stem_monitor_published where ${which} order by figure_id`,
    [SOURCE],
  );
