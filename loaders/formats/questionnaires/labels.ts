/** Answers in words as numbers: what Dutch and English forms usually offer, and LimeSurvey's codes. */
const SCALES: Record<string, string[]> = {
  "1": [
    "helemaal oneens",
    "helemaal mee oneens",
    "volledig oneens",
    "helemaal niet akkoord",
    "strongly disagree",
    "a1",
  ],
  "2": ["oneens", "mee oneens", "eerder oneens", "niet akkoord", "disagree", "a2"],
  "3": [
    "neutraal",
    "noch eens, noch oneens",
    "noch akkoord, noch niet akkoord",
    "neutral",
    "neither agree nor disagree",
    "a3",
  ],
  "4": ["eens", "mee eens", "eerder eens", "akkoord", "agree", "a4"],
  "5": ["helemaal eens", "helemaal mee eens", "volledig eens", "helemaal akkoord", "strongly agree", "a5"],
};
const YES_NO: Record<string, string[]> = { "1": ["ja", "yes", "y"], "0": ["nee", "neen", "no", "n"] };
const NO_OPINION = [
  "geen mening",
  "weet ik niet",
  "weet niet",
  "niet van toepassing",
  "no opinion",
  "don't know",
  "not applicable",
];

/** Lower-case label → number; blank is no opinion. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ...[SCALES, YES_NO].flatMap((scale) =>
    Object.entries(scale).flatMap(([number, labels]) => labels.map((label) => [label, number] as const)),
  ),
  ...NO_OPINION.map((label) => [label, ""] as const),
]);
