import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** The most files in one list. */
const mostListed = 1000;

interface Scope {
  readonly origin: Origin;
  readonly knownRevision?: number;
  readonly indicator?: string;
  readonly period?: Month;
  readonly id?: string;
}

/** Lists the files of values, the newest month first, with withdrawn ones. */
export async function listValueEvidence(
  source: Source,
  { origin, knownRevision, indicator, period, id }: Scope,
): Promise<ValueEvidence[]> {
  let query = getReader(source)
    .selectFrom('value_evidence')
    .selectAll()
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision));
  if (indicator !== undefined) query = query.where('indicator', '=', indicator);
  if (period !== undefined) query = query.where('period', '=', period);
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query
    .orderBy('period', 'desc')
    .orderBy('added_at')
    .orderBy('id')
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    indicator: row.indicator,
    period: row.period,
    file: row.file_name,
    type: row.media_type,
    size: row.size,
    sha256: row.sha256,
    added_by: row.added_by,
    added_at: row.added_at,
    ...compact({
      note: row.note ?? undefined,
      target: row.target ?? undefined,
      item: row.item ?? undefined,
      withdrawn:
        row.withdrawn_at === null
          ? undefined
          : {
              by: row.withdrawn_by ?? '',
              at: row.withdrawn_at,
              reason: row.withdrawn_reason ?? '',
            },
    }),
  }));
}

/** Stores a file of a value, or its withdrawal, from this revision on. Former versions stay. */
export async function putValueEvidence(
  trx: Trx,
  revision: number,
  origin: Origin,
  evidence: ValueEvidence,
): Promise<void> {
  const { indicator, period, id, file, type, note, withdrawn, target, item, ...rest } = evidence;
  await trx
    .updateTable('value_evidence')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('indicator', '=', indicator)
    .where('period', '=', period)
    .where('id', '=', id)
    .where('revision_to', '=', open)
    .execute();
  await trx
    .insertInto('value_evidence')
    .values({
      origin,
      indicator,
      period,
      id,
      ...rest,
      file_name: file,
      media_type: type,
      note: note ?? null,
      target: target ?? null,
      item: item ?? null,
      withdrawn_by: withdrawn?.by ?? null,
      withdrawn_at: withdrawn?.at ?? null,
      withdrawn_reason: withdrawn?.reason ?? null,
      ...addedBy(revision),
    })
    .execute();
}
