import { compact } from '#domain/values/compact.ts';
import type { DraftValue } from '#contract/targets/month-schemas.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** Lists the drafts of a month by indicator. */
export async function listDrafts(
  source: Source,
  origin: Origin,
  period: Month,
  knownRevision?: number,
): Promise<DraftValue[]> {
  const rows = await getReader(source)
    .selectFrom('draft_value')
    .select(['indicator', 'value', 'missing', 'source', 'author', 'recorded_at', 'made_by'])
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('indicator')
    .execute();
  return rows.map(({ value, missing, source: words, made_by, ...row }) => ({
    ...row,
    ...compact({
      value: value === null ? undefined : value,
      missing: missing === null ? undefined : missing,
      source: words === null ? undefined : words,
    }),
    revision: made_by,
  }));
}

/** Ends the draft of an indicator. @returns false if there is none */
export async function endDraft(
  trx: Trx,
  revision: number,
  origin: Origin,
  period: Month,
  indicator: string,
): Promise<boolean> {
  const result = await trx
    .updateTable('draft_value')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('indicator', '=', indicator)
    .where('revision_to', '=', open)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

/** Writes or replaces the draft of an indicator. */
export async function putDraft(
  trx: Trx,
  revision: number,
  { origin, period }: { readonly origin: Origin; readonly period: Month },
  draft: Omit<DraftValue, 'revision'>,
): Promise<void> {
  const { indicator, author, recorded_at } = draft;
  await endDraft(trx, revision, origin, period, indicator);
  await trx
    .insertInto('draft_value')
    .values({
      origin,
      period,
      indicator,
      value: draft.value ?? null,
      missing: draft.missing ?? null,
      source: draft.source ?? null,
      author,
      recorded_at,
      ...addedBy(revision),
    })
    .execute();
}
