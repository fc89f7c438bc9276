import { expect, it } from 'vitest';
import { csvOf, planOf, storeAfter } from './known.ts';

const rows = (...of: readonly string[][]): string => csvOf([['项目编号', '项目名称', '投资方'], ...of]);
const own = { file_kind: 'own_register' };

it('codes that differ by what nobody sees are one: an edition updates, and two rows of one code are asked about', async () => {
  const first = await planOf(rows(['A1', '甲', '子'], ['caf\u00e9', '乙', '丑']), 'r.csv', own);
  const next = await planOf(rows(['A\u200b1', '甲', '子'], ['cafe\u0301\ufeff', '乙', '丑']), 'r.csv', own, storeAfter(first));
  expect(next.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  const twice = await planOf(rows(['A1', '甲', '子'], ['\u2060A1', '乙', '丑']), 'r.csv', own);
  expect(twice.preview.questions.map((q) => q.id)).toContain('several_rows');
});

it('a name of two alphabets in one word is told, and so are two names that differ by what nobody sees', async () => {
  const plan = await planOf(
    rows(['A1', 'Аoyama park', 'Nord'], ['A2', '海水淡化\u200b项目', '子'], ['A3', '海水淡化项目', '子']),
    'r.csv',
    own,
  );
  expect(plan.preview.problems.map((p) => [p.row, p.value, p.message.slice(0, 20)])).toEqual([
    [2, 'Аoyama park', 'A word mixes Latin a'],
    [3, expect.stringContaining('海水淡化'), expect.stringMatching(/2|same/i)],
  ]);
});
