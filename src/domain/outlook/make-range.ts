import {
  addDecimal,
  compareDecimal,
  countToReach,
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  subtractDecimal,
  sumDecimals,
} from '#domain/values/decimal.ts';
import { type IsoDate, monthsApart, toMonth } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import {
  type DatedPart,
  outlookSteps,
  type FewestProjects,
  type OutlookRange,
  type OutlookStep,
  type OutlookStepKey,
} from './outlook.ts';
import { type OutlookProject, startDay } from './outlook-project.ts';
import { findRampShare } from './chance/ramp.ts';
import {
  countProjects,
  type DayGroup,
  listedFewest,
  listedUnknown,
  type MeasureSums,
} from './sums/measure-sums.ts';

/**
 * Finds the step to the ceiling that a project belongs to. A later stage than signed that the zone
 * does not count as established belongs to the signed ones.
 */
export function findStep(
  { stage }: Pick<OutlookProject, 'stage'>,
  { established }: Pick<StageMapping, 'established'>,
): OutlookStepKey {
  if (established.includes(stage)) return 'established';
  return stage === 'lead' || stage === 'negotiation' ? stage : 'signed';
}

/** What a range is made from. */
export interface RangeInput {
  readonly as_of: IsoDate;
  /** The target is the amount of a whole year, instead of the level on its last day. */
  readonly is_yearly: boolean;
  readonly now: Decimal;
  readonly target: Decimal;
  readonly deadline: IsoDate;
  readonly sums: MeasureSums;
  readonly mapping: StageMapping;
}

const addGroups = (groups: readonly DayGroup[]): Decimal =>
  sumDecimals(groups.map(({ adds }) => adds));

/**
 * Finds whether full capacity is reached by the deadline, later, or on no known day. What starts
 * after the deadline is at full capacity later.
 */
function findDatedPart(
  project: Pick<OutlookProject, 'stage' | 'opens' | 'full_capacity'>,
  deadline: IsoDate,
): DatedPart {
  const { full_capacity } = project;
  if (full_capacity === undefined) return (startDay(project) ?? '') > deadline ? 'late' : 'undated';
  return full_capacity <= deadline ? 'on_time' : 'late';
}

const listCodes = (projects: readonly OutlookProject[]): readonly string[] =>
  projects
    .slice(0, listedUnknown)
    .map(({ code }) => code)
    .toSorted();

/** Sums projects by when they are at full capacity, and lists those of which it is unknown. */
function sumByDate({ days, undated }: MeasureSums, deadline: IsoDate) {
  const groups = Object.groupBy(days, (group) => findDatedPart(compact(group), deadline));
  return {
    on_time: addGroups(groups.on_time ?? []),
    late: addGroups(groups.late ?? []),
    undated: addGroups(groups.undated ?? []),
    undated_projects: (groups.undated ?? []).reduce((sum, { addingCount }) => sum + addingCount, 0),
    undated_codes: listCodes(
      undated.projects.filter((project) => findDatedPart(project, deadline) === 'undated'),
    ),
  };
}

/** The decimals of an amount that counts in part. */
const places = 10;

/**
 * Sums what projects bring by the deadline on their own dates. They grow month by month from their
 * start, at the earliest from today, to full capacity.
 */
function sumByRamp({ ramps }: MeasureSums, { as_of, deadline, is_yearly }: RangeInput): Decimal {
  const today = toMonth(as_of);
  const toDeadline = monthsApart(today, toMonth(deadline));
  return sumDecimals(
    ramps.map(({ from, full, adds }) => {
      const toFull = monthsApart(today, full);
      const toStart = Math.min(Math.max(0, monthsApart(today, from)), toFull);
      const { part, whole } = findRampShare(toDeadline - toStart, toFull - toStart, is_yearly);
      return part === whole
        ? adds
        : divideDecimal(multiplyDecimal(adds, part), String(whole), places);
    }),
  );
}

/**
 * Makes floor, signed and ceiling: today's value plus what the register still adds, by stage. The
 * ceiling is exact and has no probability.
 */
export function makeRange(input: RangeInput): OutlookRange {
  const { now, target, deadline, sums, mapping } = input;
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
    already: sumDecimals(sums.days.map(({ already }) => already)),
    known: amountCount,
    missing: compareDecimal(missing, '0') > 0 ? missing : '0',
    ...sumByDate(sums, deadline),
    in_time: sumByRamp(sums, input),
    unknown: unknownCount,
    unknown_codes: listCodes(sums.unknown.projects),
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
