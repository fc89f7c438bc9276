import { expect, test } from 'vitest';
import { periodKey, readPeriodKey } from './period-key.ts';

const phases = [{ id: 'phase_1' }];
test.each(['2026', '2026Q3', 'phase_1', 'final'])('the key %s is read as it is written', (key) => {
  expect(periodKey(readPeriodKey(key, phases))).toBe(key);
});
test('a key of nothing is the final target', () => {
  expect(readPeriodKey('2026Q5', phases)).toBeUndefined();
  expect(readPeriodKey('phase_2', phases)).toBeUndefined();
});
