import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import type { Overview, SecondaryCurrency } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { listExchangeRates } from './store.ts';

type Deps = Pick<AppDeps, 'db'>;
/**
 * Converts to the secondary currency.
 * @returns undefined if it is the zone's own currency, or if none is requested
 */
async function convert(
  { db }: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<SecondaryCurrency | { readonly without: readonly string[] } | undefined> {
  if (currency === undefined || currency === overview.zone.base_currency) return undefined;
  return makeSecondaryCurrency(overview, currency, await listExchangeRates(db, overview.revision));
}

/**
 * Adds the requested secondary currency to an overview.
 * @throws HttpProblem if a rate is missing
 */
export async function addSecondaryCurrency(
  deps: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<Overview> {
  const secondary = await convert(deps, overview, currency);
  if (secondary === undefined) return overview;
  if (!('without' in secondary)) return { ...overview, beside: secondary };
  const pairs = secondary.without.map((from) => `${from} and ${currency}`).join(', nor between ');
  throw problem(
    'bad_request',
    `No rate between ${pairs} on or before ${overview.as_of} is known. Enter one with its day and source on the page of targets.`,
  );
}

/** Adds the secondary currency for a page. If rates are missing, the overview only lists them. */
export async function addSecondaryCurrencyIfKnown(
  deps: Deps,
  overview: Overview,
  currency: string | undefined,
): Promise<Overview> {
  const secondary = await convert(deps, overview, currency);
  if (secondary === undefined || currency === undefined) return overview;
  return 'without' in secondary
    ? { ...overview, beside_missing: { currency, ...secondary } }
    : { ...overview, beside: secondary };
}
