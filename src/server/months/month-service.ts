import type { Endpoints, ReplyOf } from '#contract/endpoints.ts';
import type { PeriodState } from '#contract/targets/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { listNotes } from '#server/targets/note-store.ts';
import {
  listClosedPeriods,
  listReopenedPeriods,
  listReopenings,
} from '#server/zone/period-close-store.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { listAchievements } from './achievement-store.ts';
import { listDrafts } from './draft-store.ts';
import { readOpenPoints } from './service.ts';

/**
 * Lists the closed months, and those that are open again.
 * @throws HttpProblem if there is no zone
 */
export async function listPeriods(
  deps: Pick<AppDeps, 'db'>,
  known_at: string | undefined,
): Promise<ReplyOf<Endpoints['listPeriods']>> {
  const { origin, knownRevision } = await readZoneSnapshot(deps, known_at);
  const [items, reopened] = await Promise.all([
    listClosedPeriods(deps.db, origin, knownRevision),
    listReopenedPeriods(deps.db, origin, knownRevision),
  ]);
  return { items, reopened };
}

/**
 * Reads a month with its open points, drafts and notes.
 * @throws HttpProblem if there is no zone
 */
export async function readMonth(
  deps: Pick<AppDeps, 'db'>,
  period: Month,
  known_at: string | undefined,
): Promise<PeriodState> {
  const { origin, knownRevision, profile } = await readZoneSnapshot(deps, known_at);
  const [periods, reopened, reopenings, drafts, notes, achievements] = await Promise.all([
    listClosedPeriods(deps.db, origin, knownRevision),
    listReopenedPeriods(deps.db, origin, knownRevision),
    listReopenings(deps.db, origin, period, knownRevision),
    listDrafts(deps.db, origin, period, knownRevision),
    listNotes(deps.db, { origin, knownRevision }),
    listAchievements(deps.db, origin, { first: period, last: period, knownRevision }),
  ]);
  const closing = periods.find((one) => one.period === period);
  const points =
    closing?.points ?? (await readOpenPoints(deps.db, profile, period, { knownRevision }));
  return {
    period,
    points,
    reopenings,
    drafts,
    notes: notes.filter((note) => note.period === period),
    ...compact({
      closed: closing,
      changed: reopened.find((one) => one.period === period)?.changed,
      achievement: achievements[0],
    }),
  };
}
