import { expect, test } from 'vitest';
import { languages } from '#domain/language.ts';
import { copyText } from './copy/text.ts';
import { importText } from './import/text.ts';
import { projectsText } from './projects/text.ts';
import { sharedText } from './reader/text.ts';
import { shellText } from './shell/text.ts';
import { targetsText } from './targets/text.ts';
import { textOf } from './text.ts';

test('a register of many thousands: its counts are grouped in every language', () => {
  for (const language of languages) {
    const said = [
      textOf(copyText, language)('excluded', { n: 12_345 }),
      textOf(importText, language)('done', { new: 12_345, changed: 12_345 }),
      textOf(projectsText, language)('sums_of', { n: 12_345, missing: 12_345 }),
      textOf(projectsText, language)('more', { n: 12_345 }),
      textOf(sharedText, language)('changes_total', { n: 12_345 }),
      textOf(shellText, language)('own_old', { days: 12_345, date: '' }),
      textOf(targetsText, language)('open_overdue', { n: 12_345 }),
    ];
    for (const words of said) {
      expect(words).toContain('12,345');
      expect(words).not.toContain('12345');
    }
  }
});
