import { sql } from 'kysely';
import type { PipelineRows } from '#domain/pipeline.ts';
import { addDays } from '#domain/period.ts';
import type { IsoDate } from '#domain/project.ts';
import { stages, type Stage } from '#domain/stage.ts';
import { stalledAfterDays } from '#domain/stage-days.ts';
import type { Reader } from '#server/db/db.ts';
import { firstDay } from '#server/db/tables.ts';
import { versionsAt, type ProjectScope } from './project-view.ts';
import { knownAt } from './versions.ts';

/** In construction only the completed investment counts; before it, any amount. */
const amountsThatCount = (stage: Stage): readonly string[] =>
  stage === 'construction' ? ['fai_done_total'] : ['total_investment', 'contracted_amount', 'paid_in', 'fai_done_total'];

/** The last day after the stage was entered on which an amount of the project `v` changed; null when none did. */
function lastAmountChange({ origin, as_of, known }: ProjectScope, stage: Stage) {
  const revision = knownAt(known);
  const differs = amountsThatCount(stage).flatMap((measure) =>
    [`${measure}_minor`, `${measure}_currency`].map((column) => sql`${sql.ref(`n.${column}`)} is distinct from ${sql.ref(`p.${column}`)}`),
  );
  return sql`select max(n.valid_from) as day from project_version n
    join project_version p on p.origin = n.origin and p.code = n.code and p.valid_to = n.valid_from
      and p.revision_from <= ${revision} and p.revision_to > ${revision}
    where n.origin = ${origin} and n.code = v.code and n.valid_from > v.stage_since and n.valid_from <= ${as_of}
      and n.revision_from <= ${revision} and n.revision_to > ${revision} and (${sql.join(differs, sql` or `)})`;
}
/** The last day after the stage was entered on which a file came as proof for the project `v`; null when none did. */
function lastProof({ origin, as_of, known }: ProjectScope) {
  const revision = knownAt(known);
  return sql`select max(substr(e.added_at, 1, 10)) as day from evidence e where e.origin = ${origin} and e.code = v.code
    and e.withdrawn_at is null and e.revision_from <= ${revision} and e.revision_to > ${revision}
    and substr(e.added_at, 1, 10) > v.stage_since and substr(e.added_at, 1, 10) <= ${as_of}`;
}
/** The later of the two; in construction only money counts. */
const lastEvent = (scope: ProjectScope, stage: Stage) =>
  stage === 'construction'
    ? sql<IsoDate | null>`(${lastAmountChange(scope, stage)})`
    : sql<IsoDate | null>`(select max(d.day) from (${lastAmountChange(scope, stage)} union all ${lastProof(scope)}) as d)`;

/** Whether the register ever heard of the project `v` a second time: of a single edition nothing can be said to stand still. */
const heardTwice = ({ origin, as_of, known }: ProjectScope) => sql<boolean>`exists (select 1 from project_version n
  where n.origin = ${origin} and n.code = v.code and n.facts_from > ${firstDay} and n.valid_from <= ${as_of}
    and n.revision_from <= ${knownAt(known)} and n.revision_to > ${knownAt(known)})`;

const activeIn = (reader: Reader, scope: ProjectScope, stage: Stage) =>
  versionsAt(reader, scope).where('v.status', '=', 'active').where('v.stage', '=', stage);

async function stalledIn(reader: Reader, scope: ProjectScope, stage: Stage, after: number, limit: number) {
  const before = addDays(scope.as_of, -after);
  const candidates = activeIn(reader, scope, stage)
    .select((eb) => ['v.code', 'v.name', eb.fn.coalesce(lastEvent(scope, stage), eb.ref('v.stage_since')).as('since')])
    .where('v.stage_since', '<', before)
    .$if(stage === 'construction', (query) => query.where(heardTwice(scope)));
  const rows = await reader
    .selectFrom(candidates.as('c'))
    .select((eb) => ['c.code', 'c.name', 'c.since', eb.fn.countAll<number>().over().as('total')])
    .where('c.since', '<', before)
    .orderBy('c.since')
    .orderBy('c.code')
    .limit(limit)
    .execute();
  return {
    items: rows.flatMap(({ code, name, since }) => (since === null ? [] : [{ code, name, stage, since }])),
    total: rows[0]?.total ?? 0,
  };
}

/** In construction past the limit, with a single edition of its amounts. */
async function countNotJudged(reader: Reader, scope: ProjectScope): Promise<number> {
  const { count } = await activeIn(reader, scope, 'construction')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.stage_since', '<', addDays(scope.as_of, -(stalledAfterDays.construction ?? 0)))
    .where((eb) => eb.not(heardTwice(scope)))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Active projects without a substantive event for longer than their stage allows (domain reference 3.4): no move of stage, no
 * changed amount and no file as proof, the events that the register dates. Longest first, `limit` of each stage; the total is of all.
 */
export async function listStalled(
  reader: Reader,
  scope: ProjectScope,
  limit: number,
): Promise<Pick<PipelineRows, 'stalled' | 'stalled_total' | 'not_judged'>> {
  const [not_judged, ...found] = await Promise.all([
    countNotJudged(reader, scope),
    ...stages.flatMap((stage) => {
      const after = stalledAfterDays[stage];
      return after === undefined ? [] : [stalledIn(reader, scope, stage, after, limit)];
    }),
  ]);
  return {
    stalled: found.flatMap(({ items }) => items),
    stalled_total: found.reduce((sum, { total }) => sum + total, 0),
    not_judged,
  };
}
