import { expect, test } from 'vitest';
import type { Indicator, Target } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { readTargetDraft } from './read-target.ts';
import { type DraftOf, makeTargetDraft } from './target-draft.ts';

const makeTarget = (indicator: string, name: object): Target => ({
  indicator,
  comparator: 'qualitative',
  items: [{ id: 'item', name }],
  deadline: '2027-12-31',
  baseline_date: '2025-12-31',
  source: 'Plan',
  source_date: '2026-01-05',
  data_status: 'reported',
});
const roads = makeTarget('roads', { en: 'Ring road' });
const power = makeTarget('power', { en: 'Substation', ja: '変電所' });
const of: DraftOf = {
  indicator: { id: 'power', kind: 'qualitative', name: {}, unit: '' } as unknown as Indicator,
  period: undefined,
  profile: {
    targets: [roads, power],
    sources: [],
    checkpoints: [],
    function_zones: [],
  } as unknown as ZoneProfile,
  language: 'zh-CN',
  today: '2026-11-28',
};
/** The name of the item after it was shown on the Chinese page, typed and saved. */
const nameAfter = (text: string | undefined): object | undefined => {
  const draft = makeTargetDraft(power, of);
  const items = draft.items.map((item) => ({ ...item, name: text ?? item.name }));
  return readTargetDraft({ ...draft, items }, power, of).target.items?.[0]?.name;
};

test('an item keeps its own names, not those of an item with this id of another target', () => {
  expect(nameAfter('变电站')).toEqual({ en: 'Substation', ja: '変電所', 'zh-CN': '变电站' });
});

test('a name that nobody changed is not written in the language of the page', () => {
  expect(nameAfter(undefined)).toEqual({ en: 'Substation', ja: '変電所' });
});

// seen to fail: each saving of another field said that the plan to date had changed
test('a target without a plan of its own keeps none until its path is changed', () => {
  const jobs: Target = { ...makeTarget('jobs', {}), comparator: '>=', value: '120', items: [] };
  const ofJobs = {
    ...of,
    indicator: { id: 'jobs', kind: 'stock', name: {}, unit: 'jobs' } as unknown as Indicator,
    profile: { ...of.profile, plan_path: 'straight' } as ZoneProfile,
  };
  const draft = makeTargetDraft(jobs, ofJobs);
  const planOf = (changes: Partial<typeof draft>) =>
    readTargetDraft({ ...draft, ...changes }, jobs, ofJobs).target.plan;
  expect(planOf({ owner: 'Chen Yu' })).toBeUndefined();
  expect(planOf({ path: 'as_last_year' })).toEqual({ path: 'as_last_year' });
  const own: Target = { ...jobs, plan: { path: 'as_last_year' } };
  const straight = { ...makeTargetDraft(own, ofJobs), path: 'straight' as const };
  expect(readTargetDraft(straight, own, ofJobs).target.plan).toEqual({ path: 'straight' });
});
