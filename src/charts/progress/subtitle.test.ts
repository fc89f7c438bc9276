import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { progress } from './definition.ts';

it('the subtitle names a total as one, and a level as one of the month end', () => {
  const subtitle = (kind: 'cum_flow' | 'stock') => {
    const targets = sampleOverview.targets.map((row) => ({ ...row, kind }));
    const options = { measure: 'companies' };
    return progress.words({ ...sampleOverview, targets }, { language: 'ja', options }).subtitle;
  };
  expect([subtitle('stock'), subtitle('cum_flow')]).toEqual([
    '入居企業、月末、社',
    '入居企業、累計、社',
  ]);
});
