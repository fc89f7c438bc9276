import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeWords } from '#domain/labels/index.ts';
import { languages } from '#domain/values/language.ts';
import {
  correctedAtSetUp,
  isStandardText,
  recordText,
  sourceTitle,
  toStandardCode,
} from './standard-texts.ts';

const codes = [
  'headway:zone_named',
  'headway:targets_set_up',
  'headway:set_up',
  'headway:no_source',
  'headway:target_first',
  'headway:target_edited',
  'headway:indicator_edited',
  correctedAtSetUp('14:05'),
];

// seen to fail: a Chinese report named the source "Entered at set-up"
test.each(codes)('%s is worded in the language of the reader', (code) => {
  for (const language of languages) {
    const text = recordText(code)[language];
    expect(text).not.toContain('headway:');
    expect(sourceTitle({ sources: [] }, code)[language]).toBe(text);
    expect(changeWords({ kind: 'zone', reason: code }, language, [])).toBe(text);
  }
  expect(new Set(Object.values(recordText(code))).size).toBe(3);
});
test.each(codes)(
  '%s is known by its words in any language, which earlier versions stored',
  (code) => {
    for (const text of Object.values(recordText(code))) {
      expect(toStandardCode(text)).toBe(code);
      expect(isStandardText(text)).toBe(true);
      expect(recordText(text)).toEqual(recordText(code));
    }
  },
);
test('a value without a source was entered by the zone', () => {
  expect(sourceTitle({ sources: [] }, '')).toEqual(recordText('headway:no_source'));
});
test('a text that a person wrote stays unchanged', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.startsWith('headway:'));
      expect(toStandardCode(text)).toBe(text);
      expect(isStandardText(text)).toBe(false);
      expect(recordText(text).ja).toBe(text);
    }),
  );
});
