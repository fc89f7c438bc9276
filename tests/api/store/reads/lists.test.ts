import { compact } from '#domain/values/compact.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import type { Db } from '#server/db/db.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { sortKeys } from '#server/projects/register/order-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

const own = { origin: 'own', as_of: '2021-06-30' } as const;
const put = (db: Db, records: readonly ProjectRecord[]) =>
  writeRevision(
    db,
    { author: 'test', kind: 'import', reason: 'test', origin: 'own' },
    (trx, revision) => putProjects(trx, revision, records),
  );

describe.each(engines)('lists on $name', ({ open }) => {
  let db: Db;
  const openStore = async (): Promise<Db> => (db = await open());
  afterEach(async () => db.close());

  it('visits each project once under every sort, whatever the page size, with missing values last', async () => {
    await openStore();
    const stages = ['lead', 'signed', 'unknown', 'operation'] as const;
    await put(
      db,
      Array.from({ length: 57 }, (_, i) =>
        record(`P${i}`, {
          name: `Name ${i % 7}`,
          ...compact({
            total:
              i % 4 === 0
                ? undefined
                : { minor: BigInt(i % 5) * 10n ** 17n, currency: i % 6 === 0 ? 'JPY' : 'CNY' },
            last_update: i % 3 === 0 ? undefined : `2021-0${(i % 6) + 1}-01`,
          }),
          events: [{ stage: stages[i % 4] ?? 'lead', date: '2020-01-01' }],
          status: i % 9 === 0 ? [{ status: 'on_hold', date: '2020-02-01' }] : [],
        }),
      ),
    );
    for (const sort of sortKeys.flatMap((key) => [key, `-${key}`])) {
      const codes: string[] = [];
      const values: unknown[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await listProjects(db, {
          ...own,
          sort,
          limit: 8,
          ...compact({ cursor }),
        });
        expect(page.total).toBe(57);
        codes.push(...page.items.map((p) => p.code));
        values.push(
          ...page.items.map((p) =>
            sort.endsWith('total_investment')
              ? p.amounts.total_investment?.money
              : sort.endsWith('last_update')
                ? p.last_update
                : p.stage === 'unknown' && sort.endsWith('stage')
                  ? undefined
                  : p.code,
          ),
        );
        cursor = page.nextCursor;
      }
      expect([sort, codes.length, new Set(codes).size]).toEqual([sort, 57, 57]);
      const firstMissing = values.indexOf(undefined);
      if (firstMissing >= 0)
        expect(values.slice(firstMissing).every((v) => v === undefined)).toBe(true);
    }
  });

  it('keeps every page at the revision of the first page', async () => {
    await openStore();
    await put(
      db,
      ['A', 'C', 'E'].map((code) => record(code)),
    );
    const first = await listProjects(db, { ...own, limit: 1 });
    await put(
      db,
      ['B', 'D'].map((code) => record(code)),
    );
    const rest = await listProjects(db, { ...own, limit: 9, cursor: first.nextCursor ?? '' });
    expect([rest.items.map((p) => p.code), rest.total]).toEqual([['C', 'E'], 3]);
    await expect(listProjects(db, { ...own, cursor: 'bm9uc2Vuc2U' })).rejects.toThrow('cursor');
    await expect(
      listProjects(db, { ...own, sort: 'name', cursor: first.nextCursor ?? '' }),
    ).rejects.toThrow('cursor');
    await expect(listProjects(db, { ...own, sort: 'constructor' })).rejects.toThrow('sort');
  });

  it('finds text literally, whatever its case and width', async () => {
    await openStore();
    await put(db, [
      record('100%', { name: 'a_b' }),
      record('1000', { name: 'aXb' }),
      record("O'Hare", { name: 'C:\\path', investor: 'ＡＢＣ商事' }),
      record('É1', { name: '汽车电子' }),
    ]);
    const find = async (q: string) =>
      (await listProjects(db, { ...own, q })).items.map((p) => p.code);
    expect(await find('0%')).toEqual(['100%']);
    expect(await find('a_b')).toEqual(['100%']);
    expect(await find('c:\\P')).toEqual(["O'Hare"]);
    expect(await find("o'h")).toEqual(["O'Hare"]);
    expect(await find('abc')).toEqual(["O'Hare"]);
    expect(await find('é1')).toEqual(['É1']);
    expect(await find('车电')).toEqual(['É1']);
    expect(await find("' or 1=1 --")).toEqual([]);
  });

  it('state why each project without an amount has none', async () => {
    await openStore();
    const events = [{ stage: 'signed', date: '2021-02-01' }] as const;
    await put(db, [
      record('A', {
        events,
        amounts: { total_investment: { missing: 'not_readable', text: 'lots' } },
      }),
      record('B', { events, amounts: { total_investment: { missing: 'not_disclosed' } } }),
      record('C', { events }),
    ]);
    const [row] = (await readRegisterView(db, { ...own, mapping: defaultStageMapping })).rows;
    expect(row?.dots.map(({ code, missing }) => [code, missing])).toEqual([
      ['A', 'not_readable'],
      ['B', 'not_disclosed'],
      ['C', 'not_reported'],
    ]);
  });
});
