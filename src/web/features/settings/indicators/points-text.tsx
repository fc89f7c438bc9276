import { verdictTerms } from '#domain/labels/index.ts';
import { pointsText } from '#domain/labels/targets/points.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import { isBehindPlan } from '#domain/targets/target-note.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { useLanguage } from '#web/i18n/text.ts';
import * as indicatorStyles from './indicators.module.css';

/**
 * The points by which a target is ahead of or behind its plan. Where it has no plan from 0, its
 * verdict.
 */
export function PointsText({ row }: { readonly row: TargetRow }) {
  const language = useLanguage();
  const points = pointsAhead(row);
  const style = isBehindPlan(row) ? indicatorStyles.behind : undefined;
  if (points === undefined)
    return <span className={style}>{verdictTerms[row.verdict][language]}</span>;
  return (
    <ExplainableFigure measure="points_ahead" of={`target=${targetKey(row)}`}>
      <span className={style}>{pointsText(points, language)}</span>
    </ExplainableFigure>
  );
}
