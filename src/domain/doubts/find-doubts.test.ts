import { describe, expect, it } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import { makeIndicator } from '#domain/zone/indicator.fixture.ts';
import type { Observation, Target } from '#domain/zone/indicator.ts';
import { doubtRules, type DoubtProject, type DoubtRule } from './doubt.ts';
import {
  findDoubtsOf,
  makeDoubtInput,
  makeDoubtProject,
  type DoubtRegister,
} from './doubts.fixture.ts';
import { amounts, completedCases, only, yuan } from './money-cases.fixture.ts';

const project = makeDoubtProject;
const jobs = makeIndicator('jobs', 'stock', 'jobs');
const reported = (value: string): Observation => ({
  indicator: 'jobs',
  period: '2026-10',
  value,
  data_status: 'reported',
  origin: 'own',
  revision: 1,
});
const row = (value: string, plan: number) => ({
  indicator: 'jobs',
  name: sameWords('Jobs'),
  unit: 'jobs',
  now: { value, date: '2026-10-31', basis: 'level', data_status: 'reported' } as const,
  plan: { value: plan, share: 0.8, path: 'straight', data_status: 'reported' } as const,
});
const split = (parts: readonly string[]): Target => ({
  indicator: 'jobs',
  comparator: '>=',
  value: '100',
  deadline: '2026-12-31',
  baseline_date: '2025-12-31',
  source: 's',
  source_date: '2026-01-01',
  data_status: 'reported',
  split: { by: 'unit', parts: parts.map((value, at) => ({ id: `p${at}`, name: 'x', value })) },
});
/** Six projects of one industry: five with one output per job, the last with `times` of it. */
const industry = (times: number, count = 5) =>
  Array.from({ length: count + 1 }, (_, at) =>
    project(`I${at}`, {
      name: ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot'][at] ?? '',
      industry: 'ict',
      jobs_actual: 10,
      company: 'c',
      amounts: amounts({ output_actual: at === count ? 1000 * times : 1000 }),
    }),
  );

/** A project of 500 and one that may extend it. */
const phases = (name: string, later: string, minor: number, currency = 'CNY') =>
  only(
    project('A', { name, amounts: amounts({ total_investment: 500 }) }),
    project('B', { name: later, amounts: amounts({ total_investment: minor }, currency) }),
  );

/** By rule: registers that trigger it, and the same ones with one thing different that don't. */
const cases: Readonly<
  Record<
    DoubtRule,
    { readonly found: readonly DoubtRegister[]; readonly not: readonly DoubtRegister[] }
  >
> = {
  ...completedCases,
  operation_before_start: {
    found: [
      only(
        project('A', {
          milestones: [
            { type: 'start', actual: '2026-03-02' },
            { type: 'operation', actual: '2026-03-01' },
          ],
        }),
      ),
    ],
    not: [
      only(
        project('A', {
          milestones: [
            { type: 'start', actual: '2026-03-01' },
            { type: 'operation', actual: '2026-03-01' },
          ],
        }),
      ),
      only(project('A', { milestones: [{ type: 'operation', actual: '2026-03-01' }] })),
    ],
  },
  jobs_without_company: {
    found: [
      only(project('A', { jobs_actual: 3, stage: 'signed' })),
      only(project('A', { jobs_actual: 3 }), project('B', { company: 'b' })),
    ],
    not: [
      // the register names no companies at all
      only(project('A', { jobs_actual: 3 })),
      only(project('A', { jobs_actual: 0, stage: 'signed' })),
      only(project('A', { jobs_actual: 3, stage: 'signed', uscc: '1' })),
    ],
  },
  money_unchanged: {
    found: [
      only(
        project('A', {
          amounts: amounts({ fai_done_total: 5 }),
          year_before: { completed: yuan(5) },
        }),
      ),
      only(project('A', { amounts: amounts({ paid_in: 5 }), year_before: { paid_in: yuan(5) } })),
    ],
    not: [
      only(
        project('A', {
          amounts: amounts({ fai_done_total: 6, paid_in: 9 }),
          year_before: { completed: yuan(5), paid_in: yuan(9) },
        }),
      ),
      only(
        project('A', {
          stage: 'operation',
          amounts: amounts({ fai_done_total: 5 }),
          year_before: { completed: yuan(5) },
        }),
      ),
      only(project('A', { amounts: amounts({ fai_done_total: 5 }) })),
    ],
  },
  exactly_on_plan: {
    found: [
      makeDoubtInput([], { rows: [row('84.5', 84.5)] }),
      only(project('A', { jobs_plan: 40, jobs_actual: 40, company: 'a' })),
      only(project('A', { amounts: amounts({ output_plan: 9, output_actual: 9 }) })),
    ],
    not: [
      makeDoubtInput([], { rows: [row('84.5', 84.6)] }),
      makeDoubtInput([], { rows: [row('0', 0)] }),
      only(project('A', { jobs_plan: 40, jobs_actual: 41, company: 'a' })),
    ],
  },
  shared_site: {
    found: [
      only(
        project('A', { extra: { 地块编号: 'BH-2 ７' } }),
        project('B', { extra: { 地块编号: 'bh-27' } }),
      ),
      ...['Helyrajzi szám', 'Flurstück', 'Dirección', 'Działka'].map((header) =>
        only(
          project('A', { extra: { [header]: 'HRSZ 1040' } }),
          project('B', { extra: { [header]: 'HRSZ 1040' } }),
        ),
      ),
    ],
    not: [
      only(
        project('A', { extra: { 地块编号: '待定' } }),
        project('B', { extra: { 地块编号: '待定' } }),
      ),
      only(
        project('A', { site_mode: 'office', extra: { Address: '1 Main St' } }),
        project('B', { site_mode: 'office', extra: { Address: '1 Main St' } }),
      ),
      only(project('A', { extra: { 备注: 'same' } }), project('B', { extra: { 备注: 'same' } })),
    ],
  },
  near_equal_names: {
    found: [
      only(
        project('A', { name: '海纳水处理有限公司' }),
        project('B', { name: '海纳 水处理（项目）' }),
      ),
      only(project('A', { name: '田中机器人工厂' }), project('B', { name: '田中机器入工厂' })),
      only(
        project('A', { name: 'Northwind Cold Chain' }),
        project('B', { name: 'Northwind Cold Chan' }),
      ),
      ...['Co., Ltd.', 'Kft.', 'GmbH', 'S.r.l.', 'Sp. z o.o.'].map((form) =>
        only(
          project('A', { name: 'Zagyva téglaközpont' }),
          project('B', { name: `Zagyva téglaközpont ${form}` }),
        ),
      ),
    ],
    not: [
      only(project('A', { name: '田中机器人一期' }), project('B', { name: '田中机器人二期' })),
      only(project('A', { name: '冷链物流 1号库' }), project('B', { name: '冷链物流 2号库' })),
      only(project('A', { name: '滨江标准厂房A' }), project('B', { name: '滨江标准厂房B' })),
      only(project('A', { name: '药厂' }), project('B', { name: '药场' })),
    ],
  },
  unusual_output_per_job: {
    found: [makeDoubtInput(industry(10)), makeDoubtInput(industry(0.1))],
    not: [
      makeDoubtInput(industry(9)),
      makeDoubtInput(industry(0.2)),
      makeDoubtInput(industry(10, 3)),
    ],
  },
  date_after_edition: {
    found: [
      only(project('A', { milestones: [{ type: 'operation', actual: '2026-11-01' }] })),
      only(project('A', { last_update: '2026-11-02' })),
    ],
    not: [
      only(project('A', { milestones: [{ type: 'operation', actual: '2026-10-31' }] })),
      only(project('A', { milestones: [{ type: 'operation', plan: '2027-01-01' }] })),
      only(project('A', { stated: '0001-01-01', last_update: '2026-11-02' })),
    ],
  },
  signed_without_contract: {
    found: [
      only(project('A', { stage: 'signed', agreement_type: 'memorandum' })),
      only(project('A', { stage: 'operation', agreement_type: 'framework' })),
    ],
    not: [
      only(project('A', { stage: 'signed', agreement_type: 'contract' })),
      only(project('A', { stage: 'negotiation', agreement_type: 'memorandum' })),
      // the agreement is not stated
      only(project('A', { stage: 'signed' })),
    ],
  },
  expansion_not_below: {
    found: [
      phases('中日热泵工厂项目', '中日热泵工厂二期项目', 800),
      phases('Heat pump plant', 'Heat pump plant (Phase 2)', 500),
      phases('热泵工厂一期', '热泵工厂（增资扩产）', 500),
    ],
    not: [
      phases('中日热泵工厂项目', '中日热泵工厂二期项目', 499),
      phases('Heat pump plant', 'Heat pipe plant (Phase 2)', 800),
      phases('Heat pump plant', 'Heat pump plant (Phase 2)', 800, 'USD'),
      // two later phases without the project that they extend
      phases('Heat pump plant Phase 3', 'Heat pump plant Phase 2', 800),
    ],
  },
  parts_above_whole: {
    found: [
      makeDoubtInput([project('A', { jobs_actual: 101, company: 'a' })], {
        indicators: [jobs],
        observations: [reported('100')],
      }),
      makeDoubtInput([], { indicators: [jobs], targets: [split(['60', '40.01'])] }),
    ],
    not: [
      makeDoubtInput([project('A', { jobs_actual: 100, company: 'a' })], {
        indicators: [jobs],
        observations: [reported('100')],
      }),
      makeDoubtInput([], { indicators: [jobs], targets: [split(['60', '40'])] }),
      // skilled employees are a part of the jobs of the zone, not the whole of all projects
      makeDoubtInput([project('A', { jobs_actual: 100, company: 'a' })], {
        indicators: [{ ...jobs, id: 'skilled' }, jobs],
        observations: [{ ...reported('60'), indicator: 'skilled' }, reported('100')],
      }),
      makeDoubtInput([project('A', { jobs_actual: 5, company: 'a' })], { indicators: [jobs] }),
    ],
  },
};

describe('doubts between facts', () => {
  it.each(doubtRules)('%s finds its rows and nothing else', async (rule) => {
    const listRules = async (input: DoubtRegister) =>
      (await findDoubtsOf(input)).map((doubt) => doubt.rule);
    for (const [at, input] of cases[rule].found.entries())
      expect([at, await listRules(input)]).toEqual([at, [rule]]);
    for (const [at, input] of cases[rule].not.entries())
      expect([at, await listRules(input)]).toEqual([at, []]);
  });

  it('the fingerprint follows the rows, in any order of the register', async () => {
    const with_ = (...minor: readonly number[]) =>
      minor.map((workMoney, at) =>
        project(['K', 'QQ'][at] ?? '', {
          amounts: amounts({ fai_done_total: workMoney, paid_in: 1 }),
        }),
      );
    const of = async (projects: readonly DoubtProject[]) =>
      (await findDoubtsOf(makeDoubtInput(projects))).map(({ fingerprint }) => fingerprint);
    expect(await of(with_(5, 6))).toEqual(await of(with_(5, 6).toReversed()));
    expect(await of(with_(5, 6))).not.toEqual(await of(with_(5, 7)));
    expect(await of(with_(5, 6))).not.toEqual(await of(with_(5)));
    expect((await of(with_(5)))[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  it('equal names of many projects are one row', async () => {
    const many = Array.from({ length: 3000 }, (_, at) =>
      project(`P${at}`, { name: '同名工厂项目' }),
    );
    const [doubt] = await findDoubtsOf(makeDoubtInput(many));
    expect([doubt?.rule, doubt?.count, doubt?.rows[0]?.subjects.length]).toEqual([
      'near_equal_names',
      1,
      3000,
    ]);
  });
});
