import { compact } from '#domain/values/compact.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { AnyChartId } from '#charts/all-charts.ts';
import { analysisParameters } from '#contract/analysis/query.ts';
import type { ChartQuery } from '#contract/exports/schemas.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { figureAddress } from './view-address.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import { findRevision } from '#server/db/revision-log.ts';

/**
 * Makes the stamp of an exported figure: its revision, the time of that revision, and the address
 * that opens the figure.
 */
export async function makeStamp(
  { db, config }: Pick<AppDeps, 'db' | 'config'>,
  id: AnyChartId,
  overview: Overview,
  query: ChartQuery,
): Promise<FigureStamp> {
  const { known_at, known_from, compare, plan, rates, lang, measure, range, marks, cur } = query;
  const analysis = Object.fromEntries(analysisParameters.map((name) => [name, query[name]]));
  const { revision, as_of, zone } = overview;
  const record = await findRevision(db, revision);
  const { time_zone } = (await readDisplayedZone(db)) ?? {};
  return {
    revision,
    made_at: record?.recorded_at ?? `${as_of}T00:00:00.000Z`,
    ...compact({
      definitions: zone.definitions,
      known_at,
      time_zone,
      plan: plan === undefined ? undefined : (plan as PlanPath),
      link:
        config.address === undefined
          ? undefined
          : figureAddress(
              config.address,
              id,
              // With this time of knowledge the page shows the same figures and marks those revised
              // since.
              {
                as_of,
                known_at: known_at ?? record?.recorded_at,
                compare,
                plan,
                language: (lang ?? 'en') as Language,
              },
              { measure, range, marks, known_from, rates, cur, ...analysis },
            ),
    }),
  };
}
