import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  codeKey,
  isCorporateNumber,
  isCreditCode,
  isNationalProjectCode,
  mixesAlphabets,
  normaliseCode,
} from './codes.ts';

const otherDigit = (code: string, at: number, by: number): string =>
  code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1);

describe('codes of companies and projects', () => {
  it('a credit code is checked by its last character, mod 31', () => {
    expect(
      ['91350100M000100Y43', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100m000100y43'].map(
        isCreditCode,
      ),
    ).toEqual([true, true, true]);
    expect(
      [
        '91350100M000100Y4Z',
        '91350100M000100Y4',
        '91350100M000100Y44',
        '',
        '91350100I000100Y43',
      ].map(isCreditCode),
    ).toEqual([false, false, false, false, false]);
  });
  it('a sum with remainder 0 has the check character 0', () => {
    const codes = Array.from(
      { length: 31 },
      (_, i) => `91350100M00010${'0123456789ABCDEFGHJKLMNPQRTUWXY'.charAt(i)}Y40`,
    ).filter(isCreditCode);
    expect(codes.length).toBe(1);
  });
  it('both published project codes are well formed, and no other check digit is', () => {
    for (const code of ['2212-370672-04-01-411469', '2306-320924-89-02-799920']) {
      expect([code, isNationalProjectCode(code)]).toEqual([code, true]);
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: code.length - 1 }),
          fc.integer({ min: 1, max: 9 }),
          (at, by) => {
            fc.pre(code[at] !== '-');
            return !isNationalProjectCode(otherDigit(code, at, by));
          },
        ),
      );
    }
    expect([
      isNationalProjectCode('2020-370672-04-01-41146'),
      isNationalProjectCode('项目代码'),
    ]).toEqual([true, false]);
  });
  it('a corporate number is checked by its first digit', () => {
    expect(
      ['7000012050002', '7000-0120-50002', '8000012050002', '700001205000', ''].map(
        isCorporateNumber,
      ),
    ).toEqual([true, true, false, false, false]);
  });
  it('codes that look alike are equal, and a word of two alphabets is detected', () => {
    expect(['e\u0301', 'A\u200bB', '\u202eAB', ' AB '].map(normaliseCode)).toEqual([
      '\u00e9',
      'AB',
      'AB',
      'AB',
    ]);
    expect(['Ａ－０１', 'a-01', 'A–01', 'Ａー０１', 'A\u200b-01'].map(codeKey)).toEqual(
      Array.from({ length: 5 }, () => 'A-01'),
    );
    // the long vowel of a word is no dash
    expect(['センター-1', 'A 01', 'A01'].map(codeKey)).toEqual(['センター-1', 'A 01', 'A01']);
    expect(['Аoyama', 'завод Nord', 'ОАО «Север»', 'Aoyama', '青岛A'].map(mixesAlphabets)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
