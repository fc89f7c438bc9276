import { expect, test } from 'vitest';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import { listFactChanges, mergeFacts } from './merge-facts.ts';

const money = (minor: string) => ({ money: { minor, currency: 'MXN' } });
const knownFacts: ProjectFacts = {
  name: 'Planta solar',
  names: { ja: '太陽光発電所', en: 'Solar plant' },
  investor: 'Sol SA',
  owner: 'Ana',
  amounts: { total_investment: money('100'), paid_in: money('40') },
  milestones: [
    { type: 'start', baseline: '2026-01-01', plan: '2026-02-01' },
    { type: 'operation', plan: '2027-01-01' },
  ],
  data_status: 'reported',
  extra: { Folio: '17', Region: 'Norte' },
};
const edition: ProjectFacts = {
  name: 'Planta solar',
  amounts: {},
  milestones: [],
  data_status: 'estimate',
};
const merge = (facts: Partial<ProjectFacts>, ...columns: readonly string[]): ProjectFacts =>
  mergeFacts(knownFacts, { ...edition, ...facts }, new Set(columns));

test('a first edition is stored as it is', () => {
  expect(mergeFacts(undefined, edition, new Set())).toBe(edition);
});

test('an edition without a column changes nothing in it', () => {
  expect(merge({})).toEqual({ ...knownFacts, data_status: 'estimate' });
});

test('an empty cell of a column that the edition has removes the value', () => {
  const facts = merge({}, 'owner', 'paid_in', 'start_plan', 'Region', 'names.ja');
  expect(facts).not.toHaveProperty('owner');
  expect(facts.amounts).toEqual({ total_investment: money('100') });
  expect(facts.milestones).toEqual([
    { type: 'start', baseline: '2026-01-01' },
    { type: 'operation', plan: '2027-01-01' },
  ]);
  expect(facts.extra).toEqual({ Folio: '17' });
  expect(facts.names).toEqual({ en: 'Solar plant' });
});

test('a milestone without any date left is removed, and so are columns without a text', () => {
  const facts = merge({}, 'operation_plan', 'Folio', 'Region', 'names.ja', 'names.en');
  expect(facts.milestones.map(({ type }) => type)).toEqual(['start']);
  expect(facts).not.toHaveProperty('extra');
  expect(facts).not.toHaveProperty('names');
});

test('values of the edition replace stored ones, and new ones are added', () => {
  const facts = merge(
    {
      owner: 'Luis',
      amounts: { paid_in: money('60') },
      milestones: [{ type: 'start', actual: '2026-02-03' }],
      extra: { Giro: 'Energía' },
    },
    ...['owner', 'paid_in', 'start_actual', 'Giro'],
  );
  expect(facts.owner).toBe('Luis');
  expect(facts.amounts).toEqual({ total_investment: money('100'), paid_in: money('60') });
  expect(facts.milestones[0]).toEqual({
    type: 'start',
    baseline: '2026-01-01',
    plan: '2026-02-01',
    actual: '2026-02-03',
  });
  expect(facts.extra).toEqual({ Folio: '17', Region: 'Norte', Giro: 'Energía' });
});

test('a date of the edition wins, also where no column of it is known', () => {
  const facts = merge({ milestones: [{ type: 'operation', plan: '2027-06-01' }] });
  expect(facts.milestones[1]).toEqual({ type: 'operation', plan: '2027-06-01' });
});

test('the changes of a record name each field that differs, with both texts', () => {
  const record = (facts: ProjectFacts): ProjectRecord => ({
    code: 'S-1',
    origin: 'own',
    facts,
    stage_events: [{ date: '2026-01-01', stage: 'signed' }],
    status_events: [],
  });
  const after = merge(
    { amounts: { paid_in: { missing: 'not_disclosed' } } },
    ...['paid_in', 'start_plan', 'Region'],
  );
  expect(
    listFactChanges(record(knownFacts), record(after)).map(({ field, from, to }) => [
      field,
      from,
      to,
    ]),
  ).toEqual([
    ['paid_in', '0.4', 'not_disclosed'],
    ['start_plan', '2026-02-01', undefined],
    ['Region', 'Norte', undefined],
  ]);
  expect(listFactChanges(record(knownFacts), record(knownFacts))).toEqual([]);
});
