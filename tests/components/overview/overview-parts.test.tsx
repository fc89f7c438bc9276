// Seen to fail: with `Part` drawing its children without a boundary the whole page
// disappears.
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from '@testing-library/user-event';
import { endpoints } from '#contract/endpoints.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { sendWith } from '#web/data/transport.ts';
import { OverviewPage } from '#web/features/overview/overview-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

/**
 * By part of the page: how it is found, which data cannot be drawn, and which other parts use
 * them.
 */
const parts = {
  headline: {
    selector: '.overview_lead h2',
    broken: { headline: null },
    down: ['headline', 'pipeline', 'established'],
  },
  phases: { selector: '.overview_phaseBox', broken: { phases: null }, down: ['phases'] },
  pipeline: {
    selector: '[data-figure="pipeline"]',
    broken: { strip: { data_status: 'illustrative', excluded: 0, groups: null } },
    down: ['pipeline', 'established'],
  },
  actions: { selector: '.lists_actions', broken: { actions: null }, down: ['actions'] },
  since: {
    selector: '.overview_lists .text_section:last-child .lists_list',
    broken: { changes: null },
    down: ['since'],
  },
  established: { selector: 'table', broken: { established: null }, down: ['established'] },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly selector: string;
      readonly broken: Partial<Record<keyof Overview, unknown>>;
      readonly down: readonly string[];
    }
  >
>;
type Name = keyof typeof parts;
const names = Object.keys(parts) as Name[];

afterEach(() => {
  sendWith();
  vi.unstubAllGlobals();
});

test.each(names)(
  'a part whose %s can’t be drawn fails alone, with a reference and a retry',
  async (name) => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    sendWith(async (request) => {
      const response = await fetch(request);
      if (new URL(request.url).pathname !== endpoints.overview.path) return response;
      return Response.json({ ...((await response.json()) as Overview), ...parts[name].broken });
    });
    const { container } = await mountPage(OverviewPage, { address: '/' });
    await screen.findByText('Definitions and methods');
    const missing = names.filter((one) => container.querySelector(parts[one].selector) === null);
    expect(missing).toEqual(parts[name].down);
    expect(
      reported.mock.calls.map(([error]: readonly unknown[]) => String(error)).join(' '),
    ).toMatch(/Headway: reference [0-9A-F]{4}/);
    const alerts = within(container).getAllByRole('alert');
    for (const alert of alerts)
      expect(alert.textContent).toMatch(/This part could not be shown\. Reference [0-9A-F]{4}/);
    await userEvent.click(
      within(alerts[0] as HTMLElement).getByRole('button', { name: 'Try again' }),
    );
    expect(within(container).getAllByRole('alert')).toHaveLength(alerts.length);
  },
);

test('a zone without targets states it once and links to their settings', async () => {
  sendWith(async (request) => {
    const response = await fetch(request);
    if (new URL(request.url).pathname !== endpoints.overview.path) return response;
    return Response.json({ ...((await response.json()) as Overview), targets: [] });
  });
  const { container } = await mountPage(OverviewPage, { address: '/' });
  const part = (await screen.findByRole('heading', { name: 'No targets yet' })).closest(
    'section',
  ) as HTMLElement;
  expect(within(part).getByRole('link', { name: 'Set targets' }).getAttribute('href')).toMatch(
    /^\/settings\/targets/,
  );
  expect(screen.queryByRole('table', { name: 'Targets' })).toBeNull();
  expect(container.querySelector('.targets-notes_notes, [data-figure="progress"]')).toBeNull();
  expect(container.querySelector('[data-figure="pipeline"]')).not.toBeNull();
});
