import { afterEach, expect, test } from 'vitest';
import {
  forgetPendingMoves,
  keepMove,
  type PendingMove,
  readPendingMoves,
} from './pending-moves.ts';

const move: PendingMove = {
  card: { code: 'K-1', name: 'Heat pumps', version: 1 },
  from: 'lead',
  to: 'signed',
  on: '2021-04-16',
  match: '"1"',
  key: 'a',
};

afterEach(forgetPendingMoves);

test('a move that another tab has sent or discarded is removed', () => {
  keepMove('ada', move);
  expect(readPendingMoves('ada')).toHaveLength(1);
  localStorage.clear();
  expect(readPendingMoves('ada')).toEqual([]);
});
