import type { HeadlineFigures } from './headline-figures.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview, OverviewInput } from './overview.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { fromWire, sumWire, toMajor } from '#domain/values/money.ts';
import { countStageNotSet } from './stage-not-set.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { StageMapping, StageOrUnknown } from '#domain/projects/stage.ts';
import { sourceTitle } from '#domain/zone/standard-texts.ts';
import type { PublishedFact, ZoneProfile } from '#domain/zone/zone.ts';

const factFigure = (profile: ZoneProfile, fact: PublishedFact): Figure => ({
  value: fact.value,
  unit: fact.unit,
  ...compact({ qualifier: fact.qualifier }),
  data_status: profile.fictional ? 'illustrative' : 'reported',
  source: sourceTitle(profile, fact.source),
  date: fact.date,
  ...compact({ note: fact.note, name: fact.name }),
});

function publishedFigure(profile: ZoneProfile, id: string, day: IsoDate): Figure | undefined {
  const fact = profile.published
    .filter((f) => f.id === id && f.date <= day)
    .reduce<PublishedFact | undefined>(
      (a, b) => (a === undefined || b.date >= a.date ? b : a),
      undefined,
    );
  return fact && factFigure(profile, fact);
}

/**
 * The classes of the newest source by a day, in its order. Counts of two sources are never
 * combined.
 */
function publishedClasses(profile: ZoneProfile, day: IsoDate): readonly Figure[] {
  const facts = profile.published.filter(
    (fact) => fact.unit === 'projects' && fact.name !== undefined && fact.date <= day,
  );
  const newest = facts
    .map((fact) => fact.date)
    .toSorted()
    .at(-1);
  return facts.filter((fact) => fact.date === newest).map((fact) => factFigure(profile, fact));
}

function readPublished(profile: ZoneProfile, day: IsoDate): HeadlineFigures {
  const [established, established_investment, pipeline] = [
    'established_projects',
    'established_investment',
    'pipeline_projects',
  ].map((id) => publishedFigure(profile, id, day));
  const classes =
    established === undefined && pipeline === undefined ? publishedClasses(profile, day) : [];
  return {
    ...figures({ established, established_investment, pipeline }),
    ...compact({ classes: classes.length === 0 ? undefined : classes }),
  };
}

/**
 * Figures as published on an earlier day. Figures in other classes than the present ones are
 * omitted.
 */
function publishedBefore(profile: ZoneProfile, day: IsoDate): HeadlineFigures {
  const { classes: _, ...same } = readPublished(profile, day);
  return same;
}

const figures = (parts: {
  readonly established: Figure | undefined;
  readonly established_investment: Figure | undefined;
  readonly pipeline: Figure | undefined;
}): HeadlineFigures =>
  compact({
    established: parts.established,
    established_investment: parts.established_investment,
    pipeline: parts.pipeline,
  });

/** Projects of the two groups in counts by stage. */
export function countGroups(
  rows: readonly { readonly stage: StageOrUnknown; readonly count: number }[],
  mapping: StageMapping,
): { readonly established: number; readonly pipeline: number } {
  const count = (stages: readonly StageOrUnknown[]): number =>
    rows.filter((row) => stages.includes(row.stage)).reduce((sum, row) => sum + row.count, 0);
  return { established: count(mapping.established), pipeline: count(mapping.pipeline) };
}

/**
 * The day of which the register speaks on a day: that of its last edition or entry. A day without
 * one before it is its own.
 */
const registerDay = ({ edition_days = [] }: OverviewInput, day: IsoDate): IsoDate =>
  edition_days.findLast((one) => one <= day) ?? day;

/** Counts both groups. A count is undefined if it is 0 and projects have no stage. */
export function countKnownGroups(
  rows: readonly { readonly stage: StageOrUnknown; readonly count: number }[],
  mapping: StageMapping,
): { readonly established: number | undefined; readonly pipeline: number | undefined } {
  const { established, pipeline } = countGroups(rows, mapping);
  const notSet = countStageNotSet(rows);
  const orUndefined = (count: number): number | undefined =>
    isCountUnknown(count, notSet) ? undefined : count;
  return { established: orUndefined(established), pipeline: orUndefined(pipeline) };
}

/** Makes the known counts of both groups as figures. */
function groupFigures(
  rows: readonly { readonly stage: StageOrUnknown; readonly count: number }[],
  mapping: StageMapping,
  common: Omit<Figure, 'value' | 'unit'>,
): Pick<HeadlineFigures, 'established' | 'pipeline'> {
  const { established, pipeline } = countKnownGroups(rows, mapping);
  const figure = (count: number | undefined): Figure | undefined =>
    count === undefined ? undefined : { value: String(count), unit: 'projects', ...common };
  return compact({ established: figure(established), pipeline: figure(pipeline) });
}

/**
 * The headline of a register. Where amounts are missing a sum is a lower bound; each currency has
 * its own sum.
 */
function countFigures(input: OverviewInput): HeadlineFigures {
  const { register, profile, as_of } = input;
  const rows = register.rows.filter((row) =>
    profile.stage_mapping.established.some((stage) => stage === row.stage),
  );
  const totals = sumWire(
    rows.map((row) => row.amounts),
    profile.base_currency,
  );
  const undisclosed = rows.reduce((sum, row) => sum + row.undisclosed, 0);
  const common = { data_status: register.data_status, date: registerDay(input, as_of) };
  const isLeast = (register.undated ?? 0) > 0;
  const least = compact({ qualifier: isLeast ? 'at_least' : undefined });
  const sums = totals.map((total) => ({
    value: toMajor(fromWire(total)),
    unit: total.currency,
    ...compact({ qualifier: isLeast || undisclosed > 0 ? 'at_least' : undefined }),
    ...common,
  }));
  const notSet = countStageNotSet(register.rows);
  const counts = {
    ...compact({
      stage_not_set:
        notSet === 0 ? undefined : { value: String(notSet), unit: 'projects', ...least, ...common },
    }),
    ...groupFigures(register.rows, profile.stage_mapping, { ...least, ...common }),
    ...compact({ established_investment: sums.length === 1 ? sums[0] : undefined }),
  };
  return sums.length > 1 ? { ...counts, established_sums: sums } : counts;
}

function countedBefore(input: OverviewInput, day: IsoDate): HeadlineFigures {
  if (input.register.before === undefined) return {};
  const { before, undated_before = 0 } = input.register;
  return groupFigures(before, input.profile.stage_mapping, {
    ...compact({ qualifier: undated_before > 0 ? ('at_least' as const) : undefined }),
    data_status: input.register.data_status,
    date: registerDay(input, day),
  });
}

/** Whether the headline is what sources published, not what the register counts. */
const isPublished = ({
  profile,
  as_of,
  first_known_day,
  register,
  filtered_of = register.total,
}: OverviewInput): boolean =>
  !areProjectsKnown(as_of, first_known_day) ||
  (profile.published.length > 0 && (profile.origin !== 'own' || filtered_of === 0));

/**
 * Makes the part of an overview that says that only some projects are counted, with the published
 * figures of the whole zone. Published figures are never those of a filter.
 */
export const filteredPart = (input: OverviewInput): Pick<Overview, 'filtered'> =>
  input.filtered_of === undefined
    ? {}
    : {
        filtered: {
          of: input.filtered_of,
          zone: isPublished(input) ? readPublished(input.profile, input.as_of) : {},
        },
      };

/**
 * Makes the headline. A sample, an own zone without a register and days before the first known day
 * show published figures; all others show counts of the register. The two are never combined. Where
 * nothing is published or known, there are no figures, not even 0.
 */
export function makeHeadline(
  input: OverviewInput,
): HeadlineFigures & { readonly before: HeadlineFigures } {
  const { profile, as_of, compare, filtered_of } = input;
  if (isPublished(input) && filtered_of === undefined)
    return {
      ...readPublished(profile, as_of),
      before: compare === undefined ? {} : publishedBefore(profile, compare),
    };
  if (!areProjectsKnown(as_of, input.first_known_day)) return { before: {} };
  return {
    ...countFigures(input),
    before: compare === undefined ? {} : countedBefore(input, compare),
  };
}
