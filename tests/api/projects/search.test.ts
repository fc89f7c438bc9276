import { compact } from '#domain/values/compact.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { Db } from '#server/db/db.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { refold } from '#server/storage/refold-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { searchText } from '#server/projects/history/search-text.ts';
import { engines } from '../../setup/api/stores.ts';

const project = (code: string, name: string, investor?: string): ProjectRecord => ({
  code,
  origin: 'own',
  facts: {
    name,
    amounts: {},
    milestones: [],
    data_status: 'reported',
    ...compact({ investor }),
  },
  stage_events: [{ stage: 'lead', date: '2020-01-01' }],
  status_events: [{ status: 'active' }],
});
const projects = [
  project('A1', '青岛高端装备制造', '澤田工業株式会社'),
  project('A2', 'ナブテスコ減速機', 'ﾅﾌﾞﾃｽｺ㈱'),
  project('A3', '臺灣積體電路'),
  project('A4', '重庆长城汽车'),
  project('A5', '绿色氢能'),
  project('A6', 'Pêche & Café', 'ACME'),
  project('A7', '株式会社ひろしま', '広島銀行'),
  project('A8', '100%_done'),
];

describe.each(engines)('search on $name', ({ open }) => {
  const stores: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of stores.splice(0)) await one.close();
  });
  const filled = async (): Promise<Db> => {
    const one = await open();
    stores.push(one);
    await writeRevision(one.db, { author: 't', kind: 'import', reason: '' }, (trx, revision) =>
      putProjects(trx, revision, projects),
    );
    return one.db;
  };
  const findCodes = async (db: Db, q: string): Promise<string> => {
    const { items } = await listProjects(db, {
      origin: 'own',
      as_of: '2021-01-01',
      sort: 'code',
      q,
    });
    return items.map((p) => p.code).join(' ');
  };

  it.each([
    ['full width and half width', 'Ａ１', 'A1'],
    ['half-width katakana', 'ﾅﾌﾞﾃｽｺ', 'A2'],
    ['hiragana for katakana', 'なぶてすこ', 'A2'],
    ['katakana for hiragana', 'ヒロシマ', 'A7'],
    ['simplified for traditional', '台湾积体', 'A3'],
    ['traditional for simplified', '高端裝備', 'A1'],
    ['simplified for a Japanese form', '泽田', 'A1'],
    ['traditional for a Japanese form', '廣島銀行', 'A7'],
    ['a Japanese form in place of a simplified one', '広岛', 'A7'],
    ['initials of pinyin', 'qdgd', 'A1'],
    ['initials in capitals', 'QDGDZB', 'A1'],
    ['full pinyin', 'gaoduanzhuangbei', 'A1'],
    ['pinyin with blanks', 'gao duan', 'A1'],
    ['the less usual reading', 'chongqing', 'A4'],
    ['its initials', 'cqcc', 'A4'],
    ['ü as v', 'lvse', 'A5'],
    ['ü as u', 'luse', 'A5'],
    ['ü itself', 'lüse', 'A5'],
    ['pinyin of traditional characters', 'taiwan', 'A3'],
    ['no accent', 'peche', 'A6'],
    ['an accent in another form', 'Cafe\u0301', 'A6'],
    ['a hidden character', 'A\u200bCME', 'A6'],
    ['a percent sign, literally', '0%_d', 'A8'],
    ['a joker of the engine', '%', 'A8'],
    ['nothing', 'zzz', ''],
  ])('finds by %s', async (_, q, codes) => {
    expect(await findCodes(await filled(), q)).toBe(codes);
  });

  it('lists the same name or code first, then beginnings, then the rest', async () => {
    const db = await filled();
    await writeRevision(db, { author: 't', kind: 'import', reason: '' }, (trx, revision) =>
      putProjects(trx, revision, [
        ...Array.from({ length: 9 }, (_, n) => project(`B${n}`, `Old Mill ${n}`, 'Mill')),
        project('M1', 'Mill River'),
        project('N1', 'mill'),
        project('Z9', 'Quay'),
        project('Z91', 'Z9'),
      ]),
    );
    const best = (q: string, limit: number) =>
      listProjects(db, { origin: 'own', as_of: '2021-01-01', sort: 'match', q, limit });
    const page = await best('Mill', 3);
    expect(page.items.map(({ code }) => code)).toEqual(['N1', 'B0', 'B1']);
    expect([page.total, page.nextCursor]).toEqual([11, null]);
    const codes = (await best('mill', 50)).items.map(({ code }) => code);
    expect(codes.at(-1)).toBe('M1');
    expect((await best('z9', 9)).items.map(({ code }) => code)).toEqual(['Z9', 'Z91']);
    await expect(best(' ', 3)).rejects.toThrow('sort');
  });

  it('finds names stored by former versions', async () => {
    const db = await filled();
    await db.write(async (trx) => {
      await sql`update project_version set search_fold = lower(name)`.execute(trx);
      await sql`update fold_version set version = 0`.execute(trx);
    });
    expect(await findCodes(db, 'qdgd')).toBe('');
    await db.write(refold);
    expect(await findCodes(db, 'qdgd')).toBe('A1');
    expect(await findCodes(db, '泽田')).toBe('A1');
  });
});

it('adds no pinyin to a text without Chinese characters', () => {
  expect(searchText('A-1', { name: 'Ｎordic Steel', company: '' })).toBe('a-1\nnordic steel');
});
