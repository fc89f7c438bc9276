import type { MonthNotes } from '#contract/targets/month-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { problem } from '#server/core/problem.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Trx } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { addNote, listNotes } from '#server/targets/note-store.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { listAchievements, putAchievement } from './achievement-store.ts';
import { findIndicator } from './check-block.ts';
import { revisionInput } from './service.ts';
import { noZoneYet } from '#server/zone/displayed-zone-service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

const changedMeanwhile = (path: string, current: unknown) =>
  problem(
    'conflict',
    'Another person changed this note meanwhile: nothing was stored. Compare yours with theirs and send again.',
    { errors: [{ path, message: 'was changed meanwhile' }], current },
  );

/** Rejects notes that another person has changed since the sender saw them. */
async function rejectUnseen(
  trx: Trx,
  period: Month,
  { notes = [], achievement }: MonthNotes,
): Promise<void> {
  const storedNotes = (await listNotes(trx, { origin: 'own' })).filter(
    (one) => one.period === period,
  );
  for (const [at, { indicator, seen: base }] of notes.entries()) {
    const now = storedNotes.find((one) => one.indicator === indicator);
    if (base !== undefined && base !== (now?.recorded_at ?? ''))
      throw changedMeanwhile(`notes.${at}`, now);
  }
  const [now] = await listAchievements(trx, 'own', { first: period, last: period });
  if (achievement?.seen !== undefined && achievement.seen !== (now?.recorded_at ?? ''))
    throw changedMeanwhile('achievement', now);
}

/**
 * Writes causes, next steps and the achievement of a month as one revision.
 * @throws HttpProblem without a zone, 422 with each invalid note, or if a note was changed
 * meanwhile
 */
export async function saveMonthNotes(
  deps: Deps,
  period: Month,
  notesInput: MonthNotes,
  author: string,
) {
  await readZoneSnapshot(deps);
  const input = revisionInput(deps, 'month_note', period, author);
  const { revision } = await writeRevision(deps.db, input, async (trx, newRevision) => {
    const profile = await ensureOwnZone(trx, newRevision);
    if (profile === undefined) throw noZoneYet();
    const { notes = [], achievement } = notesInput;
    const errors = notes.flatMap(({ indicator }, at) =>
      findIndicator(profile, indicator) === undefined
        ? [{ path: `notes.${at}`, value: indicator, message: `there is no indicator ${indicator}` }]
        : [],
    );
    if (errors.length > 0)
      throw problem('bad_request', 'Nothing was stored. Correct the listed notes.', {
        status: 422,
        errors,
      });
    await rejectUnseen(trx, period, notesInput);
    const by = { period, author: input.author, recorded_at: input.recorded_at };
    for (const { indicator, cause, next_step, owner, due } of notes)
      await addNote(trx, newRevision, {
        origin: 'own',
        indicator,
        text: cause,
        ...by,
        ...compact({ next_step, owner, due }),
      });
    if (achievement !== undefined)
      await putAchievement(trx, newRevision, 'own', { ...by, text: achievement.text });
  });
  return { revision };
}
