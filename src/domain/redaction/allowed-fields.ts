import { pickNamed } from '#domain/projects/project.ts';
import type { ChangedValue } from '#domain/targets/period-close.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview, PhaseState } from '#domain/overview/overview.ts';
import type { Change } from '#domain/projects/register-view.ts';
import type { Figure, TargetRow, SeriesPoint } from '#domain/targets/target-row.ts';
import type { SharedTarget } from './shared-overview.ts';

/** Whether each field of an object is allowed. A new field without a rule does not compile. */
type Rule<T, KeptKey extends keyof T> = Readonly<
  Record<KeptKey, true> & Record<Exclude<keyof T, KeptKey>, false>
>;
/** Picks the fields of an object that a rule allows. */
function keep<T extends object, KeptKey extends keyof T>(
  rule: Rule<T, KeptKey>,
  from: T,
): Pick<T, KeptKey> {
  const allowedEntries = Object.entries(from).filter(
    ([key]) =>
      Object.hasOwn(rule, key) && (rule as Readonly<Record<string, boolean>>)[key] === true,
  );
  return Object.fromEntries(allowedEntries) as Pick<T, KeptKey>;
}

const figure: Rule<Figure, keyof Figure> = {
  value: true,
  unit: true,
  qualifier: true,
  data_status: true,
  source: true,
  date: true,
  note: true,
  name: true,
};
/** All fields of a figure. */
export const pickFigure = (from: Figure): Figure => keep(figure, from);

const point: Rule<SeriesPoint, Exclude<keyof SeriesPoint, 'source'>> = {
  period: true,
  date: true,
  value: true,
  missing: true,
  in_month: true,
  data_status: true,
  source: false,
  revised_from: true,
  break_reason: true,
};
const target: Rule<TargetRow, keyof SharedTarget> = {
  id: true,
  indicator: true,
  period: true,
  is_shared: false,
  owner: false,
  unit_in_charge: false,
  split: false,
  items: false,
  power: true,
  kind: true,
  unit: true,
  name: true,
  definition: true,
  comparator: true,
  target: true,
  wording: true,
  wording_outdated: true,
  earlier: true,
  deadline: true,
  target_source: true,
  target_source_date: true,
  baseline: true,
  now: true,
  later: true,
  missing: true,
  missing_months: true,
  sum_break: true,
  stale: true,
  completion: true,
  elapsed: true,
  plan: true,
  gap: true,
  attainment: true,
  remaining: true,
  required_per_month: true,
  current_per_month: true,
  acceleration: true,
  pace: true,
  forecast: true,
  verdict: true,
  verdict_status: true,
  checklist: true,
  series: true,
  cause: false,
  marks: false,
  declared: false,
};
/** Without what people wrote: causes, marks, declared statuses and sources. With `revisions` it has former values. */
export const pickTarget = (from: TargetRow, revisions: boolean): SharedTarget => ({
  ...keep<TargetRow, keyof SharedTarget>(target, from),
  series: from.series.map((one) => {
    const { revised_from, ...fields } = keep<SeriesPoint, Exclude<keyof SeriesPoint, 'source'>>(
      point,
      one,
    );
    return revisions && revised_from !== undefined ? { ...fields, revised_from } : fields;
  }),
});

const zone: Rule<Overview['zone'], keyof Overview['zone']> = {
  name: true,
  short_name: true,
  fictional: true,
  base_currency: true,
  industries: true,
  stage_words: true,
  definitions: true,
  licence: true,
  withheld: true,
};
/** The zone as readers see it: its names and its terms. */
export const pickZone = (from: Overview['zone']): Overview['zone'] => keep(zone, from);

const plan: Rule<Overview['plan'], keyof Overview['plan']> = {
  path: true,
  checkpoints: true,
  start: true,
};
/** The plan path with its checkpoints. */
export const pickPlan = (from: Overview['plan']): Overview['plan'] => keep(plan, from);

const phase: Rule<PhaseState, keyof PhaseState> = {
  id: true,
  name: true,
  start: true,
  end: true,
  elapsed: true,
};
/** A phase and its elapsed share. */
export const pickPhase = (from: PhaseState): PhaseState => keep(phase, from);

/** The former and present value of a closed month. */
export const pickChangedValue = ({
  indicator,
  period,
  before,
  now,
}: ChangedValue): ChangedValue => ({
  indicator,
  period,
  ...compact({ before, now }),
});

/** A change with the name of its project. */
export function pickChange(item: Change): Change {
  const { date } = item;
  const names = pickNamed(item);
  const by = item.by === true ? { by: item.by } : {};
  if (item.kind === 'new') return { kind: 'new', ...names, to: item.to, date, ...by };
  if (item.kind === 'status')
    return { kind: 'status', ...names, from: item.from, to: item.to, date, ...by };
  const from = item.from === undefined ? {} : { from: item.from };
  return {
    kind: 'stage',
    ...names,
    ...from,
    to: item.to,
    date,
    ...by,
    regression: item.regression,
  };
}

/** The omissions of the data, without the ids of indicators that the link does not show. */
export function withKnownIndicators(
  zone: Overview['zone'],
  targets: Overview['targets'],
): Overview['zone'] {
  const { withheld } = zone;
  if (withheld === undefined) return zone;
  const indicators = withheld.indicators.filter((id) =>
    targets.some(({ indicator }) => indicator === id),
  );
  return { ...zone, withheld: { ...withheld, indicators } };
}
