import { makeValuedRow } from './valued-row.ts';
import { compact } from '#domain/values/compact.ts';
import { findDeclaredStatus } from '#domain/work/judgement.ts';
import { targetKey, type Indicator, type Target } from '#domain/zone/indicator.ts';
import type { TargetRow, TargetRowInput, PromisePart, RowExtras, Verdict } from './target-row.ts';
import { monthEnd, type IsoDate } from '#domain/values/date.ts';
import { isAhead, nameTarget, periodDays } from '#domain/zone/target-period.ts';
import { sumYears } from './derived/sum-years.ts';
import { makeHistory, type History, type Level } from './series.ts';
import { findUnknownSum, findUnknownYears, isSumUnknown } from './derived/unknown-sum.ts';
import {
  findEarlierTargets,
  isWordingOutdated,
  listPromiseChanges,
  type ZoneTargetsVersion,
} from '#domain/zone/target-history.ts';
import { listRowMarks } from './row-mark.ts';
import { makeWording } from './wording.ts';
import { makeMeasure, findPlanStart } from './measure.ts';
import { checklistAt, type ChecklistCount } from '#domain/zone/checklist.ts';

/** Makes the row of a qualitative target, with its checklist n/N if one was reported by the day. */
function makeQualitativeRow(
  promise: Omit<TargetRow, 'stale' | 'pace' | 'forecast' | 'verdict' | 'verdict_status' | 'series'>,
  target: Target,
  as_of: IsoDate,
): TargetRow {
  const checklist = checklistAt(target, as_of);
  return {
    ...promise,
    ...compact({ missing: checklist === undefined ? 'not_reported' : undefined, checklist }),
    stale: false,
    pace: 'not_applicable',
    forecast: { kind: 'refused', reason: 'qualitative' },
    verdict: checklistVerdict(checklist, as_of > target.deadline),
    verdict_status: target.data_status,
    series: [],
  };
}

function checklistVerdict(checklist: ChecklistCount | undefined, isPast: boolean): Verdict {
  if (checklist === undefined) return isPast ? 'no_value_at_deadline' : 'no_value';
  if (checklist.total > 0 && checklist.done >= checklist.total) return 'met';
  return isPast ? 'missed' : 'no_verdict';
}

/** Finds the former targets, and whether the written wording is outdated. */
function findTargetHistory(
  target: Target,
  versions: readonly ZoneTargetsVersion[],
): Pick<TargetRow, 'wording_outdated' | 'earlier'> {
  const earlier = findEarlierTargets(listPromiseChanges(versions), targetKey(target));
  return compact({
    wording_outdated: isWordingOutdated(target, versions) ? true : undefined,
    earlier: earlier.length === 0 ? undefined : earlier,
  });
}

const makePromisePart = (
  target: Target,
  indicator: Indicator,
  input: TargetRowInput,
): PromisePart => ({
  indicator: indicator.id,
  kind: indicator.kind,
  unit: indicator.unit,
  name: nameTarget(target, indicator.name, input.phases ?? []),
  ...compact({
    id: target.id === indicator.id ? undefined : target.id,
    period: target.period,
    is_shared: indicator.is_shared,
    owner: target.owner ?? indicator.owner,
    unit_in_charge: target.unit_in_charge ?? indicator.unit_in_charge,
    split: target.split,
    items: target.items,
    power: indicator.power,
    declared: findDeclaredStatus(input.declared ?? [], targetKey(target), input.as_of),
  }),
  definition: indicator.definition,
  comparator: target.comparator,
  ...compact({ target: target.value }),
  wording: makeWording(target, indicator),
  ...findTargetHistory(target, input.versions ?? []),
  deadline: target.deadline,
  target_source: input.sourceTitle(target.source),
  target_source_date: target.source_date,
  ...listMarks(target, input),
});

function listMarks(target: Target, input: TargetRowInput): Pick<TargetRow, 'marks'> {
  const marks = listRowMarks(target, input);
  return marks.length === 0 ? {} : { marks };
}

/**
 * Makes one row of the targets table: a target with its value, and plan to date, pace, forecast and
 * verdict at the date of that value.
 */
export function makeTargetRow(target: Target, ofZone: Indicator, input: TargetRowInput): TargetRow {
  const { indicator, observations } = sumYears(target, ofZone, input.observations);
  const promise = makePromisePart(target, indicator, input);
  if (
    target.value === undefined ||
    indicator.kind === 'qualitative' ||
    target.comparator === 'qualitative'
  )
    return makeQualitativeRow(promise, target, input.as_of);
  // before the plan begins, the values so far are drawn
  const drawnFrom = target.baseline_date > input.as_of ? '' : target.baseline_date;
  const history = makeHistory(indicator, observations, input.as_of, drawnFrom);
  const from = findFirstDay(target, input);
  const level = findLevel(target, indicator, history, from);
  const cause =
    level === undefined
      ? undefined
      : input.notes.findLast(
          (note) => note.indicator === indicator.id && note.period === level.period,
        );
  const more = {
    series: history.points,
    ...findLaterValue(target, history),
    ...findUnknownSum(history, indicator, target.deadline, from),
    ...findUnknownYears(observations, target, ofZone, input.as_of),
    ...compact({ cause }),
  };
  if (level === undefined) return makeUnreportedRow(promise, target, history, input.as_of, more);
  const measure = makeMeasure(target, indicator, level);
  const start = findPlanStart(target, indicator, history, measure);
  return makeValuedRow(
    { promise, target, goal: target.value, indicator, history, level, measure, start, input },
    more,
  );
}

/**
 * Finds the last level in the time of a target. A level before a break gives way to months of the
 * new definition, even where they make no sum.
 */
function findLevel(
  { deadline }: Target,
  { breaks = [] }: Indicator,
  { levels, points }: History,
  from = '',
): Level | undefined {
  const isInTime = ({ date }: { readonly date: IsoDate }) => date <= deadline && date >= from;
  const lastBreak = breaks.findLast(({ month }) => monthEnd(month) <= deadline);
  const isReplaced =
    lastBreak !== undefined &&
    points.some(
      (point) => point.missing === 'no_sum' && point.period >= lastBreak.month && isInTime(point),
    );
  return levels.findLast(
    (level) => isInTime(level) && !(isReplaced && level.before_break === true),
  );
}

/**
 * The first day whose values count for a target: that of its period; any day for the final target
 * and before the period begins.
 */
const findFirstDay = (target: Target, { phases = [], as_of }: TargetRowInput) =>
  target.period === undefined || isAhead(target, phases, as_of)
    ? undefined
    : (periodDays(target.period, phases)?.start ?? target.baseline_date);

/** The last value after the deadline, where the deadline itself has none. */
function findLaterValue({ deadline }: Target, { levels }: History): Pick<TargetRow, 'later'> {
  const last = levels.at(-1);
  if (last === undefined || last.date <= deadline || levels.some(({ date }) => date === deadline))
    return {};
  const { value, date, basis, data_status } = last;
  return { later: { value, date, basis, data_status } };
}

function makeUnreportedRow(
  promise: PromisePart,
  target: Target,
  history: History,
  as_of: IsoDate,
  more: RowExtras,
): TargetRow {
  const isPast = as_of > target.deadline;
  const reported = history.latest?.missing ?? 'not_reported';
  const missing = isSumUnknown(more) ? 'no_sum' : reported;
  return {
    ...promise,
    ...compact({ missing: more.later === undefined ? missing : undefined }),
    stale: false,
    pace: 'too_few_observations',
    forecast: { kind: 'refused', reason: isPast ? 'deadline_passed' : 'too_few_observations' },
    verdict: isPast ? 'no_value_at_deadline' : missing === 'no_sum' ? 'no_verdict' : 'no_value',
    verdict_status: target.data_status,
    ...more,
  };
}
