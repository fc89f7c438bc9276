import { compact } from '#domain/values/compact.ts';
import { sql } from 'kysely';
import type { ProjectRecord } from '#domain/projects/project.ts';
import { stageHistory } from '#domain/projects/history/stage-history.ts';
import type { Statement } from '#domain/projects/history/edition-statement.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import type { KnownProject } from '#server/projects/history/history-store.ts';
import type { DatedFacts } from '#server/projects/history/merge-facts.ts';
import type { TimelineEntry } from '#server/projects/history/put-project-store.ts';

/** Lists the projects of an edition that other editions also list. They stay without it. */
export async function listCodesOfOtherEditions(
  trx: Trx,
  id: number,
  limit: number,
): Promise<{ origin: string; code: string }[]> {
  // later statements are stored later, so this condition makes the query cheap for the newest
  // edition
  const { rows } = await sql<{
    origin: string;
    code: string;
  }>`select distinct o.origin, o.code from project_statement as o
    where o.revision_from > ${id} and o.stated > ${id} and o.kind = 'edition' and o.revision_to = ${sql.lit(open)}
      and exists (select 1 from project_statement as s where s.origin = o.origin and s.code = o.code and s.stated = ${id}
        and s.kind = 'edition' and s.revision_to = ${sql.lit(open)})
    order by o.origin, o.code limit ${limit}`.execute(trx);
  return rows;
}

/**
 * Removes an edition from the facts over time. Values that a later edition repeats hold from that
 * edition on.
 */
function timelineWithout(
  id: number,
  revision: number,
  is: KnownProject,
  was: KnownProject | undefined,
): DatedFacts[] {
  const days = is.editions.filter((edition) => edition.revision !== id).map(({ day }) => day);
  const own = is.timeline.filter(({ facts_revision }) => facts_revision === id);
  const others = is.timeline.filter(({ facts_revision }) => facts_revision !== id);
  const replacedFacts = (was?.timeline ?? []).filter(({ facts_from }) =>
    own.some((entry) => entry.facts_from === facts_from),
  );
  const repeats = own.flatMap(({ facts_from, facts }): DatedFacts[] => {
    const next = others.find((entry) => entry.facts_from > facts_from)?.facts_from;
    const day = days.find((one) => one > facts_from && (next === undefined || one < next));
    return day === undefined ? [] : [{ facts_from: day, facts_revision: revision, facts }];
  });
  const all = [...others, ...replacedFacts, ...repeats].toSorted((a, b) =>
    a.facts_from < b.facts_from ? -1 : 1,
  );
  return all.filter((entry, at) => at === 0 || !isSameContent(entry.facts, all[at - 1]?.facts));
}

/**
 * Removes the statement of one edition from a project.
 * @returns undefined if no later import lists the project
 */
export function removeEdition(
  { id, revision }: { readonly id: number; readonly revision: number },
  record: ProjectRecord,
  statements: readonly Statement[],
  { is, was }: { readonly is: KnownProject; readonly was: KnownProject | undefined },
): TimelineEntry | undefined {
  const rest = statements.filter((statement) => statement.revision !== id);
  const timeline = timelineWithout(id, revision, is, was);
  const facts = timeline.at(-1)?.facts;
  const isListedLater = rest.some(
    ({ kind, revision: stated }) => kind === 'edition' && stated > id,
  );
  if (rest.length === statements.length || !isListedLater || facts === undefined) return undefined;
  return {
    record: {
      ...record,
      facts,
      stage_events: stageHistory(rest),
      status_events: statusHistory(rest),
    },
    timeline,
    version: is.version,
    ...compact({ imported: is.imported }),
  };
}
