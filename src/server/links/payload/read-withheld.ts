import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import { resolveWithheld } from '#domain/zone/rights/resolve-withheld.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';

/**
 * Reads the facts and indicators that may not be redistributed at present.
 * @returns undefined if there are none
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readWithheld(
  deps: Pick<AppDeps, 'db' | 'clock'>,
): Promise<WithheldData | undefined> {
  const { profile, origin, knownRevision } = await readZoneSnapshot(deps);
  if (profile.withheld === undefined) return undefined;
  return resolveWithheld(profile, await listObservations(deps.db, { origin, knownRevision }));
}
