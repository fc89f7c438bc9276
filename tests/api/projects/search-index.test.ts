// A search by the index of pieces finds what a comparison of all texts finds. Seen to fail without
// the texts of changed versions, and without the pieces of pairs that hold one Latin letter.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { verifySearch } from '#server/projects/search/verify-search-store.ts';
import { findCandidates } from '#server/projects/search/narrow-search-store.ts';
import { fillSearchPieces } from '#server/projects/search/search-piece-store.ts';
import { listContained } from '#server/core/text-folding/fold-text.ts';
import { searchText } from '#server/projects/history/search-text.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import type { Db } from '#server/db/db.ts';
import { engines } from '../../setup/api/stores.ts';
import { record } from '../../setup/api/store-records.ts';

const words = [
  '示范区',
  '青岛港',
  '臺灣',
  '台湾',
  'ナブテスコ',
  'ﾅﾌﾞ',
  'ひろしま',
  '広島',
  '한국',
  'Ｎordic',
  'Pêche',
  'A1',
  '１２３',
  '100%',
  '_',
  "xi'an",
  ' ',
  '-',
  '𠮷野',
  '重庆',
  '绿色',
];
const anyName = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(''));
/** A part of a name, pinyin, or a text of words that no name need hold. */
const anyQuery = fc.oneof(
  fc
    .tuple(anyName, fc.nat(6), fc.integer({ min: 1, max: 5 }))
    .map(([name, from, size]) => [...name].slice(from, from + size).join('')),
  fc.constantFrom(
    'qdg',
    'qingdao',
    'sfq',
    'taiwan',
    'chong qing',
    'cq',
    'lvse',
    'po',
    'p00',
    '0',
    'a1',
  ),
);

const portAndZone = new Map([
  ['P1', '青岛港'],
  ['P2', '示范区'],
]);

describe.each(engines)('the search index on $name', ({ open }) => {
  const stores: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
  });
  const openEmpty = async (): Promise<Db> => {
    const one = await open();
    stores.push(one);
    return one.db;
  };
  const put = (db: Db, names: ReadonlyMap<string, string>): Promise<unknown> =>
    writeRevision(db, { author: 't', kind: 'import', reason: '' }, (trx, revision) =>
      putProjects(
        trx,
        revision,
        [...names].map(([code, name]) => record(code, { name })),
      ),
    );
  const findCodes = async (db: Db, q: string): Promise<readonly string[]> =>
    (await listProjects(db, { origin: 'own', as_of: '2030-01-01', q, limit: 500 })).items.map(
      ({ code }) => code,
    );
  const compare = (names: ReadonlyMap<string, string>, q: string): readonly string[] =>
    [...names]
      .filter(([code, name]) =>
        listContained(q.trim()).some((text) => searchText(code, { name }).includes(text)),
      )
      .map(([code]) => code)
      .toSorted();

  it('finds what a comparison of all texts finds, after any changes', async () => {
    const db = await openEmpty();
    const names = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(20), anyName), { minLength: 1, maxLength: 6 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 6 }),
        async (changes, queries) => {
          const changed = new Map(changes.map(([n, name]) => [`P00-${n}`, name]));
          for (const [code, name] of changed) names.set(code, name);
          await put(db, changed);
          for (const q of queries)
            if (q.trim() !== '')
              expect([q, await findCodes(db, q)]).toEqual([q, compare(names, q)]);
        },
      ),
      { numRuns: 40 },
    );
    expect(await verifySearch(db)).toMatchObject({ whole: true });
  });

  it('finds a former name on a former revision, and again after an undo', async () => {
    const db = await openEmpty();
    await put(db, portAndZone);
    await put(db, new Map([['P1', '示范港']]));
    expect(await findCodes(db, '青岛')).toEqual([]);
    const past = { origin: 'own', as_of: '2030-01-01', knownRevision: 1, q: '青岛' } as const;
    expect((await listProjects(db, past)).items.map(({ code }) => code)).toEqual(['P1']);
    await undoRevision(db, 2, { author: 't' });
    expect(await findCodes(db, '青岛')).toEqual(['P1']);
    expect(await findCodes(db, '示范港')).toEqual([]);
  });

  it('reads few projects for a text of two characters', async () => {
    const db = await openEmpty();
    await put(db, portAndZone);
    const find = async (q: string): Promise<unknown> => {
      const { codes } = await findCandidates(db.read, { origin: 'own', q });
      if (codes === undefined) return undefined;
      const { rows } = await sql<{ code: string }>`select code from ${codes} as found`.execute(
        db.read,
      );
      return rows.map(({ code }) => code);
    };
    expect(await find('青岛')).toEqual(['P1']);
    expect(await find('qing dao')).toEqual(['P1']);
    expect(await find('示港')).toEqual([]);
    expect(await find('港')).toBeUndefined();
  });

  it('adds one text for versions with the same names', async () => {
    const db = await openEmpty();
    for (const _ of [1, 2]) await put(db, new Map([['P1', '青岛港']]));
    await writeRevision(db, { author: 't', kind: 'edit', reason: '' }, (trx, revision) =>
      putProjects(trx, revision, [
        record('P1', { name: '青岛港', events: [{ stage: 'signed', date: '2022-01-01' }] }),
      ]),
    );
    expect(await verifySearch(db)).toEqual({ whole: true, texts: 1 });
  });

  it('names a project whose text the index lacks, and is whole when made anew', async () => {
    const db = await openEmpty();
    await put(db, portAndZone);
    await db.write((trx) =>
      sql`update project_version set search_fold = 'p2' where code = 'P2'`.execute(trx),
    );
    expect(await verifySearch(db)).toEqual({ whole: false, origin: 'own', code: 'P2' });
    await db.write(fillSearchPieces);
    expect(await verifySearch(db)).toEqual({ whole: true, texts: 2 });
  });
});
