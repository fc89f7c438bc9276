import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { languages } from '#domain/values/language.ts';
import { nameInYear } from '#domain/zone/name-in-year.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { tellTargetsApart } from './tell-targets-apart.ts';

const jobs: TargetRow = {
  ...row('jobs', {}, { deadline: '2030-12-31', value: '200' }),
  name: { 'zh-CN': '就业人数', ja: '雇用者数', en: 'Jobs' },
};
const english = (rows: readonly TargetRow[]) => tellTargetsApart(rows).map(({ name }) => name.en);

// seen to fail: two rows "Jobs" in the outlook, the report and their tables
test('final targets of one indicator are told apart by year, day or number', () => {
  const earlier: TargetRow = { ...jobs, id: 'b', deadline: '2027-12-31' };
  expect(english([jobs, earlier])).toEqual(['Jobs by 2030', 'Jobs by 2027']);
  expect(english([jobs, { ...earlier, deadline: '2030-06-30' }])).toEqual([
    'Jobs by 31 December 2030',
    'Jobs by 30 June 2030',
  ]);
  const more: TargetRow = { ...earlier, deadline: '2030-12-31', target: '300' };
  expect(new Set(english([jobs, more])).size).toBe(2);
  for (const language of languages)
    expect(new Set(tellTargetsApart([jobs, more]).map(({ name }) => name[language])).size).toBe(2);
});

test('the only target of an indicator, and one of a period, keep their names', () => {
  const annual: TargetRow = {
    ...jobs,
    id: 'a',
    name: { ...jobs.name, en: 'Jobs, 2026' },
    period: { kind: 'year', year: 2026 },
  };
  expect(english([jobs, { ...jobs, indicator: 'companies' }])).toEqual(['Jobs', 'Jobs']);
  expect(english([jobs, annual])).toEqual(['Jobs by 2030', 'Jobs, 2026']);
});

// seen to fail: '2030年目标：就业人数（目标）不少于' and 'Targets for 2030: jobs by 2030 of at least'
test('a sentence that names the year writes a final target without it', () => {
  const [final = jobs] = tellTargetsApart([
    jobs,
    { ...jobs, id: 'a', period: { kind: 'year', year: 2026 } },
  ]);
  for (const language of languages) {
    expect(final.name[language]).toContain('2030');
    expect(nameInYear(final.name[language], '2030', language)).toBe(jobs.name[language]);
  }
});
