import { expect, it } from 'vitest';
import type { Indicator, Target } from '#domain/zone/indicator.ts';
import { countOwned, handOverTargets, listTargetOwners } from './owned.ts';

const names = { 'zh-CN': '', ja: '', en: '' };
const indicator: Indicator = {
  id: 'tax',
  kind: 'stock',
  unit: 'CNY',
  name: names,
  definition: names,
  owner: 'Chen Yu',
};
const target: Target = {
  indicator: 'tax',
  comparator: '>=',
  deadline: '2030-12-31',
  baseline_date: '2025-12-31',
  source: 'Plan',
  source_date: '2026-01-01',
  data_status: 'reported',
};
const zone = {
  indicators: [indicator],
  targets: [
    { ...target, owner: 'Sato Emi' },
    {
      ...target,
      id: 'parks',
      items: [
        { id: 'a', name: {}, owner: 'Chen Yu', done: '2026-03-01' },
        { id: 'b', name: {}, owner: 'Chen Yu' },
      ],
    },
    {
      ...target,
      id: 'split',
      split: { by: 'unit', parts: [{ id: 'p', name: 'North', value: '1', owner: 'Chen Yu' }] },
    },
  ] satisfies Target[],
};

it('a person owns a target by its part or its open item too', () => {
  expect(countOwned(zone, 'Chen Yu')).toEqual({ targets: 2, indicators: 1 });
  expect(listTargetOwners(zone)).toEqual(['Sato Emi', 'Chen Yu']);
});

it('a hand-over moves open work to the other person and leaves finished work', () => {
  const next = handOverTargets(zone, 'Chen Yu', 'Li Min');
  expect(countOwned(next, 'Chen Yu')).toEqual({ targets: 0, indicators: 0 });
  expect(countOwned(next, 'Li Min')).toEqual({ targets: 2, indicators: 1 });
  expect(next.targets[1]?.items?.map(({ owner }) => owner)).toEqual(['Chen Yu', 'Li Min']);
  expect(next.targets[0]).toEqual(zone.targets[0]);
});
