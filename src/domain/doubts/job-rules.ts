import { percentile } from '#domain/targets/pace.ts';
import { fromNumber } from '#domain/values/decimal.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { DoubtInput, DoubtProject, DoubtRow } from './doubt.ts';
import { groupByKey, jobsFact, moneyFact, findMoney, projectSubject } from './subject.ts';

const beforeCompany: ReadonlySet<string> = new Set(['lead', 'negotiation', 'signed']);
const hasCompany = ({ company, uscc }: DoubtProject): boolean =>
  company !== undefined || uscc !== undefined;

/**
 * Finds projects with actual jobs but without a company: they are not registered yet, or the
 * register names the companies of other projects and not theirs.
 */
export function findJobsWithoutCompany({ projects }: DoubtInput): DoubtRow[] {
  const namesCompanies = projects.some(hasCompany);
  return projects.flatMap((project) => {
    const jobs = project.jobs_actual ?? 0;
    if (jobs <= 0 || hasCompany(project)) return [];
    if (!namesCompanies && !beforeCompany.has(project.stage)) return [];
    return [{ subjects: [projectSubject(project)], facts: [jobsFact('jobs', jobs)] }];
  });
}

/** An industry with fewer projects has no median to compare with. */
const fewestOfIndustry = 5;
/** The factor from which a value is far from the median of its industry. */
const farTimes = 10;

interface ProjectRate {
  readonly project: DoubtProject;
  readonly jobs: number;
  readonly currency: string;
  readonly perJob: number;
}
function rate(project: DoubtProject): ProjectRate[] {
  const money = findMoney(project, 'output_actual');
  const jobs = project.jobs_actual ?? 0;
  if (money === undefined || jobs <= 0 || project.industry === undefined) return [];
  const output = Number(toMajor(fromWire(money)));
  return output <= 0 ? [] : [{ project, jobs, currency: money.currency, perJob: output / jobs }];
}

/**
 * Finds projects whose output per job is at least ten times, or at most a tenth of, the median of
 * their industry in the same currency, where at least five projects have one.
 */
export function findUnusualOutputPerJob({ projects }: DoubtInput): DoubtRow[] {
  const groups = groupByKey(
    projects.flatMap(rate),
    ({ project, currency }) => `${project.industry} ${currency}`,
  );
  return [...groups.values()].flatMap((group) => {
    if (group.length < fewestOfIndustry) return [];
    const usual = percentile(
      group.map(({ perJob }) => perJob),
      0.5,
    );
    if (usual === undefined) return [];
    return group
      .filter(({ perJob }) => perJob >= usual * farTimes || perJob <= usual / farTimes)
      .map(({ project, jobs, currency, perJob }) => ({
        subjects: [projectSubject(project)],
        facts: [
          ...[findMoney(project, 'output_actual')].flatMap((money) =>
            money === undefined ? [] : [moneyFact('output', money)],
          ),
          jobsFact('jobs', jobs),
          { name: 'output_per_job', value: roundWhole(perJob), unit: currency } as const,
          { name: 'usual_output_per_job', value: roundWhole(usual), unit: currency } as const,
        ],
      }));
  });
}
const roundWhole = (value: number): string => fromNumber(Math.round(value));
