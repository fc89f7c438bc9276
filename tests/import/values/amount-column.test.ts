import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds, sumOf } from '../import-context.ts';

const own = { file_kind: 'own_register', currency: 'EUR', unit: '1' };
const read = (file: string, answers: ImportAnswers = {}) =>
  planOf(file, 'r.csv', { ...own, ...answers }, freshStore);
const file = `Project,Postcode,Column 7,Score,Year
Canal,73430,1250000,12,2021
Bridge,24103,480500,17,2022
Quay,88045,12000000,11,2023
`;

const amountQuestion = async (csv: string, answers: ImportAnswers = {}) =>
  (await read(csv, answers)).preview.questions.find(({ id }) => id === 'amount_column');

it('asks whether a column like amounts is the investment when none is recognised', async () => {
  const question = await amountQuestion(file);
  expect([question?.default, question?.text, question?.choices]).toEqual([
    undefined,
    'Is “Column 7” the planned investment of the projects? If no heading names its unit, Headway asks for it next.',
    [
      { value: 'Column 7', label: 'Yes: 1250000; 480500; 12000000' },
      { value: 'none', label: 'No, it is not an amount' },
    ],
  ]);
});
it('asks about a column like amounts in one question, so that accepting the others does not answer it', async () => {
  const { questions } = (await read(file)).preview;
  expect(questions.find(({ id }) => id === 'mapping')?.items?.map(({ key }) => key)).toEqual([
    'Postcode',
    'Score',
    'Year',
  ]);
});
it('asks for one of two columns like amounts, in one question', async () => {
  const question = await amountQuestion(
    'Project,Column 2,Column 3\nCanal,1250000,40\nBridge,480500,700\nQuay,90000,9000\n',
  );
  expect(question?.choices.map(({ label }) => label)).toEqual([
    'Column 2: 1250000, 480500, 90000',
    'Column 3: 40, 700, 9000',
    'None: the file has no amounts',
  ]);
});
it('asks for currency and unit only after the column is an amount', async () => {
  const open = async (answers: ImportAnswers) => {
    const register = await planOf(
      file,
      'r.csv',
      { file_kind: 'own_register', ...answers },
      freshStore,
    );
    return register.preview.questions.filter((q) => q.default === undefined).map(({ id }) => id);
  };
  expect(await open({})).toEqual(['amount_column']);
  expect(await open({ amount_column: 'Column 7' })).toEqual(['currency', 'unit']);
  expect(await open({ amount_column: 'none' })).toEqual([]);
});

const numbers = ['1250000', '480500', '12000000', '75250', '3300000', '910000', '28000000'];
/** A register of one column of values beside the names of its projects. */
const tableOf = (header: string, values: readonly string[]) =>
  ['Project;Investor', ...values.map((_, at) => `Canal ${at};Waters ${at}`)]
    .map((line, at) => `${line};${at === 0 ? header : values[at - 1]}\n`)
    .join('');
it.each([
  'Volumen',
  'Umsatz',
  'Größe',
  'Taille',
  'Wielkość',
  'Объём',
  '体量',
  '事業規模',
  'Quy mô',
  '규모',
  'ขนาด',
])('asks about large numbers of different size under %s', async (header) => {
  const question = await amountQuestion(tableOf(header, numbers));
  expect(question?.choices.map(({ value }) => value)).toEqual([header, 'none']);
});
it('asks about round amounts that many projects share', async () => {
  const values = Array.from({ length: 600 }, (_, at) => `${((at % 9) + 1) ** 3 * 10_000}`);
  expect((await amountQuestion(tableOf('Volumen', values)))?.choices).toHaveLength(2);
});
it('asks about decimals in a large unit', async () => {
  const values = ['1.2', '30', '4.5', '0.8', '12', '2', '60', '3.3'];
  expect((await amountQuestion(tableOf('体量', values)))?.choices).toHaveLength(2);
});

const lines = Array.from({ length: 30 }, (_, at) => at);
it.each([
  ['telephone numbers', 'Contacto', lines.map((at) => `${611223344 + at * 9_876_543}`)],
  [
    'telephone numbers of a country',
    'Contacto',
    lines.map((at) => `+49 211 ${100 * 7 ** (at % 6)}`),
  ],
  ['telephone numbers below a heading', 'Móvil', numbers],
  ['postcodes', 'CP', lines.map((at) => `${at * 1700 + 1001}`.padStart(5, '0'))],
  ['postcodes of a province', '邮政', lines.map((at) => `${266000 + at * 100}`)],
  ['years', 'Ejercicio', lines.map((at) => `${2010 + (at % 15)}`)],
  ['coordinates', 'X', lines.map((at) => `${(at * 0.39 - 3.70379).toFixed(5)}`)],
  ['coordinates east of Greenwich', 'Y', lines.map((at) => `${(at * 0.39 + 0.03791).toFixed(5)}`)],
  ['tax numbers', 'Kennung', lines.map((at) => `${10_234_567 + at * 2_999_999}`)],
  ['running numbers', 'Orden', lines.map((at) => `${at + 1}`)],
  ['running numbers with gaps', 'Expte', lines.map((at) => `${10_230 + at + (at % 3)}`)],
  ['percentages', 'Avance', lines.map((at) => `${(at % 11) * 10}`)],
  ['shares', 'Anteil', lines.map((at) => `0.${at + 10}`)],
  ['written percentages', 'Avance', lines.map((at) => `${at * 3}%`)],
  ['classes', 'Clase', lines.map((at) => `${(at % 3) * 50 + 1}`)],
  ['words', 'Nota', lines.map((at) => `nota ${at}`)],
])('asks nothing about %s', async (_, header, values) => {
  expect(await amountQuestion(tableOf(header, values))).toBeUndefined();
});
it('reads the column of the answer, and keeps the question so that the answer can be changed', async () => {
  const plan = await read(file, { amount_column: 'Column 7' });
  expect([sumOf(plan), questionIds(plan), plan.preview.settled.map(({ id }) => id)]).toEqual([
    '1373050000',
    ['mapping', 'as_of'],
    expect.arrayContaining(['amount_column']),
  ]);
});
it('reads no amounts when the answer is none', async () => {
  const plan = await read(file, { amount_column: 'none' });
  expect([sumOf(plan), questionIds(plan)]).toEqual([undefined, ['mapping', 'as_of']]);
});
it('asks nothing when no column may hold amounts', async () => {
  expect(
    questionIds(await read('Project,Investor,Jobs planned\nCanal,Waters,12\nBridge,Roads,7\n')),
  ).not.toContain('amount_column');
});
it.each([
  'Total expenditure',
  'Despesas totais',
  'Wartość ogółem',
  'Projekto vertė',
  'Ukupni troškovi',
  'CZV',
  'Výdaje celkem',
  'Gesamtausgaben',
  'Value of capital investment over the life of the scheme',
])('recognises %s as the amount', async (header) => {
  const plan = await read(`Project,${header}\nCanal,1250000\nBridge,480500\n`);
  expect([sumOf(plan), questionIds(plan).includes('amount_column')]).toEqual(['173050000', false]);
});
it('prefers the total cost to a part of it', async () => {
  const plan = await read(
    'Project,EU contribution,Budget 2026,Total project cost,Grant\nCanal,500000,10000,1250000,7000\nQuay,400000,20000,480500,1\n',
  );
  expect(plan.preview.columns.find(({ field }) => field === 'total_investment')?.header).toBe(
    'Total project cost',
  );
});
it.each([
  ['Department', 'Department of Transport', undefined],
  ['Land', 'Deutschland', 'country'],
  ['Land', '12.5', 'land_mu'],
  ['Operation Start Date', '2021-06-01', 'op_plan'],
])('reads %s with %s as %s, and no day of the data', async (header, cell, field) => {
  const plan = await read(`Project,${header},Cost\nCanal,${cell},1250000\nBridge,${cell},480500\n`);
  expect(plan.preview.columns[1]?.field).toBe(field);
  expect(plan.preview.questions.find(({ id }) => id === 'as_of')?.default).toBe('2021-05-01');
});
it("doesn't read decimals as codes", async () => {
  const plan = await read(
    'Operation,Ref value,Cost\nCanal,1.5,1250000\nBridge,2.25,480500\nQuay,3.75,12000000\nLock,4.5,75250\n',
  );
  expect(plan.preview.columns[1]?.field).toBeUndefined();
});
