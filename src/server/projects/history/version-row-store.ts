import type { DatedFacts } from './merge-facts.ts';
import { compact } from '#domain/values/compact.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import {
  type FirstPlans,
  firstPlans,
  isPassed,
  promisedDay,
  withFirstPlans,
} from '#domain/projects/milestones.ts';
import {
  measures,
  type Measure,
  type Milestone,
  type ProjectFacts,
  type ProjectRecord,
} from '#domain/projects/project.ts';
import type { Names } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { segments, type Segment } from '#domain/projects/segments.ts';
import { stageRank, type StageOrUnknown, statuses, type Status } from '#domain/projects/stage.ts';
import type { Insertable } from 'kysely';
import { firstDay, lastDay, type ProjectVersionTable } from '#server/db/schema/tables.ts';
import { lastEvent } from './last-event.ts';
import { writePlanDates } from '#server/projects/register/plan-date-store.ts';
import { searchText } from './search-text.ts';
import { addedBy } from '#server/db/versions.ts';
export type VersionRow = Insertable<ProjectVersionTable>;

const namesText = (names: Names | undefined): string | null =>
  names === undefined ? null : JSON.stringify(names);

const statusRank = (status: Status): number => statuses.indexOf(status);

/**
 * Lists the days on which late milestones were reached. They stop being overdue, so a new row
 * starts.
 */
const lateDays = (milestones: readonly Milestone[]): IsoDate[] =>
  milestones.flatMap((milestone) => {
    const [promised, actual] = [promisedDay(milestone), milestone.actual];
    return promised !== undefined && actual !== undefined && actual > promised ? [actual] : [];
  });

/**
 * Finds the earliest original date of a milestone that may become overdue. A milestone reached in
 * time was never late.
 */
const overdueBaseline = (
  milestones: readonly Milestone[],
  day: IsoDate,
  stage: StageOrUnknown,
): IsoDate | null =>
  milestones
    .flatMap((milestone) => {
      const [promised, actual] = [promisedDay(milestone), milestone.actual];
      return promised !== undefined &&
        !isPassed(milestone, stage) &&
        (actual === undefined || (actual > day && actual > promised))
        ? [promised]
        : [];
    })
    .sort()[0] ?? null;

/**
 * Splits a record into rows: one for each period in which stage, status, facts and lateness stay
 * the same.
 * @throws Error if the record has no facts
 */
export function versionRows(
  record: ProjectRecord,
  timeline: readonly DatedFacts[],
  revision: number,
): VersionRow[] {
  const life = segments(record);
  const first = life[0]?.valid_from ?? firstDay;
  const plans = listKnownPlans(timeline);
  const texts = timeline.map(({ facts }) => searchText(record.code, facts));
  const cuts = [
    ...life.map((s) => s.valid_from),
    // the first facts also hold before their day
    ...timeline.slice(1).map((t) => t.facts_from),
    ...timeline.flatMap((t, i) =>
      lateDays(withFirstPlans(t.facts.milestones, plans[i] ?? new Map())),
    ),
  ];
  const starts = [...new Set(cuts)].filter((day) => day >= first && day < lastDay).sort();
  let before: Segment | undefined;
  return starts.map((valid_from, i) => {
    const segment = life.findLast((s) => s.valid_from <= valid_from);
    const at = Math.max(
      0,
      timeline.findLastIndex((t) => t.facts_from <= valid_from),
    );
    const entry = timeline[at];
    if (!segment || !entry) throw new Error(`project ${record.code} has no facts`);
    const valid = { valid_from, valid_to: starts[i + 1] ?? lastDay };
    const row = versionRow(record, segment, entry, { valid, before, revision });
    before = segment;
    return {
      ...row,
      search_fold: texts[at] ?? '',
      ...derivedDays(segment, entry, plans[at] ?? new Map(), valid_from),
      event_since: lastEvent(segment, timeline, first, valid_from),
    };
  });
}

/** Lists the first plan dates known with each entry. */
export const listKnownPlans = (timeline: readonly DatedFacts[]): FirstPlans[] =>
  firstPlans(
    timeline.map(({ facts, facts_from, given }) => {
      const knownDay = facts_from > firstDay ? facts_from : given;
      return { milestones: facts.milestones, ...compact({ known: knownDay }) };
    }),
  );

/** Derives the columns of planned dates and first plan dates. */
const derivedDays = (
  { stage }: Segment,
  { facts }: DatedFacts,
  first: FirstPlans,
  day: IsoDate,
) => ({
  overdue_baseline: overdueBaseline(withFirstPlans(facts.milestones, first), day, stage),
  plan_dates: writePlanDates(facts.milestones, first),
});

/** The days for which a row holds, the segment before them, and the revision that adds the row. */
interface RowTime {
  readonly valid: Pick<Segment, 'valid_from' | 'valid_to'>;
  readonly before: Segment | undefined;
  readonly revision: number;
}
function versionRow(
  record: ProjectRecord,
  segment: Segment,
  entry: DatedFacts,
  { valid, before, revision }: RowTime,
): Omit<VersionRow, 'search_fold' | 'overdue_baseline' | 'plan_dates' | 'event_since'> {
  const { facts } = entry;
  const isNew = before === undefined && valid.valid_from !== firstDay;
  const stageFrom = before && before.stage !== segment.stage ? before.stage : null;
  const statusFrom = before && before.status !== segment.status ? before.status : null;
  return {
    origin: record.origin,
    code: record.code,
    ...valid,
    facts_revision: entry.facts_revision,
    facts_from: entry.facts_from,
    name: facts.name,
    investor: facts.investor ?? null,
    country: facts.country ?? null,
    prefecture: facts.prefecture ?? null,
    industry: facts.industry ?? null,
    zone: facts.zone ?? null,
    fact_owner: facts.owner ?? null,
    fact_unit: facts.unit ?? null,
    names_json: namesText(facts.names),
    investor_names_json: namesText(facts.investor_names),
    stage: segment.stage,
    stage_rank: stageRank(segment.stage) ?? null,
    stage_since: segment.stage_since ?? null,
    stage_by: segment.stage_by ?? null,
    stage_word: segment.stage_word ?? null,
    status: segment.status,
    status_rank: statusRank(segment.status),
    status_date: segment.status_date ?? null,
    status_reason: segment.status_reason ?? null,
    status_reason_code: segment.status_reason_code ?? null,
    last_update: facts.last_update ?? null,
    data_status_rank: dataStatuses.indexOf(facts.data_status),
    changes: (isNew ? 1 : 0) + (stageFrom === null ? 0 : 1) + (statusFrom === null ? 0 : 1),
    is_new: isNew,
    stage_from: stageFrom,
    status_from: statusFrom,
    ...moneyColumns(facts),
    ...addedBy(revision),
  };
}

type MoneyColumns = Pick<VersionRow, `${Measure}_minor` | `${Measure}_currency`>;
const largest = 2n ** 63n - 1n;

function moneyColumns(facts: ProjectFacts): MoneyColumns {
  const columns: Record<string, bigint | string | null> = {};
  for (const measure of measures) {
    const money = facts.amounts[measure]?.money;
    const minor = money ? BigInt(money.minor) : null;
    if (minor !== null && (minor > largest || minor < -largest))
      throw new RangeError(`${measure} of ${facts.name} is larger than the store holds`);
    columns[`${measure}_minor`] = minor;
    columns[`${measure}_currency`] = money?.currency ?? null;
  }
  return columns as MoneyColumns;
}
