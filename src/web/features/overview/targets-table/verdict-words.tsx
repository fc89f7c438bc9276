import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { VerdictMark } from '#charts/targets/StatusMark.tsx';
import type { BulletRow } from '#charts/targets/data/rows.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as displayStyles from '#web/ui/display/display.module.css';
import { VerdictPoints } from './verdict-points.tsx';
import * as verdictCellStyles from './verdict-cell.module.css';

/** The status of a target, with its mark, its points and its outcome. */
export const VerdictWords = ({ row }: { readonly row: BulletRow }) => {
  const language = useLanguage();
  const good = !row.verdict.example && (row.verdict.mark === 'up' || row.verdict.mark === 'check');
  return (
    <span
      className={`${displayStyles.verdict}${row.verdict.short ? ` ${displayStyles.behind}` : good ? ` ${displayStyles.good}` : row.verdict.mark === 'ring' ? ` ${displayStyles.unknown}` : ''}`}
    >
      <VerdictMark mark={row.verdict.mark} className={displayStyles.glyph} />
      <ExplainableFigure measure="verdict" of={`target=${row.indicator}`}>
        {row.verdict.words}
        {row.verdict.points === undefined ? null : <VerdictPoints points={row.verdict.points} />}
        {row.verdict.outcome === undefined ? null : (
          <>
            <span className={verdictCellStyles.clause}>{targetsChartLabels[language].clause}</span>
            <small className={verdictCellStyles.outcome}>{row.verdict.outcome.long}</small>
          </>
        )}
      </ExplainableFigure>
    </span>
  );
};
