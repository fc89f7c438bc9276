import { expect, test } from 'vitest';
import { z } from '#contract/core/zod.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { parseInput } from './validation.ts';

const rate = z.strictObject({ base: z.string('must be a currency'), day: z.string() });
const schema = z.strictObject({ rates: z.array(rate) });
const catchProblem = (value: unknown): HttpProblem => {
  try {
    parseInput(schema, value);
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
  throw new Error('was taken');
};

test('the problem asks to leave out unknown keys and to correct missing ones', () => {
  const { message, more } = catchProblem({ rates: [{ from: 'CNY', day: '2021-03-31' }] });
  expect(message).toBe('Leave out rates.0.from. Correct rates.0.base: must be a currency.');
  expect(more.errors?.map(({ path }) => path).toSorted()).toEqual(['rates.0.base', 'rates.0.from']);
  expect(catchProblem({ rates: [], note: 1 }).message).toBe('Leave out note. Allowed here: rates.');
  expect(catchProblem({ rates: [{ day: '2021-03-31' }] }).message).toBe(
    'Correct rates.0.base: must be a currency.',
  );
});
