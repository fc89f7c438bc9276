import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { FactInput } from './fact-field.tsx';
import { fieldLabel } from './fact-labels.ts';

test('a day of a project is written in the language of the page, not of the browser', () => {
  const field = 'milestones.operation.plan';
  render(
    <LanguageProvider value="ja">
      <FactInput
        field={field}
        text="2026-11-27"
        onChange={() => undefined}
        writing={{ language: 'ja', currency: 'CNY' }}
        today="2026-11-01"
        profile={undefined}
      />
    </LanguageProvider>,
  );
  const input = screen.getByLabelText<HTMLInputElement>(fieldLabel(field, 'ja'));
  expect([input.type, input.value]).toEqual(['text', '2026年11月27日']);
});
