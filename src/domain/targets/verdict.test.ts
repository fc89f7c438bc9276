import { describe, expect, it } from 'vitest';
import { attainment, completion, meets, remaining, judgeAttainment } from './verdict.ts';

const thresholds = { ahead: 105, on: 95, slightly: 80 };

describe('verdicts', () => {
  it('a verdict includes its threshold', () => {
    expect(
      [1.05, 1.0499, 0.95, 0.9499, 0.8, 0.7999, 0, -1].map((ratio) =>
        judgeAttainment(ratio, thresholds),
      ),
    ).toEqual([
      'ahead',
      'on_plan',
      'on_plan',
      'slightly_behind',
      'slightly_behind',
      'behind',
      'behind',
      'behind',
    ]);
    expect(judgeAttainment(0.97, { ahead: 100, on: 98, slightly: 90 })).toBe('slightly_behind');
  });
  it('a plan of 0 or less has no verdict', () => {
    expect(attainment('>', 5, 0)).toBeUndefined();
    expect(judgeAttainment(attainment('>', 5, -1), thresholds)).toBe('no_verdict');
  });
});

describe('comparators', () => {
  it('a comparator includes or excludes the number', () => {
    expect((['>', '>=', '<', '<=', '='] as const).map((c) => meets(c, '200', '200.00'))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect([
      meets('>', '200.01', '200'),
      meets('<', '199', '200'),
      meets('qualitative', '1', '0'),
    ]).toEqual([true, true, false]);
  });
  it('a strict comparator adds one to the remaining count, which is never below 0', () => {
    const left = (['41', '200', '250'] as const).map((value) => remaining('>', value, '200', true));
    expect(left).toEqual(['160', '1', '0']);
    expect([
      remaining('>=', '1010', '35000', true),
      remaining('<=', '76', '50', true),
      remaining('>', '790000000', '35000000000', false),
    ]).toEqual(['33990', '26', '34210000000']);
  });
  it('the remaining amount of fewer than adds one, and that of exactly is never negative', () => {
    // fewer than 200: at 200 one too many, at 210 eleven
    expect(['190', '200', '210'].map((value) => remaining('<', value, '200', true))).toEqual([
      '0',
      '1',
      '11',
    ]);
    expect(['190', '200', '210'].map((value) => remaining('=', value, '200', true))).toEqual([
      '10',
      '0',
      '10',
    ]);
    expect(remaining('<', '200', '200', false)).toBe('0');
  });
  it('completion is inverted where less is better, and undefined for 0', () => {
    expect([completion('>', 41, 200), completion('<=', 100, 50), completion('>', 41, 0)]).toEqual([
      0.205,
      0.5,
      undefined,
    ]);
  });
});
