import {
  addDecimal,
  compareDecimal,
  type Decimal,
  subtractDecimal,
  sumDecimals,
  toNumber,
} from '#domain/values/decimal.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import {
  outlookSteps,
  type FewestProjects,
  type OutlookRange,
  type OutlookStep,
  type OutlookStepKey,
} from './outlook.ts';
import type { OutlookProject } from './outlook-project.ts';

/** The largest number of projects without an amount that are listed by code. */
const listedUnknown = 50;
/** The largest number of the fewest projects that are listed one by one. */
const listedFewest = 5;

/**
 * Sums what a list of projects adds; exact.
 * @returns in the unit of the outlook; projects that state no amount are not in it
 */
export const sumAdds = (projects: readonly OutlookProject[]): Decimal =>
  sumDecimals(projects.flatMap(({ adds }) => (adds === undefined ? [] : [adds])));

/**
 * Finds the step to the ceiling that a project belongs to.
 * @returns undefined for a stage outside both groups
 */
export function findStep(
  { stage }: OutlookProject,
  { established }: StageMapping,
): OutlookStepKey | undefined {
  if (established.includes(stage)) return 'established';
  return outlookSteps.find((key) => key === stage);
}

interface RangeInput {
  readonly now: Decimal;
  readonly target: Decimal;
  readonly deadline: IsoDate;
  readonly projects: readonly OutlookProject[];
  readonly mapping: StageMapping;
}

/** Sums projects at full capacity by the deadline, later, or without a date. */
function sumByDate(projects: readonly OutlookProject[], deadline: IsoDate) {
  const groups = Object.groupBy(projects, ({ full_capacity }) => {
    if (full_capacity === undefined) return 'undated';
    return full_capacity <= deadline ? 'on_time' : 'late';
  });
  return {
    on_time: sumAdds(groups.on_time ?? []),
    late: sumAdds(groups.late ?? []),
    undated: sumAdds(groups.undated ?? []),
  };
}

/**
 * Makes floor, signed and ceiling: today's value plus what the register still adds, by stage. The
 * ceiling is exact and has no probability.
 */
export function makeRange({ now, target, deadline, projects, mapping }: RangeInput): OutlookRange {
  let sum = now;
  const steps = outlookSteps.map((key): OutlookStep => {
    const own = projects.filter((project) => findStep(project, mapping) === key);
    const adds = sumAdds(own);
    sum = addDecimal(sum, adds);
    return { key, count: own.length, adds, sum };
  });
  const unknownProjects = projects.filter(({ adds }) => adds === undefined);
  const missing = subtractDecimal(target, sum);
  return {
    now,
    steps,
    signed: steps.find(({ key }) => key === 'signed')?.sum ?? now,
    ceiling: sum,
    adds: subtractDecimal(sum, now),
    known: projects.length - unknownProjects.length,
    missing: compareDecimal(missing, '0') > 0 ? missing : '0',
    ...sumByDate(projects, deadline),
    unknown: unknownProjects.length,
    unknown_codes: unknownProjects
      .map(({ code }) => code)
      .toSorted()
      .slice(0, listedUnknown),
  };
}

/**
 * Compares projects, the largest first. Of two equal ones the one that opens first comes first,
 * then the order of codes.
 */
const compareProjects = (a: OutlookProject, b: OutlookProject): number =>
  compareDecimal(b.adds ?? '0', a.adds ?? '0') ||
  (a.opens ?? '9999').localeCompare(b.opens ?? '9999') ||
  a.code.localeCompare(b.code);

/**
 * Sorts projects, the largest first. It compares doubles wherever they differ: the nearest doubles
 * never reverse the order of two decimals.
 */
const sortProjects = (projects: readonly OutlookProject[]): readonly OutlookProject[] =>
  projects
    .map((project) => ({ project, size: toNumber(project.adds ?? '0') }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || compareProjects(a.project, b.project))
    .map(({ project }) => project);

/**
 * Finds the fewest projects that close what is missing today. Taking the largest first is exact: no
 * smaller set has a larger sum.
 * @returns undefined where nothing is missing
 */
export function findFewest(
  now: Decimal,
  target: Decimal,
  projects: readonly OutlookProject[],
): FewestProjects | undefined {
  const need = subtractDecimal(target, now);
  if (compareDecimal(need, '0') <= 0) return undefined;
  const projectOrder = sortProjects(projects);
  const chosenProjects: OutlookProject[] = [];
  let total = '0';
  for (const project of projectOrder) {
    if (compareDecimal(total, need) >= 0) break;
    chosenProjects.push(project);
    total = addDecimal(total, project.adds ?? '0');
  }
  return {
    need,
    closes: compareDecimal(total, need) >= 0,
    count: chosenProjects.length,
    projects: chosenProjects.slice(0, listedFewest),
    others: sumAdds(chosenProjects.slice(listedFewest)),
    total,
  };
}
