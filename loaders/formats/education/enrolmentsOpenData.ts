import { z } from "zod";
import { quoted } from "../../contracts/cells.ts";
import { InputError } from "../../errors.ts";
import type { Format } from "../format.ts";
import { Day, readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import {
  applicable,
  digits,
  headcountText,
  province,
  sex,
  stage,
  stemCategory,
  track,
  unclassified,
  yearInStage,
} from "./education.ts";

const consecutive = (first: string, last: string) => Number(last) === Number(first) + 1;
const Options = z.strictObject({
  school_year: z
    .string()
    .refine((text) => /^\d{4}-\d{4}$/.test(text) && consecutive(text.slice(0, 4), text.slice(5)), {
      error: "not a school year such as 2024-2025",
    })
    .optional(),
  count_date: Day.optional(),
});

/** The school year that a file's name holds: `…2025-2026…`, or the February in which pupils were counted (`1feb2026`). */
function schoolYearOf(file: string): string | null {
  for (const [, first = "", last = ""] of file.matchAll(/(?=(20\d\d)[-_ ]?(20\d\d))/g))
    if (consecutive(first, last)) return `${first}-${last}`;
  const counted = Number(/feb(?:ruari)?[-_ ]?(20\d\d)/i.exec(file)?.[1]);
  return counted ? `${counted - 1}-${counted}` : null;
}

/** Pupils are counted on the first school day of February. */
function countDate(schoolYear: string): string {
  const day = new Date(`${schoolYear.slice(5)}-02-01T00:00:00Z`);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** The yearly open data of the ministry of Education on enrolments; a row is one combination of features of pupils in one school site. */
export const enrolmentsOpenData: Format = {
  id: "enrolments-open-data",
  tables: ["enrolments"],
  reads: ["reference.stem_classification"],
  recognises: (header) =>
    hasAll(header, "hoofdstructuur_inschrijving_code", "graad_so", "instellingsnummer", "aantal_inschrijvingen"),
  uses: { numbers: true },
  shape(head, _contract, { options, numbers }) {
    const given = readOptions(Options, options, "enrolments-open-data", head);
    const { cell, optional } = headersOf(head);
    const year = given.school_year ?? schoolYearOf(head.file.split(/[/\\]/).at(-1) ?? "");
    if (!year)
      throw new InputError(
        `missing option: options.school_year, since the name of the file holds none (format enrolments-open-data, ${head.file})`,
        2,
      );
    const structure = digits(cell("hoofdstructuur_inschrijving_code"));
    const graad = cell("graad_so");
    const names = {
      studierichting: cell("studierichting"),
      administratieve_groep: optional("administratieve_groep"),
    };
    const category = stemCategory(names, quoted(year.slice(0, 4)));
    const headcount = headcountText(cell("aantal_inschrijvingen"), numbers);
    return {
      texts: {
        school_year: quoted(year),
        count_date: quoted(given.count_date ?? countDate(year)),
        definition: "'stem_monitor'",
        // A row without its structure may be of another level: it is held, not counted.
        level: `case when ${structure} = '311' then 'secondary' else ${structure} end`,
        stage: stage(graad),
        year_in_stage: yearInStage(cell("leerjaar"), graad),
        track: track(optional("finaliteit"), cell("onderwijsvorm"), graad),
        stem_category: category,
        domain: applicable(optional("domein")),
        sex: sex(cell("geslacht")),
        province: province(optional("vestiging_provincie_naam")),
        school_id: digits(cell("instellingsnummer")),
        site_id: digits(cell("intern_volgnr_vpl")),
        headcount,
      },
      skips: [
        { rule: "not_ordinary_secondary", when: `regexp_full_match(${structure}, '[0-9]+') and ${structure} <> '311'` },
      ],
      sumOver: "headcount",
      tallies: [unclassified(names, [graad, cell("leerjaar")], category, headcount)],
    };
  },
};
