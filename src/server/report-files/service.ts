import type { Endpoints, ReplyOf } from '#contract/endpoints.ts';
import { compact } from '#domain/values/compact.ts';
import type { ReportDelivery } from '#contract/report-files/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
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

/** Lists the files written after the last closed months of the displayed zone. */
export async function listReportFiles({
  db,
  reportFolder,
}: Pick<AppDeps, 'db' | 'reportFolder'>): Promise<ReplyOf<Endpoints['reportFiles']>> {
  const origin = await readChosenOrigin(db);
  const rows = origin === null ? [] : await listDeliveries(db, origin);
  return {
    folder: reportFolder !== undefined,
    items: lastOfEach(rows).slice(0, maxDeliveries).map(toDelivery),
  };
}
