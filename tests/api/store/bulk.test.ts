import { compact } from '#domain/values/compact.ts';
import { afterEach, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { insertRows } from '#server/db/insert-rows.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { record } from '../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const odd = [
  '"quoted" \\ back\\u0041',
  'tab\t line\n',
  '\u2028 \u{1F3ED} \u202E',
  "null '; --",
  '{"a":[1]}',
  'a \ud800 b',
  ' spaces ',
  '0',
];
let db: Db;
afterEach(async () => db.close());

it.each(engines)(
  'stores many projects at once as it stores each alone on $name',
  async ({ open }) => {
    db = await open();
    const many = Array.from({ length: 40 }, (_, i) =>
      record(`P${String(i).padStart(2, '0')}`, {
        name: `${odd[i % odd.length]} ${i}`,
        ...(i % 3 === 0
          ? {
              investor: odd[(i + 1) % odd.length] ?? '',
              extra: { '列"\\': odd[i % odd.length] ?? '' },
            }
          : {}),
        ...compact({
          total:
            i % 4 === 0
              ? { minor: (i % 8 === 0 ? -1n : 1n) * (2n ** 63n - 1n), currency: 'CNY' }
              : undefined,
        }),
        events: [
          { stage: 'lead', date: '2020-01-01', ...compact({ by: i % 5 === 0 ? true : undefined }) },
          { stage: 'signed', date: '2021-02-01' },
        ],
      }),
    );
    const alone = many.map((one) => ({ ...one, code: one.code.replace('P', 'Q') }));
    await writeRevision(db, by, (trx, revision) => putProjects(trx, revision, many));
    for (const one of alone)
      await writeRevision(db, by, (trx, revision) => putProjects(trx, revision, [one]));
    const readStore = async (of: typeof many) =>
      recordsByCode(
        db,
        'own',
        of.map(({ code }) => code),
      );
    expect(await readStore(many)).toEqual(many);
    expect(await readStore(alone)).toEqual(alone);
    const listed = (await listProjects(db, { origin: 'own', as_of: '2021-06-30', limit: 100 }))
      .items;
    const rows = listed.map(({ revision: _, code, ...rest }) => ({
      ...rest,
      code: code.slice(1),
    }));
    expect(rows.slice(0, 40)).toEqual(rows.slice(40));
    const raw = await db.read
      .selectFrom('project_version')
      .selectAll()
      .orderBy('code')
      .orderBy('valid_from')
      .execute();
    const columns = raw.map(
      ({ code, revision_from: _f, made_by: _m, facts_revision: _r, search_fold, ...rest }) => ({
        ...rest,
        code: code.slice(1),
        search_fold: search_fold.slice(1),
      }),
    );
    expect(columns.slice(0, columns.length / 2)).toEqual(columns.slice(columns.length / 2));
  },
);

it.each(engines)(
  'a row that exists already is an error, and the connection stores the next rows on $name',
  async ({ open }) => {
    db = await open();
    const rows = ['A', 'B'].map((code) => ({
      origin: 'own' as const,
      code,
      revision: 1,
      facts_from: '2020-01-01',
      facts_json: '{}',
    }));
    const store = (list: typeof rows): Promise<unknown> =>
      writeRevision(db, by, (trx) => insertRows(trx, 'project_facts', list));
    await store(rows);
    const error = await store([...rows.slice(1), ...rows.slice(0, 1)]).catch((e: unknown) => e);
    expect(sqlErrorKind(error)).toBe('unique');
    await store(rows.map((row) => ({ ...row, code: `${row.code}2` })));
    const rowsNow = await db.read
      .selectFrom('project_facts')
      .select('code')
      .orderBy('code')
      .execute();
    expect(rowsNow.map(({ code }) => code)).toEqual(['A', 'A2', 'B', 'B2']);
  },
);

// seen to fail: a column that the first row lacks was left out without a word
it.each(engines)(
  'rows with other columns than the first are refused on $name',
  async ({ open }) => {
    db = await open();
    const first = {
      origin: 'own' as const,
      code: 'A',
      revision: 1,
      facts_from: '2020-01-01',
      facts_json: '{}',
    };
    const { facts_json: _, ...without } = { ...first, code: 'B' };
    const store = (list: readonly object[]): Promise<unknown> =>
      writeRevision(db, by, (trx) => insertRows(trx, 'project_facts', list as (typeof first)[]));
    await expect(store([first, { ...first, code: 'B', more: 1 }])).rejects.toThrow('other columns');
    await expect(store([first, without])).rejects.toThrow('other columns');
    expect(await db.read.selectFrom('project_facts').select('code').execute()).toEqual([]);
  },
);
