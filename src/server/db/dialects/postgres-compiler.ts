import {
  InsertQueryNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type ValuesNode,
} from 'kysely';

/** The least number of rows for which one JSON text is faster. */
const many = 20;

/**
 * Converts a value to JSON, with invalid Unicode as the driver writes it.
 * @returns undefined if JSON would change the value
 */
function parseJson(value: unknown): string | undefined {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  return undefined;
}

/**
 * Converts rows to a JSON array of objects without missing values.
 * @returns undefined when JSON cannot hold them
 */
function jsonRows(columns: readonly string[], rows: ValuesNode['values']): string | undefined {
  const keys = columns.map((name) => `${JSON.stringify(name)}:`);
  const objects: string[] = [];
  for (const row of rows) {
    if (!PrimitiveValueListNode.is(row)) return undefined;
    const members: string[] = [];
    for (const [i, value] of row.values.entries()) {
      if (value === null) continue;
      const json = parseJson(value);
      if (json === undefined) return undefined;
      members.push(`${keys[i]}${json}`);
    }
    objects.push(`{${members.join()}}`);
  }
  return `[${objects.join()}]`;
}

/**
 * Compiles an insert of many rows to one JSON text. Binding each value would take PostgreSQL and
 * its driver twice as long as storing the rows.
 */
export class PostgresCompiler extends PostgresQueryCompiler {
  protected override visitValues(node: ValuesNode): void {
    const insert = this.parentNode;
    const [table, columns] =
      insert !== undefined && InsertQueryNode.is(insert)
        ? [insert.into, insert.columns ?? []]
        : [undefined, []];
    const names = columns.map(({ column }) => column.name);
    const json =
      table === undefined || node.values.length < many ? undefined : jsonRows(names, node.values);
    if (table === undefined || json === undefined) {
      super.visitValues(node);
      return;
    }
    this.append('select ');
    for (const [i, column] of columns.entries()) {
      // a JSON column stores a text unchanged
      const [before, after] =
        names[i]?.endsWith('_json') === true ? ['(', " #>> '{}')::json"] : ['', ''];
      this.append(i === 0 ? before : `, ${before}`);
      this.visitNode(column);
      this.append(after);
    }
    this.append(' from json_populate_recordset(null::');
    this.visitNode(table);
    this.append(', ');
    this.appendValue(json);
    this.append('::json)');
  }
}
