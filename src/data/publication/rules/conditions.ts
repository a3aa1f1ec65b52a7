/** How a table of the public edition is made fit to print: rows taken out, and figures blanked under the flag or reason that says so. */
export interface Rule {
  /** Rows that are not handed on. */
  without?: string;
  blanks?: readonly { columns: readonly string[]; set?: Record<string, string>; where: string }[];
  /** Fractions that are handed on as they are read, and no finer. */
  rounds?: { columns: readonly string[]; decimals: number };
}

export const BREAKDOWN = ["programme", "province", "stage", "track", "domain", "theme", "discipline"];
export const breakdown = `coalesce(${BREAKDOWN.map((name) => `if(${name} is null, null, '${name}')`).join(", ")}, 'total')`;
export const group = `coalesce(${BREAKDOWN.join(", ")}, 'total')`;

/** Whether nothing is printed by the trait by which a row counts: no set of cells would hide its small ones. */
export const isWithheld = (
  family: string,
  { period = "own.period", by = breakdown }: { period?: string; by?: string } = {},
) =>
  `exists (from withheld_tables as withheld where withheld.family = '${family}' and withheld.period = ${period} and withheld.breakdown = ${by})`;

/** Whether a cell of linked tables is hidden. */
export const isHidden = (
  family: string,
  { period = "own.period", by = breakdown, of = group }: { period?: string; by?: string; of?: string },
  counted: readonly string[],
) =>
  `exists (from hidden_cells as hidden where hidden.family = '${family}' and hidden.period = ${period} and hidden.breakdown = ${by}
     and hidden."group" = ${of} and hidden.counted in (${counted.map((name) => `'${name}'`).join(", ")}))`;

export const FIGURES = ["value", "numerator", "denominator"];
export const AS_SECRET = { status: "'c'" };
export const WHY = { reason: "'confidential'" };
export const isOf = (...ids: string[]) => `indicator_id in (${ids.map((id) => `'${id}'`).join(", ")})`;
export const isFew = (count: string, fewest: string) => `(${count} > 0 and ${count} < ${fewest})`;
export const COUNTED = "(select value from meta.thresholds where id = 'fewest_counted')";
export const ANSWERS = "(select value from meta.thresholds where id = 'fewest_answers')";
/** Whether the money of private funders of a school year and phase would give one of them away. */
export const isUnsafe = (kind: "cash" | "in_kind", year: string, phase: string) =>
  `exists (from unsafe_money where kind = '${kind}' and school_year = own.${year} and phase = ${phase})`;
/** Whether contacts of a school year, as far as they are told by programme, would give the class of one lecture away. */
export const isOneClass = (year: string, scope: "total" | "programme" | "province") =>
  `exists (from single_classes where school_year = own.${year} and scope = '${scope}')`;
export const SCOPE = (programme = "programme") => `if(${programme} is null, 'total', 'programme')`;
export const isClass = (year: string) =>
  `((${SCOPE()} = 'total' and ${isOneClass(year, "total")}) or (${SCOPE()} = 'programme' and ${isOneClass(year, "programme")}))`;

/** Whether the same figure is blank among the observations. */
export const isBlank = (indicator: string, period: string, and: string) =>
  `exists (from indicators.observations as other where other.status = 'c' and other.indicator_id = ${indicator} and other.period = own.${period} and ${and})`;
export const TOTALS = `coalesce(${BREAKDOWN.slice(1)
  .map((name) => `other.${name}`)
  .join(", ")}) is null
  and other.programme is not distinct from own.programme`;
export const THIS_YEAR = "(select current_school_year from marts.parameters)";
export const yearBefore = (year: string) => `((left(${year}, 4)::integer - 1) || '-' || left(${year}, 4))`;
export const LAST_YEAR = yearBefore(THIS_YEAR);
