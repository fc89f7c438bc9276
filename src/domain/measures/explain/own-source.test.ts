import { expect, test } from 'vitest';
import { figureStatus } from '#domain/labels/general/data-status.ts';
import { sameWords } from '#domain/values/term.ts';
import { registerAsSource, sourceOfValue } from './own-source.ts';

const day = '2026-06-30';

// seen to fail: the difference of two groups of the own register was Published
test('a figure of the own register or of entered values is own data, beside its source', () => {
  for (const source of [
    registerAsSource('reported', day),
    sourceOfValue(undefined, 'reported', day),
  ])
    expect(source).toMatchObject({ date: day, is_own: true });
  expect(figureStatus({ data_status: 'reported' }).en).toBe('Own data');
});
// seen to fail: a yearbook whose title had the words of entered values was taken for the zone
test('a named source is a publication, whatever its title', () => {
  for (const title of [sameWords('Board decision'), sameWords('Values entered by the zone')])
    expect(sourceOfValue(title, 'reported', day)).toEqual({ title, date: day });
  expect(figureStatus({ data_status: 'reported', source: 'Board decision' }).en).toBe('Published');
});
