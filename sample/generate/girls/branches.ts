export type OldTrack = "aso" | "tso" | "bso" | "kso";
export type Category = "stem" | "light_stem" | "care_stem" | "no_stem";

/** A group of programmes within a track: its share of the track in the second stage, the third stage and the seventh year. */
export interface Branch {
  track: OldTrack;
  category: Category;
  domain: string;
  shares: [second: number, third: number, seventh: number];
  /** Girls' share in 2016-2017 and in 2025-2026. */
  girls: [number, number];
  /** What the branch is called once the modernisation has reached it. */
  finality: "doorstroom" | "dubbel" | "arbeidsmarkt";
}

type Line = [Category, string, Branch["shares"], Branch["girls"], Branch["finality"]?];

const of = (track: OldTrack, finality: Branch["finality"], lines: Line[]): Branch[] =>
  lines.map(([category, domain, shares, girls, own = finality]) => ({
    track,
    category,
    domain,
    shares,
    girls,
    finality: own,
  }));

/** Invented shares, chosen so that intake and girls' share come near the figures that the STEM monitor published. */
export const BRANCHES: Branch[] = [
  ...of("aso", "doorstroom", [
    ["stem", "wetenschappen", [0.24, 0.37, 0], [0.545, 0.56]],
    ["stem", "wiskunde", [0.105, 0.19, 0], [0.42, 0.436]],
    ["no_stem", "talen en cultuur", [0.175, 0.1, 0], [0.66, 0.66]],
    ["no_stem", "economie en organisatie", [0.29, 0.19, 0], [0.5, 0.49]],
    ["no_stem", "maatschappij en welzijn", [0.19, 0.15, 0], [0.74, 0.74]],
  ]),
  ...of("tso", "dubbel", [
    ["stem", "wetenschappen en techniek", [0.14, 0.15, 0.1], [0.18, 0.206], "doorstroom"],
    ["stem", "mechanica, elektriciteit en bouw", [0.24, 0.26, 0], [0.038, 0.044]],
    ["light_stem", "land- en tuinbouw", [0.04, 0.04, 0], [0.45, 0.46]],
    ["care_stem", "zorg en gezondheid", [0.05, 0.06, 0], [0.8, 0.79]],
    ["no_stem", "economie en organisatie", [0.28, 0.26, 0.9], [0.48, 0.47]],
    ["no_stem", "maatschappij en welzijn", [0.25, 0.23, 0], [0.78, 0.77]],
  ]),
  ...of("bso", "arbeidsmarkt", [
    ["stem", "mechanica en elektriciteit", [0.25, 0.22, 0.12], [0.03, 0.033]],
    ["stem", "hout, bouw en decoratie", [0.14, 0.12, 0], [0.085, 0.092]],
    ["light_stem", "land- en tuinbouw", [0.04, 0.04, 0], [0.35, 0.37]],
    ["care_stem", "zorg en gezondheid", [0.05, 0.06, 0.3], [0.88, 0.87]],
    ["no_stem", "economie en organisatie", [0.26, 0.28, 0.3], [0.58, 0.56]],
    ["no_stem", "maatschappij en welzijn", [0.26, 0.28, 0.28], [0.8, 0.79]],
  ]),
  ...of("kso", "doorstroom", [["no_stem", "kunst en creatie", [1, 1, 0], [0.65, 0.66]]]),
];

/** Share of each track in the second stage, the third stage and the seventh year. */
export const TRACK_SHARES: Record<OldTrack, [number, number, number]> = {
  aso: [0.44, 0.43, 0],
  tso: [0.31, 0.31, 0.2],
  bso: [0.23, 0.24, 0.8],
  kso: [0.02, 0.02, 0],
};

/** Where a province leans: its tracks against the whole, and its girls' share in STEM. */
export const LEANINGS: Record<string, Record<OldTrack | "girls", number>> = {
  Antwerpen: { aso: 0.99, tso: 0.99, bso: 1.04, kso: 1.2, girls: 1.005 },
  "Brussels Hoofdstedelijk Gewest": { aso: 1.16, tso: 0.86, bso: 0.88, kso: 1.1, girls: 1.04 },
  Limburg: { aso: 0.93, tso: 1.07, bso: 1.05, kso: 0.8, girls: 0.98 },
  "Oost-Vlaanderen": { aso: 1.02, tso: 0.98, bso: 0.98, kso: 1.1, girls: 1.01 },
  "Vlaams-Brabant": { aso: 1.12, tso: 0.94, bso: 0.86, kso: 0.7, girls: 1.0 },
  "West-Vlaanderen": { aso: 0.92, tso: 1.08, bso: 1.05, kso: 0.9, girls: 0.98 },
};
