import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import { cellsOfDots } from '#domain/redaction/register.fixture.ts';
import { changesBetween, readFigures, nextVisit, visit } from './last-visit.ts';

const overview = redactOverview(
  sampleOverview,
  redactionProfiles.totals,
  cellsOfDots(sampleOverview),
);
const figures = readFigures({ overview });
const other = { ...figures, pipeline: { value: '19', unit: 'projects' } };

test('compares headline figures, targets with statuses and projects by stage, never a project', () => {
  expect(figures).toMatchObject({
    as_of: { value: '2021-04-16' },
    established: { value: '7' },
    'target:companies': { value: '41' },
    'verdict:jobs': { value: 'behind' },
    'stage:negotiation': { value: '11' },
  });
  expect(JSON.stringify(figures)).not.toMatch(/[AB]\d\d/);
});
test('compares projects by stage for a list, and moves and indicators for changes', () => {
  const { headline: _, targets: __, strip: ___, ...rest } = overview;
  const sums = { undisclosed: 0, amounts: [] };
  const list = {
    total: { count: 5, ...sums },
    stages: [{ stage: 'signed' as const, count: 5, ...sums }],
  };
  const projects = { data_status: 'illustrative' as const, named: 0, zones: [], ...list };
  expect(readFigures({ overview: rest, projects })).toEqual({
    as_of: { value: '2021-04-16', unit: 'date' },
    listed: { value: '5', unit: 'projects' },
    'stage:signed': { value: '5', unit: 'projects' },
  });
  const now = { date: '2021-03-31', value: '41', data_status: 'reported' as const };
  const name = { 'zh-CN': '企业', ja: '企業', en: 'Companies' };
  const indicators = [
    { indicator: 'companies', name, unit: 'companies', to: now },
    { indicator: 'jobs', name, unit: 'people', from: now },
  ];
  const changes = {
    days: { from: '2021-01-01', to: '2021-04-16' },
    data_status: 'reported' as const,
    total: 3,
    indicators,
  };
  expect(readFigures({ overview: rest, changes })).toEqual({
    as_of: { value: '2021-04-16', unit: 'date' },
    moved: { value: '3', unit: 'projects' },
    'target:companies': { value: '41', unit: 'companies' },
  });
});
test('a figure changes when its value differs, appears or disappears', () => {
  expect(changesBetween(figures, figures)).toEqual([]);
  const rest = Object.fromEntries(Object.entries(other).filter(([key]) => key !== 'established'));
  expect(changesBetween(figures, rest)).toEqual([
    { key: 'established', from: { value: '7', unit: 'projects' } },
    {
      key: 'pipeline',
      from: { value: '20', unit: 'projects' },
      to: { value: '19', unit: 'projects' },
    },
  ]);
});
test('compares visits of one day with the last earlier day', () => {
  const first = nextVisit(undefined, '2021-04-16', figures);
  expect(first).toEqual({ day: '2021-04-16', figures });
  const second = nextVisit(first, '2021-05-03', other);
  expect(second.before).toEqual({ day: '2021-04-16', figures });
  expect(nextVisit(second, '2021-05-03', figures).before).toEqual(second.before);
});
test('stores visits by link and ignores broken data', () => {
  expect(visit('one', '2021-04-16', figures)).toBeUndefined();
  expect(visit('two', '2021-05-03', other)).toBeUndefined();
  expect(visit('one', '2021-05-03', other)).toEqual({ day: '2021-04-16', figures });
  localStorage.setItem('headway.seen.one', '{broken');
  expect(visit('one', '2021-05-04', other)).toBeUndefined();
});
