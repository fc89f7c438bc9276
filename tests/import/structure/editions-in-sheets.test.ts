import { expect, test } from 'vitest';
import { freshStore, planOf, storeAfter } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

const edition = (stage: string): string[][] => [
  ['사업번호', '사업명', '추진단계', '투자금액(억원)'],
  ...Array.from({ length: 70 }, (_, at) => [`K-${at}`, `사업 ${at}`, stage, String(10 + at)]),
];
const makeBook = (stages: Readonly<Record<string, string>>) =>
  book({
    sheets: Object.fromEntries(
      Object.entries(stages).map(([name, stage]) => [name, sheetData(edition(stage))]),
    ),
  });
const own = { file_kind: 'own_register' };

// seen to fail: the recipe read March again, and said that the file agrees with the register
test.each(['sheet', 'table'] as const)(
  'a recipe from an earlier sheet, chosen by its %s, reads the newest of several editions',
  async (answer) => {
    const place = answer === 'sheet' ? { sheet: '2021년 3월' } : { table: '1!1' };
    const file = makeBook({ '2021년 3월': '협의중', '2021년 4월': '착공' });
    const first = await planOf(file, 'r.xlsx', { ...own, ...place });
    expect(first.preview).toMatchObject({ sheet: '2021년 3월', as_of: '2021-03-31' });
    const register = { ...storeAfter(first), remembered: { [first.shape]: place } };
    const next = await planOf(file, 'r.xlsx', {}, register);
    expect(next.preview).toMatchObject({ sheet: '2021년 4월', as_of: '2021-04-30' });
    expect(next.preview.rows.changed).toBe(70);
  },
);

// seen to fail: the page offered the other sheet with "58 rows", since 60 rows of it were read
test('a longer sheet that is not read has no number of rows', async () => {
  const file = makeBook({ '2021년 3월': '협의중', '2021년 4월': '착공' });
  const { preview } = await planOf(file, 'r.xlsx', own, freshStore);
  expect(preview.tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
    ['2021년 3월', undefined],
    ['2021년 4월', 70],
  ]);
});
