import { compact } from '#domain/values/compact.ts';
import { afterEach, describe, expect, test } from 'vitest';
import type { ActionList } from '#domain/projects/actions.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { daysBetween } from '#domain/values/date.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { schemas } from '#contract/schemas.ts';
import { sampleData } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const as_of = '2021-06-30';
const events = [{ stage: 'signed', date: '2021-04-01' }] as const;
/** A project whose start was planned for a day that has passed. */
const late = (
  code: string,
  plan: string,
  total?: { minor: bigint; currency: string },
  owner?: string,
): ProjectRecord =>
  record(code, {
    name: `Plant ${code}`,
    events,
    milestones: [{ type: 'start', plan }],
    ...compact({ total, owner }),
  });

describe.each(engines)('what needs action on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async (records: readonly ProjectRecord[]): Promise<void> => {
    api = await openApi(engine);
    const { profile } = sampleData();
    await writeRevision(
      api.db,
      { author: 'test', kind: 'import', reason: 'x', origin: 'own' },
      async (trx, revision) => {
        await writeZone(trx, revision, { ...profile, origin: 'own' });
        await chooseOrigin(trx, revision, 'own');
        await putProjects(trx, revision, records);
      },
    );
  };
  const lists = async (): Promise<readonly ActionList[]> => {
    const overview = await api.get<Overview>(`/api/v1/overview?as_of=${as_of}`);
    const pipeline = await api.get<Pipeline>(`/api/v1/pipeline?as_of=${as_of}`);
    expect(schemas.overview.reply.safeParse(overview).error?.issues ?? []).toEqual([]);
    return [overview.actions, pipeline.actions].filter((list) => list !== undefined);
  };

  test('of 3,511 projects lists the twenty with the largest amount × days, with name, owner and amount', async () => {
    const dayOf = (n: number): string =>
      `2021-0${1 + (n % 6)}-${String(1 + ((n * 7) % 28)).padStart(2, '0')}`;
    const projects = Array.from({ length: 3511 }, (_, n) => ({
      code: `P${String(n).padStart(5, '0')}`,
      plan: dayOf(n),
      yuan: BigInt((n * 7919) % 100_003) + 1n,
    }));
    await open(
      projects.map(({ code, plan, yuan }) => late(code, plan, cny(yuan), `Owner of ${code}`)),
    );
    const expected = projects
      .map(({ code, plan, yuan }) => ({ code, yuan, days: daysBetween(plan, as_of) }))
      .sort((a, b) => Number(b.yuan) * b.days - Number(a.yuan) * a.days)
      .slice(0, 20);
    const [list, same] = await lists();
    expect([list?.total, list?.items.length]).toEqual([3511, 50]);
    expect(same).toEqual(list);
    expect(list?.items.slice(0, 20)).toEqual(
      expected.map(({ code, yuan, days }) => ({
        code,
        name: `Plant ${code}`,
        owner: `Owner of ${code}`,
        money: { minor: String(yuan * 100n), currency: 'CNY' },
        days_over: days,
        reasons: [
          {
            kind: 'overdue',
            milestone: 'start',
            since: expect.any(String),
            plan: expect.any(String),
            days,
          },
        ],
      })),
    );
  });

  test('other currencies count at the entered rate; projects without an amount or a rate follow by days', async () => {
    await open([
      late('YUAN', '2021-06-20', cny(1000n)),
      late('YEN', '2021-06-20', { minor: 100_000n, currency: 'JPY' }),
      late('DOLLAR', '2021-06-10', { minor: 9_000_000_000n, currency: 'USD' }),
      late('SECRET', '2021-05-31'),
      late('LONG', '2021-06-01', cny(1n)),
      {
        ...late('HELD', '2021-01-01', cny(10_000_000n)),
        status_events: [{ status: 'on_hold', date: '2021-05-01' }],
      },
    ]);
    const before = (await lists())[0];
    expect(before?.items.map(({ code }) => code)).toEqual([
      'YUAN',
      'LONG',
      'SECRET',
      'DOLLAR',
      'YEN',
    ]);
    expect(before?.unrated).toEqual(['JPY', 'USD']);
    const rate = {
      base: 'JPY',
      quote: 'CNY',
      day: '2021-04-01',
      per_units: 100,
      rate: '5.9',
      source: 'bank',
    };
    expect(
      (await api.send('POST', '/api/v1/exchange-rates', { body: { rates: [rate] } })).status,
    ).toBe(201);
    // 100,000 yen are 5,900 yuan
    const [after] = await lists();
    expect(after?.items.map(({ code }) => code)).toEqual([
      'YEN',
      'YUAN',
      'LONG',
      'SECRET',
      'DOLLAR',
    ]);
    expect(after?.unrated).toEqual(['USD']);
    expect(after?.items.find(({ code }) => code === 'SECRET')).toMatchObject({
      missing: 'not_reported',
      days_over: 30,
    });
  });

  // seen to fail: "at least 2 projects" need action, of 2 in all
  test('a list of all active projects is complete, although one of them has an unknown event', async () => {
    const construction = [{ stage: 'construction', date: '2019-01-31' }] as const;
    const site = record('B', {
      events: construction,
      milestones: [{ type: 'operation', plan: '2021-03-31' }],
    });
    await open([late('A', '2021-03-31'), site]);
    for (const list of await lists()) expect(list).toMatchObject({ total: 2, not_judged: 0 });
    await api.close();
    const lead = record('C', { events: [{ stage: 'lead', date: '2021-06-01', by: true }] });
    await open([late('A', '2021-03-31'), site, lead]);
    for (const list of await lists())
      expect(list).toMatchObject({ total: 2, not_judged: 1, undated: 1 });
  });

  test('a project without owner, date and amount is not listed, and an empty register has an empty list', async () => {
    await open([record('A', { events: [{ stage: 'lead', date: '2021-06-01', by: true }] })]);
    expect((await lists())[0]).toEqual({
      items: [],
      total: 0,
      unrated: [],
      not_judged: 0,
      undated: 1,
    });
  });
});
