import type { Overview } from '#domain/overview/overview.ts';
import type { Names } from '#domain/values/language.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { getReader } from '#server/db/db.ts';
import { readInvestorNames } from './columns-store.ts';

/**
 * Reads the names of some investors in other languages, as groups by investor have them.
 *
 * @param originals - the original names
 * @returns the names by the original; an investor without one is left out
 */
export async function readNamesOfInvestors(
  { db }: Pick<AppDeps, 'db'>,
  { origin, as_of, revision: known }: Pick<Overview, 'origin' | 'as_of' | 'revision'>,
  originals: readonly string[],
): Promise<ReadonlyMap<string, Names>> {
  const investor = originals.filter((name) => name !== '');
  if (investor.length === 0) return new Map();
  const scope = { origin, as_of, known, filters: { investor } };
  return readInvestorNames(getReader(db), scope, 'count', 'investor');
}
