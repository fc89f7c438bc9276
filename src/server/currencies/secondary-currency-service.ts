import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import type { Overview, SecondaryCurrency } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { listExchangeRates } from './store.ts';

type Deps = Pick<AppDeps, 'db'>;
/**
 * The second currency of an overview; undefined where it is the own currency, or none was
 * requested.
 */
async function found(
  { db }: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<SecondaryCurrency | { readonly without: readonly string[] } | undefined> {
  if (currency === undefined || currency === overview.zone.base_currency) return undefined;
  return makeSecondaryCurrency(overview, currency, await listExchangeRates(db, overview.revision));
}

/** Adds the requested second currency to an overview. @throws a problem where a rate is missing. */
export async function addSecondaryCurrency(
  deps: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<Overview> {
  const beside = await found(deps, overview, currency);
  if (beside === undefined) return overview;
  if (!('without' in beside)) return { ...overview, beside };
  const pairs = beside.without.map((from) => `${from} and ${currency}`).join(', nor between ');
  throw problem(
    'bad_request',
    `No rate between ${pairs} on or before ${overview.as_of} is known. Enter one with its day and source on the page of targets.`,
  );
}

/** The same for a page, which is shown without the currency and lists the missing rates. */
export async function addSecondaryCurrencyIfKnown(
  deps: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<Overview> {
  const beside = await found(deps, overview, currency);
  if (beside === undefined || currency === undefined) return overview;
  return 'without' in beside
    ? { ...overview, beside_missing: { currency, ...beside } }
    : { ...overview, beside };
}
