import { expect, test } from 'vitest';
import { readRecords } from '#server/imports/edition/read-records.ts';
import { type KnownProjects, noProjects } from '#server/imports/import-plan.ts';
import { reportReads } from './report-reads.ts';

// seen to fail: a file of 1,000 rows beside 100,000 projects counted as stalled
test('an import reports before each piece of the register that it reads', async () => {
  const codes = Array.from({ length: 1000 }, (_, at) => `P-${at}`);
  const events: string[] = [];
  const register: KnownProjects = {
    ...noProjects,
    records: async () => {
      events.push('read');
      return [];
    },
  };
  const projects = reportReads(register, async () => void events.push('report'));
  for await (const _ of readRecords(projects, codes)) expect.unreachable();
  const pieces = events.filter((event) => event === 'read').length;
  expect(pieces).toBeGreaterThan(1);
  expect(events).toEqual(Array.from({ length: pieces }, () => ['report', 'read']).flat());
});
