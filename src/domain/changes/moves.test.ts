import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countMoves } from './moves.fixture.ts';
import { moveKinds, listMoveKinds, type MoveSide } from './moves.ts';
import { languages } from '#domain/values/language.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { moveCountsText } from '#domain/labels/projects/moves.ts';

test('a project changes by stage, status or amount; a change to or from an unmapped stage has no direction', () => {
  const money = { minor: '1', currency: 'CNY' };
  const side = (
    stage: 'lead' | 'signed' | 'unknown',
    status: 'active' | 'lost' | 'unlisted' = 'active',
  ) => ({ stage, status, money });
  expect(listMoveKinds(undefined, side('lead'))).toEqual(['new']);
  expect(listMoveKinds(side('lead'), undefined)).toEqual(['gone']);
  expect(listMoveKinds(side('lead'), side('lead'))).toEqual([]);
  expect(listMoveKinds(side('lead'), { stage: 'signed', status: 'active' })).toEqual([
    'advanced',
    'revised',
  ]);
  expect(listMoveKinds(side('signed'), side('lead', 'lost'))).toEqual(['status', 'moved_back']);
  expect(listMoveKinds(side('unknown'), side('lead'))).toEqual(['stage']);
  expect(listMoveKinds(side('lead'), side('signed', 'unlisted'))).toEqual(['gone', 'advanced']);
  expect([
    listMoveKinds(side('lead', 'unlisted'), side('lead')),
    listMoveKinds(side('lead', 'unlisted'), side('lead', 'unlisted')),
  ]).toEqual([['status'], []]);
});

const side = fc.record(
  {
    stage: fc.constantFrom(...stages, 'unknown' as const),
    status: fc.constantFrom(...statuses),
    money: fc.record({ minor: fc.constantFrom('1', '2'), currency: fc.constantFrom('CNY', 'JPY') }),
  },
  { requiredKeys: ['stage', 'status'] },
);
const isSameState = (a: MoveSide, b: MoveSide): boolean =>
  a.stage === b.stage && a.status === b.status;

test('only a project that changed and is the same again has returned', () => {
  fc.assert(
    fc.property(side, side, fc.boolean(), (from, to, changedBetween) => {
      const kinds = listMoveKinds(from, to, changedBetween);
      expect(kinds.includes('returned')).toBe(changedBetween && isSameState(from, to));
      expect(kinds).toEqual(moveKinds.filter((kind) => kinds.includes(kind)));
    }),
  );
  const signing = { stage: 'signed', status: 'active' } as const;
  expect([listMoveKinds(signing, signing), listMoveKinds(signing, signing, true)]).toEqual([
    [],
    ['returned'],
  ]);
});

test('each project is counted once, and the numbers of the sentence sum to the changed projects', () => {
  const move = fc.record({ kinds: fc.subarray([...moveKinds], { minLength: 1 }) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
      const counts = countMoves(moves);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(moves.length);
      for (const language of languages) {
        const [total, ...parts] = (moveCountsText(counts, language).match(/\d+/g) ?? []).map(
          Number,
        );
        expect([total ?? 0, parts.reduce((sum, part) => sum + part, 0)]).toEqual([
          moves.length,
          moves.length,
        ]);
      }
    }),
  );
  const counts = countMoves([{ kinds: ['status', 'advanced'] }, { kinds: ['returned'] }]);
  expect(languages.map((language) => moveCountsText(counts, language))).toEqual([
    '变动项目2个：状态变更1个，期内变动后复原1个。',
    '変動した案件2件：状態の変更1件、期間内に変動し復帰1件。',
    '2 projects changed: 1 status changed, 1 moved and came back.',
  ]);
});
