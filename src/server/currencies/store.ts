import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type {
  NewExchangeRate,
  RemovedRate,
  StoredExchangeRate,
} from '#contract/currencies/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

/** Lists the rates as known at a revision, newest day first. They belong to no register. */
export function listExchangeRates(
  source: Source,
  knownRevision?: number,
): Promise<StoredExchangeRate[]> {
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
    .where('e.revision_from', '<=', knownAt(knownRevision))
    .where('e.revision_to', '>', knownAt(knownRevision))
    .orderBy('e.day', 'desc')
    .orderBy('e.base')
    .orderBy('e.quote')
    .execute();
}

/** The most removed rates in a list. */
const mostRemoved = 500;

/**
 * Lists the removed rates, the latest first. A corrected rate is not removed, since another rate of
 * its pair and day starts at the same revision.
 */
export async function listRemovedRates(source: Source): Promise<RemovedRate[]> {
  const rows = await getReader(source)
    .selectFrom('exchange_rate as e')
    .innerJoin('revision as r', 'r.id', 'e.made_by')
    .innerJoin('revision as d', 'd.id', 'e.revision_to')
    .select(['e.base', 'e.quote', 'e.day', 'e.per_units', 'e.rate', 'e.source'])
    .select(['r.id as revision', 'r.recorded_at', 'r.author'])
    .select(['d.id as removed_in', 'd.kind', 'd.reason', 'd.undoes', 'd.undone_by'])
    .select(['d.author as removed_by', 'd.recorded_at as removed_at'])
    .where('e.revision_to', '<', open)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('exchange_rate as n')
            .select('n.day')
            .whereRef('n.day', '=', 'e.day')
            .whereRef('n.revision_from', '=', 'e.revision_to')
            .where((n) =>
              n.or([
                n.and([n('n.base', '=', n.ref('e.base')), n('n.quote', '=', n.ref('e.quote'))]),
                n.and([n('n.base', '=', n.ref('e.quote')), n('n.quote', '=', n.ref('e.base'))]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('e.revision_to', 'desc')
    .orderBy('e.day', 'desc')
    .orderBy('e.base')
    .limit(mostRemoved)
    .execute();
  return rows.map(
    ({ removed_in, kind, reason, undoes, undone_by, removed_by, removed_at, ...rate }) => ({
      ...rate,
      removed: {
        revision: removed_in,
        kind,
        reason,
        author: removed_by,
        recorded_at: removed_at,
        ...compact({ undoes: undoes ?? undefined, undone_by: undone_by ?? undefined }),
      },
    }),
  );
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
  const storedRates = await listExchangeRates(source);
  return rates.filter((one) => {
    const current = storedRates.find((other) => isOfPair(other, one));
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
