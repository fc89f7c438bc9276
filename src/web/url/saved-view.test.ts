import { expect, test } from 'vitest';
import type { SavedView } from '#contract/saved-charts/schemas.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { toSavedView, toViewState } from './saved-view.ts';

test('a saved chart keeps its options and every filter', () => {
  const filters = Object.fromEntries(projectFilterFields.map((field) => [field, `${field},x%2Cy`]));
  const saved: SavedView = {
    chart: 'breakdown',
    as_of: '2021-04-16',
    plan: 'straight',
    measure: 'count',
    by: 'industry',
    stack: 'stage',
    form: 'matrix',
    table: true,
    ...filters,
  };
  const view = toViewState({ id: 'g1', view: saved });
  expect(view.prefecture).toEqual(['prefecture', 'x,y']);
  expect(toSavedView({ id: 'breakdown' }, view, view.as_of)).toEqual(saved);
});

test('a scenario is saved with a chart that takes one, and with no other', () => {
  const view = toViewState({ id: 'g1', view: { chart: 'new_chart', scenario: 'delay:12' } });
  expect(toSavedView({ id: 'new_chart', takesScenario: true }, view, undefined)).toEqual({
    chart: 'new_chart',
    scenario: 'delay:12',
  });
  expect(toSavedView({ id: 'new_chart' }, view, undefined)).toEqual({ chart: 'new_chart' });
});
