import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { progress } from '#charts/progress/definition.ts';
import { targetsSeries } from './series.ts';

const nameJobs = (en: string) => ({
  ...sampleOverview,
  targets: sampleOverview.targets
    .filter(({ indicator }) => indicator === 'jobs')
    .map((row) => ({ ...row, name: { ...row.name, en } })),
});
const context = { language: 'en', options: { measure: 'jobs' } } as const;

// seen to fail: “Empleos directos 18,859” had no unit in English
test('a value has its unit where the name of the measure is not the unit', () => {
  const [own] = targetsSeries(nameJobs('Empleos directos'), 'en').rows;
  const [usual] = targetsSeries(nameJobs('Jobs'), 'en').rows;
  expect(JSON.stringify(own)).toMatch(/35,000 jobs/);
  expect(JSON.stringify(usual)).not.toMatch(/35,000 jobs/);
  expect(progress.words(nameJobs('Empleos directos'), context).title).toMatch(/^Empleos directos/);
});
