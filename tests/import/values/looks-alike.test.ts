import { expect, it } from 'vitest';
import { csvOf, planOf, storeAfter } from '../import-context.ts';

const rows = (...of: readonly string[][]): string =>
  csvOf([['项目编号', '项目名称', '投资方'], ...of]);
const own = { file_kind: 'own_register' };

it('codes with invisible differences are equal: an edition updates, and two rows of one code raise a question', async () => {
  const first = await planOf(rows(['A1', '甲', '子'], ['caf\u00e9', '乙', '丑']), 'r.csv', own);
  const next = await planOf(
    rows(['A\u200b1', '甲', '子'], ['cafe\u0301\ufeff', '乙', '丑']),
    'r.csv',
    own,
    storeAfter(first),
  );
  expect(next.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  const twice = await planOf(rows(['A1', '甲', '子'], ['\u2060A1', '乙', '丑']), 'r.csv', own);
  expect(twice.preview.questions.map((q) => q.id)).toContain('several_rows');
});

it('a word in two alphabets is reported, and so are names with invisible differences', async () => {
  const plan = await planOf(
    rows(
      ['A1', 'Аoyama park', 'Nord'],
      ['A2', '海水淡化\u200b项目', '子'],
      ['A3', '海水淡化项目', '子'],
    ),
    'r.csv',
    own,
  );
  expect(plan.preview.problems.map((p) => [p.row, p.value, p.message.slice(0, 20)])).toEqual([
    [2, 'Аoyama park', 'A word mixes Latin a'],
    [3, expect.stringContaining('海水淡化'), expect.stringMatching(/2|same/i)],
  ]);
});

it('a code in another width, case or dash updates the known project, which keeps its code, and is reported once', async () => {
  const first = await planOf(rows(['Ａ－０１', '甲', '子'], ['A-02', '乙', '丑']), 'r.csv', own);
  const next = await planOf(
    rows(['a-01', '甲', '子'], ['Ａー０２', '乙', '寅']),
    'r.csv',
    own,
    storeAfter(first),
  );
  expect([next.preview.rows, next.records.map((r) => r.code)]).toMatchObject([
    { new: 0, changed: 1, unchanged: 1 },
    ['A-02'],
  ]);
  expect(next.preview.problems.map((p) => p.message)).toEqual([
    expect.stringMatching(/^2 codes .* a-01 for Ａ－０１/),
  ]);
});

it('two rows with such codes raise a question, stay two projects, and match them in a later edition', async () => {
  const file = rows(['Ａ１', '甲', '子'], ['A1', '乙', '丑']);
  const first = await planOf(file, 'r.csv', own);
  expect(first.records.map((r) => [r.code, r.facts.name])).toEqual([
    ['Ａ１', '甲'],
    ['A1', '乙'],
  ]);
  expect(first.preview.problems).toMatchObject([
    { row: 3, value: 'Ａ１, A1', message: expect.stringContaining('width') },
  ]);
  expect(first.preview.questions.map((q) => q.id)).toContain('several_rows');
  expect((await planOf(file, 'r.csv', own, storeAfter(first))).preview.rows).toMatchObject({
    new: 0,
    changed: 0,
    unchanged: 2,
  });
  // the row with the exact known code is that project, whichever comes first
  const register = storeAfter(await planOf(rows(['A1', '乙', '丑']), 'r.csv', own));
  const both = await planOf(file, 'r.csv', own, register);
  expect([both.preview.rows, both.records.map((r) => [r.code, r.facts.name])]).toMatchObject([
    { new: 1, unchanged: 1 },
    [['Ａ１', '甲']],
  ]);
  expect(
    (await planOf(file, 'r.csv', { ...own, several_rows: 'last' }, register)).preview.rows,
  ).toMatchObject({ new: 0, unchanged: 1 });
});
