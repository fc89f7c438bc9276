import { pointsText } from '#domain/labels/targets/points.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { useLanguage } from '#web/i18n/text.ts';
import * as indicatorStyles from './indicators.module.css';

/**
 * The points by which a target is ahead of or behind its plan; empty where it has no plan from 0.
 */
export function PointsText({ row }: { readonly row: TargetRow }) {
  const language = useLanguage();
  const points = pointsAhead(row);
  if (points === undefined) return null;
  const isBehind =
    row.verdict === 'behind' || row.verdict === 'slightly_behind' || row.verdict === 'missed';
  return (
    <ExplainableFigure measure="points_ahead" of={`target=${targetKey(row)}`}>
      <span className={isBehind ? indicatorStyles.behind : undefined}>
        {pointsText(points, language)}
      </span>
    </ExplainableFigure>
  );
}
