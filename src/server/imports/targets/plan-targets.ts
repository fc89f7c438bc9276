import { toStandardCode } from '#domain/zone/standard-texts.ts';
import { usualDays } from '#domain/targets/setting/usual-days.ts';
import { compact } from '#domain/values/compact.ts';
import { type IsoDate, monthEnd } from '#domain/values/date.ts';
import { mergeTargets, type TargetRowFault } from '#domain/targets/importing/planned-target.ts';
import type { PlannedTarget } from '#contract/imports/schemas.ts';
import {
  type Indicator,
  type Target,
  targetKey,
  type TargetPeriod,
  type TargetPlan,
} from '#domain/zone/indicator.ts';
import { findTargetOf } from '#domain/zone/period-key.ts';
import { isSamePromise } from '#domain/zone/target-history.ts';
import { makeTargetKey } from '#domain/zone/target-period.ts';
import { findNewZoneFaults } from '#domain/zone/zone-faults.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { findNamedIndicator } from '#server/imports/series/series-vocabulary.ts';
import type { TargetCells, TargetTable } from './read-target-rows.ts';
import {
  readComparator,
  readDay,
  readPeriod,
  readValue,
  splitValue,
  type ValueFault,
} from './target-values.ts';

class RowFault extends Error {
  readonly fault: TargetRowFault;
  readonly field: string;
  constructor(fault: TargetRowFault, field: string) {
    super(fault);
    this.fault = fault;
    this.field = field;
  }
}
const take = <T>(
  read: { readonly value: T } | { readonly fault: ValueFault | 'wrong_day' },
  field: string,
): T => {
  if ('fault' in read) throw new RowFault(read.fault, field);
  return read.value;
};

export interface PlanContext {
  readonly profile: ZoneProfile;
  readonly today: IsoDate;
  /** The source of targets whose row names none: the file. */
  readonly source: string;
  /** The unit in the heading of the values. */
  readonly unit: string | undefined;
}

/** What a row sets: an indicator, its time, and the deadline that this time has. */
interface Subject {
  readonly indicator: Indicator;
  readonly period: TargetPeriod | undefined;
  readonly deadline?: IsoDate;
}

/**
 * Finds the time of a target. The last year of a wide table is the end of the plan: its target is the
 * final one, if the zone has no target of that year and no final target with another deadline.
 */
function placeInPlan(
  { isLast }: TargetCells,
  { id }: Indicator,
  period: TargetPeriod | undefined,
  { targets }: ZoneProfile,
): Omit<Subject, 'indicator'> {
  if (isLast !== true || period?.kind !== 'year') return { period };
  const deadline = `${period.year}-12-31`;
  const final = findTargetOf(targets, id, undefined);
  const isTaken = final !== undefined && final.deadline !== deadline;
  return isTaken || findTargetOf(targets, id, period) !== undefined
    ? { period }
    : { period: undefined, deadline };
}

/** Finds the indicator and the time of a row, by the id of a stored target or by words. */
function findSubject(row: TargetCells, { profile }: PlanContext): Subject {
  const { cells } = row;
  const id = String(cells.id ?? '').trim();
  const storedTarget = profile.targets.find((target) => targetKey(target) === id);
  const words = String(cells.indicator ?? '').trim();
  const indicator =
    findNamedIndicator(words, {
      own: profile.indicators,
      offered: [],
      currency: profile.base_currency,
    }) ?? profile.indicators.find((one) => one.id === storedTarget?.indicator);
  if (indicator === undefined) throw new RowFault('unknown_indicator', 'indicator');
  if (indicator.kind === 'qualitative') throw new RowFault('in_words', 'indicator');
  if (cells.period === undefined && storedTarget?.indicator === indicator.id)
    return { indicator, period: storedTarget.period };
  if (cells.period === undefined) {
    if (cells.deadline === undefined) throw new RowFault('no_period', 'period');
    return { indicator, period: undefined };
  }
  const read = readPeriod(cells.period, profile.phases);
  if (read === undefined) throw new RowFault('unknown_period', 'period');
  return { indicator, ...placeInPlan(row, indicator, read.period, profile) };
}

/**
 * Reads the planned values of a row. Percentages are checkpoints. Other numbers are a monthly plan.
 */
function readPlan(
  { plan }: TargetCells,
  unit: string | undefined,
  indicator: Indicator,
): TargetPlan | undefined {
  if (plan.length === 0) return undefined;
  const isShare =
    indicator.unit !== 'percent' && plan.every(({ cell }) => String(cell).trim().endsWith('%'));
  if (isShare) {
    const percent = { unit: 'percent' };
    return {
      path: 'checkpoints',
      checkpoints: plan.map(({ month, cell }) => ({
        date: monthEnd(month),
        share: Number(take(readValue(cell, undefined, percent), month)) / 100,
        data_status: 'reported',
      })),
    };
  }
  return {
    path: 'monthly',
    values: plan.map(({ month, cell }) => {
      return { month, value: take(readValue(cell, unit, indicator), month) };
    }),
  };
}

/**
 * Names the file as a source. A second file of the same name and day gets a number, so that it is
 * another source.
 */
function nameSource(file: string, today: IsoDate, storedTarget: Target | undefined): string {
  if (storedTarget?.source_date !== today || !storedTarget.source.startsWith(file)) return file;
  const [, number] = /^ \((\d+)\)$/.exec(storedTarget.source.slice(file.length)) ?? [];
  return storedTarget.source === file ? `${file} (2)` : `${file} (${Number(number ?? 1) + 1})`;
}

/** A source of the file; the words that Headway writes for its own sources are read back. */
const readSource = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : toStandardCode(text.slice(0, 300));

function readTarget(row: TargetCells, context: PlanContext): Target {
  const { profile, today, source } = context;
  const { cells } = row;
  const { indicator, period, deadline } = findSubject(row, context);
  const storedTarget = findTargetOf(profile.targets, indicator.id, period);
  if (cells.value === undefined) throw new RowFault('no_value', 'value');
  const text = (cell: unknown): string | undefined => String(cell ?? '').trim() || undefined;
  const unit = text(cells.unit) ?? context.unit;
  const comparator =
    cells.comparator === undefined
      ? splitValue(cells.value).comparator
      : readComparator(cells.comparator);
  if (cells.comparator !== undefined && comparator === undefined)
    throw new RowFault('wrong_comparator', 'comparator');
  const days = usualDays({ indicator, period, profile, today });
  const day = (field: 'deadline' | 'baseline_date' | 'source_date', usual: string): string => {
    const cell = cells[field];
    return cell === undefined ? usual : take(readDay(cell), field);
  };
  return {
    ...storedTarget,
    indicator: indicator.id,
    comparator:
      comparator ?? storedTarget?.comparator ?? (indicator.direction === 'down' ? '<=' : '>='),
    value: take(readValue(cells.value, unit, indicator), 'value'),
    deadline: day('deadline', storedTarget?.deadline ?? deadline ?? days.deadline),
    baseline_date: day('baseline_date', storedTarget?.baseline_date ?? days.baseline_date),
    source: readSource(text(cells.source)) ?? nameSource(source, today, storedTarget),
    source_date: day('source_date', today),
    data_status: storedTarget?.data_status ?? 'reported',
    ...compact({
      id: storedTarget === undefined ? makeTargetKey(indicator.id, period) : storedTarget.id,
      period,
      baseline:
        cells.baseline === undefined
          ? storedTarget?.baseline
          : take(readValue(cells.baseline, unit, indicator), 'baseline'),
      plan:
        readPlan(row, unit, indicator) ??
        storedTarget?.plan ??
        (period?.kind === 'year' ? ({ path: 'straight' } as const) : undefined),
      owner: text(cells.owner)?.slice(0, 200) ?? storedTarget?.owner,
      unit_in_charge: text(cells.unit_in_charge)?.slice(0, 200) ?? storedTarget?.unit_in_charge,
    }),
  };
}

/** Keeps the source of a stored target if the file changes nothing else about it. */
function keepSource(target: Target, storedTarget: Target | undefined): Target {
  const isSame =
    storedTarget !== undefined &&
    isSamePromise(storedTarget, target) &&
    JSON.stringify({ ...storedTarget, source: '', source_date: '' }) ===
      JSON.stringify({ ...target, source: '', source_date: '' });
  return isSame ? storedTarget : target;
}

const planRow = (row: TargetCells, context: PlanContext): PlannedTarget => {
  const name = String(row.cells.indicator ?? row.cells.id ?? '')
    .trim()
    .slice(0, 200);
  try {
    const read = readTarget(row, context);
    const before = context.profile.targets.find((one) => targetKey(one) === targetKey(read));
    const target = keepSource(read, before);
    const outcome = before === undefined ? 'new' : target === before ? 'same' : 'changed';
    return { row: row.row, name, outcome, target, ...compact({ before }) };
  } catch (error) {
    if (!(error instanceof RowFault)) throw error;
    const { fault, field } = error;
    return { row: row.row, name, outcome: 'wrong', fault, field };
  }
};

const toWrong = (
  { row, name, target, before }: PlannedTarget,
  fault: NonNullable<PlannedTarget['fault']>,
  field: string,
): PlannedTarget => ({
  row,
  name,
  outcome: 'wrong',
  fault,
  field,
  ...compact({ target, before }),
});

/** Whether a column that is headed by a past year alone states an actual value. */
const isPast = ({ isBare, cells }: TargetCells, today: IsoDate): boolean =>
  isBare === true && (/\d{4}/.exec(String(cells.period))?.[0] ?? '') < today.slice(0, 4);

/** Lists the headings of a wide table whose years are past and state no target. */
export const listPastHeadings = ({ rows }: TargetTable, today: IsoDate): readonly string[] => [
  ...new Set(rows.flatMap((row) => (isPast(row, today) ? (row.heading ?? []) : []))),
];

/** Keeps one of the same faults of a row of a wide table. */
const keepFirstFaults = (rows: readonly PlannedTarget[]): PlannedTarget[] =>
  rows.filter(
    ({ row, fault, field }, at) =>
      fault === undefined ||
      field === 'value' ||
      rows.findIndex((one) => one.row === row && one.fault === fault && one.field === field) === at,
  );

/** Plans the changes of a table of targets in a zone. Stores nothing. */
export function planTargets(table: TargetTable, context: PlanContext): PlannedTarget[] {
  const current = table.rows.filter((row) => !isPast(row, context.today));
  const rows = keepFirstFaults(current.map((row) => planRow(row, context)));
  const keys = rows.map(({ target }) => (target === undefined ? undefined : targetKey(target)));
  const once = rows.map((row, at) =>
    keys[at] !== undefined && keys.indexOf(keys[at]) !== at
      ? toWrong(row, 'twice', 'indicator')
      : row,
  );
  const targets = once.flatMap(({ outcome, target }) =>
    target === undefined || outcome === 'wrong' ? [] : [target],
  );
  const { profile } = context;
  const faults = findNewZoneFaults(profile, {
    ...profile,
    targets: mergeTargets(profile.targets, targets),
  });
  return once.map((row) => {
    if (row.target === undefined || row.outcome === 'wrong') return row;
    const path = `targets.${targetKey(row.target)}`;
    const fault = faults.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    return fault === undefined
      ? row
      : toWrong(row, fault.rule, fault.path.slice(path.length + 1).split('.')[0] ?? '');
  });
}
