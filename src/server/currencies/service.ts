import type { BodyOf, Endpoints, ReplyOf } from '#contract/endpoints.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { currentRevision, revisionAt, startRevision } from '#server/db/revision-log.ts';
import { readTimeZone, readToday } from '#server/zone/zone-day-service.ts';
import { listChangedRates, listExchangeRates, listRemovedRates, putExchangeRate } from './store.ts';

type Deps = Pick<AppDeps, 'db'>;
type NewRates = BodyOf<Endpoints['addExchangeRates']>;

/** Lists the exchange rates as known at a moment, or the present ones. */
export async function listKnownRates(
  { db }: Deps,
  known_at: string | undefined,
): Promise<ReplyOf<Endpoints['listExchangeRates']>['items']> {
  const knownRevision =
    known_at === undefined ? undefined : await revisionAt(db, known_at, await readTimeZone(db));
  return listExchangeRates(db, knownRevision);
}

/** Lists the rates that people removed, with who removed them. */
export const listFormerRates = ({
  db,
}: Deps): Promise<ReplyOf<Endpoints['listRemovedRates']>['items']> => listRemovedRates(db);

/** @throws HttpProblem for rates of days after today */
function rejectFutureDays({ rates }: NewRates, today: string): void {
  const errors = rates.flatMap(({ day }, at) =>
    day > today ? [{ path: `rates.${at}.day`, value: day, message: 'is in the future' }] : [],
  );
  if (errors.length > 0)
    throw problem('bad_request', `Correct the days in the future; today is ${today}.`, { errors });
}

/** Returns the reason of a change: the words of a person, else the pairs and days of its rates. */
function makeReason({ rates, reason }: NewRates): string {
  const days = rates.map(({ day }) => day).sort();
  const pairs = [...new Set(rates.map(({ base, quote }) => `${base}/${quote}`))].join(' ');
  return reason?.trim() || `${pairs} ${[...new Set([days[0], days.at(-1)])].join(' – ')}`;
}

/**
 * Stores the rates that differ from the stored ones, in one revision. A change that has no effect
 * makes no revision.
 *
 * @returns `changed`: the number of stored rates
 * @throws HttpProblem for rates of days after today
 */
export async function storeExchangeRates(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  input: NewRates,
  author: string,
): Promise<ReplyOf<Endpoints['addExchangeRates']>> {
  rejectFutureDays(input, await readToday({ db, clock }));
  const reason = makeReason(input);
  return db.write(async (trx) => {
    const changes = await listChangedRates(trx, input.rates);
    if (changes.length === 0) return { revision: await currentRevision(trx), changed: 0 };
    const revision = await startRevision(trx, {
      author,
      kind: 'exchange_rate',
      reason,
      recorded_at: clock().toISOString(),
    });
    for (const rate of changes) await putExchangeRate(trx, revision, rate);
    return { revision, changed: changes.length };
  });
}
