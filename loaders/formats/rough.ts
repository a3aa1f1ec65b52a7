import { cleanSql, quoted } from "../contracts/cells.ts";
import { once } from "./once.ts";

const ABOUT = "(?:±|~|\\+/-|ca[.]?|circa|ong[.]?|ongeveer|plusminus|approx[.]?|about)";
const TENS = [
  "tien",
  "vijftien",
  "twintig",
  "vijfentwintig",
  "dertig",
  "veertig",
  "vijftig",
  "zestig",
  "zeventig",
  "tachtig",
  "negentig",
  "honderd",
];
const TEN_VALUES = [10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100];

/** SQL: the text of a rough number (`±20`, `ca. 20`, `20 à 25`, `20-25`, `een 20-tal`) as its middle, rounded down; null for any other text. */
export const roughText = (cell: string): string =>
  once(`lower(${cleanSql(cell)})`, "rough", (text) => {
    const found = (pattern: string) => `regexp_extract(${text}, ${quoted(`^${pattern}$`)}, 1)`;
    const range = `regexp_extract(${text}, ${quoted(`^${ABOUT}?\\s*([0-9]{1,4})\\s*(?:-|–|—|à|a|tot|to)\\s*([0-9]{1,4})$`)}, ['low', 'high'])`;
    const middle = `list_transform([${range}], lambda part: case when try_cast(part.low as integer) < try_cast(part.high as integer)
      then cast((cast(part.low as integer) + cast(part.high as integer)) // 2 as varchar) end)[1]`;
    const tens = `list_extract([${TEN_VALUES.map((n) => `'${n}'`).join(", ")}], list_position([${TENS.map(quoted).join(", ")}], ${found("(?:een )?([a-z]+)tal")}))`;
    return `coalesce(nullif(${found(`${ABOUT}\\s*([0-9]{1,6})`)}, ''), nullif(${found("(?:een )?([0-9]{1,4})\\s?-?\\s?tal")}, ''), ${middle}, ${tens})`;
  });

/** SQL: the sum of whole numbers that are added in a cell (`22+20`), for two classes in one lecture; null for any other text. */
export const sumText = (cell: string): string =>
  once(
    cleanSql(cell),
    "added",
    (text) =>
      `case when regexp_full_match(${text}, '[0-9]{1,4}(\\s*[+]\\s*[0-9]{1,4})+')
        then cast(list_sum(list_transform(string_split(${text}, '+'), lambda part: cast(trim(part) as integer))) as varchar) end`,
  );
