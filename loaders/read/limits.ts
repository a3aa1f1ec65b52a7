const MB = 1024 * 1024;

/** A table with more columns is no table of this field; the widest known export has fewer than 100. */
export const MAX_COLUMNS = 2000;
/** The longest line, cell or piece of XML that is taken into memory at once. */
export const MAX_LINE_BYTES = 10 * MB;

/** What one part of a ZIP or XLSX file may grow to. */
export const MAX_INFLATED_BYTES = 1024 * MB;
/** The same for the small parts of a workbook: its list of sheets, its number formats. */
export const MAX_PART_BYTES = 64 * MB;
/** Past `RATIO_FROM_BYTES`, real tables stay far below this ratio of inflated to packed bytes; bombs come near 1,000. */
export const MAX_INFLATE_RATIO = 200;
export const RATIO_FROM_BYTES = 50 * MB;
export const MAX_ZIP_ENTRIES = 10_000;
export const MAX_XML_DEPTH = 64;
export const MAX_SHARED_STRINGS = 10_000_000;
/** The header is looked for in so many rows that hold something. */
export const HEADER_SEARCH_ROWS = 50;

export const MAX_FETCH_BYTES = 500 * MB;
export const FETCH_TIMEOUT_MS = 300_000;
/** A server that sends nothing for so long is given up. */
export const FETCH_STALL_MS = 30_000;
export const FETCH_TRIES = 4;
export const FETCH_BACKOFF_MS = 1000;
export const MAX_REDIRECTS = 5;
