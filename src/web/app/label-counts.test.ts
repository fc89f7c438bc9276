import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { copyText } from '#web/features/exports/labels/copy/index.ts';
import { importText } from '#web/features/imports/labels/import/index.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { sharedText } from '#web/features/links/labels/reader/index.ts';
import { shellText } from '#web/i18n/labels/index.ts';
import { targetsText } from '#web/features/targets/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';

test('a register of many thousands: its counts are grouped in every language', () => {
  for (const language of languages) {
    const said = [
      makeTranslate(copyText, language)('excluded', { n: 12_345 }),
      makeTranslate(importText, language)('done', { new: 12_345, changed: 12_345 }),
      makeTranslate(projectsText, language)('sums_of', { n: 12_345, missing: 12_345 }),
      makeTranslate(projectsText, language)('more', { n: 12_345 }),
      makeTranslate(sharedText, language)('changes_total', { n: 12_345 }),
      makeTranslate(shellText, language)('own_old', { days: 12_345, date: '' }),
      makeTranslate(targetsText, language)('open_overdue', { n: 12_345 }),
    ];
    for (const words of said) {
      expect(words).toContain('12,345');
      expect(words).not.toContain('12345');
    }
  }
});
