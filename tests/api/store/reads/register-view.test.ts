import { compact } from '#domain/values/compact.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';
import type { Db } from '#server/db/db.ts';
import { fillSample } from '#server/samples/service.ts';

import { putProjects, type PutOptions } from '#server/projects/history/put-project-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';

import type { ProjectRecord } from '#domain/projects/project.ts';
import { engines, withoutPostgres } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const own = { origin: 'own', as_of: '2021-06-30' } as const;
/** Signed so recently that it is not stalled. */
const events = [{ stage: 'signed', date: '2021-02-01' }] as const;
const put = async (db: Db, records: readonly ProjectRecord[], options: PutOptions = {}) =>
  writeRevision(db, { ...by, ...compact({ as_of: options.as_of }) }, (trx, revision) =>
    putProjects(trx, revision, records, options),
  );

if (withoutPostgres !== undefined) it(withoutPostgres, (context) => context.skip(withoutPostgres));

describe.each(engines)('the store on $name', ({ open }) => {
  let db: Db;
  const openStore = async (): Promise<Db> => (db = await open());
  afterEach(async () => db.close());

  it('replays the published counts of 14 May 2020 and 8 February 2021 from the sample', async () => {
    await openStore();
    await fillSample(db, 'sample');
    const counts = async (as_of: string) =>
      Object.fromEntries(
        (await readRegisterView(db, { origin: 'sample', as_of, mapping })).rows.map((row) => [
          row.stage,
          row.count,
        ]),
      );
    expect(await counts('2020-05-14')).toEqual({ lead: 12, negotiation: 6, construction: 5 });
    const {
      lead = 0,
      negotiation = 0,
      signed = 0,
      registered = 0,
      construction = 0,
      operation = 0,
    } = await counts('2021-02-08');
    expect([registered + construction + operation, lead + negotiation + signed]).toEqual([7, 20]);
  });

  it('sums the sample to 280,000 established and 512,000 from 17 of 20 in the pipeline', async () => {
    await openStore();
    await fillSample(db, 'sample');
    const view = await readRegisterView(db, {
      origin: 'sample',
      as_of: '2021-04-16',
      compare: '2021-03-16',
      mapping,
    });
    const sum = (stages: readonly string[]) => {
      const rows = view.rows.filter((row) => stages.includes(row.stage));
      const wan =
        rows
          .flatMap((row) => row.amounts)
          .reduce((total, money) => total + BigInt(money.minor), 0n) / 1_000_000n;
      return [
        rows.reduce((n, row) => n + row.count, 0),
        rows.reduce((n, row) => n + row.undisclosed, 0),
        wan,
      ];
    };
    expect(sum(mapping.established)).toEqual([7, 0, 280_000n]);
    expect(sum(mapping.pipeline)).toEqual([20, 3, 512_000n]);
    expect([view.excluded, view.total, view.data_status]).toEqual([3, 30, 'illustrative']);
    expect([view.actions.overdue, view.actions.stale, view.actions.not_judged]).toEqual([1, 3, 4]);
    expect(view.actions.rows.map(({ project }) => project.code)).toContain('A05');
    expect(view.changes).toEqual({
      total: 1,
      items: [
        {
          kind: 'stage',
          code: 'B03',
          name: 'B03',
          from: 'negotiation',
          to: 'signed',
          date: '2021-03-30',
          regression: false,
        },
      ],
    });
  });

  it('counts a milestone as overdue until it happened, also on an earlier day', async () => {
    await openStore();
    await put(db, [
      record('A', {
        events,
        milestones: [{ type: 'start', baseline: '2021-03-01', actual: '2021-04-10' }],
      }),
    ]);
    const listDelays = async (as_of: string) =>
      (await readRegisterView(db, { origin: 'own', as_of, mapping })).actions.rows.map(
        ({ project }) => project.milestones[0]?.actual ?? 'open',
      );
    expect(
      await Promise.all(['2021-03-01', '2021-03-02', '2021-04-09', '2021-04-10'].map(listDelays)),
    ).toEqual([[], ['open'], ['open'], []]);
  });

  it('counts a missed plan date as overdue where a register keeps no baseline', async () => {
    await openStore();
    await put(db, [
      record('A', { events, milestones: [{ type: 'start', plan: '2021-03-01' }] }),
      record('B', {
        events,
        milestones: [{ type: 'start', baseline: '2021-06-01', plan: '2021-03-01' }],
      }),
      record('C', {
        events,
        milestones: [{ type: 'start', plan: '2021-03-01', actual: '2021-03-20' }],
      }),
    ]);
    const listDelays = async (as_of: string) =>
      (await readRegisterView(db, { ...own, as_of, mapping })).actions.rows.map(
        ({ project }) => project.code,
      );
    expect(await Promise.all(['2021-03-01', '2021-03-02', '2021-03-20'].map(listDelays))).toEqual([
      [],
      ['A', 'C'],
      ['A'],
    ]);
  });

  it('never lists a milestone as overdue that happened by its day', async () => {
    await openStore();
    const inTime = [
      { type: 'start', baseline: '2021-03-01', actual: '2021-02-20' },
      { type: 'operation', baseline: '2021-05-01', actual: '2021-05-01' },
    ] as const;
    // a stage without the day of its milestone shows that the milestone happened
    const planned = [
      { type: 'start', baseline: '2020-03-01' },
      { type: 'operation', plan: '2021-01-01' },
    ] as const;
    await put(db, [
      record('A', {
        milestones: inTime,
        events: [{ stage: 'operation', date: '2020-01-01', by: true }],
      }),
      record('B', {
        milestones: planned,
        events: [{ stage: 'operation', date: '2020-01-01', by: true }],
      }),
    ]);
    expect((await readRegisterView(db, { ...own, mapping })).actions).toMatchObject({
      rows: [],
      total: 0,
      overdue: 0,
    });
  });

  it('counts every required action, also those beyond the length of its lists', async () => {
    await openStore();
    const late = {
      events,
      milestones: [{ type: 'start', baseline: '2021-03-01' }],
      last_update: '2021-05-01',
    } as const;
    await put(
      db,
      Array.from({ length: 53 }, (_, i) => record(`L${String(i).padStart(2, '0')}`, late)),
    );
    const view = await readRegisterView(db, { ...own, mapping });
    expect([view.actions.rows.length, view.undisclosed.projects.length]).toEqual([50, 50]);
    expect([view.actions, view.undisclosed.count]).toMatchObject([
      { total: 53, overdue: 53, stale: 53 },
      53,
    ]);
    const before = await readRegisterView(db, { ...own, as_of: '2021-03-01', mapping });
    expect(before.actions).toMatchObject({ rows: [], total: 0, overdue: 0, stale: 0 });
  });

  it('lists the changes since a day, with moves back marked, and counts them all', async () => {
    await openStore();
    const day = (n: number): string => `2021-03-${String((n % 28) + 1).padStart(2, '0')}`;
    await put(db, [
      ...Array.from({ length: 60 }, (_, i) =>
        record(`N${i}`, { events: [{ stage: 'lead', date: day(i) }] }),
      ),
      record('Z', {
        events: [
          { stage: 'signed', date: '2020-01-01' },
          { stage: 'negotiation', date: '2021-04-02' },
        ],
        status: [{ status: 'on_hold', date: '2021-04-02' }],
      }),
    ]);
    const { changes } = await readRegisterView(db, { ...own, compare: '2021-02-28', mapping });
    expect([changes.total, changes.items.length]).toEqual([62, 50]);
    expect(changes.items.slice(0, 2)).toEqual([
      {
        kind: 'stage',
        code: 'Z',
        name: 'Project Z',
        from: 'signed',
        to: 'negotiation',
        date: '2021-04-02',
        regression: true,
      },
      {
        kind: 'status',
        code: 'Z',
        name: 'Project Z',
        from: 'active',
        to: 'on_hold',
        date: '2021-04-02',
      },
    ]);
  });
});
