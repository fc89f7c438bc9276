import type { DoubtRule } from '#domain/doubts/doubt.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

export interface Dismissal {
  readonly rule: DoubtRule;
  readonly fingerprint: string;
  readonly dismissed_by: string;
  readonly dismissed_at: string;
  readonly reason: string;
}

/** Lists the last dismissal of each rule, also if its rows have changed since. */
export const listDismissals = (
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<Dismissal[]> =>
  getReader(source)
    .selectFrom('doubt_dismissal')
    .select(['rule', 'fingerprint', 'dismissed_by', 'dismissed_at', 'reason'])
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .execute();

/** Stores the dismissal of a rule; the former one stays in the history. */
export async function putDismissal(
  trx: Trx,
  revision: number,
  origin: Origin,
  dismissal: Dismissal,
): Promise<void> {
  await trx
    .updateTable('doubt_dismissal')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('rule', '=', dismissal.rule)
    .where('revision_to', '=', open)
    .execute();
  await trx
    .insertInto('doubt_dismissal')
    .values({ origin, ...dismissal, ...addedBy(revision) })
    .execute();
}
