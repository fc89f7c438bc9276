import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply, bytesOf, freshStore, planOf, storeAfter } from '../import-context.ts';

const italian = bytesOf(new URL('../../fixtures/registro-it.csv', import.meta.url));
/** The answers of a user for the Italian register. */
const zoneAnswers = {
  file_kind: 'other_zone',
  zone_name: 'Zona Ionica',
  mapping: {
    Pratica: 'project_id',
    Iniziativa: 'project_name',
    Proponente: 'investor_name',
    Avanzamento: 'stage',
    'Costo previsto': 'total_investment',
    Settore: 'industry',
    Nota: 'extra',
    Interno: 'ignore',
  },
  stage_words: {
    'in cantiere': 'construction',
    'firmata convenzione': 'signed',
    'a regime': 'full_capacity',
  },
  currency: 'EUR',
  unit: '1000',
} as const;
const how = (preview: ImportPreview, header: string) =>
  preview.columns.find((c) => c.header === header)?.how;

describe.each(engines)('answers about the shape of a file on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());
  const plan = async (bytes: Uint8Array | string, answers = {}) =>
    planOf(bytes, 'registro-it.csv', answers, await readKnownRegister(store.db, '2021-06-01'));

  it('are asked once, stored by the import, shown as remembered, and can be changed', async () => {
    const first = await plan(italian, zoneAnswers);
    expect([
      first.preview.questions.filter((q) => q.default === undefined),
      first.preview.remembered,
    ]).toEqual([[], []]);
    expect(first.preview.rows).toMatchObject({ total: 5, new: 5, rejected: 0 });
    expect(first.preview.sums).toEqual([
      { measure: 'total_investment', currency: 'EUR', minor: '1284550000', count: 4, missing: 1 },
    ]);
    expect(first.records[0]?.facts.extra).toEqual({ Nota: 'priorità alta' });
    await apply(store.db, first);
    // The next edition: other blanks and case in the headers, one row more, no answers.
    const next = new TextDecoder()
      .decode(italian)
      .replace('Costo previsto', 'COSTO  PREVISTO')
      .replace('Settore', 'settore');
    const second = await plan(
      `${next}P-06,Porto verde,Levante S.p.A.,in cantiere,"200,00",Energia,,x\n`,
    );
    expect([
      second.preview.rows,
      second.preview.questions.filter((q) => q.default === undefined),
    ]).toMatchObject([{ new: 1, unchanged: 5 }, []]);
    expect([how(second.preview, 'Avanzamento'), second.preview.remembered.toSorted()]).toEqual([
      'remembered',
      ['currency', 'mapping', 'stage_words', 'unit'],
    ]);
    const settled = second.preview.settled.map((q) => q.id);
    expect(settled).toEqual(expect.arrayContaining(['currency', 'unit']));
    const other = await plan(italian, { unit: '1000000', mapping: { Settore: 'ignore' } });
    expect([
      other.preview.remembered.includes('unit'),
      how(other.preview, 'Settore'),
      how(other.preview, 'Avanzamento'),
    ]).toEqual([false, 'ignored', 'remembered']);
    expect(other.preview.answers['unit']).toBe('1000000');
  });
  it("don't apply to a file of another shape", async () => {
    await apply(store.db, await plan(italian, zoneAnswers));
    const other = await plan(
      new TextDecoder().decode(italian).replace('Proponente', 'Chi propone'),
    );
    expect([other.preview.remembered, how(other.preview, 'Avanzamento')]).not.toEqual([
      ['mapping'],
      'remembered',
    ]);
  });
});

const csv = (...rows: readonly string[]): string =>
  ['项目编号,项目名称,投资方,信用代码,项目代码,日本法人番号,项目阶段,总投资（万元）', ...rows].join(
    '\n',
  );
const messages = async (text: string, register = freshStore): Promise<string[]> =>
  (await planOf(text, 'x.csv', { file_kind: 'own_register' }, register)).preview.problems.map(
    (p) => `${p.row} ${p.message}`,
  );

describe('duplicates and wrong codes', () => {
  it('raise one warning each and are stored unchanged', async () => {
    const text = csv(
      'A1,甲项目,甲社,91350100M000100Y43,2212-370672-04-01-411469,7000012050002,在谈,100',
      'A2,乙项目,乙社,91350100M000100Y43,2212-370672-04-01-411468,8000012050002,在谈,100',
      'A3,甲 项目,甲社,,,,在谈,100',
      'A4,丁项目,,91350100M000100Y4Z,,,在谈,100',
    );
    const texts = await messages(text);
    expect(texts).toHaveLength(5);
    expect(texts.find((m) => m.includes('same credit code'))).toBe(
      '2 2 codes have the same credit code: A1, A2. Are they one project?',
    );
    expect(texts.find((m) => m.includes('same name'))).toBe(
      '2 2 codes have the same name and investor: A1, A3. Are they one project?',
    );
    expect(
      texts
        .filter((m) => /corporate|project code|check character/.test(m))
        .map((m) => m.split(' ')[0]),
    ).toEqual(['3', '3', '5']);
    expect((await planOf(text, 'x.csv')).records.map((r) => r.facts.uscc)).toEqual([
      '91350100M000100Y43',
      '91350100M000100Y43',
      undefined,
      '91350100M000100Y4Z',
    ]);
  });
  it('are found across editions, and a code with another name raises a warning', async () => {
    const register = storeAfter(await planOf(csv('A1,光伏材料,甲社,,,,在谈,100'), 'x.csv'));
    expect(await messages(csv('B7,光伏材料,甲社,,,,在谈,100'), register)).toEqual([
      '2 2 codes have the same name and investor: A1, B7. Are they one project?',
    ]);
    expect(await messages(csv('A1,生物制药基地,乙社,,,,在谈,100'), register)).toEqual([
      expect.stringContaining('under another name'),
    ]);
  });
});

describe('the register before and after', () => {
  it('has no "before" without own data, then counts and sums before and after', async () => {
    const first = await planOf(
      csv('A1,甲,甲社,,,,开工在建,100', 'A2,乙,乙社,,,,在谈,50', 'A3,丙,丙社,,,,在谈,'),
      'x.csv',
    );
    const side = (count: number, minor?: string, undisclosed = 0) => ({
      count,
      undisclosed,
      amounts: minor === undefined ? [] : [{ minor, currency: 'CNY' }],
    });
    expect(first.preview.register_totals.groups).toEqual([
      { group: 'established', after: side(1, '100000000') },
      { group: 'pipeline', after: side(2, '50000000', 1) },
      { group: 'neither', after: side(0) },
    ]);
    const second = await planOf(
      csv('A2,乙,乙社,,,,开工在建,50', 'A9,丁,丁社,,,,暂缓,10'),
      'x.csv',
      {},
      storeAfter(first),
    );
    expect(second.preview.register_totals.groups).toEqual([
      { group: 'established', before: side(1, '100000000'), after: side(2, '150000000') },
      { group: 'pipeline', before: side(2, '50000000', 1), after: side(1, undefined, 1) },
      { group: 'neither', before: side(0), after: side(1, '10000000') },
    ]);
  });
  it('shows the last value of each indicator in a series', async () => {
    const first = await planOf('month,companies\n2021-02,37\n2021-03,41\n', 's.csv');
    expect(first.preview.register_totals.indicators).toEqual([
      { indicator: 'companies', after: { period: '2021-03', value: '41' } },
    ]);
    const second = await planOf(
      'month,companies\n2021-02,38\n2021-04,44\n',
      's.csv',
      {},
      storeAfter(first),
    );
    expect(second.preview.register_totals.indicators).toEqual([
      {
        indicator: 'companies',
        before: { period: '2021-03', value: '41' },
        after: { period: '2021-04', value: '44' },
      },
    ]);
  });
});
