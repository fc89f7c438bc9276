import { expect, it } from 'vitest';
import { freshStore, planOf, sumOf } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

const own = { file_kind: 'own_register' };
const read = (file: string | Uint8Array, name = 'r.csv') => planOf(file, name, own, freshStore);
const headers = (plan: Awaited<ReturnType<typeof read>>) =>
  plan.preview.columns.map(({ header, field }) => [header, field]);

it('reads years over quarters as a header of two rows', async () => {
  const sheet = sheetData([
    ['Code', 'Project', 'Total cost (EUR)', 2025, null, null, null, 2026, null],
    [null, null, null, 'Q1', 'Q2', 'Q3', 'Q4', 'Q1', 'Q2'],
    ['A1', 'Canal', 1250000, 1, 2, 3, 4, 5, 6],
    ['A2', 'Bridge', 480500, 1, 2, 3, 4, 5, 6],
  ]);
  const merges =
    '<mergeCells count="2"><mergeCell ref="D1:G1"/><mergeCell ref="H1:I1"/></mergeCells>';
  for (const plan of [
    await read(book({ sheets: { Plan: sheet + merges } }), 'r.xlsx'),
    await read(
      'Code,Project,Total cost (EUR),2025,,,,2026,\n,,,Q1,Q2,Q3,Q4,Q1,Q2\nA1,Canal,1250000,1,2,3,4,5,6\nA2,Bridge,480500,1,2,3,4,5,6\n',
    ),
  ]) {
    expect(plan.records.map(({ code, facts }) => [code, facts.name])).toEqual([
      ['A1', 'Canal'],
      ['A2', 'Bridge'],
    ]);
    expect([sumOf(plan), headers(plan).slice(0, 5)]).toEqual([
      '173050000',
      [
        ['Code', 'project_id'],
        ['Project', 'project_name'],
        ['Total cost (EUR)', 'total_investment'],
        ['2025 Q1', undefined],
        ['2025 Q2', undefined],
      ],
    ]);
  }
});
it('reads years and fiscal years as names of columns', async () => {
  const plan = await read(
    'Project,Cost (EUR),2025,2026,2027\nCanal,1250000,1,2,3\nBridge,480500,2,3,4\n',
  );
  expect([plan.records.length, headers(plan).map(([header]) => header)]).toEqual([
    2,
    ['Project', 'Cost (EUR)', '2025', '2026', '2027'],
  ]);
  const fiscal = await read(
    'Project,Cost (EUR),FY2025,FY2026\nCanal,1250000,1,2\nBridge,480500,2,3\n',
  );
  expect([fiscal.records.length, sumOf(fiscal)]).toEqual([2, '173050000']);
});
it('keeps a first project with start and end years', async () => {
  const plan = await read(
    'Scheme,Promoter,From,To\nCanal,Waters,2026,2027\nBridge,Roads,2024,2029\n',
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal', 'Bridge']);
});
