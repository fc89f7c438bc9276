import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';
import type { Db } from '#server/db/db.ts';
import { fillSample } from '#server/samples/service.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { addObservation, listObservations } from '#server/targets/observation-store.ts';
import { putProjects, type PutOptions } from '#server/projects/history/put-project-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { summarise } from '#server/projects/register/summary-store.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { engines, withoutPostgres } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const own = { origin: 'own', as_of: '2021-06-30' } as const;
/** Signed so lately that it is not stalled. */
const events = [{ stage: 'signed', date: '2021-02-01' }] as const;
const put = async (db: Db, records: readonly ProjectRecord[], options: PutOptions = {}) =>
  writeRevision(db, { ...by, ...compact({ as_of: options.as_of }) }, (trx, revision) =>
    putProjects(trx, revision, records, options),
  );

if (withoutPostgres !== undefined) it(withoutPostgres, (context) => context.skip(withoutPostgres));

describe.each(engines)('the store on $name', ({ open }) => {
  let db: Db;
  const opened = async (): Promise<Db> => (db = await open());
  afterEach(async () => db.close());

  it('keeps the last word where a project is put twice in one change, and what stood before it', async () => {
    await opened();
    await put(db, [record('A', { owner: 'before' })]);
    await writeRevision(db, by, async (trx, revision) => {
      await putProjects(trx, revision, [
        record('A', { owner: 'first' }),
        record('B', { owner: 'first' }),
      ]);
      await putProjects(trx, revision, [
        record('A', { owner: 'last' }),
        record('B', { owner: 'last' }),
      ]);
    });
    const owners = async (known?: number) =>
      (await recordsByCode(db, 'own', ['A', 'B'], known)).map(({ facts }) => facts.owner);
    expect([await owners(1), await owners()]).toEqual([['before'], ['last', 'last']]);
    const { total } = await listProjects(db, { origin: 'own', as_of: '2021-06-30' });
    expect(total).toBe(2);
  });

  it('answers as of a day and as known at a revision', async () => {
    await opened();
    await put(db, [
      record('A', { total: cny(100n), events: [{ stage: 'lead', date: '2021-01-10' }] }),
    ]);
    await put(
      db,
      [
        record('A', {
          total: cny(250n),
          events: [
            { stage: 'lead', date: '2021-01-10' },
            { stage: 'signed', date: '2021-05-05' },
          ],
        }),
      ],
      { as_of: '2021-05-31' },
    );
    const seen = async (as_of: string, known?: number) => {
      const found = await findProject(db, {
        origin: 'own',
        code: 'A',
        as_of,
        ...compact({ known }),
      });
      return (
        found && [
          found.project.stage,
          found.project.amounts.total_investment?.money?.minor,
          found.project.revision,
        ]
      );
    };
    expect(await seen('2021-01-09')).toBeUndefined();
    expect(await seen('2021-04-30')).toEqual(['lead', '10000', 2]);
    expect(await seen('2021-05-10')).toEqual(['signed', '10000', 2]);
    expect(await seen('2021-05-31')).toEqual(['signed', '25000', 2]);
    expect(await seen('2021-05-31', 1)).toEqual(['lead', '10000', 1]);
    expect(await seen('2021-05-31', 0)).toBeUndefined();
  });

  it('replays the published counts of 14 May 2020 and 8 February 2021 from the sample', async () => {
    await opened();
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
    await opened();
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
    await opened();
    await put(db, [
      record('A', {
        events,
        milestones: [{ type: 'start', baseline: '2021-03-01', actual: '2021-04-10' }],
      }),
    ]);
    const overdue = async (as_of: string) =>
      (await readRegisterView(db, { origin: 'own', as_of, mapping })).actions.rows.map(
        ({ project }) => project.milestones[0]?.actual ?? 'open',
      );
    expect(
      await Promise.all(['2021-03-01', '2021-03-02', '2021-04-09', '2021-04-10'].map(overdue)),
    ).toEqual([[], ['open'], ['open'], []]);
  });

  it('counts what was planned and did not happen as overdue where a register keeps no baseline', async () => {
    await opened();
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
    const overdue = async (as_of: string) =>
      (await readRegisterView(db, { ...own, as_of, mapping })).actions.rows.map(
        ({ project }) => project.code,
      );
    expect(await Promise.all(['2021-03-01', '2021-03-02', '2021-03-20'].map(overdue))).toEqual([
      [],
      ['A', 'C'],
      ['A'],
    ]);
  });

  it('never lists as overdue what came on or before its day, whatever else is known of the project', async () => {
    await opened();
    const inTime = [
      { type: 'start', baseline: '2021-03-01', actual: '2021-02-20' },
      { type: 'operation', baseline: '2021-05-01', actual: '2021-05-01' },
    ] as const;
    // a stage without the day of its milestone shows that it happened all the same
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

  it('counts all that needs doing, also what its lists have no room for', async () => {
    await opened();
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

  it('says which changes came since a day, with moves back marked, and counts them all', async () => {
    await opened();
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

  it('sums amounts exactly beyond 2^63, and never adds two currencies', async () => {
    await opened();
    const amount = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, fc.constantFrom('CNY', 'JPY')), { minLength: 1, maxLength: 40 }),
        async (list) => {
          await put(
            db,
            Array.from({ length: 40 }, (_, i) => {
              const [minor, currency] = list[i] ?? [];
              return record(
                `P${i}`,
                minor === undefined || currency === undefined ? {} : { total: { minor, currency } },
              );
            }),
          );
          const expected = ['CNY', 'JPY']
            .filter((c) => list.some(([, currency]) => currency === c))
            .map((c) => ({
              currency: c,
              minor: String(
                list
                  .filter(([, currency]) => currency === c)
                  .reduce((sum, [minor]) => sum + minor, 0n),
              ),
            }));
          const { total } = await summarise(db, { ...own, by: 'industry' });
          expect(total).toEqual({
            key: 'total',
            count: 40,
            undisclosed: 40 - list.length,
            amounts: expected,
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('refuses an amount that the store cannot hold, and keeps nothing of that change', async () => {
    await opened();
    await expect(
      put(db, [record('A'), record('B', { total: { minor: 2n ** 63n, currency: 'CNY' } })]),
    ).rejects.toThrow(RangeError);
    expect([await currentRevision(db), (await listProjects(db, own)).total]).toEqual([0, 0]);
  });

  it('leaves no trace of records that say nothing new, in whatever order their fields come', async () => {
    await opened();
    await put(db, [record('A', { total: cny(5n), remark: 'x' })]);
    const same = record('A', { remark: 'x', total: cny(5n) });
    const { result } = await put(db, [same]);
    expect(result).toEqual({ new: 0, changed: 0, unchanged: 1 });
    expect(await recordsByCode(db, 'own', ['A', 'none'])).toEqual([same]);
  });

  it('keeps the value that a correction replaced, and a zero is a value', async () => {
    await opened();
    const enter = (value: string) =>
      writeRevision(db, { ...by, recorded_at: '2021-04-01T00:00:00.000Z' }, (trx, revision) =>
        addObservation(trx, revision, {
          origin: 'own',
          indicator: 'jobs',
          period: '2021-03',
          value,
          data_status: 'reported',
        }),
      );
    await enter('0');
    await enter('12345678901234567890.5');
    expect((await enter('12345678901234567890.5')).result).toBe(false);
    const [now] = await listObservations(db, { origin: 'own' });
    expect(now).toEqual({
      indicator: 'jobs',
      period: '2021-03',
      value: '12345678901234567890.5',
      data_status: 'reported',
      origin: 'own',
      revision: 2,
      earlier: [{ value: '0', revision: 1, recorded_at: '2021-04-01T00:00:00.000Z' }],
    });
    expect((await listObservations(db, { origin: 'own', known: 1 }))[0]?.value).toBe('0');
    expect(await listObservations(db, { origin: 'own', as_of: '2021-03-30' })).toEqual([]);
  });

  it('gives concurrent writers one revision each, in order', async () => {
    await opened();
    const written = await Promise.all(
      Array.from({ length: 12 }, (_, i) => put(db, [record(`P${i}`)])),
    );
    expect(written.map((w) => w.revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect((await listProjects(db, own)).total).toBe(12);
  });
});
