import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import type { CellFieldProps } from './cell-draft.ts';
import { MilestoneField } from './milestone-field.tsx';

const mount = (outcome: CellFieldProps['draft']['outcome']) =>
  render(
    <LanguageProvider value="en">
      <MilestoneField
        {...({ cell: { key: 'k' }, reading: { at: 'no_day' } } as unknown as CellFieldProps)}
        id="cell-2"
        draft={{ text: '', outcome } as CellFieldProps['draft']}
        isPressed
        onChange={() => undefined}
      />
    </LanguageProvider>,
  );

// seen to fail: Send gave the focus to the button Done, which was pressed already
test('a milestone without its day gives the focus to the day, and says so at the day', () => {
  mount('done');
  const day = screen.getByLabelText(answerLabels.en.done_day);
  expect([day.id, day.getAttribute('aria-invalid')]).toEqual(['cell-2', 'true']);
  expect(screen.getAllByText(answerLabels.en.no_day)).toHaveLength(1);
});

test('a milestone without an outcome gives the focus to the first outcome', () => {
  mount(undefined);
  expect(document.getElementById('cell-2')?.textContent).toBe(answerLabels.en.done);
});
