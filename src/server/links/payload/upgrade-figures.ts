import { compact } from '#domain/values/compact.ts';
import { monthsApart, toMonth } from '#domain/values/date.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { RedactedContent } from './link-pages.ts';

type Content = RedactedContent['content'];
type Target = NonNullable<Content['overview']['targets']>[number];
type EstablishedFigure = NonNullable<Content['overview']['established']>[number];
/**
 * A row of an established project in version 1, in which both counts are days past the baseline.
 */
type FormerEstablished = EstablishedFigure & { readonly overdue_days?: number };

const isFormerRange = (
  forecast: TargetRow['forecast'],
): forecast is Extract<TargetRow['forecast'], { kind: 'range' }> =>
  forecast.kind === 'range' && (forecast as { readonly months?: number }).months === undefined;

/** Adds the horizon and the mean monthly change to a forecast. The middle of its band stays. */
function upgradeForecast({ forecast, now }: Target): Target['forecast'] {
  if (!isFormerRange(forecast) || now === undefined) return forecast;
  const months = monthsApart(toMonth(now.date), toMonth(forecast.at));
  const from = Number(now.value);
  return {
    ...forecast,
    months,
    from,
    pace: (forecast.p50 - from) / Math.max(months, 1),
    further: true,
  };
}
const upgradeTarget = (row: Target): Target => ({
  ...row,
  ...compact({
    baseline:
      row.baseline === undefined
        ? undefined
        : { ...row.baseline, kind: row.baseline.kind ?? 'entered' },
  }),
  forecast: upgradeForecast(row),
});
function upgradeEstablished({
  overdue_days,
  slippage_days,
  ...row
}: FormerEstablished): EstablishedFigure {
  const since = row.next?.baseline;
  if (overdue_days === undefined || since === undefined)
    return { ...row, ...compact({ slippage_days }) };
  return { ...row, overdue: { since, days: overdue_days } };
}

/**
 * Converts figures of version 1 of the rules to the present form. No number changes. Counts of
 * kinds of change that version 1 lacked become 0.
 */
export function upgradeFigures({ overview, changes, ...more }: Content): Content {
  const { targets, established } = overview;
  return {
    ...more,
    overview: {
      ...overview,
      ...compact({
        targets: targets === undefined ? undefined : targets.map(upgradeTarget),
        established: established === undefined ? undefined : established.map(upgradeEstablished),
      }),
    },
    ...compact({
      changes:
        changes === undefined
          ? undefined
          : {
              ...changes,
              ...compact({
                counts:
                  changes.counts === undefined
                    ? undefined
                    : {
                        ...changes.counts,
                        returned: changes.counts.returned ?? 0,
                        replanned: changes.counts.replanned ?? 0,
                      },
              }),
            },
    }),
  };
}
