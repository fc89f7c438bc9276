import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { UndoConflict } from '#domain/changes/undo.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { languages } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { writeConflict } from './conflict-words.ts';

const { zone, targets } = sampleOverview;
const indicators = targets.map(({ indicator: id, name, unit }) => ({ id, name, unit }));
const targetsOfZone = targets.map(({ indicator, period }) => ({ indicator, period }));
const profile = { ...zone, indicators, targets: targetsOfZone } as unknown as ZoneProfile;

const fields = [
  { field: 'status', after: 'at_risk', now: 'behind' },
  { field: 'reason', after: 'The bank waits', now: 'The bank left' },
  { field: 'by', after: 'local', now: 'Rosa Quispe' },
] as const;
const row = (what: UndoConflict['what'], parts: Readonly<Record<string, string>>) => ({
  what,
  key: Object.values(parts).join(' '),
  parts,
});
const linesOf = (conflict: UndoConflict, language: (typeof languages)[number] = 'en') =>
  writeConflict(conflict, { language, profile });

// seen to fail: "Declared status or gate · companies target" with the stored text as its value
test.each(languages)('a declared status is named by its target and its parts, %s', (language) => {
  const ofTarget = { ...row('judgement', { code: 'companies', topic: 'target' }), fields };
  const lines = linesOf(ofTarget, language);
  const name = targets.find(({ indicator }) => indicator === 'companies')?.name[language] ?? '';
  expect(lines).toHaveLength(2);
  for (const { label } of lines)
    expect(label).toMatch(
      new RegExp(`^${declaredStatusTerms.declared_status[language]} · ${name}[^·]* · [^·]+$`),
    );
  expect(JSON.stringify(lines)).not.toMatch(/companies|target|at_risk|"behind"|local/);
});

test('conflicts of values, notes, rates and files name their subject', () => {
  const value = row('observation', { indicator: 'companies', period: '2021-03' });
  expect(linesOf({ ...value, fields: [{ field: 'value', after: '3', now: '4' }] })).toEqual([
    {
      label: expect.stringMatching(/^Value · .* · March 2021 · Value$/) as string,
      before: 'none',
      after: '3 companies',
      now: '4 companies',
    },
  ]);
  const month = row('period', { period: '2021-03' });
  expect(linesOf({ ...month, fields: [{ field: 'points_json', after: '[]' }] })).toEqual([
    { label: 'Closed month · March 2021', before: '—', after: '—', now: '—' },
  ]);
  const rate = row('rate', { base: 'USD', quote: 'PEN', day: '2021-03-31' });
  const lineOfRate = linesOf({ ...rate, fields: [{ field: 'rate', before: '3.7', now: '3.8' }] });
  expect(lineOfRate[0]).toMatchObject({ before: '3.7', after: 'none', now: '3.8' });
  expect(lineOfRate[0]?.label).toBe('Exchange rate · USD → PEN (31 March 2021) · Exchange rate');
});

// seen to fail: "The zone · targets.companies.value"
test('a field of the zone has the words of the form of the settings', () => {
  const conflict: UndoConflict = {
    what: 'zone',
    key: 'own',
    fields: [{ field: 'targets.companies.value', before: '100', after: '150', now: '200' }],
  };
  const [line] = linesOf(conflict);
  expect(line).toMatchObject({ before: '100', after: '150', now: '200' });
  expect(line?.label).toMatch(/^The zone · targets · [A-Z].* · /);
  expect(line?.label).not.toMatch(/companies\.|\.value/);
});
