import { PicturesContext } from '#charts/figure/draw-context.ts';
import { charts } from '#charts/registry.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { PageFigure } from '#web/figures/page-figure.tsx';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';

/**
 * The months of a target to which no project adds, with its forecast up to the deadline. A served page
 * has no picture of it: the table of answers draws the same months small, for readers without scripts.
 */
export function TargetFigure({ row }: { readonly row: TargetRow }) {
  const overview = useOverviewOfView().data;
  if (overview === undefined || row.target === undefined || row.now === undefined) return null;
  return (
    <div className={outlookStyles.months}>
      <PicturesContext value={false}>
        <PageFigure
          chart={charts.progress}
          overview={overview}
          options={{ measure: targetKey(row), range: 'to_target' }}
        />
      </PicturesContext>
    </div>
  );
}
