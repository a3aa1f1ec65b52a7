import { falseAlarms } from "./overlappingCohorts.ts";

const RUNS = 2000;
const percent = (part: number) => `${(part * 100).toFixed(1)}%`.padStart(6);
const cases = [
  ["10 years, all stay", { years: 10, pupils: 20_000, share: 0.32, stays: 1 }],
  ["10 years, 92% stay", { years: 10, pupils: 20_000, share: 0.32, stays: 0.92 }],
  ["6 years, all stay", { years: 6, pupils: 20_000, share: 0.32, stays: 1 }],
  ["10 years, 400 pupils", { years: 10, pupils: 400, share: 0.1, stays: 1 }],
] as const;

console.log(`false alarms in ${RUNS} runs without a trend (in brackets: as if no pupil were counted twice)`);
console.log(
  `${"".padEnd(22)}${["trend", "verdict", "line", "since_last"].map((name) => name.padStart(16)).join("")}  a shift`,
);
for (const [name, cohorts] of cases) {
  const { found, counted_twice, shifts } = falseAlarms(cohorts, RUNS);
  const cells = (["trend", "verdict", "line", "since_last"] as const).map((test) =>
    `${percent(found[test])} (${percent(counted_twice[test])})`.padStart(16),
  );
  console.log(`${name.padEnd(22)}${cells.join("")}${percent(shifts).padStart(9)}`);
}
console.log("verdict: its first condition, a trend; a shift: a trend upwards and a lower limit above one point");
