import { expect, test } from 'vitest';
import { yearBefore } from './year-before.ts';

test('the year before has the same day, and 28 February for a leap day', () => {
  expect(['2021-04-16', '2024-02-28', '2024-02-29', '2025-02-28'].map(yearBefore)).toEqual([
    '2020-04-16',
    '2023-02-28',
    '2023-02-28',
    '2024-02-28',
  ]);
});
