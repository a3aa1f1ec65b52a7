/** No set of cells short of the grand total hides this cell: the table is to be withheld, or its categories merged. */
export class UnprotectableTable extends Error {
  readonly row: number;
  readonly column: number;

  constructor(row: number, column: number) {
    super(`cannot be protected without the grand total: row ${row}, column ${column}`);
    this.name = "UnprotectableTable";
    this.row = row;
    this.column = column;
  }
}

/** Nothing that may be hidden keeps this cell from being worked out: none of the tables it occurs in can be published. */
export class UnprotectableCell extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`cannot be protected, whatever else is hidden: ${key}`);
    this.name = "UnprotectableCell";
    this.key = key;
  }
}
