import { compact } from '#domain/values/compact.ts';
import type { ReportDelivery } from '#contract/report-files/schemas.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listDeliveries, type StoredDelivery } from './store.ts';

const maxDeliveries = 12;

const toDelivery = (row: StoredDelivery): ReportDelivery => {
  const { period, state, attempts, at, next_try_at, error, files } = row;
  return {
    period,
    state,
    attempts,
    at,
    ...compact({
      next_try_at: next_try_at ?? undefined,
      error: error ?? undefined,
      files: files ?? undefined,
    }),
  };
};

/** Keeps the last closing of each month, whose files replaced earlier ones. */
const lastOfEach = (rows: readonly StoredDelivery[]): readonly StoredDelivery[] =>
  rows.filter(({ period }, at) => rows[at - 1]?.period !== period);

/** Adds the endpoint that lists the files written after closed months. */
export function addReportFiles(host: Host): void {
  const { deps } = host;
  route(host, 'reportFiles', async () => {
    const origin = await readChosenOrigin(deps.db);
    const rows = origin === null ? [] : await listDeliveries(deps.db, origin);
    return {
      json: {
        folder: deps.reportFolder !== undefined,
        items: lastOfEach(rows).slice(0, maxDeliveries).map(toDelivery),
      },
    };
  });
}
