import type pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { BulkRows } from './bulk-rows.ts';

const special = /[\\\b\f\n\r\t\v]/g;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/**
 * Writes a value in the text format of COPY.
 * @throws TypeError for a value that would silently become another one
 */
function copyText(value: unknown): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(special, (c) => escapes[c] ?? c);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw new TypeError(`a value of type ${typeof value} cannot be stored`);
}

/** The part of the connection of `pg` that sends the rows of a COPY. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A query of `pg` that sends rows by COPY, the bulk method of PostgreSQL. */
class CopyQuery {
  readonly #sql: string;
  #data: Buffer;
  readonly #settle: (error?: unknown) => void;
  constructor(sql: string, { rows }: BulkRows, settle: (error?: unknown) => void) {
    this.#sql = sql;
    this.#data = Buffer.from(rows.map((row) => `${row.map(copyText).join('\t')}\n`).join(''));
    this.#settle = settle;
  }
  submit(connection: CopyConnection): void {
    connection.query(this.#sql);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#data);
    connection.endCopyFrom();
    this.#data = Buffer.alloc(0);
  }
  handleCommandComplete(): void {
    // the end of the rows; the query ends when the server is ready for the next one
  }
  handleReadyForQuery(): void {
    this.#settle();
  }
  handleError(error: unknown): void {
    this.#settle(error);
  }
}

const copyRows = (client: pg.PoolClient, sql: string, rows: BulkRows): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const query = new CopyQuery(sql, rows, (error) =>
      error === undefined
        ? resolve({ command: 'COPY', rowCount: rows.rows.length, rows: [] })
        : reject(error),
    );
    client.query(query as unknown as pg.Submittable);
  });

/** Makes a pool for the query builder, whose clients send the rows of a bulk insert by COPY. */
export const withCopy = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  end: () => pool.end(),
  async connect(): Promise<PostgresPoolClient> {
    const client = await pool.connect();
    const query = (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
      const [first] = parameters;
      return first instanceof BulkRows
        ? copyRows(client, sql, first)
        : client.query(sql, [...parameters]);
    };
    return {
      query: query as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy),
    };
  },
});
