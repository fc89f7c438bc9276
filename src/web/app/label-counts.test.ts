import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { copyLabels } from '#web/features/exports/labels/index.ts';
import { importPageLabels } from '#web/features/imports/labels/index.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';

test('counts of thousands are grouped in every language', () => {
  for (const language of languages) {
    const texts = [
      makeTranslate(copyLabels, language)('excluded', { n: 12_345 }),
      makeTranslate(importPageLabels, language)('done', { new: 12_345, changed: 12_345 }),
      makeTranslate(projectListLabels, language)('sums_of', { n: 12_345, missing: 12_345 }),
      makeTranslate(projectListLabels, language)('more', { n: 12_345 }),
      makeTranslate(readerLabels, language)('changes_total', { n: 12_345 }),
      makeTranslate(frameLabels, language)('own_old', { days: 12_345, date: '' }),
      makeTranslate(targetsLabels, language)('open_overdue', { n: 12_345 }),
    ];
    for (const text of texts) {
      expect(text).toContain('12,345');
      expect(text).not.toContain('12345');
    }
  }
});
