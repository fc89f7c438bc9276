import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { CauseNote } from '#domain/zone/indicator.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { endMonth } from './month-version-store.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';
import { lastWholeMonth } from '#domain/values/date.ts';

export interface NoteQuery {
  readonly origin: Origin;
  readonly indicator?: string;
  /** The day by which the months of listed notes have ended. */
  readonly as_of?: IsoDate;
  readonly knownRevision?: number;
}

/** Lists causes and next steps by indicator and month, oldest first. */
export async function listNotes(
  source: Source,
  { origin, indicator, as_of, knownRevision }: NoteQuery,
): Promise<CauseNote[]> {
  const revision = knownAt(knownRevision);
  let query = getReader(source)
    .selectFrom('cause_note')
    .select([
      'indicator',
      'period',
      'note as text',
      'next_step',
      'owner',
      'due',
      'author',
      'recorded_at',
    ])
    .where('origin', '=', origin)
    .where('revision_from', '<=', revision)
    .where('revision_to', '>', revision)
    .orderBy('indicator')
    .orderBy('period');
  if (indicator !== undefined) query = query.where('indicator', '=', indicator);
  if (as_of !== undefined) query = query.where('period', '<=', lastWholeMonth(as_of));
  return (await query.execute()).map(({ next_step, owner, due, ...note }) => ({
    ...note,
    ...compact({
      next_step: next_step === null ? undefined : next_step,
      owner: owner === null ? undefined : owner,
      due: due === null ? undefined : due,
    }),
  }));
}

/**
 * Writes or replaces the note on one month of an indicator. A note without a cause and a next step
 * is removed. The previous note stays in the history.
 */
export async function addNote(
  trx: Trx,
  revision: number,
  note: CauseNote & { readonly origin: Origin },
): Promise<void> {
  const { origin, indicator, period } = note;
  await endMonth(trx, 'cause_note', revision, note);
  const text = note.text.trim();
  const next_step = note.next_step?.trim() || null;
  if (text === '' && next_step === null) return;
  await trx
    .insertInto('cause_note')
    .values({
      origin,
      indicator,
      period,
      note: text,
      next_step,
      owner: note.owner?.trim() || null,
      due: note.due ?? null,
      author: note.author,
      recorded_at: note.recorded_at,
      ...addedBy(revision),
    })
    .execute();
}
