// Seen to fail: an edition with every project twice was committed without a question.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const header = 'Code,Name,Stage,Investor,Total investment (CNY mn),Last updated';
const row = (code: string, amount: number, day: string) =>
  `${code},Project ${code},Signed,Investor ${code},${amount},${day}`;
const edition = (day: string, amounts: readonly number[], prefix = 'A') =>
  [header, ...amounts.map((amount, i) => row(`${prefix}${i + 1}`, amount, day))].join('\n');
const first = edition('2021-03-31', [100, 200, 300]);

describe.each(engines)('an edition that differs much from the previous one on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
    await commit(first, { file_kind: 'own_register' });
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
    return (await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } })).status;
  };
  const findQuestion = async (text: string) =>
    (await preview(text)).questions.find(({ id }) => id === 'edition_change')?.reasons;

  test('needs acceptance when it multiplies projects', async () => {
    const twice = `${edition('2021-04-30', [100, 200, 300])}\n${edition('2021-04-30', [100, 200, 300], 'B').split('\n').slice(1).join('\n')}`;
    expect(await findQuestion(twice)).toEqual([
      'Projects: 6 instead of 3',
      'Planned investment of all rows: CN¥1.2bn instead of CN¥600mn',
    ]);
    expect(await commit(twice)).toBe(422);
    expect(await commit(twice, { edition_change: 'accept' })).toBe(200);
  });
  test('raises a question when it lacks a column', async () => {
    const cut = edition('2021-04-30', [100, 200, 300]).replace(/,Investor[^,]*/g, '');
    expect(await findQuestion(cut)).toEqual(['The column “Investor” is missing']);
  });
  test('raises a question when a column has another unit', async () => {
    const other = edition('2021-04-30', [0.1, 0.2, 0.3]).replace('CNY mn', 'CNY bn');
    expect(await findQuestion(other)).toEqual([
      '“Total investment (CNY bn)” is in CNY bn now; it was in CNY mn',
    ]);
  });
  test('raises a question when a completed sum rises tenfold or falls to a tenth', async () => {
    const paid = (day: string, amount: number) =>
      edition(day, [100, 200, 300])
        .split('\n')
        .map((line, i) => `${line},${i === 0 ? 'Paid-in (CNY mn)' : amount}`)
        .join('\n');
    expect(await commit(paid('2021-04-30', 10))).toBe(200);
    expect(await findQuestion(paid('2021-05-31', 14))).toBeUndefined();
    expect(await findQuestion(paid('2021-05-31', 100))).toEqual([
      expect.stringContaining('CN¥300mn instead of CN¥30mn'),
    ]);
    expect(await findQuestion(paid('2021-05-31', 1))).toEqual([
      expect.stringContaining('CN¥3mn instead of CN¥30mn'),
    ]);
  });
  test('raises no question when a sum changes by less than a tenth, and its answer is not stored', async () => {
    expect(await findQuestion(edition('2021-04-30', [100, 200, 350]))).toBeUndefined();
    const more = edition('2021-04-30', [100, 200, 400]);
    expect(await findQuestion(more)).toEqual([
      'Planned investment of all rows: CN¥700mn instead of CN¥600mn',
    ]);
    expect(await commit(more, { edition_change: 'accept' })).toBe(200);
    expect(await findQuestion(more)).toBeUndefined();
    expect(await findQuestion(edition('2021-05-31', [100, 200, 600]))).toEqual([
      'Planned investment of all rows: CN¥900mn instead of CN¥700mn',
    ]);
  });
  // Seen to fail: a question compared the whole register with an edition of a part, although
  // nothing would change.
  test('raises no question when the register already holds every row', async () => {
    const part = edition('2021-03-31', [100, 200, 300], 'B');
    expect(await commit(part)).toBe(200);
    const whole = `${first}\n${part.split('\n').slice(1).join('\n')}`;
    expect(await preview(whole)).toMatchObject({ rows: { total: 6, unchanged: 6 } });
    expect(await findQuestion(whole)).toBeUndefined();
  });
});
