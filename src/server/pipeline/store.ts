import { compact } from '#domain/values/compact.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import { listedActions } from '#domain/projects/actions.ts';
import type { Currency } from '#domain/values/money.ts';
import type { PipelineRows } from '#domain/projects/pipeline.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { getReader, type Reader, type Source } from '#server/db/db.ts';
import { countUndated, isDayUnknown } from '#server/zone/first-known-day-store.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import {
  selectChangedRows,
  listChanges,
  type ChangeScope,
} from '#server/projects/register/change-store.ts';
import { listActions } from '#server/projects/actions/action-list-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { countsByStage, sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import { addRows } from '#server/projects/register/amount-sums.ts';

const mostItems = 50;

/**
 * Reads the register of a day for the pipeline page. `compare`: the day from which moves count;
 * `currency`: that of the zone,
 * which orders the list of actions.
 */
export async function pipelineRows(
  source: Source,
  scope: ProjectScope & { readonly knownRevision: number },
  { compare, currency }: { readonly compare?: IsoDate; readonly currency: Currency },
): Promise<PipelineRows> {
  const reader = getReader(source);
  const groups = await sumsByStage(reader, scope);
  const currencies = [
    ...new Set(groups.flatMap((row) => (row.status === 'active' ? (row.currency ?? []) : []))),
  ].sort();
  const [undated, is_before_unknown, since, moves, changes, actions] = await Promise.all([
    countUndated(reader, scope),
    compare !== undefined && isUnknownBefore(reader, { ...scope, as_of: compare }),
    readSum(reader, scope, entryDays),
    compare === undefined ? undefined : readSum(reader, { ...scope, since: compare }, stageMoves),
    compare === undefined
      ? []
      : listChanges(reader, scope, compare, mostItems).then(({ items }) => items),
    listActions(reader, { scope, currency, currencies, limit: listedActions }),
  ]);
  const active = Map.groupBy(
    groups.filter((row) => row.status === 'active'),
    (row) => row.stage,
  );
  return {
    sums: [...active].map(([stage, rows]) => ({ stage, ...addRows(rows, currency) })),
    on_hold: groups
      .filter((row) => row.status === 'on_hold')
      .reduce((sum, row) => sum + row.count, 0),
    data_status: dataStatuses[Math.max(0, ...groups.map((row) => row.weakest))] ?? 'reported',
    since,
    ...compact({ moves }),
    changes,
    actions,
    undated,
    is_before_unknown,
  };
}

/** Whether nobody knows the active projects of the compared day. */
async function isUnknownBefore(reader: Reader, scope: ProjectScope): Promise<boolean> {
  const rows = (await countsByStage(reader, scope)).filter(({ status }) => status === 'active');
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return isDayUnknown(reader, scope, count);
}

/**
 * The active projects by stage and day of entry. The rows are few even in a large register, and
 * give exact medians.
 */
const entryDays = groupSum({
  name: 'entry_days',
  added: ['count'],
  read: (reader, scope: ProjectScope) =>
    versionsAt(reader, scope)
      .select((eb) => ['v.stage', 'v.stage_since as since', eb.fn.countAll<number>().as('count')])
      .where('v.status', '=', 'active')
      .groupBy(['v.stage', 'v.stage_since'])
      .execute(),
  changedByDay: byVersion,
});

/** The moves between stages after a day, and the new projects. */
const stageMoves = groupSum({
  name: 'moves_between_stages',
  added: ['count'],
  read: (reader, { since, ...scope }: ChangeScope) =>
    selectChangedRows(reader, scope, since)
      .select((eb) => [
        'v.stage_from as from',
        'v.stage as to',
        eb.fn.countAll<number>().as('count'),
      ])
      .where((eb) => eb.or([eb('v.stage_from', 'is not', null), eb('v.is_new', '=', true)]))
      .groupBy(['v.stage_from', 'v.stage'])
      .execute(),
});
