import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { addNote } from '#server/targets/note-store.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { removeOrigin } from '#server/zone/origin-store.ts';
import { currentRevision, startRevision, writeRevision } from '#server/db/revision-log.ts';
import { readChosenOrigin, chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { ensureStatistics } from '#server/db/statistics.ts';
import { readZone, writeZone } from '#server/zone/store.ts';
import { exampleRecords } from './example-register.ts';
import { exampleObservations } from './example-series.ts';
import { exampleZone } from './example-zone.ts';
import { sampleData } from './qingdao.ts';
import type { SampleData } from './sample-data.ts';

export { sampleData };
export type SampleOrigin = Exclude<Origin, 'own'>;

/** Makes a fictional zone with data past its deadline. It never has a real zone's name. */
export const exampleZoneData = (): SampleData => ({
  profile: exampleZone,
  records: exampleRecords(),
  observations: exampleObservations(),
  notes: [],
});

const data: Readonly<Record<SampleOrigin, () => SampleData>> = {
  sample: sampleData,
  example_zone: exampleZoneData,
};
const sampleOrigins: readonly SampleOrigin[] = ['sample', 'example_zone'];

/**
 * Stores a sample as part of a revision and shows it; the other sample is removed. Own data stay.
 */
async function putSample(trx: Trx, revision: number, origin: SampleOrigin): Promise<void> {
  for (const other of sampleOrigins) if (other !== origin) await removeOrigin(trx, revision, other);
  if ((await readZone(trx, origin)) === undefined) {
    const { profile, records, observations, notes } = data[origin]();
    await writeZone(trx, revision, profile);
    await putProjects(trx, revision, records);
    await putObservations(trx, revision, observations);
    for (const note of notes) await addNote(trx, revision, { ...note, origin });
  }
  await chooseOrigin(trx, revision, origin);
}

/**
 * Removes both samples as part of a revision, for a first import of own data. Own data are shown
 * instead.
 */
export async function removeSamples(trx: Trx, revision: number): Promise<void> {
  for (const origin of sampleOrigins) await removeOrigin(trx, revision, origin);
  if ((await readChosenOrigin(trx)) !== 'own')
    await chooseOrigin(trx, revision, (await readZone(trx, 'own')) === undefined ? null : 'own');
}

/** Shows a sample, or removes both, as one revision that can be undone. */
export async function chooseSample(
  db: Db,
  sample: SampleOrigin | 'none',
  by: { readonly author: string; readonly recorded_at?: string },
): Promise<{ readonly revision: number }> {
  const note = {
    ...by,
    kind: 'sample',
    reason: sample,
    ...compact({ origin: sample === 'none' ? undefined : sample }),
  };
  const { revision } = await writeRevision(db, note, (trx, id) =>
    sample === 'none' ? removeSamples(trx, id) : putSample(trx, id, sample),
  );
  await ensureStatistics(db);
  return { revision };
}

/**
 * Fills an empty store. Does nothing if a revision exists, so two processes that start at once fill
 * it only once.
 * @returns false if the store has a revision
 */
export async function fillSample(
  db: Db,
  origin: SampleOrigin,
  by: { readonly author: string; readonly recorded_at?: string } = { author: 'headway' },
): Promise<boolean> {
  if ((await currentRevision(db)) > 0) return false;
  const isFilled = await db.write(async (trx) => {
    if ((await currentRevision(trx)) > 0) return false;
    await putSample(
      trx,
      await startRevision(trx, { ...by, kind: 'sample', reason: origin, origin }),
      origin,
    );
    return true;
  });
  if (isFilled) await ensureStatistics(db);
  return isFilled;
}
