import { addSecondaryCurrencyIfKnown } from '#server/currencies/secondary-currency-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoint of the report of a month or quarter, as JSON. */
export function addReport(host: Host): void {
  route(host, 'report', async ({ query, principal }) => {
    const { buildReport } = await import('./service.ts');
    const { report, overview } = await buildReport(
      host.deps,
      query,
      principal,
      addSecondaryCurrencyIfKnown,
    );
    return { json: { report, overview } };
  });
}
