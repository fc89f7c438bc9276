import { dayOf } from '#domain/values/date.ts';
import { problem } from '#server/core/problem.ts';
import { listChangedRates, listExchangeRates, putExchangeRate } from './store.ts';
import { currentRevision, revisionAt, startRevision } from '#server/db/revision-log.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Exchange rates by day with their sources; entered, corrected and removed as revisions. */
export function addExchangeRates(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listExchangeRates',
    async ({ query }) => {
      const known =
        query.known_at === undefined ? undefined : await revisionAt(deps.db, query.known_at);
      return { json: { items: await listExchangeRates(deps.db, known) } };
    },
    { cached: true },
  );
  route(host, 'addExchangeRates', async ({ body, author }) => {
    const now = dayOf(deps.clock());
    const errors = body.rates.flatMap(({ day }, at) =>
      day > now ? [{ path: `rates.${at}.day`, value: day, message: 'has not come' }] : [],
    );
    if (errors.length > 0)
      throw problem('bad_request', `Correct the days that have not come; today is ${now}.`, {
        errors,
      });
    const days = body.rates.map(({ day }) => day).sort();
    const named = [...new Set(body.rates.map(({ base, quote }) => `${base}/${quote}`))].join(' ');
    const reason =
      body.reason?.trim() || `${named} ${[...new Set([days[0], days.at(-1)])].join(' – ')}`;
    const done = await deps.db.write(async (trx) => {
      const changed = await listChangedRates(trx, body.rates);
      if (changed.length === 0) return { revision: await currentRevision(trx), changed: 0 };
      const revision = await startRevision(trx, {
        author,
        kind: 'exchange_rate',
        reason,
        recorded_at: deps.clock().toISOString(),
      });
      for (const rate of changed) await putExchangeRate(trx, revision, rate);
      return { revision, changed: changed.length };
    });
    return { json: done, status: done.changed === 0 ? 200 : 201 };
  });
}
