import { expect, test } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import { figureStatus, registerSource } from './data-status.ts';
import { isOwnSource, unnamedSource } from './own-source.ts';

// seen to fail: the difference of two groups of the own register was Published
test('a figure of the own register or of entered values is own data, beside its source', () => {
  for (const source of [registerSource('reported'), unnamedSource('reported')])
    expect(isOwnSource(source)).toBe(true);
  expect(isOwnSource(sameWords('Board decision'))).toBe(false);
  expect(figureStatus({ data_status: 'reported', source: 'Board decision' }).en).toBe('Published');
  expect(figureStatus({ data_status: 'reported' }).en).toBe('Own data');
});
