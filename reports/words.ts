import type { Lang } from "../src/components/figure/chart.ts";

/** What every report says about itself, whoever reads it. */
export const reportWords = {
  nl: {
    schoolYear: (period: string) => `Schooljaar ${period}`,
    asOf: (day: string) => `stand op ${day}`,
    page: (current: string, total: string) => `bladzijde ${current} van ${total}`,
    synthetic: "voorbeelddata",
    internal: "Interne editie: alleen voor medewerkers van het programma, kleine aantallen staan er onverkort in.",
    band: "Voorbeelddata: verzonnen cijfers, die alleen tonen hoe het rapport werkt.",
    source: (names: string) => `Bron: ${names}.`,
    sources: "Bronnen",
    definitions: "Wat de indicatoren meten",
    notes: "Hoe deze cijfers gemaakt zijn",
    noSources: "Er zijn geen bronnen opgegeven.",
  },
  en: {
    schoolYear: (period: string) => `School year ${period}`,
    asOf: (day: string) => `as of ${day}`,
    page: (current: string, total: string) => `page ${current} of ${total}`,
    synthetic: "sample data",
    internal: "Internal edition: for the programme's own staff only, small counts are shown in full.",
    band: "Sample data: invented figures, which only show how the report works.",
    source: (names: string) => `Source: ${names}.`,
    sources: "Sources",
    definitions: "What the indicators measure",
    notes: "How these figures were made",
    noSources: "No sources were given.",
  },
} satisfies Record<Lang, object>;
