import { sql } from 'kysely';
import { movingStages } from '#domain/outlook/chance/stage-rates.ts';
import type { StageExposures } from '#domain/outlook/make-chance.ts';
import { endedStatuses, stageRank, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { firstDay } from '#server/db/schema/tables.ts';
import { isKnownBy } from '#server/projects/register/project-view-store.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

interface ExposureScope extends ProjectScope {
  /** The day from which moves and days count. */
  readonly first: IsoDate;
}
interface RiskRow {
  readonly stage: StageOrUnknown;
  readonly days: number;
  readonly count: number;
}
interface MoveRow {
  readonly stage: StageOrUnknown;
  readonly on: number;
  readonly out: number;
  readonly count: number;
}

/** The days at risk of active projects, by stage. */
const riskDays = groupSum<ExposureScope, RiskRow>({
  name: 'risk_days',
  added: ['days', 'count'],
  read: async (reader, scope) => {
    const { as_of, first } = scope;
    // day numbers of one engine are twice as fast as those for both engines
    const days =
      getEngine(reader) === 'sqlite'
        ? sql`julianday(until) - julianday(since)`
        : sql`cast(until as date) - cast(since as date)`;
    const { rows } = await sql<RiskRow>`select stage, sum(${days}) as days, count(*) as count from (
        select v.stage, case when v.valid_from < ${first} then ${first} else v.valid_from end as since,
          case when v.valid_to > ${as_of} then ${as_of} else v.valid_to end as until
        from project_version as v
        where v.status = 'active' and v.stage in (${sql.join(movingStages)}) and ${isKnownBy(scope)}
      ) as risks where since <= until group by stage`.execute(reader);
    return rows.map((row) => ({ ...row, days: Number(row.days) }));
  },
});

const stageBefore = sql`coalesce(v.stage_from, v.stage)`;
const hasEnded = sql`v.status in (${sql.join(endedStatuses)})`;
const movingRanks = sql.join(
  movingStages.map((one) => sql`when ${one} then ${sql.lit(stageRank(one) ?? 0)}`),
  sql` `,
);
/**
 * The moves and exits of active projects, by stage. A version holds its former stage and status, so
 * the query needs no self-join.
 */
const stageMoves = groupSum<ExposureScope, MoveRow>({
  name: 'stage_moves',
  added: ['on', 'out', 'count'],
  read: async (reader, scope) => {
    const { rows } = await sql<MoveRow>`select ${stageBefore} as stage,
        sum(case when not ${hasEnded} and v.stage_rank > case ${stageBefore} ${movingRanks} end then 1 else 0 end) as "on",
        sum(case when ${hasEnded} then 1 else 0 end) as "out", count(*) as count
      from project_version as v
      where v.changes > 0 and v.valid_from >= ${scope.first}
        and coalesce(v.status_from, v.status) = 'active' and ${isKnownBy(scope)}
      group by ${stageBefore}`.execute(reader);
    return rows.map((row) => ({ ...row, on: Number(row.on), out: Number(row.out) }));
  },
});

const daysPerMonth = 365.25 / 12;

/**
 * Counts moves, exits and project-months at risk by stage. A project is at risk while it is active,
 * also if it is still open. Months on hold and before the first known day do not count.
 */
export async function readExposures(
  reader: Reader,
  scope: ProjectScope,
  first_known_day: IsoDate | undefined,
): Promise<StageExposures> {
  const exposureScope = { ...scope, first: first_known_day ?? firstDay };
  const [risks, moves] = await Promise.all([
    readSum(reader, exposureScope, riskDays),
    readSum(reader, exposureScope, stageMoves),
  ]);
  const ofStage = new Map(moves.map((row) => [row.stage, row]));
  return Object.fromEntries(
    risks.map(({ stage, days }) => [
      stage,
      {
        on: ofStage.get(stage)?.on ?? 0,
        out: ofStage.get(stage)?.out ?? 0,
        months: days / daysPerMonth,
      },
    ]),
  );
}
