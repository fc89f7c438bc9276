import type { Column } from '#server/imports/columns/column.ts';
import type { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import { cleanText } from '#server/imports/read/cell-text.ts';
import type { Row } from '#server/imports/read/table.ts';
import { normaliseWord } from '#server/imports/vocabulary/words.ts';

/** Words for a project that is over, which may be completed or given up. */
const unclearWords: ReadonlySet<string> = new Set(
  'Closed；Cerrado；Cerrada；Encerrado；Encerrada；Chiuso；Chiusa；Clos；Clôturé；Clôturée；Geschlossen'
    .split('；')
    .map(normaliseWord),
);
const mostRows = 20_000;

/** A word whose meaning the other words of its column suggest. */
export interface UnclearStage {
  readonly word: string;
  readonly column: 'stage' | 'status';
  /** `operation` for completed projects, else `closed`. */
  readonly proposal: 'operation' | 'closed';
  /** Another word, which says that a project was given up. */
  readonly other?: string;
}

/**
 * Finds words of a register such as Closed. It proposes completed where another word says given up
 * and no other word says completed. In a column of statuses beside a column of stages it means closed.
 */
export function findUnclearStages(
  columns: readonly Column[],
  rows: readonly Row[],
  vocabulary: Pick<Vocabulary, 'stage'>,
): readonly UnclearStage[] {
  const stageColumn = columns.find(({ field }) => field === 'stage');
  const column = stageColumn ?? columns.find(({ field }) => field === 'status');
  if (column === undefined) return [];
  const words = new Map<string, string>();
  for (const { cells } of rows.slice(0, mostRows)) {
    const word = cleanText(cells[column.index] ?? '');
    const key = normaliseWord(word);
    if (key !== '' && !words.has(key)) words.set(key, word);
  }
  const unclear = [...words].filter(([key]) => unclearWords.has(key));
  if (unclear.length === 0) return [];
  const others = [...words].filter(([key]) => !unclearWords.has(key)).map(([, word]) => word);
  const read = others.map((word) => ({ word, ...vocabulary.stage(word, 'stage') }));
  const gaveUp = read.find(
    ({ status = 'active', needsAnswer }) =>
      needsAnswer === true || ['withdrawn', 'lost', 'rejected', 'terminated'].includes(status),
  );
  const hasCompleted = read.some(
    ({ stage = '' }) => stage === 'operation' || stage === 'full_capacity',
  );
  const of = stageColumn === undefined ? ('status' as const) : ('stage' as const);
  return unclear.map(([, word]) =>
    gaveUp === undefined || hasCompleted
      ? { word, column: of, proposal: 'closed' }
      : { word, column: of, proposal: 'operation', other: gaveUp.word },
  );
}
