import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import { addDecimal, compareDecimal } from '#domain/values/decimal.ts';
import { defaultStageMapping, stages } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { findAnswer } from './answer.ts';
import { findFewest, makeRange } from './make-range.ts';
import { sumProjects } from './sums/measure-sums.ts';
import { findReachMonth } from './needed-pace.ts';
import type { OutlookProject } from './outlook-project.ts';

const project = (code: string, adds: string | undefined, more: Partial<OutlookProject> = {}) =>
  ({
    code,
    name: code,
    stage: 'signed',
    ...compact({ adds }),
    ...more,
  }) as const;

describe('the fewest projects', () => {
  it('are as few as in any set that closes the gap', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 150 }), (list, need) => {
        const least = findFewest(
          '0',
          String(need),
          sumProjects(list.map((adds, at) => project(`P${at}`, String(adds)))),
        );
        const sets = Array.from({ length: 2 ** list.length }, (_, set) =>
          list.filter((_, at) => (set >> at) % 2 === 1),
        ).filter((set) => set.reduce((a, b) => a + b, 0) >= need);
        const fewest = Math.min(...sets.map((set) => set.length));
        expect(least?.closes).toBe(sets.length > 0);
        if (sets.length > 0) expect(least?.count).toBe(fewest);
      }),
    );
  });
  it('include the project that opens first of two equal ones', () => {
    const sums = sumProjects([
      project('A', '5', { opens: '2027-01-31' }),
      project('B', '5', { opens: '2026-06-30' }),
    ]);
    const fewest = findFewest('0', '5', sums);
    expect(fewest?.projects.map(({ code }) => code)).toEqual(['B']);
  });
  it('are none where nothing is missing', () => {
    expect(findFewest('7', '5', sumProjects([project('A', '5')]))).toBeUndefined();
  });
});

describe('floor and ceiling', () => {
  it('are consistent: steps and dates sum to the ceiling, unknown amounts are listed', () => {
    const projects = [
      project('A', '10', { stage: 'operation', full_capacity: '2026-12-31' }),
      project('B', '20.5', { full_capacity: '2031-12-31' }),
      project('C', '3', { stage: 'lead' }),
      project('D', undefined),
    ];
    const range = makeRange({
      as_of: '2026-01-31',
      is_yearly: false,
      now: '100',
      target: '150',
      deadline: '2030-12-31',
      sums: sumProjects(projects),
      mapping: defaultStageMapping,
    });
    expect(range).toMatchObject({ signed: '130.5', ceiling: '133.5', missing: '16.5', unknown: 1 });
    expect(range.unknown_codes).toEqual(['D']);
    const { on_time = '', late = '', undated = '' } = range;
    const total = [on_time, late, undated].reduce(addDecimal, '100');
    expect(compareDecimal(total, range.ceiling)).toBe(0);
  });
});

// seen to fail: the registered projects of a zone that counts none of them as established had no
// part of the ceiling, though they were among the fewest that close the gap
describe('the steps to the ceiling', () => {
  it('have every project once, whatever the zone counts as established', () => {
    const projects = stages.map((stage, at) => project(stage, String(10 ** at), { stage }));
    fc.assert(
      fc.property(fc.subarray([...stages]), fc.subarray([...stages]), (established, pipeline) => {
        const range = makeRange({
          as_of: '2026-01-31',
          is_yearly: false,
          now: '0',
          target: '99999999',
          deadline: '2030-12-31',
          sums: sumProjects(projects),
          mapping: { established, pipeline },
        });
        expect(range.ceiling).toBe('1111111');
        expect(range.steps.reduce((sum, { count }) => sum + count, 0)).toBe(projects.length);
        const parts = [range.on_time, range.late, range.undated].map((part) => part ?? '0');
        expect(parts.reduce(addDecimal)).toBe(range.adds);
      }),
      { numRuns: 40 },
    );
  });
  it('have a registered project among the signed where it is not yet established', () => {
    const { signed } = makeRange({
      as_of: '2026-01-31',
      is_yearly: false,
      now: '0',
      target: '100',
      deadline: '2030-12-31',
      sums: sumProjects([project('A', '7', { stage: 'registered' }), project('B', '5')]),
      mapping: { established: ['operation'], pipeline: ['lead', 'negotiation', 'signed'] },
    });
    expect(signed).toBe('12');
  });
});

// seen to fail: a project that starts in the year of the deadline had no part of its own by then
describe('what dated projects bring by the deadline', () => {
  const bring = (more: Partial<OutlookProject>, input: { yearly?: boolean; as_of?: string } = {}) =>
    makeRange({
      as_of: input.as_of ?? '2024-06-30',
      is_yearly: input.yearly ?? false,
      now: '0',
      target: '1000',
      deadline: '2025-12-31',
      sums: sumProjects([project('A', '120', more)]),
      mapping: defaultStageMapping,
    }).in_time;
  const year = { opens: '2025-06-30', full_capacity: '2026-06-30' };
  it('grows month by month from the start of operation to full capacity', () => {
    expect(bring(year)).toBe('60');
    expect(bring({ opens: '2025-11-30', full_capacity: '2027-11-30' })).toBe('5');
    expect(bring({ opens: '2026-01-31', full_capacity: '2026-12-31' })).toBe('0');
    expect(bring({ opens: '2024-07-31', full_capacity: '2025-12-31' })).toBe('120');
  });
  it('is the mean of the twelve months of a yearly amount', () => {
    // 0 until June, then 1 to 6 of 12 parts: 21 of 144
    expect(bring(year, { yearly: true })).toBe('17.5');
  });
  it('counts at once where only full capacity has a date, and not at all without one', () => {
    expect(bring({ full_capacity: '2025-12-31' })).toBe('120');
    expect(bring({ full_capacity: '2026-01-01' })).toBe('0');
    expect(bring({ opens: '2024-07-31' })).toBe('0');
  });
  it('grows from today where the start is past', () => {
    const late = { opens: '2020-01-31', full_capacity: '2026-12-31' };
    expect(bring(late, { as_of: '2024-12-31' })).toBe('60');
  });
  it('lists the projects without a date of full capacity', () => {
    const sums = sumProjects([
      project('B', '5', { opens: '2025-01-31' }),
      project('A', '3'),
      project('C', '0'),
      project('D', undefined),
      project('E', '7', year),
    ]);
    const range = makeRange({
      as_of: '2024-06-30',
      is_yearly: false,
      now: '0',
      target: '1000',
      deadline: '2025-12-31',
      sums,
      mapping: defaultStageMapping,
    });
    expect(range).toMatchObject({ undated_projects: 2, undated_codes: ['A', 'B'], undated: '8' });
  });
  // seen to fail: a project that starts in 2029 counted as without a date for a deadline in 2028
  it('counts what starts after the deadline as later, but not what is in operation', () => {
    const opens = '2026-01-31';
    const sums = sumProjects([
      project('A', '5', { opens }),
      project('B', '3', { opens: '2025-12-31' }),
      { ...project('C', '2', { opens }), stage: 'operation' },
    ]);
    const rest = { is_yearly: false, now: '0', target: '1000', mapping: defaultStageMapping };
    const range = makeRange({ as_of: '2024-06-30', deadline: '2025-12-31', sums, ...rest });
    expect(range).toMatchObject({
      late: '5',
      undated: '5',
      undated_projects: 2,
      undated_codes: ['B', 'C'],
    });
  });
});

describe('the answer', () => {
  it('names the shortfall at this pace and the month of arrival', () => {
    const companies = row('companies');
    expect(findAnswer({ row: companies })).toEqual({ kind: 'short', by: '17' });
    expect(findReachMonth(companies)).toBe('2026-07');
  });
  it('is that no value is reported, or that there is no answer without pace and projects', () => {
    const { now: _, ...silent } = row('companies');
    expect(findAnswer({ row: silent })).toEqual({ kind: 'unreported' });
    const late = { ...silent, missing_months: ['2021-01'] };
    expect(findAnswer({ row: late })).toEqual({ kind: 'unknown' });
    const refusal = { kind: 'refused', reason: 'too_few_observations' } as const;
    expect(findAnswer({ row: { ...row('companies'), forecast: refusal } })).toEqual({
      kind: 'unknown',
    });
  });
  it('names the gap that all projects leave, or the addition that is needed', () => {
    const refusal = { kind: 'refused', reason: 'too_few_observations' } as const;
    const jobs = { ...row('jobs'), forecast: refusal };
    const make = (adds: string) =>
      makeRange({
        as_of: '2021-04-16',
        is_yearly: false,
        now: '1010',
        target: '35000',
        deadline: '2025-12-31',
        sums: sumProjects([project('A', adds)]),
        mapping: defaultStageMapping,
      });
    expect(findAnswer({ row: jobs, range: make('990') })).toEqual({
      kind: 'beyond_register',
      by: '33000',
    });
    expect(findAnswer({ row: jobs, range: make('40000') })).toEqual({
      kind: 'within_register',
      by: '33990',
    });
  });
  it('is yes at this pace, met or missed where that is true', () => {
    const companies = row('companies');
    expect(findAnswer({ row: { ...companies, target: '150' } })).toEqual({ kind: 'on_pace' });
    for (const verdict of ['met', 'missed'] as const)
      expect(findAnswer({ row: { ...companies, verdict } })).toEqual({ kind: verdict });
  });
});
