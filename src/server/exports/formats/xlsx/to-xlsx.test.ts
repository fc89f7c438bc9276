import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { changes } from '#charts/changes/definition.ts';
import { toXlsx } from './to-xlsx.ts';

const sheetsOf = (table: ChartTable): readonly string[] => {
  const words = changes.words(sampleOverview, { language: 'en', options: {} });
  const parts = unzipSync(toXlsx(table, words, 'en'));
  return Object.entries(parts).flatMap(([name, part]) =>
    name.startsWith('xl/worksheets/sheet') ? [strFromU8(part)] : [],
  );
};

// seen to fail: a sheet of changes had an empty column for the names of single projects
test('a sheet has no empty column of words, and keeps numbers that are not known', () => {
  const columns = [
    { id: 'group', label: 'Group', kind: 'text' },
    { id: 'project', label: 'Single project', kind: 'text' },
    { id: 'projects', label: 'Projects', kind: 'number', measure: null },
  ] as const;
  const [data = ''] = sheetsOf({ columns, rows: [['Established', null, null]] });
  expect(data).toContain('Group');
  expect(data).toContain('Projects');
  expect(data).not.toContain('Single project');
  const [named = ''] = sheetsOf({ columns, rows: [['Established', 'A01', null]] });
  expect(named).toContain('Single project');
});

// seen to fail: the list of columns had the head of a unit over empty cells
test('the list of columns has units only where some column has one', () => {
  const rows = [['Established', '1']];
  const head = (unit: string | undefined) => {
    const number = { id: 'n', label: 'N', kind: 'number', measure: null } as const;
    const columns = [
      { id: 'group', label: 'Group', kind: 'text' } as const,
      unit === undefined ? number : { ...number, unit },
    ];
    const [, about = ''] = sheetsOf({ columns, rows });
    return about.match(/>Unit</g)?.length ?? 0;
  };
  expect(head('km²')).toBe(head(undefined) + 1);
});
