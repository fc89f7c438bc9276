import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { afterEach, expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { ownerChoiceLabels } from '#web/features/work/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { sendWith } from '#web/data/transport.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sendWith());
/** The page of a viewer. */
const asViewer = (api: TestApi): void =>
  sendWith((request) => {
    const { pathname, search } = new URL(request.url);
    return api.send('GET', pathname + search, {
      env: { principal: { id: 'v', name: 'Vera', mode: 'account', role: 'viewer' } },
    });
  });
const owners = { 'Pump 1': '王芳', 'Pump 2': 'A, B & Co', 'Pump 3': '王芳', 'Pump 4': undefined };
/** The page over four late projects, with the address beside it. */
function Page() {
  return (
    <>
      <output aria-label="address">{useLocation().search}</output>
      <PipelinePage />
    </>
  );
}
const open = (
  search = '',
  role?: 'viewer',
  language: (typeof languages)[number] = 'en',
  more?: (api: TestApi) => Promise<void>,
) =>
  mountPage(Page, {
    address: `/pipeline?as_of=2021-05-05&cmp=none${search}`,
    language,
    before: async (_, api) => {
      for (const [n, [name, owner]] of Object.entries(owners).entries()) {
        const response = await api.send('POST', '/api/v1/projects', {
          body: {
            code: `P-${n}`,
            stage: 'signed',
            valid_from: '2020-05-01',
            facts: {
              name,
              ...compact({ owner }),
            },
          },
        });
        expect([response.status, await response.text()]).toEqual([201, expect.any(String)]);
      }
      await more?.(api);
      if (role === 'viewer') await asViewer(api);
    },
  });
const listed = () => screen.queryAllByText(/^Pump \d$/).map(({ textContent }) => textContent);
const select = (name = 'Owner') => screen.findByRole<HTMLSelectElement>('combobox', { name });
const address = () => screen.getByLabelText('address').textContent;

test('rows are those of one owner or without an owner, with counts, kept in the address', async () => {
  await open();
  const choice = await select();
  expect([...choice.options].map(({ text }) => text)).toEqual([
    'Owner: everyone',
    'A, B & Co (1)',
    '王芳 (2)',
    'Not assigned (1)',
  ]);
  expect(listed()).toHaveLength(4);
  await userEvent.selectOptions(choice, '王芳 (2)');
  expect(listed()).toEqual(['Pump 1', 'Pump 3']);
  expect(new URLSearchParams(address()).get('owner')).toBe('王芳');
  expect(screen.getByText('2 of 4 listed')).toBeTruthy();
  await userEvent.selectOptions(choice, '=A, B & Co');
  expect([listed(), choice.selectedOptions[0]?.text]).toEqual([['Pump 2'], 'A, B & Co (1)']);
  await userEvent.selectOptions(choice, 'Not assigned (1)');
  expect([listed(), address()]).toEqual([['Pump 4'], expect.stringContaining('owned=no')]);
  expect(address()).not.toContain('owner=');
  await userEvent.selectOptions(choice, 'Owner: everyone');
  expect(listed()).toHaveLength(4);
  expect(address()).not.toMatch(/own/);
});
test('an address filters at once, and an owner without a row is named with none', async () => {
  await open(`&owner=${encodeURIComponent('李强')}`);
  const choice = await select();
  expect(choice.selectedOptions[0]?.text).toBe('李强 (0)');
  expect(listed()).toEqual([]);
  expect(screen.getByText('0 of 4 listed')).toBeTruthy();
  expect(screen.queryByText(detailLabels.en.nothing_to_do)).toBeNull();
});
test('targets behind plan are listed with their owner, counted and filtered with the projects', async () => {
  await open('', undefined, 'en', async (api) => {
    const values = ['2021-02', '2021-04'].map((period) => ({
      indicator: 'companies',
      period,
      value: '3',
    }));
    await api.send('POST', '/api/v1/observations', { body: { values } });
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const zone = await api.get<ZoneProfile>('/api/v1/zone');
    const targets = zone.targets.map((target) => ({ ...target, owner: '王芳' }));
    const headers = { 'if-match': etag };
    const body = { targets, reason: 'owner' };
    const changed = await api.send('PATCH', '/api/v1/zone', { body, headers });
    expect([changed.status, await changed.text()]).toEqual([200, expect.any(String)]);
  });
  const choice = await select();
  const heading = () => screen.queryByRole('heading', { name: pipelineLabels.en.late_targets });
  await screen.findByRole('heading', { name: pipelineLabels.en.late_targets });
  const late = [...(heading()?.nextElementSibling?.querySelectorAll('li') ?? [])];
  expect(late.length).toBeGreaterThan(0);
  for (const row of late) expect(row.textContent).toMatch(/王芳.*(ehind|missed).*of plan/);
  const mine = `王芳 (${2 + late.length})`;
  expect([...choice.options].map(({ text }) => text)).toContain(mine);
  await userEvent.selectOptions(choice, '=A, B & Co');
  expect([listed(), heading()]).toEqual([['Pump 2'], null]);
  await userEvent.selectOptions(choice, mine);
  expect([listed(), heading()]).toEqual([['Pump 1', 'Pump 3'], expect.anything()]);
});
test('a reader without the right to owners sees all rows and no filter', async () => {
  await open(`&owner=${encodeURIComponent('王芳')}`, 'viewer');
  await screen.findByText('Pump 1');
  expect(listed()).toHaveLength(4);
  expect(screen.queryByRole('combobox', { name: 'Owner' })).toBeNull();
  expect(document.body.textContent).not.toContain(' listed');
});
test.each(languages)('%s: the filter is translated', async (language) => {
  await open('&owned=no', undefined, language);
  const choice = await select(term(projectFieldTerms, 'owner', language));
  const t = ownerChoiceLabels[language];
  expect(choice.selectedOptions[0]?.text).toBe(t.owner_count({ name: t.no_owner, n: '1' }));
  within(document.body).getByText(t.listed({ n: '1', total: '4' }));
});
