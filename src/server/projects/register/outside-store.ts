import type { Origin } from '#domain/values/data-status.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { isMember, type Within } from '#server/db/register-filter.ts';
import { sql } from 'kysely';

/**
 * Lists the codes of all projects of a register that do not match a filter on its day.
 *
 * @returns at most `limit` codes
 */
export async function listCodesOutside(
  source: Source,
  { origin, knownRevision }: { readonly origin: Origin; readonly knownRevision: number },
  within: Within,
  limit: number,
): Promise<string[]> {
  const rows = await getReader(source)
    .selectFrom('project_version as v')
    .select('v.code')
    .distinct()
    .where('v.origin', '=', origin)
    .where('v.revision_from', '<=', knownRevision)
    .where('v.revision_to', '>', knownRevision)
    .where(sql<boolean>`not (${isMember('v.code', within, { origin, revision: knownRevision })})`)
    .orderBy('v.code')
    .limit(limit)
    .execute();
  return rows.map(({ code }) => code);
}
