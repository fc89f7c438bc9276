import { createReadStream, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CsvParser } from '#server/imports/read/csv/csv-parser.ts';
import { RowSink } from '#server/imports/read/row-sink.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { columns } from './register-rows.ts';

/** Inserts each row instead of collecting it. */
class InsertingSink extends RowSink {
  readonly #insert: (cells: readonly Cell[]) => void;
  constructor(insert: (cells: readonly Cell[]) => void) {
    super();
    this.#insert = insert;
  }
  override add(_row: number, cells: readonly Cell[]): void {
    this.#insert(cells);
  }
}

export interface PlainCost {
  readonly seconds: number;
  readonly processor: number;
  readonly bytes: number;
}
/**
 * The peer of an import: inserts the rows of a CSV file, split by the same parser, into one table
 * of texts without an index, in one transaction.
 *
 * @param path - where the table is made
 */
export async function insertPlainly(csv: string, path: string): Promise<PlainCost> {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const db = new DatabaseSync(path);
  const names = columns.map((_, place) => `c${place}`);
  db.exec(`pragma journal_mode = wal; create table register (${names.join(' text, ')} text)`);
  const insert = db.prepare(`insert into register values (${names.map(() => '?').join(', ')})`);
  db.exec('begin');
  const parser = new CsvParser(
    ',',
    new InsertingSink(
      (cells) => void insert.run(...columns.map((_, at) => String(cells[at] ?? ''))),
    ),
  );
  for await (const text of createReadStream(csv, { encoding: 'utf8', highWaterMark: 1 << 20 }))
    parser.push(String(text));
  parser.end();
  db.exec('commit');
  db.close();
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - from) / 1000,
    processor: (user + system) / 1e6,
    bytes: statSync(path).size,
  };
}
