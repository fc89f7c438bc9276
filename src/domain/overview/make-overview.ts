import { compact } from '#domain/values/compact.ts';
import { actionList } from '#domain/projects/actions.ts';
import { indicatorChanges, type IndicatorChange } from '#domain/changes/indicator-changes.ts';
import { listEstablished } from './established-projects.ts';
import { weakestStatus } from '#domain/values/data-status.ts';
import { filteredPart, countKnownGroups, makeHeadline } from './headline.ts';
import { sourceTitle } from '#domain/zone/standard-texts.ts';
import { areProjectsKnown, knownRegister } from '#domain/projects/first-known-day.ts';
import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import { tellTargetsApart } from './tell-targets-apart.ts';
import { targetKey, type Observation, type PlanPath } from '#domain/zone/indicator.ts';
import { listCurrentTargets } from '#domain/zone/target-period.ts';
import type { ChangedValue, ReopenedPeriod } from '#domain/targets/period-close.ts';
import { addRatios } from '#domain/targets/derived/ratio.ts';
import type { Changes, Overview, OverviewInput, PhaseState } from './overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import {
  daysBetween,
  monthEnd,
  addMonths,
  toMonth,
  monthsApart,
  type IsoDate,
} from '#domain/values/date.ts';
import { groupStages } from './stage-groups.ts';
import { elapsedShare } from '#domain/targets/plan.ts';
import type { Phase } from '#domain/zone/zone.ts';
import { resolveWithheld } from '#domain/zone/rights/resolve-withheld.ts';
import { orderPhases } from './phase-lanes.ts';
import { nextReportDay } from '#domain/zone/zone-days.ts';

/**
 * A phase that begins in the second half of a month counts from the next month: 2020-04-27 to
 * 2021-12-31 is 20 months.
 */
const firstMonth = (start: IsoDate) =>
  start.slice(8) > '15' ? addMonths(toMonth(start), 1) : toMonth(start);

/**
 * Each phase with its elapsed share on a day, by first day: 0 before it begins, 1 once it is over.
 */
const phaseStates = (phases: readonly Phase[], as_of: IsoDate): PhaseState[] =>
  orderPhases(phases).map((phase) => ({
    ...phase,
    elapsed: elapsedShare({ start: phase.start, deadline: phase.end }, as_of),
  }));

/**
 * The phase of the day and its month by the calendar, as month 12 of 20: of several, the one that
 * began first. Undefined between and outside the phases.
 */
function phaseNow(phases: readonly Phase[], as_of: IsoDate): Overview['phase_now'] {
  const phase = orderPhases(phases).find(({ start, end }) => start <= as_of && as_of <= end);
  if (phase === undefined) return undefined;
  const first = firstMonth(phase.start);
  return {
    id: phase.id,
    month: Math.max(1, monthsApart(first, toMonth(as_of)) + 1),
    months: Math.max(1, monthsApart(first, toMonth(phase.end)) + 1),
  };
}

/** The day of the newest own data: an edition, a month, or a change made in the page. */
const newestDay = ({ profile, days }: OverviewInput): IsoDate =>
  [profile.data_date, ...days].toSorted().at(-1) ?? profile.data_date;

/** Makes the age of own data. A sample does not age. */
function agePart(input: OverviewInput): Pick<Overview, 'age_days' | 'report_due'> {
  const { profile, today } = input;
  if (profile.origin !== 'own') return {};
  const newest = newestDay(input);
  const due = nextReportDay(newest, profile);
  return {
    age_days: Math.max(0, daysBetween(newest, today)),
    ...compact({ report_due: due <= today ? due : undefined }),
  };
}

/** Makes the part of an overview about the zone's settings. */
const makeZone = ({ profile, definitions, observations }: OverviewInput): Overview['zone'] => ({
  name: profile.name,
  short_name: profile.short_name,
  fictional: profile.fictional,
  base_currency: profile.base_currency,
  industries: profile.industries,
  ...compact({
    stage_words: profile.stage_words,
    definitions,
    licence: profile.licence,
    withheld: resolveWithheld(profile, observations),
  }),
});

/**
 * Makes the part of an overview about the register; empty without one, and before its first known
 * day.
 */
function registerPart({
  register,
  profile,
  as_of,
  first_known_day,
}: OverviewInput): Pick<
  Overview,
  'strip' | 'established' | 'actions' | 'undisclosed' | 'projects_total' | 'undated'
> {
  const isKnown = areProjectsKnown(as_of, first_known_day);
  return {
    strip: {
      groups: isKnown ? groupStages(register, profile) : [],
      ...compact({
        excluded: isKnown ? register.excluded : undefined,
        currency: register.currency,
      }),
      data_status: register.data_status,
    },
    established: register.established.flatMap((project) => listEstablished(project, as_of)),
    ...compact({
      actions: isKnown ? actionList(register.actions, as_of) : undefined,
      undisclosed: isKnown ? register.undisclosed : undefined,
      projects_total: isKnown ? register.total : undefined,
      undated: register.undated === 0 ? undefined : register.undated,
    }),
  };
}

/**
 * Makes the overview of a zone on a day. All figures depend on the day of the data alone; only the
 * age of own data and whether its next report is due depend on `today`, the day of the wall clock.
 */
export function makeOverview(overviewInput: OverviewInput): Overview {
  const { profile, as_of, compare, first_known_day } = overviewInput;
  const input = {
    ...overviewInput,
    register: knownRegister(overviewInput.register, overviewInput),
  };
  const path = planPath(input);
  const targets = makeTargetRows(input);
  const main = mainMeasure(targets);
  const start = targets.find((row) => targetKey(row) === main)?.baseline?.date;
  return {
    origin: profile.origin,
    revision: input.revision,
    as_of,
    days: input.days,
    zone: makeZone(input),
    illustrative: isIllustrative(input, targets),
    headline: makeHeadline(input),
    targets,
    main_measure: main,
    plan: { path, checkpoints: profile.checkpoints, ...compact({ start }) },
    thresholds: profile.thresholds,
    phases: phaseStates(profile.phases, as_of),
    stage_mapping: profile.stage_mapping,
    ...registerPart(input),
    ...filteredPart(input),
    ...compact({
      compare,
      ...agePart(input),
      phase_now: phaseNow(profile.phases, as_of),
      phase_note: profile.phase_note,
      changes: listChanges(input),
      indicator_changes: listIndicatorChanges(input, targets),
      first_known_day,
      closed: findClosing(input),
      reopened: findReopened(input),
      latest_month: latestMonth(input.observations),
    }),
  };
}

/** The last month closed by the day, and the later changes of closed months. */
function findClosing({ closed = [], as_of }: OverviewInput): Overview['closed'] {
  const past = closed.filter(({ period }) => monthEnd(period) <= as_of);
  const last = past.at(-1);
  return last === undefined
    ? undefined
    : { period: last.period, changed: past.flatMap(pickChanges) };
}

/** The changed values of months that ended by the day and are open again. */
function findReopened({ reopened = [], as_of }: OverviewInput): Overview['reopened'] {
  const changed = reopened.filter(({ period }) => monthEnd(period) <= as_of).flatMap(pickChanges);
  return changed.length === 0 ? undefined : changed;
}

/** Takes the changes of a month without their authors and reasons. */
const pickChanges = ({ changed }: ReopenedPeriod): ChangedValue[] =>
  changed.map(({ author: _by, recorded_at: _at, reason: _why, ...change }) => change);

/** Without checkpoints the only path is the straight line. */
const planPath = ({ plan, profile }: Pick<OverviewInput, 'plan' | 'profile'>): PlanPath =>
  profile.checkpoints.length === 0 ? 'straight' : (plan ?? profile.plan_path);

/** The input for the rows of the targets table on a day. */
type TargetRowsInput = Pick<
  OverviewInput,
  'profile' | 'as_of' | 'observations' | 'notes' | 'decisions' | 'declared' | 'versions' | 'plan'
>;

/** Makes the rows of the targets that the zone works towards on a day. */
export function makeTargetRows(input: TargetRowsInput): TargetRow[] {
  const { profile, as_of, observations, notes, decisions, declared, versions } = input;
  const rows = {
    as_of,
    path: planPath(input),
    checkpoints: profile.checkpoints,
    thresholds: profile.thresholds,
    observations: addRatios(profile.indicators, observations),
    notes,
    phases: profile.phases,
    sourceTitle: (id: string) => sourceTitle(profile, id),
    ...compact({ decisions, declared, versions }),
  };
  const current = listCurrentTargets(profile.targets, profile.phases, as_of).flatMap((target) => {
    const indicator = profile.indicators.find(({ id }) => id === target.indicator);
    return indicator === undefined ? [] : [makeTargetRow(target, indicator, rows)];
  });
  return tellTargetsApart(current);
}

/**
 * The measure furthest behind its plan among those with reported values; else the first target; ''
 * without targets.
 */
function mainMeasure(rows: readonly TargetRow[]): string {
  const verdictRows = rows.flatMap((row) =>
    row.verdict_status === 'illustrative' || row.attainment === undefined
      ? []
      : [{ key: targetKey(row), attainment: row.attainment }],
  );
  const furthest = verdictRows.reduce<(typeof verdictRows)[number] | undefined>(
    (a, b) => (a === undefined || b.attainment < a.attainment ? b : a),
    undefined,
  );
  return furthest?.key ?? (rows[0] === undefined ? '' : targetKey(rows[0]));
}

function listChanges({ compare, register, profile }: OverviewInput): Changes | undefined {
  if (compare === undefined || register.before === undefined) return undefined;
  const [before, now] = [
    countKnownGroups(register.before, profile.stage_mapping),
    countKnownGroups(register.rows, profile.stage_mapping),
  ];
  return {
    since: compare,
    items: register.changes.items,
    total: register.changes.total,
    established: compact({ before: before.established, now: now.established }),
    pipeline: compact({ before: before.pipeline, now: now.pipeline }),
  };
}

/** Lists the indicators of targets on the compared day and on the day, both as known at present. */
function listIndicatorChanges(
  { compare, profile, observations }: OverviewInput,
  targets: readonly TargetRow[],
): readonly IndicatorChange[] | undefined {
  if (compare === undefined) return undefined;
  const indicators = profile.indicators.filter(({ id }) =>
    targets.some(({ indicator }) => indicator === id),
  );
  const before = observations.filter(({ period }) => monthEnd(period) <= compare);
  return indicatorChanges(indicators, before, observations);
}

const isIllustrative = (
  { profile, register }: OverviewInput,
  rows: readonly TargetRow[],
): boolean =>
  profile.fictional ||
  (register.total > 0 && register.data_status === 'illustrative') ||
  rows.some(
    (row) =>
      row.verdict_status === 'illustrative' ||
      row.now?.data_status === 'illustrative' ||
      row.series.some((point) => point.data_status === 'illustrative'),
  );

/** The last month that has a value of any indicator, with the weakest status of its values. */
function latestMonth(observations: readonly Observation[]): Overview['latest_month'] {
  const valueObservations = observations.filter((observation) => observation.value !== undefined);
  const period = valueObservations
    .map((observation) => observation.period)
    .sort()
    .at(-1);
  if (period === undefined) return undefined;
  return {
    period,
    data_status: weakestStatus(
      valueObservations
        .filter((observation) => observation.period === period)
        .map((observation) => observation.data_status),
    ),
  };
}
