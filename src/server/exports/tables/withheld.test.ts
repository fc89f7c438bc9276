import { expect, test } from 'vitest';
import { issueLayout } from '#server/exports/workbook/issue-layout.ts';
import { progressLayout, registerLayout, signedLayout } from '#server/exports/workbook/layouts.ts';
import { changeTable } from './change-tables.ts';
import { eventTable, projectTable } from './project-table.ts';
import { undecidedColumns } from './withheld.ts';

const day = '2021-04-16';
const tables = [
  projectTable(day, undefined),
  eventTable(day),
  changeTable([], day, day),
  registerLayout,
  progressLayout(day),
  signedLayout,
  issueLayout(new Map(), day),
];

test.each(tables)('$id: it is decided which fact each column holds', (table) => {
  expect(undecidedColumns(table)).toEqual([]);
});

test('a new column is found', () => {
  const label = { en: 'New', ja: 'New', 'zh-CN': 'New' };
  const columns = [{ id: 'new_fact', label, kind: 'text' as const }];
  expect(undecidedColumns({ columns })).toEqual(['new_fact']);
});
