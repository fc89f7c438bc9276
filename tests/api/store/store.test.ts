import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import type { Db } from '#server/db/db.ts';

import { findProject } from '#server/projects/register/find-project-store.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { addObservation, listObservations } from '#server/targets/observation-store.ts';
import { putProjects, type PutOptions } from '#server/projects/history/put-project-store.ts';

import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { summarise } from '#server/projects/register/summary-store.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { engines, withoutPostgres } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const own = { origin: 'own', as_of: '2021-06-30' } as const;
const put = async (db: Db, records: readonly ProjectRecord[], options: PutOptions = {}) =>
  writeRevision(db, { ...by, ...compact({ as_of: options.as_of }) }, (trx, revision) =>
    putProjects(trx, revision, records, options),
  );

if (withoutPostgres !== undefined) it(withoutPostgres, (context) => context.skip(withoutPostgres));

describe.each(engines)('the store on $name', ({ open }) => {
  let db: Db;
  const openStore = async (): Promise<Db> => (db = await open());
  afterEach(async () => db.close());

  it('keeps the last version where a project is put twice in one change, and the version before it', async () => {
    await openStore();
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
    const owners = async (register?: number) =>
      (await recordsByCode(db, 'own', ['A', 'B'], register)).map(({ facts }) => facts.owner);
    expect([await owners(1), await owners()]).toEqual([['before'], ['last', 'last']]);
    const { total } = await listProjects(db, { origin: 'own', as_of: '2021-06-30' });
    expect(total).toBe(2);
  });

  it('answers as of a day and as known at a revision', async () => {
    await openStore();
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
    const readState = async (as_of: string, register?: number) => {
      const project = await findProject(db, {
        origin: 'own',
        code: 'A',
        as_of,
        ...compact({ knownRevision: register }),
      });
      return (
        project && [
          project.project.stage,
          project.project.amounts.total_investment?.money?.minor,
          project.project.revision,
        ]
      );
    };
    expect(await readState('2021-01-09')).toBeUndefined();
    expect(await readState('2021-04-30')).toEqual(['lead', '10000', 2]);
    expect(await readState('2021-05-10')).toEqual(['signed', '10000', 2]);
    expect(await readState('2021-05-31')).toEqual(['signed', '25000', 2]);
    expect(await readState('2021-05-31', 1)).toEqual(['lead', '10000', 1]);
    expect(await readState('2021-05-31', 0)).toBeUndefined();
  });

  it('sums amounts exactly beyond 2^63, and never adds two currencies', async () => {
    await openStore();
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

  it('refuses an amount that the store cannot hold, and stores no part of that change', async () => {
    await openStore();
    await expect(
      put(db, [record('A'), record('B', { total: { minor: 2n ** 63n, currency: 'CNY' } })]),
    ).rejects.toThrow(RangeError);
    expect([await currentRevision(db), (await listProjects(db, own)).total]).toEqual([0, 0]);
  });

  it('stores no records that change nothing, in whatever order their fields come', async () => {
    await openStore();
    await put(db, [record('A', { total: cny(5n), remark: 'x' })]);
    const same = record('A', { remark: 'x', total: cny(5n) });
    const { result } = await put(db, [same]);
    expect(result).toEqual({ new: 0, changed: 0, unchanged: 1 });
    expect(await recordsByCode(db, 'own', ['A', 'none'])).toEqual([same]);
  });

  it('keeps the value that a correction replaced, and a zero is a value', async () => {
    await openStore();
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
    expect((await listObservations(db, { origin: 'own', knownRevision: 1 }))[0]?.value).toBe('0');
    expect(await listObservations(db, { origin: 'own', as_of: '2021-03-30' })).toEqual([]);
  });

  it('gives concurrent writers one revision each, in order', async () => {
    await openStore();
    const revisions = await Promise.all(
      Array.from({ length: 12 }, (_, i) => put(db, [record(`P${i}`)])),
    );
    expect(revisions.map((w) => w.revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect((await listProjects(db, own)).total).toBe(12);
  });
});
