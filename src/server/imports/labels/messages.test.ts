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

it.each(['jump', 'coloured_texts', 'amounts_rounded', 'date_no_date'] as const)(
  'the name of the kind %s contains no cell value',
  (kind) => {
    for (const language of languages) expect(formatKind(kind, language)).toMatch(/^[^{}]{4,}$/);
    expect(formatKind('jump', 'en')).toBe('Amounts about ten times those stored, or a tenth');
  },
);
