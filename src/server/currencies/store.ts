import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type {
  NewExchangeRate,
  StoredExchangeRate,
} from '#contract/changes/exchange-rate-schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** Lists the rates as known at a revision, newest day first. They belong to no register. */
export function listExchangeRates(source: Source, known?: number): Promise<StoredExchangeRate[]> {
  return getReader(source)
    .selectFrom('exchange_rate as e')
    .innerJoin('revision as r', 'r.id', 'e.made_by')
    .select([
      'e.base',
      'e.quote',
      'e.day',
      'e.per_units',
      'e.rate',
      'e.source',
      'r.id as revision',
      'r.recorded_at',
      'r.author',
    ])
    .where('e.revision_from', '<=', knownAt(known))
    .where('e.revision_to', '>', knownAt(known))
    .orderBy('e.day', 'desc')
    .orderBy('e.base')
    .orderBy('e.quote')
    .execute();
}

const isOfPair = (
  { base, quote, day }: Pick<ExchangeRate, 'base' | 'quote' | 'day'>,
  other: NewExchangeRate,
): boolean =>
  day === other.day &&
  [base, quote].toSorted().join() === [other.base, other.quote].toSorted().join();

/** Returns the rates that differ from the stored ones. */
export async function listChangedRates(
  source: Source,
  rates: readonly NewExchangeRate[],
): Promise<NewExchangeRate[]> {
  const stored = await listExchangeRates(source);
  return rates.filter((one) => {
    const current = stored.find((other) => isOfPair(other, one));
    if (current === undefined) return one.rate !== null;
    return (
      current.base !== one.base ||
      current.rate !== one.rate ||
      current.per_units !== one.per_units ||
      current.source !== one.source
    );
  });
}

/** Enters or corrects the rate of a pair on a day, in either direction. A null rate removes it. */
export async function putExchangeRate(
  trx: Trx,
  revision: number,
  { base, quote, day, per_units, rate, source }: NewExchangeRate,
): Promise<void> {
  await trx
    .updateTable('exchange_rate')
    .set({ revision_to: revision })
    .where('base', 'in', [base, quote])
    .where('quote', 'in', [base, quote])
    .where('day', '=', day)
    .where('revision_to', '=', open)
    .execute();
  if (rate === null) return;
  await trx
    .insertInto('exchange_rate')
    .values({ base, quote, day, per_units, rate, source, ...addedBy(revision) })
    .execute();
}
