import { textAnswer } from './answers.ts';
import { sheetOf } from './choose-table.ts';
import { unreadable } from './failure.ts';
import { readFile } from './files/read.ts';
import { sheetsAlike } from './join-sheets.ts';
import type { ReadFile } from './files/table.ts';
import type { ImportRequest } from './plan.ts';
import { rankTables } from './structure/header.ts';
import type { Work } from './work.ts';

/** A file that was read, with the sheet that its answers choose or that looks most like a register. */
export interface ReadTables {
  readonly file: ReadFile;
  /** Whether another sheet is as likely to be the register. */
  readonly close: boolean;
}

/**
 * Reads a file in the encoding, and the sheet of a workbook, that the answers choose.
 * @throws ImportFailure where the file can't be read as a whole
 */
export function readTables(
  { bytes, answers }: Pick<ImportRequest, 'bytes' | 'answers'>,
  onProgress: Work['onProgress'] = () => undefined,
): ReadTables {
  let close = false;
  const encoding = textAnswer(answers, 'encoding');
  const sheet = sheetOf(answers);
  const file = readFile(bytes, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    choose: (tables) => {
      const ranked = rankTables(tables);
      close = ranked.close;
      return ranked.best;
    },
    alike: sheetsAlike,
    onShare: (share, rows) => void onProgress({ phase: 'reading', share, rows }),
  });
  if (file.table.rows.length === 0) throw unreadable('empty_file');
  return { file, close };
}
