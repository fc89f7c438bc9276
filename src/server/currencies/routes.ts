import { readTimeZone, readToday } from '#server/zone/zone-day-service.ts';
import { problem } from '#server/core/problem.ts';
import { listChangedRates, listExchangeRates, listRemovedRates, putExchangeRate } from './store.ts';
import { currentRevision, revisionAt, startRevision } from '#server/db/revision-log.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints of exchange rates. Every change is a revision. */
export function addExchangeRates(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listExchangeRates',
    async ({ query }) => {
      const knownRevision =
        query.known_at === undefined
          ? undefined
          : await revisionAt(deps.db, query.known_at, await readTimeZone(deps.db));
      return { json: { items: await listExchangeRates(deps.db, knownRevision) } };
    },
    { cached: true },
  );
  route(
    host,
    'listRemovedRates',
    async () => ({ json: { items: await listRemovedRates(deps.db) } }),
    { cached: true },
  );
  route(host, 'addExchangeRates', async ({ body, author }) => {
    const today = await readToday(deps);
    const errors = body.rates.flatMap(({ day }, at) =>
      day > today ? [{ path: `rates.${at}.day`, value: day, message: 'is in the future' }] : [],
    );
    if (errors.length > 0)
      throw problem('bad_request', `Correct the days in the future; today is ${today}.`, {
        errors,
      });
    const days = body.rates.map(({ day }) => day).sort();
    const pairs = [...new Set(body.rates.map(({ base, quote }) => `${base}/${quote}`))].join(' ');
    const reason =
      body.reason?.trim() || `${pairs} ${[...new Set([days[0], days.at(-1)])].join(' – ')}`;
    const result = await deps.db.write(async (trx) => {
      const changes = await listChangedRates(trx, body.rates);
      if (changes.length === 0) return { revision: await currentRevision(trx), changed: 0 };
      const revision = await startRevision(trx, {
        author,
        kind: 'exchange_rate',
        reason,
        recorded_at: deps.clock().toISOString(),
      });
      for (const rate of changes) await putExchangeRate(trx, revision, rate);
      return { revision, changed: changes.length };
    });
    return { json: result, status: result.changed === 0 ? 200 : 201 };
  });
}
