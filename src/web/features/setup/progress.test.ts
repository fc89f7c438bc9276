import { listOpenSteps } from './steps.ts';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';

test('a register that begins after the closed month is no open step', () => {
  const { projects_total: _, first_known_day: _day, ...unknown } = sampleOverview;
  const open = (first: object) =>
    listOpenSteps({ zone: undefined, overview: { ...unknown, ...first } });
  expect(open({ first_known_day: '2026-11-27' })).not.toContain('register');
  expect(open({})).toContain('register');
});
