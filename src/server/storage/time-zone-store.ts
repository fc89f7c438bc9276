import { sql } from 'kysely';
import { usualTimeZone } from '#domain/time/time-zone.ts';
import { newestRevision, sealRevisions } from '#server/db/hash-chain/seal.ts';
import type { Trx } from '#server/db/db.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { listOrigins, readZone, writeZone } from '#server/zone/store.ts';

/** Sets the former time zone of digests as the time zone of each zone, in one revision. */
export async function adoptTimeZone(trx: Trx): Promise<void> {
  const { rows } = await sql<{
    time_zone: string;
  }>`select time_zone from reminder_setting where time_zone <> ${usualTimeZone}`.execute(trx);
  const time_zone = rows[0]?.time_zone;
  const origins = time_zone === undefined ? [] : await listOrigins(trx);
  if (time_zone === undefined || origins.length === 0) return;
  const newest = await newestRevision(trx);
  const revision = await startRevision(trx, {
    author: 'headway',
    kind: 'zone',
    reason: 'time_zone',
  });
  for (const origin of origins) {
    const profile = await readZone(trx, origin);
    if (profile !== undefined) await writeZone(trx, revision, { ...profile, time_zone });
  }
  await sealRevisions(trx, newest);
}
