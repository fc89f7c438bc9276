import { findJobsIndicators } from '#domain/zone/templates/jobs-indicators.ts';
import { fromNumber, compareDecimal, addDecimal, type Decimal } from '#domain/values/decimal.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { sumOfParts } from '#domain/zone/target-split.ts';
import type { DoubtFact, DoubtInput, DoubtProject, DoubtRow } from './doubt.ts';
import { isSameMoney, jobsFact, moneyFact, findMoney, projectSubject } from './subject.ts';

/** Relative tolerance within which a plan to date, a double, equals a value. */
const tolerance = 1e-9;

/** Finds reported values that are exactly the plan to date. */
export const findValuesOnPlan = ({ rows }: DoubtInput): DoubtRow[] =>
  rows.flatMap(({ indicator, name, unit, now, plan }): DoubtRow[] => {
    if (now === undefined || plan === undefined || plan.share <= 0) return [];
    const value = Number(now.value);
    if (value === 0 || Math.abs(value - plan.value) > Math.abs(plan.value) * tolerance) return [];
    return [
      {
        subjects: [{ kind: 'indicator', id: indicator, name }],
        facts: [
          { name: 'reported', value: now.value, unit },
          { name: 'plan', value: fromNumber(plan.value), unit },
        ],
      },
    ];
  });

/** Finds projects whose jobs or output are exactly the planned ones. */
export const findProjectsOnPlan = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => {
    const facts: DoubtFact[] = [];
    const { jobs_plan = 0, jobs_actual } = project;
    if (jobs_plan > 0 && jobs_actual === jobs_plan)
      facts.push(jobsFact('jobs', jobs_actual), jobsFact('jobs_plan', jobs_plan));
    const [plan, actual] = [findMoney(project, 'output_plan'), findMoney(project, 'output_actual')];
    if (
      plan !== undefined &&
      actual !== undefined &&
      plan.minor !== '0' &&
      isSameMoney(plan, actual)
    )
      facts.push(moneyFact('output', actual), moneyFact('output_plan', plan));
    return facts.length === 0 ? [] : [{ subjects: [projectSubject(project)], facts }];
  });

const nameSubject = ({ id, name }: Indicator) => ({ kind: 'indicator' as const, id, name });
const partsAboveWhole = (
  indicator: Indicator,
  sum: Decimal,
  whole: Decimal | undefined,
): DoubtRow[] =>
  whole === undefined || compareDecimal(sum, whole) <= 0
    ? []
    : [
        {
          subjects: [nameSubject(indicator)],
          facts: [
            { name: 'sum_of_parts', value: sum, unit: indicator.unit },
            { name: 'whole', value: whole, unit: indicator.unit },
          ],
        },
      ];

/** Finds the jobs of the zone: the last value of its indicator of all jobs. */
function findJobsOfZone({ indicators, observations, month }: DoubtInput) {
  const indicator = findJobsIndicators(indicators, observations, month).find(
    ({ kind }) => kind === 'stock',
  );
  const value = observations.findLast(
    (one) => one.indicator === indicator?.id && one.period <= month && one.value !== undefined,
  )?.value;
  return indicator === undefined || value === undefined ? undefined : { indicator, value };
}

/**
 * Finds sums of parts above their whole: the parts of a split target above the target, and the jobs
 * of all projects above the jobs of the zone.
 * @param jobs - the sum of all projects
 */
export function findPartsAboveWhole(input: DoubtInput, jobs: number): DoubtRow[] {
  const { indicators, targets } = input;
  const jobsOfZone = findJobsOfZone(input);
  return indicators.flatMap((indicator) => [
    ...targets.flatMap((target) =>
      target.indicator !== indicator.id || target.split === undefined
        ? []
        : partsAboveWhole(indicator, sumOfParts(target.split.parts), target.value),
    ),
    ...(jobsOfZone?.indicator === indicator
      ? partsAboveWhole(indicator, addDecimal(String(jobs), '0'), jobsOfZone.value)
      : []),
  ]);
}
