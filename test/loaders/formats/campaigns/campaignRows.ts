import type { Row } from "../../../../loaders/warehouse.ts";

/** Rows of campaign metrics as tuples: line, content, metric, definition, day, value. */
export const tuples = (rows: Row[]) =>
  rows.map(({ line, content_id, metric, metric_definition, measured_on, value }) => [
    ...[line, content_id, metric, metric_definition, measured_on, value],
  ]);
