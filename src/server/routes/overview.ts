import { overviewOf } from './overview-of.ts';
import { withCurrencyShown } from './with-currency.ts';
import { route, type Host } from './route.ts';

export function addOverview(host: Host): void {
  route(
    host,
    'overview',
    async ({ query: { cur, ...query } }) => ({ json: await withCurrencyShown(host.deps, await overviewOf(host.deps, query), cur) }),
    { kept: true },
  );
}
