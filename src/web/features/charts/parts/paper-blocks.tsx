import { findDrawing } from '#charts/figure/drawings.ts';
import type { ChartContext, ChartDefinition } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { usePrinting } from '#web/figures/use-printing.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

/** The width of a drawing on paper, in logical px. */
const paperWidth = 560;
/** A higher drawing would be so small on one page that its numbers could not be read. */
const mostHeight = 1000;

interface PaperBlocksProps {
  readonly chart: ChartDefinition<unknown>;
  readonly overview: Overview;
  readonly context: ChartContext;
}
/**
 * The blocks of a chart that is much taller than a page, as currencies, each as a drawing of its
 * own. They replace the chart on paper only.
 */
export function PaperBlocks({ chart, overview, context }: PaperBlocksProps) {
  const isPrinting = usePrinting();
  const View = isPrinting ? findDrawing(chart.id) : undefined;
  if (View === undefined) return null;
  const whole = chart.toSeries(overview, context);
  const blocks = chart.divide?.(whole) ?? [];
  if (blocks.length < 2 || chart.height(paperWidth, whole) <= mostHeight) return null;
  return (
    <div className={chartsStyles.paper} aria-hidden="true">
      {blocks.map(({ key, series }) => (
        <View
          key={key}
          series={series}
          width={paperWidth}
          height={chart.height(paperWidth, series)}
          id={`${chart.id}-${key}`}
          language={context.language}
          live={false}
        />
      ))}
    </div>
  );
}
