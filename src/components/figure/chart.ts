import type { Frame, Meaning } from "../../data/rows.ts";

export type Lang = "nl" | "en";

/** Where a chart is drawn: width in px, language, and the document that makes its elements (a browser's or a server's). */
export interface Surroundings {
  width: number;
  lang: Lang;
  document: Document;
}

export interface Table {
  columns: { label: string; isNumber: boolean }[];
  /** Texts in the reader's language, one array a row, in the order of the columns. */
  rows: string[][];
}

/** What a chart says in words, computed from the same rows as the picture. */
export interface Telling {
  /** The finding, or that there is none to state. */
  title: string;
  /** What is measured, of whom, in what unit. */
  subtitle: string;
  /** The text alternative of the picture. */
  alternative: string;
  table: Table;
}

/** A chart: pure functions of rows; no fetch, no clock. */
export interface Chart<Row> {
  draw(rows: readonly Row[], surroundings: Surroundings, meaning?: Meaning | null): SVGSVGElement;
  tell(rows: readonly Row[], lang: Lang, meaning: Meaning | null): Telling;
}

/** A block of HTML that is not a picture (an opening sentence, a scorecard, a table of checks). */
export type Part<Row> = (rows: readonly Row[], surroundings: Surroundings & { frame: Frame }) => HTMLElement;
