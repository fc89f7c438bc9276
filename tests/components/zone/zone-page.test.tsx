import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { ZonePage } from '#web/features/zone/zone-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = zoneLabels.en;

test('the seven prefectures are in their own characters, marked as Japanese', async () => {
  const { container } = await mountPage(ZonePage, { address: '/zone' });
  await screen.findByText('Mizuho Bank');
  const own = [...container.querySelectorAll('b[lang=ja]')].map((name) => name.textContent);
  expect(own.toSorted()).toEqual(
    ['神奈川県', '和歌山県', '新潟県', '岩手県', '宮崎県', '徳島県', '静岡県'].toSorted(),
  );
});
test('published figures have their words, source and day', async () => {
  const { container } = await mountPage(ZonePage, { address: '/zone' });
  await screen.findByText('Mizuho Bank');
  expect(container.textContent).toContain('about CN¥2.8bn');
  expect(container.textContent).toContain('Zone announcement, 16 April 2021');
  expect(container.textContent).toContain('More than 200 companies');
  expect(container.textContent).toContain(
    'At 200 companies, “more than 200 companies” is not yet met: that takes 201 companies.',
  );
  expect(container.textContent?.match(/is not yet met/g)).toHaveLength(1);
});
// seen to fail: it was marked as published, and its day followed a comma without a source
test('a target without a source is own data, entered by the zone', async () => {
  const { container } = await mountPage(ZonePage, {
    address: '/zone',
    before: async (_, api) => {
      const response = await api.send('GET', '/api/v1/zone');
      const { targets } = (await response.json()) as ZoneProfile;
      const { status } = await api.send('PATCH', '/api/v1/zone', {
        body: { targets: targets.map((target) => ({ ...target, source: '' })), reason: 'Test' },
        headers: { 'if-match': response.headers.get('etag') ?? '' },
      });
      expect(status).toBe(200);
    },
  });
  const heading = await screen.findByRole('heading', { name: t.targets });
  const words = heading.parentElement?.textContent ?? '';
  expect(words).toContain(`Entered by the zone, 16 April 2021`);
  expect(words).not.toMatch(/Published|, , /);
  expect(container.textContent).not.toContain('headway:');
});
test('the manager finds links to the settings of targets, plan and stages', async () => {
  await mountPage(ZonePage, { address: '/zone' });
  expect((await screen.findByRole('link', { name: t.edit })).getAttribute('href')).toContain(
    '/settings/rules',
  );
});

test('each empty heading links managers to the settings that fill it, and states it to others', async () => {
  const { container } = await mountPage(ZonePage, {
    address: '/zone',
    before: async (_, api) => {
      const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
      const body = { partners: [], published: [], function_zones: [], phases: [], sources: [] };
      const { status } = await api.send('PATCH', '/api/v1/zone', {
        body,
        headers: { 'if-match': etag },
      });
      expect(status).toBe(200);
    },
  });
  const links = await screen.findAllByRole('link', { name: new RegExp(`^${t.fill}: `) });
  expect(links.map((link) => link.getAttribute('href')?.split('?')[0])).toEqual([
    '/settings/facts',
    '/settings/phases',
    '/settings/partners',
    '/settings/facts',
  ]);
  // seen to fail: "Change / Nothing is entered here yet" did not say what is missing
  for (const title of [t.published, t.phases, t.partners, t.sources])
    expect(screen.getAllByText(t.not_filled({ title }), { exact: false })).toHaveLength(1);
  // seen to fail: function zones were 'not entered' although projects of the register name them
  const heading = screen.getByRole('heading', { name: t.function_zones });
  const listItems = () => [...(heading.closest('section')?.querySelectorAll('li') ?? [])];
  await waitFor(() => expect(listItems().length).toBeGreaterThan(1));
  const items = listItems();
  expect(items.every((item) => /[1-9]\d* projects?$/.test(item.textContent))).toBe(true);
  expect(container.querySelector('a[href^="/settings/areas"]')).not.toBeNull();
});

// seen to fail: "Published" beside "Entered at set-up"
test('a target that was entered at set-up is own data, and one of a document is published', async () => {
  const { container } = await mountPage(ZonePage, {
    address: '/zone',
    before: async (_, api) => {
      const zone = await api.send('GET', '/api/v1/zone');
      const { targets } = (await zone.json()) as ZoneProfile;
      const [first, ...others] = targets.map((one) => ({
        ...one,
        data_status: 'reported' as const,
      }));
      const { status } = await api.send('PATCH', '/api/v1/zone', {
        body: { targets: [{ ...first, source: 'headway:set_up' }, ...others] },
        headers: { 'if-match': zone.headers.get('etag') ?? '' },
      });
      expect(status).toBe(200);
    },
  });
  await screen.findByText(/Entered at set-up/);
  const chipsOf = (source: RegExp) =>
    [...container.querySelectorAll('li')]
      .filter((item) => source.test(item.textContent) && /by .*20\d\d/.test(item.textContent))
      .flatMap((item) => [...item.querySelectorAll('.display_chip')])
      .map((chip) => chip.textContent);
  expect(chipsOf(/Entered at set-up/)).toEqual(['Own data']);
  expect(new Set(chipsOf(/Zone announcement/))).toEqual(new Set(['Published']));
});
