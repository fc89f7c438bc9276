import { expect, test } from 'vitest';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import { findHeaderMilestone } from '#server/imports/headers/milestone-words.ts';
import { planOf, questionIds } from '../import-context.ts';

test.each([
  ['Operation start date', 'op_actual', false],
  ['Operational since', 'op_actual', true],
  ['Date operations commenced', 'op_actual', true],
  ['Planned go-live', 'op_plan', true],
  ['Construction begins', 'start_actual', false],
  ['End of construction', 'completion_actual', false],
  ['Expected completion of works', 'completion_plan', true],
  ['Inicio de la construcción previsto', 'start_plan', true],
  ['Fecha de entrada en operación', 'op_actual', false],
  ['Début des travaux', 'start_actual', false],
  // seen to fail: the proposal was the current plan
  ['Début des travaux (réel)', 'start_actual', true],
  ['Entrée en exploitation (réelle)', 'op_actual', true],
  ['Produktionsbeginn', 'op_actual', false],
  ['Planowane uruchomienie', 'op_plan', true],
  ['Rozpoczęcie budowy', 'start_actual', false],
  ['İnşaat başlangıç tarihi', 'start_actual', false],
  ['Rencana mulai operasi', 'op_plan', true],
  ['Ngày hoạt động thực tế', 'op_actual', true],
])('the header %s names %s', (header, field, isSure) => {
  expect(findHeaderMilestone(header)).toMatchObject({ field, isSure });
});

test.each([
  'Operation end date',
  'Production capacity',
  'Works manager',
  'Date',
  'Site',
  'Start-up',
])('the header %s names no sure milestone', (header) => {
  const milestone = findHeaderMilestone(header);
  expect(milestone === undefined || milestone.isBare).toBe(true);
});

const names = [
  'Tana Logistics Works 431',
  'Blue Nile Textiles 82',
  'Awash Agro Park 117',
  'Rift Ceramics Works 9',
];
const register = (header: string, cells: readonly string[]): string =>
  [header, ...names.map((name, i) => `${name},EUR,${10 + i},${cells[i] ?? ''}`)].join('\n');

// seen to fail: a column of names with numbers was the project ID
test('a column of names is no column of codes', async () => {
  const text = register('Investor project,Currency,Investment (million),Stage', [
    'Signed',
    'Signed',
    'Signed',
    'Signed',
  ]);
  const plan = await planOf(text);
  expect(plan.preview.columns[0]).toMatchObject({ field: 'project_name' });
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(names);
});

// seen to fail: Parque 3 was the project ID, and its promoter the name
test('a column of names that end in a number is no column of codes', async () => {
  const promoters = ['Obras del Norte', 'Grupo Andino', 'Puertos del Sur', 'Textil Lima'];
  const text = [
    'Proyecto;Promotora;Inversión',
    ...promoters.map((promoter, i) => `Parque ${i + 3};${promoter};${10 + i}`),
  ].join('\n');
  const plan = await planOf(text);
  expect(plan.preview.columns.map(({ field }) => field).slice(0, 2)).toEqual([
    'project_name',
    'investor_name',
  ]);
});

// seen to fail: dates below Active and Operation start date were ignored
test('a bare word is a milestone only above dates', async () => {
  const header = 'Project,Currency,Investment (million),Active';
  const days = ['2021-01-02', '2021-02-03', '2021-03-04', '2021-04-05'];
  expect((await planOf(register(header, days))).preview.columns[3]).toMatchObject({
    field: 'op_actual',
  });
  const ticks = ['yes', 'no', 'yes', 'no'];
  expect((await planOf(register(header, ticks))).preview.columns[3]?.field).toBeUndefined();
});

test('the word Active in a column of stages names no stage, so its meaning is asked', async () => {
  const stages = ['Active', 'Signed', 'Under construction', 'Operational'];
  const plan = await planOf(register('Project,Currency,Investment (million),Stage', stages));
  expect(questionIds(plan)).toContain('stage_words');
  const question = plan.preview.questions.find(({ id }) => id === 'stage_words');
  expect(question?.items?.map(({ key }) => key)).toEqual(['Active']);
  expect(plan.records[0]?.stage_events.at(-1)?.stage).not.toBe('operation');
});

// seen to fail: "Completed (million)" was a day of completion, and no cell of it could be read
test.each([
  ['Completed (million)', 'fai_done_total'],
  ['Completed (M€)', 'fai_done_total'],
  ['Completed', 'completion_actual'],
  ['Signed (USD m)', 'contracted_amount'],
  ['Operation start (USD m)', undefined],
  ['Operation start (M)', 'op_actual'],
])('the header %s with its unit names %s', (header, field) => {
  const { match } = matchHeader('', header);
  expect('field' in match ? match.field : undefined).toBe(field);
});
test('amounts below a heading of an event with a unit are read as amounts', async () => {
  const { records, preview } = await planOf(
    'Code,Project,Planned investment (USD million),Completed (million)\nA,Mill,12.5,3.25\nB,Dock,30,10\n',
    'r.csv',
    { currency: 'USD' },
  );
  expect(records.map(({ facts }) => facts.amounts.fai_done_total?.money)).toEqual([
    { minor: '325000000', currency: 'USD' },
    { minor: '1000000000', currency: 'USD' },
  ]);
  expect(preview.doubts).toEqual([]);
});
