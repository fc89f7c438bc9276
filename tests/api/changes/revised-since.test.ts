import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { slippageDays } from '#domain/projects/milestones.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('figures and dates against earlier statements, on $name', (engine) => {
  let api: TestApi;
  let now = '2021-05-10T08:00:00Z';
  beforeEach(async () => {
    now = '2021-05-10T08:00:00Z';
    api = await openApi(engine, { clock: () => new Date(now) });
  });
  afterEach(() => api.close());
  const overview = (query: string) => api.get<Overview>(`/api/v1/overview?${query}`);

  test('an overview of an earlier revision gives the present value of each figure', async () => {
    const value = (period: string, text: string) =>
      api.send('POST', '/api/v1/indicators/companies/observations', {
        body: { period, value: text, confirm: true },
      });
    expect((await value('2021-04', '44')).status).toBe(201);
    const add = (code: string) =>
      api.send('POST', '/api/v1/projects', {
        body: { code, stage: 'registered', valid_from: '2021-04-20', facts: { name: code } },
      });
    await add('A-1');
    now = '2021-05-12T08:00:00Z';
    await value('2021-04', '46');
    await add('A-2');
    const then = await overview('as_of=2021-04-30&known_at=2021-05-11');
    expect(schemas.overview.reply.safeParse(then).success).toBe(true);
    expect(then.headline.established?.value).toBe('1');
    expect(then.revised_since).toEqual([
      { figure: 'established', unit: 'projects', before: '1', now: '2' },
      { figure: 'companies', unit: 'companies', before: '44', now: '46' },
      { figure: 'stage', stage: 'registered', unit: 'projects', before: '1', now: '2' },
    ]);
    expect((await overview('as_of=2021-04-30')).revised_since).toBeUndefined();
    expect((await overview('as_of=2021-04-30&known_at=2021-05-13')).revised_since).toEqual([]);
  });

  test('an earlier corrected month and a revised amount are named, where no headline figure changes', async () => {
    const value = (period: string, text: string) =>
      api.send('POST', '/api/v1/indicators/companies/observations', {
        body: { period, value: text, confirm: true },
      });
    await value('2021-03', '43');
    await value('2021-04', '44');
    const amount = (minor: string) => ({
      facts: { 'amounts.total_investment': { money: { minor, currency: 'CNY' } } },
    });
    await api.send('POST', '/api/v1/projects', {
      body: {
        code: 'A-1',
        stage: 'negotiation',
        valid_from: '2021-04-20',
        facts: { name: 'x', ...amount('9000000000').facts },
      },
    });
    now = '2021-05-12T08:00:00Z';
    await value('2021-03', '42');
    const etag = (await api.send('GET', '/api/v1/projects/A-1')).headers.get('etag') ?? '';
    expect(
      (
        await api.send('PATCH', '/api/v1/projects/A-1', {
          body: { valid_from: '2021-04-20', ...amount('8000000000') },
          headers: { 'if-match': etag },
        })
      ).status,
    ).toBe(200);
    expect((await overview('as_of=2021-04-30&known_at=2021-05-11')).revised_since).toEqual([
      { figure: 'stage', stage: 'negotiation', unit: 'CNY', before: '90000000', now: '80000000' },
      { figure: 'companies', period: '2021-03', unit: 'companies', before: '43', now: '42' },
    ]);
  });

  test('the link on a file opens the figures of the file, and names those that were revised later', async () => {
    const address = 'https://progress.example.org';
    await api.close();
    api = await openApi(engine, {
      clock: () => new Date(now),
      config: { loopback: true, hosts: [], version: 'test', address },
    });
    const value = (text: string) =>
      api.send('POST', '/api/v1/indicators/companies/observations', {
        body: { period: '2021-04', value: text, confirm: true },
      });
    await value('44');
    const file = await api.get<{ link: string; rows: Record<string, string>[] }>(
      '/api/v1/charts/targets.json?lang=en&as_of=2021-04-30',
    );
    now = '2021-05-12T08:00:00Z';
    await value('46');
    const { searchParams } = new URL(file.link);
    const former = await overview(
      `as_of=${searchParams.get('as_of')}&known_at=${searchParams.get('known_at')}`,
    );
    expect(former.targets[0]?.now?.value).toBe('44');
    expect(file.rows[0]?.['now']).toBe('44');
    expect(former.revised_since).toEqual([
      { figure: 'companies', unit: 'companies', before: '44', now: '46' },
    ]);
  });

  test('the days by which operation slips equal the reference: 91, 0, 92, 0, 91, 0, 18', async () => {
    const codes = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07'];
    const slips = await Promise.all(
      codes.map(async (code) => {
        const { milestones, stage } = await api.get<ProjectDetail>(
          `/api/v1/projects/${code}?as_of=2021-04-16`,
        );
        const operation = milestones.find(({ type }) => type === 'operation');
        return operation === undefined ? undefined : slippageDays(operation, stage);
      }),
    );
    expect(slips).toEqual([91, 0, 92, 0, 91, 0, 18]);
    const figure = (await overview('as_of=2021-04-16')).established;
    expect(figure.find(({ code }) => code === 'A05')).toMatchObject({
      next: { type: 'start', baseline: '2021-03-31' },
      overdue: { since: '2021-03-31', days: 16 },
    });
    expect(
      figure
        .filter(({ code }) => code !== 'A05' && code !== 'A07')
        .map(({ slippage_days }) => slippage_days),
    ).toEqual([91, 0, 92, 0, 0]);
  });

  test('re-planning needs a reason, moves the slippage and never the baseline', async () => {
    const milestones = { 'milestones.start.plan': '2021-09-01' };
    await api.send('POST', '/api/v1/projects', {
      body: { code: 'A-1', stage: 'signed', facts: { name: 'x', ...milestones } },
    });
    const etag = (await api.send('GET', '/api/v1/projects/A-1')).headers.get('etag') ?? '';
    const unexplained = { facts: { 'milestones.start.plan': '2021-12-01' } };
    const refusal = await api.send('PATCH', '/api/v1/projects/A-1', {
      body: unexplained,
      headers: { 'if-match': etag },
    });
    expect([refusal.status, await refusal.json()]).toMatchObject([
      422,
      { errors: [{ path: 'reason' }] },
    ]);
    const body = { ...unexplained, reason: 'land was late' };
    expect(
      (await api.send('PATCH', '/api/v1/projects/A-1', { body, headers: { 'if-match': etag } }))
        .status,
    ).toBe(200);
    const project = await api.get<ProjectDetail>('/api/v1/projects/A-1');
    const start = project.milestones[0];
    expect([start, start && slippageDays(start, project.stage)]).toEqual([
      { type: 'start', baseline: '2021-09-01', plan: '2021-12-01' },
      91,
    ]);
    const frozen = { facts: { 'milestones.start.baseline': '2021-12-01' } };
    expect(
      (
        await api.send('PATCH', '/api/v1/projects/A-1', {
          body: frozen,
          headers: { 'if-match': etag },
        })
      ).status,
    ).toBe(400);
  });
});
