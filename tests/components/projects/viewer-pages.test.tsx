import { compact } from '#domain/values/compact.ts';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { sendWith } from '#web/data/transport.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { pageCode } from '#web/app/page-code.tsx';
import { routes } from '#web/url/page-list.ts';
import { Frame } from '#web/layout/frame.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sendWith());
const importRegister = async (api: TestApi): Promise<void> => {
  const form = new FormData();
  form.set(
    'file',
    new File(['项目编号,项目名称,项目阶段\nB01,甲项目,开工在建\nB02,乙项目,在谈'], '台账.csv'),
  );
  const { id } = (await (
    await api.send('POST', '/api/v1/imports', { body: form })
  ).json()) as ImportPreview;
  const answers = { file_kind: 'own_register', as_of: '2021-03-31' };
  expect(
    (await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } })).status,
  ).toBe(200);
};
/** All requests are those of a viewer. */
const asViewer = (api: TestApi): void =>
  sendWith((request) => {
    const { pathname, search } = new URL(request.url);
    return api.send('GET', pathname + search, {
      env: { principal: { id: 'v', name: 'Vera', mode: 'account', role: 'viewer' } },
    });
  });
const viewed = async (_: unknown, api: TestApi): Promise<void> => {
  await importRegister(api);
  asViewer(api);
};

// Seen to fail: a viewer saw that an imported project was entered in Headway.
test('a viewer sees that a project was imported, but not its file', async () => {
  const { container } = await mountPage(ProjectPage, { address: '/projects/B01', before: viewed });
  await screen.findByText(projectListLabels.en.from_import);
  expect(container.textContent).not.toMatch(/台账|Entered in this Headway/);
});
test('a manager sees the name of the imported file', async () => {
  await mountPage(ProjectPage, {
    address: '/projects/B01',
    before: (_, api) => importRegister(api),
  });
  await screen.findByText(/台账\.csv/);
});

// Seen to fail: a viewer of today's own board saw that examples and earlier days are read-only.
test.each([
  ['role', '/pipeline?layout=board', viewed, pipelineLabels.en.board_role],
  [
    'earlier day',
    '/pipeline?layout=board&as_of=2021-03-31',
    (_: unknown, api: TestApi) => importRegister(api),
    pipelineLabels.en.board_past({ day: '31 March 2021' }),
  ],
  ['example', '/pipeline?layout=board', undefined, pipelineLabels.en.board_example],
] as const)(
  'a board that cannot be changed names the true reason: %s',
  async (_reason, address, before, words) => {
    await mountPage(PipelinePage, { address, ...compact({ before }) });
    await screen.findByText(words, { exact: false });
  },
);

// Seen to fail: "No data yet. Import your project register" was above a zone with data.
test.each(['/', '/projects', '/changes'])(
  '%s before the first record names the first known day',
  async (path) => {
    const route = routes.find((one) => one.path === path);
    const Content = route === undefined ? () => null : pageCode[route.id].Component;
    const Page = () => (
      <Frame route={route} onApproach={() => {}}>
        <Content />
      </Frame>
    );
    let name = '';
    await mountPage(Page, {
      address: `${path}?known_at=2019-11-20`,
      before: async (_, api) => {
        await importRegister(api);
        name = (await api.get<ZoneProfile>('/api/v1/zone')).short_name.en;
      },
    });
    await screen.findByText('Nothing was recorded by 20 November 2019.');
    expect(screen.queryByText(overviewLabels.en.no_data)).toBeNull();
    await screen.findByRole('button', { name: frameLabels.en.known_now });
    // seen to fail: the menu named the product instead of the zone
    const rail = screen.getByRole('complementary', { name: frameLabels.en.zone_shown });
    await within(rail).findByText(name);
  },
);
