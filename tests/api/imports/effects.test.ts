// Seen to fail: the effect of an answer was shown only after the answer.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportEffect, ImportPreview } from '#contract/imports/preview-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const register = (rows: number): string =>
  [
    'Code,Name,Stage,Total investment,Last updated',
    ...Array.from(
      { length: rows },
      (_, i) => `A${i >> 1},Alpha ${i >> 1},${i === 0 ? 'Crystal gazing' : 'Signed'},${i + 1},soon`,
    ),
  ].join('\n');

describe.each(engines)('the effects of answers on $name', (engine) => {
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
  const effects = async (
    id: string,
    question: string,
    answers: object,
  ): Promise<readonly ImportEffect[]> => {
    const response = await api.send('POST', `/api/v1/imports/${id}/effects`, {
      body: { question, answers },
    });
    const reply = (await response.json()) as { effects: ImportEffect[] };
    expect([response.status, schemas.importEffects.reply.safeParse(reply).error]).toEqual([
      200,
      undefined,
    ]);
    return reply.effects;
  };

  test('plans each answer and changes nothing', async () => {
    const { id } = await preview(register(4));
    const answers = { currency: 'EUR', unit: '1000000' };
    const choices = await effects(id, 'several_rows', answers);
    expect(
      choices.map(({ value, register_totals }) => [
        value,
        register_totals.listed?.after.count,
        register_totals.listed?.after.amounts[0]?.minor,
      ]),
    ).toEqual([
      ['separate', 4, '1000000000'],
      ['first', 2, '400000000'],
      ['last', 2, '600000000'],
      ['sum', 2, '1000000000'],
    ]);
    expect((await api.get<ImportPreview>(`/api/v1/imports/${id}`)).answers).toEqual({});
    expect((await api.get<{ total: number }>('/api/v1/projects')).total).toBe(30);
  });

  test('returns no effects for a question about words or an unknown question', async () => {
    const { id } = await preview(register(4));
    expect([await effects(id, 'stage_words', {}), await effects(id, 'nothing', {})]).toEqual([
      [],
      [],
    ]);
  });

  test('a preview counts doubts by kind, lists stages before and after, and shows two rows', async () => {
    const newPreview = await preview(register(1200));
    expect(newPreview.doubts[0]).toMatchObject({ kind: 'date_no_date', count: 1200 });
    expect(newPreview.problems.length).toBeLessThanOrEqual(500);
    expect(newPreview.register_totals.stages.find(({ stage }) => stage === 'signed')).toEqual({
      stage: 'signed',
      after: 1199,
    });
    expect(newPreview.samples).toEqual([
      { row: 2, name: 'Alpha 0', amount: '1', stage: 'Crystal gazing' },
      { row: 3, name: 'Alpha 0', amount: '2', stage: 'Signed' },
    ]);
    const words = newPreview.questions.find(({ id }) => id === 'stage_words');
    expect(words?.items).toMatchObject([
      { key: 'Crystal gazing', count: 1, examples: ['2: Alpha 0'] },
    ]);
  });
});
