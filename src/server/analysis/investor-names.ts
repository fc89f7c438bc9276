import type { Overview } from '#domain/overview/overview.ts';
import type { Names } from '#domain/values/language.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader } from '#server/db/db.ts';
import { readInvestorNames } from './columns-store.ts';

/**
 * Reads the translated names of investors, as groups by investor show them.
 *
 * @param originals - the original names
 * @returns the translated names by the original name; investors without any are left out
 */
export async function readNamesOfInvestors(
  { db }: Pick<AppDeps, 'db'>,
  { origin, as_of, revision: knownRevision }: Pick<Overview, 'origin' | 'as_of' | 'revision'>,
  originals: readonly string[],
): Promise<ReadonlyMap<string, Names>> {
  const investor = originals.filter((name) => name !== '');
  if (investor.length === 0) return new Map();
  const scope = { origin, as_of, knownRevision, filters: { investor } };
  return readInvestorNames(getReader(db), scope, 'count', 'investor');
}
