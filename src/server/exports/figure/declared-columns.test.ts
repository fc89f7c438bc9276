import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { readColumn } from '#charts/kit/table.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { targetsTable } from '#charts/targets/data/table.ts';
import { addDeclaredColumns } from './declared-columns.ts';

const declared: DeclaredStatus = {
  status: 'at_risk',
  reason: 'The bank waits',
  by: 'Rosa Quispe',
  on: '2021-05-10',
};

// seen to fail: the files of the chart had the verdict only
test('a file of targets has a declared status beside the verdict', () => {
  const targets = sampleOverview.targets.map((row, at) => (at === 1 ? { ...row, declared } : row));
  const overview = { ...sampleOverview, targets };
  const table = addDeclaredColumns(targetsTable(overview, 'zh-CN'), overview, 'zh-CN');
  const at = table.columns.findIndex(({ id }) => id === 'verdict');
  expect(table.columns.slice(at + 1, at + 6).map(({ label }) => label)).toEqual([
    '申报状态',
    '申报原因',
    '申报人',
    '申报日期',
    '申报有效期至',
  ]);
  expect(table.rows[1]?.slice(at + 1, at + 6)).toEqual([
    '预警',
    'The bank waits',
    'Rosa Quispe',
    '2021-05-10',
    null,
  ]);
  expect(readColumn(table, 'declared_status')[0]).toBeNull();
  expect(table.ids?.['declared_status']?.[0]?.cells.slice(0, 2)).toEqual([null, 'at_risk']);
});

// seen to fail: workbooks and slides had the keys of targets as a column
test('the key of a target is for programs only', () => {
  const { columns, ids } = targetsTable(sampleOverview, 'en');
  expect(columns.map(({ id }) => id)).not.toContain('target_id');
  expect(ids?.['target_name']?.[0]).toMatchObject({ id: 'target_id' });
});

test('it has no such columns where nobody declared anything', () => {
  const table = targetsTable(sampleOverview, 'en');
  expect(addDeclaredColumns(table, sampleOverview, 'en')).toBe(table);
});
