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

test('a project that has a name is called by it, whatever its code', () => {
  const dots = [
    { code: 'R06-9', name: 'Airframe hangar' },
    { code: 'A01', name: 'A01' },
  ];
  const groups = [
    { group: 'pipeline', count: 2, undisclosed: 2, amounts: [], rows: [{ stage: 'lead', count: 2, undisclosed: 2, amounts: [], dots }] },
  ] as const;
  const undisclosed = (codes: readonly string[]): Action => ({ kind: 'undisclosed', codes, count: codes.length });
  const shown = (codes: readonly string[]) =>
    render(
      <LanguageProvider value="en">
        <NeedsAction
          overview={{ ...sampleOverview, strip: { ...sampleOverview.strip, groups }, actions: [undisclosed(codes)], actions_total: 1 }}
          link={(_, name) => <a href="/">{name}</a>}
        />
      </LanguageProvider>,
    ).container.querySelectorAll('a');
  expect([...shown(['R06-9'])].map(({ textContent }) => textContent)).toEqual(['Airframe hangar']);
  expect([...shown(['A01'])].map(({ textContent }) => textContent)).toEqual(['Project A01']);
  expect([...shown(['R06-9', 'A01'])].map(({ textContent }) => textContent)).toEqual(['Airframe hangar', 'A01']);
});
