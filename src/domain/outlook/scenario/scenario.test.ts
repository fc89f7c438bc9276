import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { defaultStageMapping, stages } from '#domain/projects/stage.ts';
import { makeOutlook, type OutlookInput } from '#domain/outlook/make-outlook.ts';
import { projectMeasures, type OutlookProject } from '#domain/outlook/outlook-project.ts';
import {
  fromScenarioText,
  paceMonths,
  readScenario,
  toScenarioText,
  writeScenario,
  type OutlookScenario,
} from './scenario.ts';
import { compact } from '#domain/values/compact.ts';

const addition = fc.record({
  stage: fc.constantFrom(...stages),
  measure: fc.constantFrom(...projectMeasures),
  adds: fc.integer({ min: 1, max: 1e9 }).map(String),
});
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const scenarios: fc.Arbitrary<OutlookScenario> = fc
  .record({
    delay_months: some(fc.integer({ min: 1, max: 120 })),
    without: some(
      fc.array(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((s) => s.trim() !== ''),
        { minLength: 1, maxLength: 5 },
      ),
    ),
    added: some(fc.array(addition, { minLength: 1, maxLength: 5 })),
    rate: some(fc.constantFrom(0.1, 0.8, 1.25, 10)),
    shock: some(fc.constantFrom(0, 0.25, 2)),
    ramp_months: some(fc.integer({ min: 1, max: 120 })),
    pace_months: some(fc.constantFrom(...paceMonths)),
  })
  .map((one) => compact(one) as OutlookScenario)
  .filter((one) => Object.keys(one).length > 0);

describe('the address of a scenario', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const words = fromScenarioText(toScenarioText(writeScenario(scenario)));
        expect(words === undefined ? undefined : readScenario(words)).toEqual(scenario);
      }),
    );
  });
  it('is rejected where a part of it is wrong or occurs twice', () => {
    for (const text of [
      '',
      'delay',
      'delay:0',
      'delay:1e3',
      'delay:12;delay:24',
      'rate:-1',
      'shock:NaN',
      'pace:7',
      'without:',
      'without:%E0%A4%A',
      'add:signed-jobs-0',
      'add:signed-money-5',
      'add:signed-jobs-5-6',
      'colour:red',
      `without:${Array.from({ length: 51 }, (_, at) => `A${at}`).join(',')}`,
    ])
      expect(fromScenarioText(text), text).toBeUndefined();
  });
});

const project = (code: string, adds: string, stage: OutlookProject['stage'] = 'construction') =>
  ({ code, name: code, stage, adds, full_capacity: '2025-06-30' }) as const;
const projects = [
  project('A', '5000'),
  project('B', '9000', 'lead'),
  project('C', '700', 'operation'),
];
const input: OutlookInput = {
  as_of: '2021-04-16',
  revision: 1,
  rows: [row('jobs'), row('companies')],
  mapping: defaultStageMapping,
  measures: {
    jobs: { projects, other_currencies: [] },
    output: { projects: [], other_currencies: [] },
  },
  exposures: { construction: { on: 4, out: 1, months: 30 } },
  projects: 3,
  base_currency: 'CNY',
};
const make = (scenario?: OutlookScenario, more: readonly OutlookProject[] = []) => {
  const all = { projects: [...projects, ...more], other_currencies: [] };
  const { targets, ...rest } = makeOutlook({
    ...input,
    measures: { ...input.measures, jobs: all },
    ...compact({ scenario }),
  });
  const [jobs, companies] = targets;
  if (jobs === undefined || companies === undefined) throw new Error('two targets');
  return { jobs, companies, ...rest };
};

const twenty = Array.from({ length: 20 }, (_, at) =>
  project(`S${at}`, String(400 + at * 37), at % 2 === 0 ? 'signed' : 'negotiation'),
);

describe('a scenario', () => {
  it('is beside the base, which does not change', () => {
    const base = make();
    const { jobs } = make({ delay_months: 24, rate: 0.8, without: ['A'] });
    expect({ ...jobs, scenario: undefined }).toEqual({ ...base.jobs, scenario: undefined });
    expect(base.jobs).not.toHaveProperty('scenario');
    expect(base).not.toHaveProperty('scenario');
  });
  it('excludes projects, adds others, and names unknown codes', () => {
    const { jobs, scenario } = make({
      without: ['A', 'Z'],
      added: [
        { stage: 'signed', measure: 'jobs', adds: '300' },
        { stage: 'signed', measure: 'output', adds: '5000000' },
      ],
    });
    expect(jobs.scenario?.range).toMatchObject({ adds: '10000', known: 3 });
    expect(scenario?.not_found).toEqual(['Z']);
  });
  it('moves dates of projects that are not in operation, and lowers the chance with each month', () => {
    const middles = [0, 6, 12, 24].map((delay_months) => {
      const { scenario, chance } = make(delay_months === 0 ? undefined : { delay_months }).jobs;
      return (scenario?.chance ?? chance)?.p50 ?? 0;
    });
    expect(middles.toSorted((a, b) => b - a)).toEqual(middles);
    expect(make({ delay_months: 12 }).jobs.scenario?.range).toMatchObject({
      late: '14000',
      on_time: '700',
    });
  });
  it('changes rates, ramp and shock, and names its assumptions', () => {
    const { chance } = make({ rate: 1.25, ramp_months: 12, shock: 0 }, twenty).jobs.scenario ?? {};
    expect(chance).toMatchObject({ ramp_months: 12, shock: 0 });
    expect(chance?.p50).toBeGreaterThan(make(undefined, twenty).jobs.chance?.p50 ?? 0);
  });
  it('changes only the months of the pace where projects do not add to a target', () => {
    const { companies, jobs } = make({ pace_months: 6 });
    expect(jobs).not.toHaveProperty('scenario');
    expect(companies.scenario?.pace).toMatchObject({ months: 6 });
    expect(companies.scenario).not.toHaveProperty('range');
    expect(make({ delay_months: 12 }).companies).not.toHaveProperty('scenario');
  });
});

describe('the assumptions that move a result most', () => {
  it('are sorted by size, and agree with the scenario of the same change', () => {
    const { jobs } = make(undefined, twenty);
    const sizes = (jobs.sensitivity ?? []).map(({ changes }) => Math.max(...changes.map(Math.abs)));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.toSorted((a, b) => b - a)).toEqual(sizes);
    const delay = jobs.sensitivity?.find(({ assumption }) => assumption === 'delay')?.changes[0];
    const moved =
      (make({ delay_months: 12 }, twenty).jobs.scenario?.chance?.p50 ?? 0) -
      (jobs.chance?.p50 ?? 0);
    expect(Math.abs((delay ?? 0) - moved)).toBeLessThan(Number(jobs.range?.adds) / 256);
  });
  it('of a pace are a fifth of it, and its other months', () => {
    const { companies } = make();
    const { forecast } = companies.row;
    const fifth = companies.sensitivity?.find(({ assumption }) => assumption === 'pace')?.changes;
    expect(fifth?.[1]).toBeCloseTo(forecast.kind === 'range' ? 0.2 * forecast.pace * 57 : 0, 6);
    expect(companies.sensitivity?.map(({ assumption }) => assumption).toSorted()).toEqual([
      'pace',
      'pace_6',
      'pace_9',
    ]);
  });
});
