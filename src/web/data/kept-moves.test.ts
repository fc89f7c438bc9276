import { afterEach, expect, test } from 'vitest';
import { forgetKeptMoves, keepMove, type KeptMove, readKeptMoves } from './kept-moves.ts';

const move: KeptMove = {
  card: { code: 'K-1', name: 'Heat pumps', version: 1 },
  from: 'lead',
  to: 'signed',
  on: '2021-04-16',
  match: '"1"',
  key: 'a',
};

afterEach(forgetKeptMoves);

test('a move that another tab has sent or discarded is kept no more', () => {
  keepMove('ada', move);
  expect(readKeptMoves('ada')).toHaveLength(1);
  localStorage.clear();
  expect(readKeptMoves('ada')).toEqual([]);
});
