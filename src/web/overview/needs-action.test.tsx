import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/overview.fixture.ts';
import type { Action } from '#domain/overview.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { NeedsAction } from './needs-action.tsx';

const actions = Array.from({ length: 8 }, (_, n): Action => ({ kind: 'stale', codes: [`P${n}`], since: '2021-02-01', days: 74 - n }));
const show = (most?: number) =>
  render(
    <LanguageProvider value="en">
      <NeedsAction
        overview={{ ...sampleOverview, actions, actions_total: 11 }}
        link={(code) => code}
        {...(most === undefined ? {} : { most })}
      />
    </LanguageProvider>,
  );
const codes = () => screen.getAllByText(/^P\d$/).map(({ textContent }) => textContent);

test('what more needs action is shown when asked for, and what is past the list is counted', async () => {
  show();
  expect(codes()).toHaveLength(5);
  await userEvent.click(screen.getByRole('button', { name: 'and 6 more' }));
  expect(codes()).toHaveLength(8);
  expect(screen.getByText('and 3 more')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a wall has no button', () => {
  show(3);
  expect(codes()).toHaveLength(3);
  expect(screen.getByText('and 8 more')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
