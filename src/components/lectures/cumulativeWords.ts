import type { CumulativeRow } from "../../data/lectures/rows.ts";
import type { Meaning } from "../../data/rows.ts";
import type { Lang, Telling } from "../figure/chart.ts";
import { count, deed, ofProgramme, things, upperFirst } from "../words/nouns.ts";
import { countOn, courses } from "../words/schoolYears.ts";
import { decimalsOf } from "../words/values.ts";
import { formatDay, formatNumber } from "../words/words.ts";

const isDay = (text: string) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
const dayWords = (day: string, lang: Lang) => (isDay(day) ? formatDay(day, lang) : day);

/** What the cumulative line says: the stand of this school year beside the same teaching day of the last one. */
export function tellCumulative(rows: readonly CumulativeRow[], lang: Lang, meaning: Meaning | null): Telling {
  const nl = lang === "nl";
  const { current, past } = courses(rows);
  const plural = things(meaning, lang);
  const decimals = decimalsOf(meaning);
  const number = (value: number) => formatNumber(value, lang, decimals);
  const day = current?.last.teaching_day ?? null;
  const aims = current?.rows.findLast((row) => row.target !== null)?.target ?? null;
  const table = {
    columns: [
      { label: nl ? "Schooljaar" : "School year", isNumber: false },
      {
        label:
          day === null
            ? "Lesdag"
            : nl
              ? `Na lesdag ${formatNumber(day, lang)}`
              : `After teaching day ${formatNumber(day, lang)}`,
        isNumber: true,
      },
      { label: nl ? "Hele schooljaar" : "Whole school year", isNumber: true },
      { label: nl ? "Doel" : "Target", isNumber: true },
      { label: nl ? "Opmerking" : "Note", isNumber: false },
    ],
    rows: (current === null ? past : [...past, current]).map((course) => {
      const then = day === null ? null : countOn(course, day);
      const target = course.rows.findLast((row) => row.target !== null)?.target ?? null;
      const notes = [
        course === current ? (nl ? "loopt nog" : "still running") : "",
        course.isClosed ? (nl ? "scholen deels gesloten" : "schools closed for part of it") : "",
        then !== null && !then.isExact ? (nl ? "tussen twee tellingen geschat" : "estimated between two counts") : "",
      ];
      return [
        course.schoolYear,
        then === null ? "–" : number(then.value),
        course === current ? "–" : number(course.last.value),
        target === null ? "–" : number(target),
        notes.filter((note) => note !== "").join("; "),
      ];
    }),
  };
  const subject = `${upperFirst(plural)}${ofProgramme(meaning, lang)}`;
  if (current === null) {
    const title = nl
      ? `Nog geen ${plural} om te tonen voor dit schooljaar`
      : `No ${plural} to show for this school year yet`;
    return { title, subtitle: subject, alternative: `${title}.`, table };
  }
  const { last, schoolYear } = current;
  const before = past.at(-1);
  const then =
    before === undefined || Number(before.schoolYear.slice(0, 4)) !== Number(schoolYear.slice(0, 4)) - 1
      ? null
      : countOn(before, last.teaching_day);
  const done = deed(plural, lang);
  const fact = `${count(last.value, plural, lang, decimals)}${ofProgramme(meaning, lang)}${done === "" ? "" : ` ${done}`}`;
  const until = nl ? `tot en met ${dayWords(last.date, lang)}` : `up to ${dayWords(last.date, lang)}`;
  const gap = then === null ? 0 : Number((last.value - then.value).toFixed(decimals));
  const about = then?.isExact === false ? (nl ? "ongeveer " : "about ") : "";
  const compared =
    then === null
      ? ""
      : nl
        ? gap === 0
          ? `, ${about}evenveel als op dezelfde lesdag vorig jaar`
          : `, ${about}${number(Math.abs(gap))} ${gap > 0 ? "meer" : "minder"} dan op dezelfde lesdag vorig jaar`
        : gap === 0
          ? `, ${about}the same as on the same teaching day last year`
          : `, ${about}${number(Math.abs(gap))} ${gap > 0 ? "more" : "fewer"} than on the same teaching day last year`;
  const title = `${fact} ${until}${compared}`;
  const target = aims === null ? "" : nl ? `; doel ${number(aims)}` : `; target ${number(aims)}`;
  const closed = past.some((course) => course.isClosed)
    ? nl
      ? "; stippellijn: jaar waarin de scholen deels gesloten waren"
      : "; dotted: a year in which schools were closed for part of it"
    : "";
  const subtitle = nl
    ? `${subject} per schooljaar, opgeteld van de eerste lesdag tot en met lesdag ${formatNumber(last.teaching_day, lang)}; schooljaar ${schoolYear}${target}${closed}`
    : `${subject} by school year, added up from the first teaching day to teaching day ${formatNumber(last.teaching_day, lang)}; school year ${schoolYear}${target}${closed}`;
  const open = past.filter((course) => !course.isClosed);
  const ends = open.map((course) => course.last.value);
  const without = open.length === past.length ? "" : nl ? " zonder sluiting" : " without closures";
  const range =
    ends.length === 0
      ? ""
      : nl
        ? ` In ${open.length === 1 ? "het ene voorbije schooljaar" : `de ${open.length} voorbije schooljaren`}${without} was het eindtotaal ${spanWords(ends, number, lang)}.`
        : ` In the ${open.length === 1 ? "one past school year" : `${open.length} past school years`}${without} the final total was ${spanWords(ends, number, lang)}.`;
  const aim =
    aims === null
      ? ""
      : nl
        ? ` Het doel voor ${schoolYear} is ${number(aims)}.`
        : ` The target for ${schoolYear} is ${number(aims)}.`;
  const alternative = nl ? `Lijngrafiek. ${title}.${range}${aim}` : `Line chart. ${title}.${range}${aim}`;
  return { title, subtitle, alternative, table };
}

const spanWords = (values: number[], number: (value: number) => string, lang: Lang): string => {
  const [low, high] = [number(Math.min(...values)), number(Math.max(...values))];
  if (low === high) return low;
  return lang === "nl" ? `${low} tot ${high}` : `${low} to ${high}`;
};
