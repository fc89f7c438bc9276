import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { viewOfPage } from '../../setup/api/links.ts';
import { sharedViews } from '#contract/links/constants.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { hashTag } from '#server/http/etag.ts';
import type { Principal } from '#server/core/policy.ts';
import { addNote } from '#server/targets/note-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const secrets = [
  'Frau Kontakt',
  'quiet remark',
  'next: call them',
  '88888',
  'talks stalled',
  'internal column',
  'progress words',
  'issue words',
];
const cause = 'B07 waits for its permit';
let api: TestApi;
beforeAll(async () => {
  api = await openApi();
  await writeRevision(
    api.db,
    { author: 'test', kind: 'import', reason: 'test', origin: 'sample' },
    (trx, revision) =>
      putProjects(trx, revision, [
        {
          code: 'Z99',
          origin: 'sample',
          facts: {
            name: 'Zeta',
            amounts: { total_investment: { missing: 'not_disclosed', text: '88888 confidential' } },
            milestones: [],
            owner: secrets[0] ?? '',
            remark: secrets[1] ?? '',
            next_step: secrets[2] ?? '',
            progress_text: secrets[6] ?? '',
            issue_text: secrets[7] ?? '',
            extra: { Column: secrets[5] ?? '' },
            data_status: 'reported',
          },
          stage_events: [{ stage: 'signed', date: '2021-01-01' }],
          status_events: [{ status: 'on_hold', date: '2021-02-01', reason: secrets[4] ?? '' }],
        },
      ]),
  );
  await writeRevision(
    api.db,
    { author: 'test', kind: 'edit', reason: 'test', origin: 'sample' },
    (trx, revision) =>
      addNote(trx, revision, {
        origin: 'sample',
        indicator: 'companies',
        period: '2021-03',
        text: cause,
        author: 'test',
        recorded_at: '2021-04-02T00:00:00Z',
      }),
  );
});
afterAll(() => api.close());
const as = (role: Principal['role']) => ({
  env: { principal: { id: role, name: role, mode: 'account', role } as const },
});
const text = async (role: Principal['role'], path: string) =>
  (await api.send('GET', path, as(role))).text();

const addresses = [
  '/api/v1/projects/Z99',
  '/api/v1/projects?limit=500',
  '/api/v1/projects?q=Zeta',
  '/api/v1/overview',
  '/api/v1/pipeline',
  '/api/v1/changes?from=2020-12-31&to=2021-04-16',
  '/api/v1/summary?by=stage',
];
test.each(addresses)(
  '%s hides notes, contacts and undisclosed amounts from a viewer, even from the response cache',
  async (path) => {
    const whole = await text('analyst', path);
    const content = await text('viewer', path);
    expect(secrets.filter((word) => content.includes(word))).toEqual([]);
    expect(await text('analyst', path)).toBe(whole);
  },
);

test('an analyst sees all fields, and both responses match the contract', async () => {
  const whole = await text('analyst', '/api/v1/projects/Z99');
  expect(secrets.filter((word) => !whole.includes(word))).toEqual([]);
  const project = JSON.parse(await text('viewer', '/api/v1/projects/Z99')) as ProjectDetail;
  expect(schemas.project.reply.safeParse(project).error?.issues ?? []).toEqual([]);
  expect(project.amounts).toEqual({ total_investment: { missing: 'not_disclosed' } });
});

test('the tag of a view without notes differs, so that a raised role sees more at once', async () => {
  const { headers } = await api.send('GET', '/api/v1/projects/Z99', as('viewer'));
  const again = await api.send('GET', '/api/v1/projects/Z99', {
    ...as('analyst'),
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(200);
});

// Seen to fail with the tag made from the whole project.
test('a tag does not confirm guesses of hidden fields', async () => {
  const response = await api.send('GET', '/api/v1/projects/Z99', as('viewer'));
  const etag = response.headers.get('etag') ?? '';
  const [, version, hash] = /^"v(\d+\.[0-9a-f]{10})\.([0-9a-f]{16})\.seen"$/.exec(etag) ?? [];
  expect(hash).toBe((await hashTag(new Uint8Array(await response.arrayBuffer()))).slice(0, 16));
  const whole =
    (await api.send('GET', '/api/v1/projects/Z99', as('analyst'))).headers.get('etag') ?? '';
  expect([whole.startsWith(`"v${version}.`), whole.includes(hash ?? 'no hash')]).toEqual([
    true,
    false,
  ]);
});

test('no search, filter or order reveals hidden texts and amounts to a viewer', async () => {
  for (const word of secrets) {
    const { total } = JSON.parse(
      await text('viewer', `/api/v1/projects?q=${encodeURIComponent(word)}`),
    ) as ProjectPage;
    expect([word, total]).toEqual([word, 0]);
  }
  for (const bad of ['sort=owner', 'sort=-remark', 'remark=x'])
    expect((await api.send('GET', `/api/v1/projects?${bad}`, as('viewer'))).status).toBe(400);
});

test('a viewer cannot filter by owner or unit, in a list, a sum or a file', async () => {
  for (const path of ['projects?', 'summary?by=stage&', 'documents/report.pptx?', 'documents?'])
    for (const filter of ['owner=x', 'unit=x'])
      expect([
        path,
        (await api.send('GET', `/api/v1/${path}${filter}`, as('viewer'))).status,
      ]).toEqual([path, 403]);
  for (const path of ['stage-time?owner=x', 'timeline?unit=x', 'completeness?owner=x'])
    expect((await api.send('GET', `/api/v1/analysis/${path}`, as('viewer'))).status).toBe(403);
  for (const file of ['quality.svg?by=owner', 'timeline.png?owner=x'])
    expect((await api.send('GET', `/api/v1/charts/${file}`, as('viewer'))).status).toBe(403);
  expect(await text('viewer', '/api/v1/analysis/completeness')).not.toContain('"owners"');
  expect((await api.send('GET', '/api/v1/owners', as('viewer'))).status).toBe(403);
});

test('a viewer reads the cause of a month; no link shows it', async () => {
  expect(await text('viewer', '/api/v1/overview')).toContain(cause);
  const embed = { figure: 'targets', origins: ['https://zone.example.org'] };
  const views = [...sharedViews.map(viewOfPage), { page: 'overview', embed }];
  for (const view of views)
    for (const profile of Object.values(redactionProfiles)) {
      const body = {
        view,
        profile: { ...profile, names: 'shown', smallest_group: 1 },
        frozen: false,
        language: 'en',
        exports: 'none',
      };
      const response = await api.send('POST', '/api/v1/links/preview', { ...as('manager'), body });
      expect([response.status, (await response.text()).includes('permit')]).toEqual([200, false]);
    }
});
