import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { languages } from '#domain/values/language.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { describeChanges } from './change-words.ts';

const phase = { id: 'p', name: { 'zh-CN': '一', ja: '一', en: 'First' } };

// seen to fail: the last day of a phase was written before its first
test.each(languages)(
  'the history in %s writes the first day of a phase before its last',
  (language) => {
    const before = { phases: [{ ...phase, start: '2026-01-01', end: '2026-12-31' }] };
    const after = { phases: [{ ...phase, start: '2026-02-01', end: '2027-01-31' }] };
    const zone = { ...sampleOverview.zone, ...after } as unknown as ZoneProfile;
    const lines = describeChanges(compareZones(before, after), zone, language);
    const { prop_start, prop_end } = zoneFormLabels[language];
    expect(lines.map(({ parts }) => parts.map(({ word }) => word))).toEqual([
      [prop_start, prop_end],
    ]);
  },
);
