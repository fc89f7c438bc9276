import { expect, test } from 'vitest';
import { profile as bare } from '#domain/overview/overview.fixture.ts';
import { compareZones } from './zone-changes.ts';
import { findNewZoneFaults, findZoneFaults } from './zone-faults.ts';
import type { ZoneProfile } from './zone.ts';

const words = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
const profile: ZoneProfile = {
  ...bare,
  targets: bare.targets.map((target) => ({ ...target, wording: words('wording') })),
};
const faults = (more: Partial<ZoneProfile>) =>
  findNewZoneFaults(profile, { ...profile, ...more }).map(({ path, rule }) => `${path} ${rule}`);
const point = (date: string, share: number) => ({ date, share, data_status: 'reported' }) as const;

test('published settings have no fault', () => {
  expect(findZoneFaults(profile)).toEqual([]);
});
test('shares of checkpoints never fall, are from 0 to 1, and are inside the route up to its deadline', () => {
  expect(
    faults({
      checkpoints: [point('2023-12-31', 0.4), point('2021-12-31', 0.05), point('2025-12-31', 1)],
    }),
  ).toEqual([]);
  expect(faults({ checkpoints: [point('2021-12-31', 0.4), point('2023-12-31', 0.4)] })).toEqual([]);
  expect(faults({ checkpoints: [point('2021-12-31', 0.4), point('2023-12-31', 0.39)] })).toEqual([
    'checkpoints.2023-12-31 share_falls',
  ]);
  expect(faults({ checkpoints: [point('2021-12-31', 1.2)] })).toEqual([
    'checkpoints.2021-12-31 share_out_of_range',
  ]);
  expect(faults({ checkpoints: [point('2019-12-31', 0.1), point('2026-01-01', 1)] })).toEqual([
    'checkpoints.2019-12-31 outside_way',
    'checkpoints.2026-01-01 outside_way',
  ]);
  expect(faults({ checkpoints: [point('2021-12-31', 0.1), point('2021-12-31', 0.2)] })).toEqual([
    'checkpoints.2021-12-31 id_twice',
  ]);
  expect(faults({ checkpoints: [], plan_path: 'checkpoints' })).toEqual([
    'plan_path no_checkpoints',
  ]);
});
test('thresholds fall, texts are in three languages, and ids are unique', () => {
  expect(faults({ thresholds: { ahead: 95, on: 95, slightly: 95 } })).toEqual([]);
  expect(faults({ thresholds: { ahead: 95, on: 96, slightly: 80 } })).toEqual([
    'thresholds thresholds_order',
  ]);
  expect(faults({ name: { ...words('x'), ja: '　' } })).toEqual(['name.ja empty_text']);
  const zone = { id: 'a', name: words('A') };
  expect(faults({ function_zones: [zone, zone] })).toEqual(['function_zones.a id_twice']);
});
test('a target needs its indicator, its number and a deadline after its start; a phase ends after it starts', () => {
  const [target] = profile.targets;
  if (target === undefined) throw new Error('no target');
  const { value: _value, ...open } = target;
  expect(
    faults({
      targets: [{ ...open, indicator: 'nothing', deadline: '2019-01-01' }],
      checkpoints: [],
      plan_path: 'straight',
    }),
  ).toEqual([
    'targets.nothing unknown_indicator',
    'targets.nothing.deadline deadline_before_start',
    'targets.nothing.value no_value',
  ]);
  expect(
    faults({ phases: [{ id: 'p', name: words('P'), start: '2022-01-01', end: '2021-01-01' }] }),
  ).toEqual(['phases.p.end phase_ends_before_start']);
});
test('an old fault rejects no other change', () => {
  const old = { ...profile, name: words('') };
  expect(
    findNewZoneFaults(old, { ...old, short_name: words('') }).map((fault) => fault.path),
  ).toEqual(['short_name.zh-CN', 'short_name.ja', 'short_name.en']);
});
test('a change is named by the id of its entry and not by its position', () => {
  const turned = { ...profile, targets: profile.targets.toReversed() };
  expect(compareZones(profile, turned)).toEqual([]);
  const higher = profile.targets.map((target) =>
    target.indicator === 'companies' ? { ...target, value: '250' } : target,
  );
  expect(compareZones(profile, { ...profile, targets: higher })).toEqual([
    { path: 'targets.companies.value', from: '200', to: '250' },
  ]);
  expect(
    compareZones({ checkpoints: [] }, { checkpoints: [point('2021-12-31', 0.1)] }).map(
      ({ path, to }) => [path, to],
    ),
  ).toContainEqual(['checkpoints.2021-12-31.share', '0.1']);
});
