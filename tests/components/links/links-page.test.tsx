import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MadeLink, NewLink } from '#contract/links/schemas.ts';
import { languages } from '#domain/values/language.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { linkListLabels, shareLabels } from '#web/features/links/labels/index.ts';
import { LinksPage } from '#web/features/links/list/links-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = linkListLabels.en;
const draft: NewLink = {
  name: 'Ministry',
  view: { page: 'overview' },
  profile: redactionProfiles.totals,
  frozen: true,
  language: 'en',
  exports: 'none',
};
const make = async (api: TestApi, more: Partial<NewLink> = {}): Promise<void> => {
  const { status } = await api.send('POST', '/api/v1/links', { body: { ...draft, ...more } });
  expect(status).toBe(201);
};
const row = (name: RegExp) => screen.findByRole('row', { name });

test('an empty list explains how to make a link', async () => {
  await mountPage(LinksPage, { address: '/links' });
  await screen.findByText(t.none);
});
test('lists a link with its content, and pauses, resumes and ends it', async () => {
  await mountPage(LinksPage, { address: '/links', before: (_faults, api) => make(api) });
  const line = await row(/^Ministry/);
  expect(line.textContent).toContain(t.frozen_at({ date: '16 Apr 2021' }));
  expect(line.textContent).toContain('totals, no downloads');
  expect(line.textContent).toContain(t.never_opened);
  await userEvent.click(within(line).getByRole('button', { name: t.pause }));
  await within(await row(/^Ministry/)).findByText(t.state_paused);
  await userEvent.click(
    await within(await row(/^Ministry/)).findByRole('button', { name: t.resume }),
  );
  await within(await row(/^Ministry/)).findByText(t.state_live);
  await userEvent.click(within(await row(/^Ministry/)).getByRole('button', { name: t.end }));
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', { name: t.end }),
  );
  await userEvent.click(await screen.findByRole('checkbox', { name: t.show_ended }));
  const over = await row(/^Ministry/);
  expect(within(over).queryByRole('button')).toBeNull();
  expect(over.textContent).toContain(t.state_ended);
});
test('lists an embedded figure with the sites that may show it', async () => {
  const embed = { figure: 'targets', origins: ['https://www.example.org'] } as const;
  await mountPage(LinksPage, {
    address: '/links',
    before: (_faults, api) => make(api, { frozen: false, view: { page: 'overview', embed } }),
  });
  const line = await row(/^Ministry/);
  expect(line.textContent).toContain(
    `${shareLabels.en.place_figure({ figure: 'Targets against plan' })} · ${t.live}`,
  );
  expect(line.textContent).toContain('inside www.example.org');
});
test('shows the number of downloads and the last one', async () => {
  await mountPage(LinksPage, {
    address: '/links',
    before: async (_faults, api) => {
      const link = (await (
        await api.send('POST', '/api/v1/links', { body: { ...draft, exports: 'data' } })
      ).json()) as MadeLink;
      const response = await api.send('POST', '/api/v1/shared/open', {
        body: { secret: link.secret },
      });
      const headers = { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
      for (const file of ['targets.csv', 'targets.json'])
        expect(
          (await api.send('GET', `/api/v1/shared/${link.link.id}/charts/${file}`, { headers }))
            .status,
        ).toBe(200);
    },
  });
  expect((await row(/^Ministry/)).textContent).toContain('2 files downloaded, last on ');
});
test('ends all links at once', async () => {
  await mountPage(LinksPage, {
    address: '/links',
    before: async (_faults, api) => {
      await make(api, { name: 'One' });
      await make(api, { name: 'Two' });
    },
  });
  await row(/^Two/);
  await userEvent.click(screen.getByRole('button', { name: t.end_all }));
  await userEvent.click(
    within(await screen.findByRole('dialog', { name: t.end_all_title({ n: 2 }) })).getByRole(
      'button',
      { name: t.end },
    ),
  );
  await screen.findByText(t.ended({ n: 2 }));
});
test.each(['offline', 'internal'] as const)(
  'when the API is %s, shows an error whose retry works',
  async (kind) => {
    const { faults } = await mountPage(LinksPage, {
      address: '/links',
      before: (set) => set.set({ kind, where: (request) => request.url.includes('/links') }),
    });
    const alert = await screen.findByRole('alert');
    faults.clear();
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await screen.findByText(t.none);
  },
);
test.each(languages)('%s: the page is translated', async (language) => {
  await mountPage(LinksPage, { address: '/links', language, before: (_faults, api) => make(api) });
  await screen.findByRole('table', { name: linkListLabels[language].caption });
});

test('warns about stages that two links disclose together, and about sums that a live link discloses', async () => {
  const list = { page: 'projects', as_of: '2021-04-16' } as const;
  await mountPage(LinksPage, {
    address: '/links',
    before: async (_faults, api) => {
      await make(api, { view: list });
      await make(api, { view: { ...list, filters: { status: ['active'] } } });
      await make(api, { name: 'Partner', frozen: false });
    },
  });
  const [first, second] = await screen.findAllByRole('row', { name: /^Ministry/ });
  for (const line of [first, second])
    expect(line?.textContent).toMatch(
      /With another open link to the same reader, amounts that each link hides can be worked out or estimated within 15%: .*CNY, 16 Apr 2021/,
    );
  const live = await row(/^Partner/);
  expect(live.textContent).toMatch(
    /This link is live and shows sums\..*Pipeline, \d+ projects, CNY/,
  );
});
