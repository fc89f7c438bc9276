import type { ZoneProfile } from '#domain/zone/zone.ts';
import { problem, type HttpProblem } from '#server/core/problem.ts';
import type { Source } from '#server/db/db.ts';
import { readChosenOrigin } from './chosen-origin-store.ts';
import { readZone } from './store.ts';

/** Makes the problem of a store without a zone. */
export const noZoneYet = (): HttpProblem =>
  problem('not_found', 'There is no zone yet: import a register, or choose a sample.');

/**
 * Reads the displayed zone, now or as known at a revision.
 * @returns undefined before the first zone
 */
export async function readDisplayedZone(
  source: Source,
  knownRevision?: number,
): Promise<ZoneProfile | undefined> {
  const origin = await readChosenOrigin(source, knownRevision);
  return origin === null ? undefined : readZone(source, origin, knownRevision);
}

/** Reads the displayed zone. @throws HttpProblem before the first zone */
export async function requireDisplayedZone(
  source: Source,
  knownRevision?: number,
): Promise<ZoneProfile> {
  const zone = await readDisplayedZone(source, knownRevision);
  if (zone === undefined) throw noZoneYet();
  return zone;
}
