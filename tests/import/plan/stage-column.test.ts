import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, standingOf, type WholePlan } from '../import-context.ts';

const words = ['Sɛw', 'Tɔn', 'Yɛ', 'Wie'];
/** A register of eight projects with one more column of these words. */
const tableOf = (header: string, list: readonly string[], more = ''): string =>
  [
    `Project,Cost EUR,${header}${more === '' ? '' : `,${more}`}`,
    ...Array.from({ length: 8 }, (_, at) => {
      const word = list[at % list.length] ?? '';
      return `Canal ${at},${(at + 1) * 250_000},${word}${more === '' ? '' : `,${word}`}`;
    }),
  ].join('\n');
const read = (file: string, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(file, 'r.csv', { file_kind: 'own_register', ...answers }, freshStore);
const stageQuestion = async (file: string, answers: ImportAnswers = {}) =>
  (await read(file, answers)).preview.questions.find(({ id }) => id === 'stage_column');

it('asks once whether the only column of few words that repeat holds the stages', async () => {
  const question = await stageQuestion(tableOf('Gyinabea', words));
  expect([question?.default, question?.text, question?.choices]).toEqual([
    undefined,
    'Does “Gyinabea” say the stage or status of the projects? No other column does.',
    [
      { value: 'Gyinabea', label: 'Yes: Sɛw; Tɔn; Yɛ' },
      { value: 'none', label: 'No, the file has no stages' },
    ],
  ]);
});
it('asks about this column in no other question', async () => {
  const { questions } = (await read(tableOf('Gyinabea', words))).preview;
  const mapped = questions.find(({ id }) => id === 'mapping')?.items?.map(({ key }) => key) ?? [];
  expect(mapped).not.toContain('Gyinabea');
});
it('reads the stages of the answer, whose words it asks for next', async () => {
  const file = tableOf('Gyinabea', words);
  const { questions, settled } = (await read(file, { stage_column: 'Gyinabea' })).preview;
  expect(questions.find(({ id }) => id === 'stage_words')?.items?.map(({ key }) => key)).toEqual(
    words,
  );
  expect(settled.map(({ id }) => id)).toContain('stage_column');
  const plan = await read(file, {
    stage_column: 'Gyinabea',
    stage_words: { Sɛw: 'lead', Tɔn: 'signed', Yɛ: 'construction', Wie: 'operation' },
  });
  expect(standingOf(plan).slice(0, 4)).toEqual(['lead', 'signed', 'construction', 'operation']);
});
it('keeps the words as a note when the answer is none', async () => {
  const plan = await read(tableOf('Gyinabea', words), { stage_column: 'none' });
  expect(plan.preview.questions.map(({ id }) => id)).not.toContain('stage_column');
  expect(plan.records[0]?.facts.extra).toEqual({ Gyinabea: 'Sɛw' });
});
it.each([
  ['a register with a stage', tableOf('Gyinabea', words, 'Status')],
  ['two columns of few words', tableOf('Gyinabea', words, 'Kuw')],
  ['industries', tableOf('Sector', words)],
  ['places', tableOf('District', words)],
  ['countries', tableOf('Kuw', ['Ghana', 'Togo', 'Kenya', 'Mali'])],
  ['classes', tableOf('Kuw', ['A', 'B', 'C', 'D'])],
  ['yes and no', tableOf('Kuw', ['yes', 'no', 'maybe'])],
  [
    'words that each have one row',
    tableOf(
      'Kuw',
      [...'abcdefgh'].map((sign) => `${sign}${sign}${sign}`),
    ),
  ],
  [
    'days of several stages',
    tableOf('Gyinabea', words, 'x').replace(',x', ',Signing date,Date of registration'),
  ],
])('asks nothing about %s', async (_, file) => {
  expect(await stageQuestion(file)).toBeUndefined();
});
