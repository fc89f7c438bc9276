import { compact } from '#domain/values/compact.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { findChosenSheet } from './choose-table.ts';
import { createUnreadable } from '#server/imports/read/failure.ts';
import { readFile, type ReadOptions } from '#server/imports/read/read-file.ts';
import { listAlikeSheets } from '#server/imports/structure/join-sheets.ts';
import { findNewestSheet } from '#server/imports/structure/sheet-days.ts';
import type { ReadFile, Table } from '#server/imports/read/table.ts';
import type { ImportRequest } from '#server/imports/import-plan.ts';
import { rankTables } from '#server/imports/structure/header.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** A read file, with the sheet that its answers choose or that looks most like a register. */
export interface ReadTables {
  readonly file: ReadFile;
  /** Whether another sheet is as likely to be the register. */
  readonly close: boolean;
  /** Whether the sheet is the newest of editions of the same columns, by the days in their names. */
  readonly isNewest: boolean;
}

/**
 * Finds the newest of the sheets with the same columns as the best one.
 * @returns its index; undefined unless their names say it
 */
function findNewest(tables: readonly Table[], best: number): number | undefined {
  const places = listAlikeSheets(tables, best);
  const newest = findNewestSheet(places.map((place) => tables[place]?.name ?? ''));
  return newest === undefined ? undefined : places[newest];
}

/**
 * Reads a file in the encoding and the sheet that the answers choose.
 * @param options - `packing` packs the rows of a text file; `takesBytes` frees its bytes
 * @throws ImportFailure if the file as a whole can't be read
 */
export function readTables(
  { bytes, answers }: Pick<ImportRequest, 'bytes' | 'answers'>,
  onProgress: ImportContext['onProgress'] = () => undefined,
  { packing, takesBytes }: Pick<ReadOptions, 'packing' | 'takesBytes'> = {},
): ReadTables {
  let close = false;
  let isNewest = false;
  const encoding = readTextAnswer(answers, 'encoding');
  const sheet = findChosenSheet(answers);
  const file = readFile(bytes, {
    ...compact({ encoding, sheet, packing, takesBytes }),
    choose: (tables) => {
      const ranking = rankTables(tables);
      close = ranking.close;
      const newest = findNewest(tables, ranking.best);
      isNewest = newest !== undefined;
      return newest ?? ranking.best;
    },
    alike: listAlikeSheets,
    onShare: (share, rows) => void onProgress({ phase: 'reading', share, rows }),
  });
  if (file.table.rows.length === 0) throw createUnreadable('empty_file');
  return { file, close, isNewest };
}
