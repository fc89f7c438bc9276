import {
  addDecimal,
  compareDecimal,
  countToReach,
  type Decimal,
  multiplyDecimal,
  subtractDecimal,
  sumDecimals,
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
import {
  countProjects,
  type DayGroup,
  listedFewest,
  listedUnknown,
  type MeasureSums,
} from './sums/measure-sums.ts';

/**
 * Finds the step to the ceiling that a project belongs to.
 * @returns undefined for a stage outside both groups
 */
export function findStep(
  { stage }: Pick<OutlookProject, 'stage'>,
  { established }: StageMapping,
): OutlookStepKey | undefined {
  if (established.includes(stage)) return 'established';
  return outlookSteps.find((key) => key === stage);
}

interface RangeInput {
  readonly now: Decimal;
  readonly target: Decimal;
  readonly deadline: IsoDate;
  readonly sums: MeasureSums;
  readonly mapping: StageMapping;
}

const addGroups = (groups: readonly DayGroup[]): Decimal =>
  sumDecimals(groups.map(({ adds }) => adds));

/** Sums projects at full capacity by the deadline, later, or without a date. */
function sumByDate({ days }: MeasureSums, deadline: IsoDate) {
  const groups = Object.groupBy(days, ({ full_capacity }) => {
    if (full_capacity === undefined) return 'undated';
    return full_capacity <= deadline ? 'on_time' : 'late';
  });
  return {
    on_time: addGroups(groups.on_time ?? []),
    late: addGroups(groups.late ?? []),
    undated: addGroups(groups.undated ?? []),
  };
}

/**
 * Makes floor, signed and ceiling: today's value plus what the register still adds, by stage. The
 * ceiling is exact and has no probability.
 */
export function makeRange({ now, target, deadline, sums, mapping }: RangeInput): OutlookRange {
  let sum = now;
  const steps = outlookSteps.map((key): OutlookStep => {
    const days = sums.days.filter((group) => findStep(group, mapping) === key);
    const adds = addGroups(days);
    sum = addDecimal(sum, adds);
    const { amountCount, unknownCount } = countProjects({ days });
    return { key, count: amountCount + unknownCount, adds, sum };
  });
  const missing = subtractDecimal(target, sum);
  const { amountCount, unknownCount } = countProjects(sums);
  return {
    now,
    steps,
    signed: steps.find(({ key }) => key === 'signed')?.sum ?? now,
    ceiling: sum,
    adds: subtractDecimal(sum, now),
    known: amountCount,
    missing: compareDecimal(missing, '0') > 0 ? missing : '0',
    ...sumByDate(sums, deadline),
    unknown: unknownCount,
    unknown_codes: sums.unknown.projects.map(({ code }) => code).slice(0, listedUnknown),
  };
}

/**
 * Finds the fewest projects that close what is missing today. Taking the largest first is exact: no
 * smaller set has a larger sum.
 * @returns undefined where nothing is missing
 */
export function findFewest(
  now: Decimal,
  target: Decimal,
  { amounts, largest }: MeasureSums,
): FewestProjects | undefined {
  const need = subtractDecimal(target, now);
  if (compareDecimal(need, '0') <= 0) return undefined;
  let [total, count] = ['0', 0];
  for (const { adds, count: projects } of amounts) {
    const missing = subtractDecimal(need, total);
    if (compareDecimal(missing, '0') <= 0) break;
    const times = Math.min(projects, countToReach(missing, adds));
    total = addDecimal(total, multiplyDecimal(adds, times));
    count += times;
  }
  const projects = largest.projects.slice(0, Math.min(count, listedFewest));
  return {
    need,
    closes: compareDecimal(total, need) >= 0,
    count,
    projects,
    others: subtractDecimal(total, sumDecimals(projects.flatMap(({ adds }) => adds ?? []))),
    total,
  };
}
