import type { Achievement } from '#domain/targets/period-close.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** Lists the achievements of a range of months, oldest first. */
export const listAchievements = (
  source: Source,
  origin: Origin,
  {
    first,
    last,
    knownRevision,
  }: { readonly first: Month; readonly last: Month; readonly knownRevision?: number },
): Promise<Achievement[]> =>
  getReader(source)
    .selectFrom('achievement')
    .select(['period', 'achievement_text as text', 'author', 'recorded_at'])
    .where('origin', '=', origin)
    .where('period', '>=', first)
    .where('period', '<=', last)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('period')
    .execute();

/** Writes or replaces the achievement of a month. An empty text removes it. */
export async function putAchievement(
  trx: Trx,
  revision: number,
  origin: Origin,
  { period, text, author, recorded_at }: Achievement,
): Promise<void> {
  await trx
    .updateTable('achievement')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('revision_to', '=', open)
    .execute();
  if (text.trim() === '') return;
  await trx
    .insertInto('achievement')
    .values({
      origin,
      period,
      achievement_text: text.trim(),
      author,
      recorded_at,
      ...addedBy(revision),
    })
    .execute();
}
