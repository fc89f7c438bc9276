import { profileOf } from '#domain/redaction/profile.ts';
import { project } from '#domain/redaction/redact.ts';
import { registerCells } from './register-cell-store.ts';
import { overviewOf } from './service.ts';
import { withCurrencyShown } from '#server/currencies/secondary-currency-service.ts';
import { route, type Host } from '#server/http/route.ts';

export function addOverview(host: Host): void {
  route(
    host,
    'overview',
    async ({ query: { cur, ...query } }) => ({
      json: await withCurrencyShown(host.deps, await overviewOf(host.deps, query), cur),
    }),
    { cached: true },
  );
  route(
    host,
    'overviewTotals',
    async ({ query }) => {
      const overview = await overviewOf(host.deps, query);
      const { origin, as_of, revision: known } = overview;
      const kept = await registerCells(host.deps.db, { origin, as_of, known });
      return { json: project(overview, profileOf.totals, { kept, out: [] }) };
    },
    { cached: true },
  );
}
