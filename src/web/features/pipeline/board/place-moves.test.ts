import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages } from '#domain/projects/stage.ts';
import type { Board } from '#contract/work/schemas.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import { placeMoves, placeable } from './place-moves.ts';

const makeCard = (code: string) => ({ code, name: code, version: 1 });
const makeBoard = (fields: Partial<Board> = {}): Board => ({
  as_of: '2026-06-15',
  total: stages.length * 2,
  matching: stages.length * 2,
  attention: 0,
  undated: 0,
  amounts: [],
  unrated: [],
  not_active: 0,
  columns: stages.map((stage) => ({
    stage,
    count: 2,
    undisclosed: 2,
    amounts: [],
    cards: [makeCard(`${stage}-1`), makeCard(`${stage}-2`)],
  })),
  ...fields,
});
const makeMove = (code: string, from: PendingMove['from'], to: PendingMove['to']): PendingMove => ({
  card: makeCard(code),
  from,
  to,
  on: '2026-06-15',
  match: '"v1"',
  key: code,
});
const codesOf = (board: Board, stage: string): readonly string[] =>
  board.columns.find((column) => column.stage === stage)?.cards.map(({ code }) => code) ?? [];

test('moves change no number of projects, and each card is on the board once', () => {
  const step = fc.record({ from: fc.constantFrom(...stages), to: fc.constantFrom(...stages) });
  fc.assert(
    fc.property(fc.uniqueArray(step, { selector: ({ from }) => from }), (steps) => {
      const moves = steps
        .filter(({ from, to }) => from !== to)
        .map(({ from, to }) => makeMove(`${from}-1`, from, to));
      const { columns } = placeMoves(makeBoard(), undefined, moves);
      const codes = columns.flatMap(({ cards }) => cards.map(({ code }) => code));
      expect(new Set(codes).size).toBe(stages.length * 2);
      expect(codes).toHaveLength(stages.length * 2);
      for (const { cards, count } of columns) expect(count).toBe(cards.length);
      for (const { card, to } of moves)
        expect(codesOf({ ...makeBoard(), columns }, to)).toContain(card.code);
    }),
  );
});

test('the newest move is on top, above the moves that wait', () => {
  const waiting = makeMove('lead-1', 'lead', 'signed');
  const move = makeMove('lead-2', 'lead', 'signed');
  const board = placeMoves(makeBoard(), { kind: 'saving', move }, [waiting]);
  expect(codesOf(board, 'signed')).toEqual(['lead-2', 'lead-1', 'signed-1', 'signed-2']);
  expect(codesOf(board, 'lead')).toEqual([]);
});

test('a stored move that the column does not list is shown at its end, once', () => {
  const move = makeMove('lead-1', 'lead', 'signed');
  const storedBar = {
    kind: 'moved' as const,
    move,
    revision: 5,
    etag: undefined,
    project: {} as never,
  };
  expect(codesOf(placeMoves(makeBoard(), storedBar, []), 'signed')).toEqual([
    'signed-1',
    'signed-2',
    'lead-1',
  ]);
  const isListed = { ...storedBar, move: makeMove('signed-1', 'lead', 'signed') };
  expect(codesOf(placeMoves(makeBoard(), isListed, []), 'signed')).toEqual([
    'signed-1',
    'signed-2',
  ]);
});

test('with filters only moves of cards on the board are placed', () => {
  const moves = [makeMove('lead-1', 'lead', 'signed'), makeMove('gone', 'lead', 'signed')];
  expect(placeable(makeBoard(), moves)).toEqual(moves);
  expect(placeable(makeBoard({ matching: 3 }), moves)).toEqual([moves[0]]);
  expect(placeable(undefined, moves)).toEqual([]);
});
