import { percentile } from '#domain/targets/pace.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { makeRoom } from './packed-texts.ts';
import { makeComparison, type Comparison } from './comparison.ts';
import type { DoubtProject, DoubtRow } from './doubt.ts';
import { findMoney, jobsFact, moneyFact, projectSubject } from './subject.ts';

const beforeCompany: ReadonlySet<string> = new Set(['lead', 'negotiation', 'signed']);
/** Whether a project names its company. */
export const hasCompany = ({ company, uscc }: DoubtProject): boolean =>
  company !== undefined || uscc !== undefined;

/** Finds projects with actual jobs but without a company, in a register that names companies. */
export const findJobsWithoutCompany = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => {
    const jobs = project.jobs_actual ?? 0;
    return jobs <= 0 || hasCompany(project)
      ? []
      : [{ subjects: [projectSubject(project)], facts: [jobsFact('jobs', jobs)] }];
  });

/** Finds projects with actual jobs that are not registered yet, whatever the register names. */
export const findJobsBeforeCompany = (projects: readonly DoubtProject[]): DoubtRow[] =>
  findJobsWithoutCompany(projects.filter(({ stage }) => beforeCompany.has(stage)));

/** An industry with fewer projects has no median to compare with. */
const fewestOfIndustry = 5;
/** The factor from which a value is far from the median of its industry. */
const farTimes = 10;

interface ProjectRate {
  readonly jobs: number;
  readonly currency: string;
  readonly perJob: number;
  /** The industry and the currency, within which rates are compared. */
  readonly group: string;
}
function findRate(project: DoubtProject): ProjectRate | undefined {
  const money = findMoney(project, 'output_actual');
  const jobs = project.jobs_actual ?? 0;
  if (money === undefined || jobs <= 0 || project.industry === undefined) return undefined;
  const output = Number(toMajor(fromWire(money)));
  const { currency } = money;
  return output <= 0
    ? undefined
    : { jobs, currency, perJob: output / jobs, group: `${project.industry} ${currency}` };
}

/** The output per job of the projects of one industry, in one currency. */
interface IndustryRates {
  values: Float64Array<ArrayBuffer>;
  positions: Uint32Array<ArrayBuffer>;
  length: number;
}
function addRate(rates: IndustryRates, value: number, position: number): void {
  rates.values = makeRoom(rates.values, rates.length + 1);
  rates.positions = makeRoom(rates.positions, rates.length + 1);
  rates.values[rates.length] = value;
  rates.positions[rates.length] = position;
  rates.length += 1;
}
const makeRates = (): IndustryRates => ({
  values: new Float64Array(fewestOfIndustry),
  positions: new Uint32Array(fewestOfIndustry),
  length: 0,
});

/** @returns undefined for too few projects */
const findUsual = ({ values, length }: IndustryRates): number | undefined =>
  length < fewestOfIndustry ? undefined : percentile([...values.subarray(0, length)], 0.5);
const isFar = (perJob: number, usual: number): boolean =>
  perJob >= usual * farTimes || perJob <= usual / farTimes;

/**
 * Finds projects whose output per job is at least ten times, or at most a tenth of, the median of
 * their industry in the same currency, where at least five projects have one.
 */
export function findUnusualOutputPerJob(): Comparison {
  const groups = new Map<string, IndustryRates>();
  const usualRates = new Map<string, number>();
  return makeComparison({
    rule: 'unusual_output_per_job',
    add(project, position) {
      const rate = findRate(project);
      if (rate === undefined) return;
      const rates = groups.get(rate.group) ?? makeRates();
      groups.set(rate.group, rates);
      addRate(rates, rate.perJob, position);
    },
    *list() {
      for (const [group, rates] of groups) {
        const usual = findUsual(rates);
        if (usual === undefined) continue;
        usualRates.set(group, usual);
        for (let at = 0; at < rates.length; at += 1)
          if (isFar(rates.values[at] ?? 0, usual)) yield [rates.positions[at] ?? 0];
      }
    },
    toMember: (project) => project,
    toRows: (members) => members.flatMap((project) => makeRateRow(project, usualRates)),
  });
}

function makeRateRow(project: DoubtProject, usualRates: ReadonlyMap<string, number>): DoubtRow[] {
  const rate = findRate(project);
  const usual = rate === undefined ? undefined : usualRates.get(rate.group);
  if (rate === undefined || usual === undefined) return [];
  const { jobs, currency, perJob } = rate;
  const output = findMoney(project, 'output_actual');
  return [
    {
      subjects: [projectSubject(project)],
      facts: [
        ...(output === undefined ? [] : [moneyFact('output', output)]),
        jobsFact('jobs', jobs),
        { name: 'output_per_job', value: roundWhole(perJob), unit: currency },
        { name: 'usual_output_per_job', value: roundWhole(usual), unit: currency },
      ],
    },
  ];
}
const roundWhole = (value: number): string => fromNumber(Math.round(value));
