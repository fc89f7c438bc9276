/**
 * The rows of one bulk insert, as the only parameter of its statement. The driver sends them as its
 * engine stores them fastest.
 */
export class BulkRows {
  readonly rows: readonly (readonly unknown[])[];
  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }
}
