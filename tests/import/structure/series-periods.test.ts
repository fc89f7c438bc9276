import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds } from '../import-context.ts';

const read = (file: string, answers: ImportAnswers = {}) =>
  planOf(file, 's.csv', { file_kind: 'own_register', ...answers }, freshStore);
type Plan = Awaited<ReturnType<typeof read>>;
const values = ({ observations }: Plan) =>
  observations.map(({ indicator, period, value }) => [indicator, period, value]);
const messages = (plan: Plan) => plan.preview.problems.map(({ message }) => message.slice(0, 24));

it('reads yearly values as those of December, and reports it', async () => {
  const plan = await read('Year,Companies,Jobs\n2019,12,340\n2020,19,1010\n');
  expect([plan.preview.kind, values(plan), messages(plan)]).toEqual([
    'observations',
    [
      ['companies', '2019-12', '12'],
      ['companies', '2020-12', '19'],
      ['jobs', '2019-12', '340'],
      ['jobs', '2020-12', '1010'],
    ],
    ['The file gives years: ea'],
  ]);
});
it('reads a file of years as a series by an answer', async () => {
  const plan = await read('Stichtag,Companies,Score\n2019,12,3\n2020,19,4\n', {
    read_as: 'observations',
  });
  expect(values(plan)).toEqual([
    ['companies', '2019-12', '12'],
    ['companies', '2020-12', '19'],
  ]);
});
it('reports that a file without months, quarters and years is no series', async () => {
  const plan = await read(
    'Project,Investor,Cost (EUR)\nCanal,Waters,1250000\nBridge,Roads,480500\n',
    { read_as: 'observations' },
  );
  expect([plan.preview.kind, messages(plan)]).toEqual(['projects', ['No column has months, qu']]);
});

const quarters =
  '季度,企业数,产值（亿元）\n2021年第1季度,41,2.5\n2021年第2季度,44,3.5\n2021年第3季度,50,4\n';
it('asks whether quarterly values count from January, if some indicators do', async () => {
  const plan = await read(quarters);
  expect([
    plan.preview.kind,
    plan.preview.questions.find(({ id }) => id === 'quarter_values')?.default,
  ]).toEqual(['observations', undefined]);
  expect(questionIds(await read('Quarter,Companies\nQ1 2021,41\nQ2 2021,44\n'))).not.toContain(
    'quarter_values',
  );
});
it.each([
  ['ytd', ['250000000', '350000000', '400000000']],
  ['alone', ['250000000', '600000000', '1000000000']],
])('reads quarterly values as %s', async (quarter_values, output) => {
  const plan = await read(quarters, { quarter_values });
  const flows = values(plan).flatMap(([indicator, period, value]) =>
    indicator === 'companies' ? [] : [[period, value]],
  );
  expect(flows).toEqual(output.map((value, i) => [`2021-0${3 * (i + 1)}`, value]));
  expect(values(plan).filter(([indicator]) => indicator === 'companies').length).toBe(3);
});
it.each([
  ['years', 'Indicator,Unit,2019,2020\nCompanies,,12,19\nJobs,,340,1010\n', ['2019-12', '2020-12']],
  [
    'quarters',
    'Indicator,Q1 2021,Q2 2021\nCompanies,12,19\nJobs,340,1010\n',
    ['2021-03', '2021-06'],
  ],
  [
    'months',
    '指标,2021-01,2021-02,2021-03\n企业数,12,19,20\n就业人数,340,1010,1100\n',
    ['2021-01', '2021-02', '2021-03'],
  ],
])('reads indicators over %s', async (_, file, periods) => {
  const plan = await read(file);
  expect(
    values(plan)
      .filter(([indicator]) => indicator === 'companies')
      .map(([, period]) => period),
  ).toEqual(periods);
  expect(messages(plan)).toContain('The indicators are in ro');
});
it("doesn't read output per head as output", async () => {
  const plan = await read('Month,Output per head,Companies\n2021-01,5,12\n2021-02,6,13\n');
  expect(plan.preview.columns.map(({ field }) => field)).toEqual([
    'period',
    undefined,
    'companies',
  ]);
});
