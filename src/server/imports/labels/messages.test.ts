import { expect, it } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { formatKind, formatMessage } from './messages.ts';

it('a sentence takes its singular or plural form', () => {
  expect(formatMessage('q_unlisted', 'en', { count: 1 })).toBe(
    '1 project of the register is not in this file. What is this file?',
  );
  expect(formatMessage('q_unlisted', 'en', { count: 1200 })).toBe(
    '1,200 projects of the register are not in this file. What is this file?',
  );
  expect(formatMessage('q_unlisted', 'zh-CN', { count: 1 })).toContain('1');
});

// seen to fail: a question named the previous edition of 2026-10-31 in all three languages
it('a sentence writes a day as its language does', () => {
  const sentences = languages.map((language) =>
    formatMessage('q_edition_change', language, { day: '2026-10-31' }),
  );
  expect(sentences).toEqual([
    expect.stringContaining('2026年10月31日'),
    expect.stringContaining('2026年10月31日'),
    expect.stringContaining('31 October 2026'),
  ]);
});

it.each(['jump', 'coloured_texts', 'amounts_rounded', 'date_no_date'] as const)(
  'the name of the kind %s contains no cell value',
  (kind) => {
    for (const language of languages) expect(formatKind(kind, language)).toMatch(/^[^{}]{4,}$/);
    expect(formatKind('jump', 'en')).toBe('Amounts about ten times those stored, or a tenth');
  },
);
