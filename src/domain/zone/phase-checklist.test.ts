import { expect, test } from 'vitest';
import { profile as bare } from '#domain/overview/overview.fixture.ts';
import { findPhaseItems, followPhases, setPhaseItems } from './phase-checklist.ts';
import { findNewZoneFaults } from './zone-faults.ts';
import { isStandardText } from './standard-texts.ts';
import type { Phase, ZoneProfile } from './zone.ts';

const name = (text: string) => ({ 'zh-CN': text, ja: text, en: text });
const phase: Phase = { id: 'start', name: name('Start'), start: '2021-01-01', end: '2021-12-31' };
const zone: ZoneProfile = { ...bare, phases: [phase] };
const items = [
  { id: 'a', name: { en: 'Road' }, done: '2021-05-01' },
  { id: 'b', name: { en: 'Water' } },
];
const withItems = (list = items): ZoneProfile => ({
  ...zone,
  ...setPhaseItems(zone, phase, list),
});
const reason = { reason: 'Council, 3 May', day: '2021-05-03' };

test('a phase gets a checklist of its days with its first item, and the zone its indicator', () => {
  const next = withItems();
  expect(findPhaseItems(next, 'start')).toEqual(items);
  expect(next.targets.at(-1)).toMatchObject({
    id: 'phase_checklist-start',
    comparator: 'qualitative',
    period: { kind: 'phase', phase: 'start' },
    baseline_date: '2021-01-01',
    deadline: '2021-12-31',
  });
  expect(findNewZoneFaults(zone, next)).toEqual([]);
});
// seen to fail: the source was the name of the zone, which the page called published
test('a checklist is entered by the zone, which no source published', () => {
  expect(isStandardText(withItems().targets.at(-1)?.source ?? '')).toBe(true);
});
test('removing the last item removes the checklist; removing another one changes only that item', () => {
  const next = withItems();
  expect(setPhaseItems(next, phase, []).targets).toEqual(zone.targets);
  const more = setPhaseItems(next, phase, items.slice(1));
  expect(more.targets.at(-1)).toEqual({ ...next.targets.at(-1), items: items.slice(1) });
  expect(more.indicators).toEqual(next.indicators);
});
test('a checklist follows the days of its phase with the reason as source, and leaves with it', () => {
  const profile = withItems();
  expect(followPhases(profile, profile, reason)).toEqual(profile.targets);
  const later = { ...profile, phases: [{ ...phase, end: '2022-06-30' }] };
  const targets = followPhases(profile, later, reason);
  expect(targets.at(-1)).toMatchObject({
    deadline: '2022-06-30',
    source: 'Council, 3 May',
    source_date: '2021-05-03',
  });
  expect(findNewZoneFaults(profile, { ...later, targets })).toEqual([]);
  expect(followPhases(profile, { ...profile, phases: [] }, reason)).toEqual(zone.targets);
});
