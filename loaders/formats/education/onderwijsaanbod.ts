import { z } from "zod";
import { cleanSql, quoted } from "../../contracts/cells.ts";
import { type Format, unreadable } from "../format.ts";
import { readOptions } from "../formatOptions.ts";
import { hasAll, headersOf } from "../headers.ts";
import { dateText } from "../styles.ts";
import { applicable, digits } from "./education.ts";
import { lambert72 } from "./lambert72.ts";

const Options = z.strictObject({
  /** What a school offers where the file names no stage: it seldom does. */
  stages: z
    .string()
    .regex(/^[123](\+[123]){0,2}$/, "not stages such as 1+2+3")
    .default("1+2+3"),
});

/** The first and the last day that the register knows stand for "always" and "still open". */
const day = (cell: string) => {
  const text = cleanSql(cell);
  return `case when ${text} in ('01/01/0001', '31/12/4444') then null else ${dateText(cell, "dmy", { grain: "day" })} end`;
};

/** A coordinate in metres; 0 is missing. */
const metres = (cell: string) => `nullif(try_cast(replace(${cleanSql(cell)}, ',', '.') as double), 0)`;
const degrees = (x: string, y: string, axis: "lat" | "lon") => {
  const value = `${lambert72(metres(x), metres(y))}."${axis}"`;
  const broken = [x, y].map(
    (cell) => `(${cleanSql(cell)} is not null and try_cast(replace(${cleanSql(cell)}, ',', '.') as double) is null)`,
  );
  return `case when ${broken.join(" or ")} then ${unreadable(`concat(${cleanSql(x)}, ' / ', ${cleanSql(y)})`)}
    when ${metres(x)} is not null and ${metres(y)} is not null then format('{:.6f}', ${value}) end`;
};

/** The ministry's list of schools, one row a site. */
export const onderwijsaanbod: Format = {
  id: "onderwijsaanbod",
  tables: ["schools"],
  personal: ["beheerder(s)", "telefoon", "fax", "e-mail"],
  recognises: (header) => hasAll(header, "schoolnummer", "intern_vplnummer", "net", "niscode", "lx", "ly"),
  uses: {},
  shape(head, _contract, { options }) {
    const given = readOptions(Options, options, "onderwijsaanbod", head);
    const { cell, optional } = headersOf(head);
    const net = cleanSql(cell("net"));
    const level = `concat_ws(' ', ${applicable(cell("onderwijsniveau"))}, ${applicable(cell("ingerichte hoofdstructuren"))})`;
    const offered = `concat_ws(' ', ${cleanSql(cell("ingerichte hoofdstructuren"))}, ${cleanSql(optional("instellingstype"))})`;
    const stages = [
      ["1", "1(e|ste)|eerste"],
      ["2", "2(e|de)|tweede"],
      ["3", "3(e|de)|derde"],
    ].map(
      ([stage, spelled]) => `case when regexp_matches(${offered}, '(?i)\\b(${spelled}) graad') then '${stage}' end`,
    );
    return {
      texts: {
        school_id: digits(cell("schoolnummer")),
        site_id: digits(cell("intern_vplnummer")),
        name: cleanSql(cell("naam")),
        postcode: digits(cell("postcode")),
        nis: digits(cell("niscode")),
        network: `case when regexp_matches(${net}, '(?i)^(vrij|vgo$)') then 'vgo'
          when regexp_matches(${net}, '(?i)^(gemeenschapsonderwijs|go!?( |$))') then 'go'
          when regexp_matches(${net}, '(?i)^(officieel|gemeentelijk|stedelijk|provinciaal|ogo$)') then 'ogo' else ${unreadable(net)} end`,
        stages: `case when regexp_matches(${offered}, '(?i)middenschool') then '1'
          else coalesce(nullif(concat_ws('+', ${stages.join(", ")}), ''), ${quoted(given.stages)}) end`,
        open_from: day(cell("begindatum")),
        open_until: day(cell("einddatum")),
        lat: degrees(cell("lx"), cell("ly"), "lat"),
        lon: degrees(cell("lx"), cell("ly"), "lon"),
      },
      writes: { dates: "dmy" },
      skips: [
        {
          rule: "not_secondary",
          when: `${level} <> '' and not regexp_matches(${level}, '(?i)secundair|\\b(b?u?so)\\b|\\b3[0-9]{2}\\b')`,
        },
      ],
    };
  },
};
