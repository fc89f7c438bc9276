// Seen to fail: several_rows was not among the stored answers, and stored answers could be neither
// listed, changed nor removed.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportRecipe } from '#contract/imports/schemas.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { adoptImportMemory } from '#server/storage/import-memory-store.ts';
import { listImportRecipes } from '#server/imports/recipe-store.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const register = [
  'Code,Name,Step,Cost,Last updated',
  'A1,Alpha,planning desk,100,2021-05-08',
  'A1,Alpha,planning desk,50,2021-05-08',
  'B2,Beta,Signed,70,2021-05-08',
].join('\n');
const answers: ImportAnswers = {
  file_kind: 'own_register',
  several_rows: 'sum',
  mapping: { Step: 'stage', Cost: 'total_investment' },
  stage_words: { 'planning desk': 'lead' },
  currency: 'EUR',
  unit: '1000000',
};

describe.each(engines)('recipes of imports on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  const preview = async (text: string): Promise<ImportPreview> => {
    const form = new FormData();
    form.set('file', new File([text], 'register.csv'));
    return (await (
      await api.send('POST', '/api/v1/imports?lang=en', { body: form })
    ).json()) as ImportPreview;
  };
  const commit = async (text: string, answers: ImportAnswers = {}) => {
    const { id } = await preview(text);
    const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, {
      body: { answers },
    });
    expect(outcome.status).toBe(200);
    return ((await outcome.json()) as { revision: number }).revision;
  };
  const recipes = async (): Promise<readonly ImportRecipe[]> => {
    const reply = await api.get<{ items: ImportRecipe[] }>('/api/v1/import-recipes');
    expect(schemas.listImportRecipes.reply.safeParse(reply).error).toBeUndefined();
    return reply.items;
  };
  const openIn = ({ questions }: ImportPreview) =>
    questions.filter((q) => q.default === undefined).map(({ id }) => id);
  const edit = async (shape: string, method: 'PATCH' | 'DELETE', body: object) => {
    const now = await api.send('GET', `/api/v1/import-recipes/${shape}`);
    return api.send(method, `/api/v1/import-recipes/${shape}`, {
      body,
      headers: { 'if-match': now.headers.get('etag') ?? '' },
    });
  };

  // seen to fail: abroad, the form of a recipe offered the codes of Chinese authorities
  test('a recipe offers Chinese fields only in China, or where a column already has one', async () => {
    const chineseFields = ['project_code', 'uscc', 'gb4754', 'land_mu'];
    const offeredFields = async () => {
      const reply = await api.get<{ fields: { id: string }[] }>('/api/v1/import-recipes');
      return chineseFields.filter((field) => reply.fields.some(({ id }) => id === field));
    };
    expect(await offeredFields()).toEqual(chineseFields);
    const { file_kind: _, ...lasting } = answers;
    const abroad = {
      ...lasting,
      file_kind: 'other_zone',
      zone_name: 'Riverside Park',
      zone_currency: 'EUR',
    };
    await commit(register, abroad);
    expect((await api.get<{ base_currency: string }>('/api/v1/zone')).base_currency).toBe('EUR');
    expect(await offeredFields()).toEqual([]);
    const [{ shape } = { shape: '' }] = await recipes();
    const mapping = { Step: 'stage', Cost: 'total_investment', Code: 'uscc' };
    expect((await edit(shape, 'PATCH', { answers: { ...lasting, mapping } })).status).toBe(200);
    expect(await offeredFields()).toEqual(['uscc']);
  });

  test('a commit stores every answer about the shape of its file, and the same file changes nothing', async () => {
    const revision = await commit(register, answers);
    const { file_kind: _, ...lasting } = answers;
    expect(await recipes()).toMatchObject([
      {
        file: 'register.csv',
        columns: ['Code', 'Name', 'Step', 'Cost', 'Last updated'],
        answers: lasting,
        revision,
      },
    ]);
    const again = await preview(register);
    expect([again.rows, openIn(again)]).toMatchObject([{ new: 0, changed: 0, unchanged: 2 }, []]);
    expect(again.remembered).toEqual(
      expect.arrayContaining(['several_rows', 'mapping', 'currency', 'unit']),
    );
    expect(await commit(register)).toBe(revision);
  });

  test('a recipe change needs the current version, applies to the next file, and can be undone', async () => {
    const revision = await commit(register, answers);
    const [{ shape, answers: storedAnswers }] = (await recipes()) as [ImportRecipe];
    expect(
      (await api.send('PATCH', `/api/v1/import-recipes/${shape}`, { body: { answers: {} } }))
        .status,
    ).toBe(428);
    const changed = await edit(shape, 'PATCH', {
      answers: { ...storedAnswers, unit: '1000', file_kind: 'own_register' },
    });
    expect([changed.status, await changed.json()]).toMatchObject([
      200,
      { revision: revision + 1, recipe: { answers: { unit: '1000' } } },
    ]);
    expect((await preview(register)).sums).toMatchObject([{ currency: 'EUR', minor: '22000000' }]);
    expect((await recipes())[0]?.answers).not.toHaveProperty('file_kind');
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision + 1}/undo`, { body: {} })).status,
    ).toBe(200);
    expect((await recipes())[0]?.answers).toEqual(storedAnswers);
    expect((await preview(register)).sums).toMatchObject([
      { currency: 'EUR', minor: '22000000000' },
    ]);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('a deleted recipe no longer answers questions, and its deletion can be undone', async () => {
    await commit(register, answers);
    const [{ shape }] = (await recipes()) as [ImportRecipe];
    const ended = await edit(shape, 'DELETE', {});
    const { revision } = (await ended.json()) as { revision: number };
    expect([ended.status, await recipes(), openIn(await preview(register))]).toMatchObject([
      200,
      [],
      expect.arrayContaining(['unit']),
    ]);
    expect((await api.send('GET', `/api/v1/import-recipes/${shape}`)).status).toBe(404);
    await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
    expect(openIn(await preview(register))).toEqual([]);
  });

  test("undoing an import reverts its recipe; the recipe of a later import stays and doesn't block the undo", async () => {
    const first = await commit(register, answers);
    const second = await commit(
      register.replaceAll('2021-05-08', '2021-06-08').replace(',70,', ',80,'),
      {
        unit: '1000',
        jumps: 'take',
        edition_change: 'accept',
      },
    );
    expect((await recipes())[0]).toMatchObject({ revision: second, answers: { unit: '1000' } });
    expect((await api.send('POST', `/api/v1/revisions/${second}/undo`, { body: {} })).status).toBe(
      200,
    );
    expect((await recipes())[0]?.answers['unit']).toBe('1000000');
    expect((await api.send('POST', `/api/v1/revisions/${first}/undo`, { body: {} })).status).toBe(
      200,
    );
    expect(await recipes()).toEqual([]);
  });

  test('the next file uses the chosen table', async () => {
    const two = `${register}\n\nOther projects\nProject name,Project ID,Stage,Total investment\nGamma,G1,Signed,5\nDelta,G2,Signed,6\n`;
    const { tables, table } = await preview(two);
    expect(tables).toHaveLength(2);
    const other = tables.find(({ id }) => id !== table)?.id ?? '';
    await commit(two, {
      file_kind: 'own_register',
      table: other,
      several_rows: 'separate',
      currency: 'EUR',
      unit: '1000',
    });
    expect((await recipes())[0]?.answers['table']).toBe(other);
    const again = await preview(two);
    expect([again.table, again.rows, openIn(again)]).toMatchObject([
      other,
      { new: 0, changed: 0 },
      [],
    ]);
  });

  test('answers of an older store become recipes, and its history stays intact', async () => {
    await api.db.write(async (trx) => {
      await sql`create table import_memory (shape text primary key, revision bigint not null, answers_json text not null)`.execute(
        trx,
      );
      await sql`insert into import_memory values ('abc1234', 1, '{"unit":"1000"}')`.execute(trx);
      await adoptImportMemory(trx);
    });
    expect(await listImportRecipes(api.db)).toMatchObject([
      { shape: 'abc1234', file: '', answers: { unit: '1000' }, author: 'headway' },
    ]);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });
});
