import { afterEach, expect, test } from 'vitest';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { forgetDrafts } from '#web/data/use-draft.ts';
import {
  keepUnsavedRows,
  listDifferences,
  readUnsavedRows,
  toFields,
  toUnsavedFields,
} from './unsaved-rows.ts';
import { readRow, type Field } from './row-values.ts';

afterEach(() => localStorage.clear());
const key = { person: 'account.Ada', origin: 'own', month: '2021-05' };
const text = { 'zh-CN': '产值', ja: '生産額', en: 'Output' };
const output: Indicator = {
  id: 'output',
  kind: 'annual_flow',
  unit: 'CNY',
  name: text,
  definition: text,
};
const makeObservation = (value: string, revision: number): Observation => ({
  indicator: 'output',
  period: '2021-05',
  value,
  revision,
  data_status: 'reported',
  origin: 'own',
});
const field = (text: string, revision: number): Field => ({
  text,
  seen: revision,
  missing: '',
  source: '',
  sure: false,
});
const read = (value: Observation, field: Field | undefined, language: Language = 'en') =>
  readRow(
    { indicator: output, values: [value], draft: undefined, target: undefined },
    field,
    '2021-05',
    language,
  );

test('unsaved rows come back with the values stored at that time, in the unit of the language', () => {
  const fields = { output: field('0.9', 3) };
  const then = read(makeObservation('800000000', 3), fields.output);
  keepUnsavedRows(key, toUnsavedFields(fields, [then], {}));
  const unsaved = readUnsavedRows(key);
  expect(unsaved?.fields['output']).toMatchObject({
    value: '900000000',
    was: '800000000',
    seen: 3,
  });

  const now = read(makeObservation('850000000', 7), undefined, 'zh-CN');
  if (unsaved === undefined) throw new Error('Nothing is offered.');
  expect(listDifferences(unsaved, [now])).toMatchObject([{ isChanged: true }]);
  expect(toFields(unsaved, [now])['output']).toMatchObject({ text: '9', seen: 3 });
  // taken into the form, the row asks which of the two holds
  expect(
    read(makeObservation('850000000', 7), toFields(unsaved, [now])['output'], 'zh-CN').isBehind,
  ).toBe(true);
});

test('a row keeps the stored value from when its typing began', () => {
  const first = toUnsavedFields(
    { output: field('0.9', 3) },
    [read(makeObservation('800000000', 3), field('0.9', 3))],
    {},
  );
  const later = field('0.95', 3);
  expect(
    toUnsavedFields({ output: later }, [read(makeObservation('850000000', 7), later)], first),
  ).toMatchObject({ output: { was: '800000000', value: '950000000' } });
});

test('offers no value that is stored already, a month old, unreadable, or of another person', () => {
  const fields = { output: field('0.9', 3) };
  keepUnsavedRows(
    key,
    toUnsavedFields(fields, [read(makeObservation('800000000', 3), fields.output)], {}),
  );
  const unsaved = readUnsavedRows(key);
  expect(
    unsaved && listDifferences(unsaved, [read(makeObservation('900000000', 8), undefined)]),
  ).toEqual([]);
  expect(readUnsavedRows({ ...key, person: 'account.Bo' })).toBeUndefined();
  expect(readUnsavedRows(key, Date.now() + 31 * 86_400_000)).toBeUndefined();
  for (const [name] of Object.entries(localStorage))
    for (const text of [
      '{',
      '7',
      '{"at":1}',
      '{"at":1,"fields":null}',
      '{"at":9e15,"fields":{"output":1}}',
    ]) {
      localStorage.setItem(name, text);
      expect(readUnsavedRows(key)).toBeUndefined();
    }
});

test('signing out removes the unsaved rows of everyone', () => {
  keepUnsavedRows(
    key,
    toUnsavedFields({ output: field('1', 3) }, [read(makeObservation('1', 3), field('1', 3))], {}),
  );
  localStorage.setItem('theme', 'dark');
  forgetDrafts();
  expect(Object.keys(localStorage)).toEqual(['theme']);
});
