import { pointsAhead } from '#domain/targets/points-ahead.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { indicatorLabels } from './labels/index.ts';
import * as indicatorStyles from './indicators.module.css';

/** How many points a target is ahead of or behind its plan; nothing where it has no plan from 0. */
export function PointsText({ row }: { readonly row: TargetRow }) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const points = pointsAhead(row);
  if (points === undefined) return null;
  const text = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(Math.abs(points));
  const isBehind =
    row.verdict === 'behind' || row.verdict === 'slightly_behind' || row.verdict === 'missed';
  return (
    <span className={isBehind ? indicatorStyles.behind : undefined}>
      {t(points < 0 ? 'points_behind' : 'points_ahead', { points: text })}
    </span>
  );
}
