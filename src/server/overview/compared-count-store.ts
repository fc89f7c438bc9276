import { stagesAndUnknown, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Reader } from '#server/db/db.ts';
import {
  type ChangeScope,
  countChanges,
  selectChangedRows,
} from '#server/projects/register/change-store.ts';
import { countsByStage } from '#server/projects/register/stage-sum-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The number of projects with one stage and status. */
interface StageCount {
  readonly stage: StageOrUnknown;
  readonly status: Status;
  readonly count: number;
}
type ActiveCounts = readonly Pick<StageCount, 'stage' | 'count'>[];

/** From one change for this many projects on, counting the compared day costs less. */
const fewChanges = 10;

const moves = groupSum({
  name: 'moves_between',
  added: ['count'],
  read: (reader, { since, ...scope }: ChangeScope) =>
    selectChangedRows(reader, scope, since)
      .select((eb) => [
        'v.stage',
        'v.status',
        'v.stage_from',
        'v.status_from',
        'v.is_new',
        eb.fn.countAll<number>().as('count'),
      ])
      .groupBy(['v.stage', 'v.status', 'v.stage_from', 'v.status_from', 'v.is_new'])
      .execute(),
});

/** Adds up the active projects of each stage, in the order of stages. */
function addActive(rows: readonly StageCount[]): ActiveCounts {
  const counts = new Map<StageOrUnknown, number>();
  for (const { stage, status, count } of rows)
    if (status === 'active') counts.set(stage, (counts.get(stage) ?? 0) + count);
  return stagesAndUnknown.flatMap((stage) => {
    const count = counts.get(stage) ?? 0;
    return count === 0 ? [] : [{ stage, count }];
  });
}

/** Reads what the changes between two days took from each stage and added to it. */
async function readReverseMoves(
  reader: Reader,
  scope: ProjectScope,
  compare: IsoDate,
): Promise<readonly StageCount[]> {
  const rows = await readSum(reader, { ...scope, since: compare }, moves);
  return rows.flatMap(({ stage, status, stage_from, status_from, is_new, count }) => {
    const after = { stage, status, count: -count };
    return is_new
      ? [after]
      : [after, { stage: stage_from ?? stage, status: status_from ?? status, count }];
  });
}

/**
 * Counts the active projects of each stage on a compared day. If little changed since, it counts
 * back from the day of the scope: a project never ends, so its changes lead from one day to the other.
 *
 * @param counts - the projects on the day of the scope
 */
export async function countBefore(
  reader: Reader,
  scope: ProjectScope,
  compare: IsoDate,
  counts: readonly StageCount[],
): Promise<ActiveCounts> {
  const total = counts.reduce((sum, row) => sum + Number(row.count), 0);
  // a filter has a day of its own, on which a project may have no version
  const isFew =
    scope.within === undefined &&
    (await countChanges(reader, scope, compare)) * fewChanges <= total;
  return isFew
    ? addActive([...counts, ...(await readReverseMoves(reader, scope, compare))])
    : addActive(await countsByStage(reader, { ...scope, as_of: compare }));
}
