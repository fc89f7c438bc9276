import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';
import { OverviewPage } from '#web/features/overview/overview-page.tsx';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const enter = async (api: TestApi): Promise<void> => {
  const project = {
    code: 'A-1',
    stage: 'registered',
    facts: { name: 'Heat pumps' },
    valid_from: '2021-03-01',
  };
  const values = [
    { indicator: 'companies', period: '2021-03', value: '41' },
    { indicator: 'jobs', period: '2021-03', value: '900' },
  ];
  for (const [url, body] of [
    ['/api/v1/projects', project],
    ['/api/v1/observations', { values }],
  ] as const)
    expect((await api.send('POST', url, { body })).status).toBeLessThan(300);
};
const published = /Reported|Published|已公布|報告値|公表値/;
const chips = (container: HTMLElement) =>
  [...container.querySelectorAll('.display_chip')].map((chip) => chip.textContent);

// Seen to fail: each own number, the plan rule and the project were marked as published.
test.each(languages)(
  '%s: a page of own data states once that it is the zone’s own, and calls nothing published',
  async (language) => {
    const { container } = await mountPage(OverviewPage, {
      address: '/overview',
      language,
      before: (_, api) => enter(api),
    });
    await screen.findByRole('heading', { level: 2, name: /1/ });
    await waitFor(() => expect(container.querySelector('.figure-card_footer')).not.toBeNull());
    expect(chips(container)).toEqual([dataStatusTerms.reported[language]]);
    expect(container.textContent).not.toMatch(published);
  },
);
test('the page of an own project states it once', async () => {
  const { container } = await mountPage(ProjectPage, {
    address: '/projects/A-1',
    before: (_, api) => enter(api),
  });
  await screen.findByText('Heat pumps');
  expect(chips(container)).toEqual(['Own data']);
});
test('figures that a source published are marked as published, once, with that source', async () => {
  const { container } = await mountPage(OverviewPage, { address: '/overview' });
  await waitFor(() =>
    expect(container.querySelector('.overview_source')?.textContent).toMatch(/^PublishedSource: /),
  );
  expect([...container.querySelectorAll('.facts_facts .display_chip')]).toEqual([]);
});
