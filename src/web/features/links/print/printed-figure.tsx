import { findDrawing } from '#charts/figure/drawings.ts';
import type { ChartDefinition, ChartOptions } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { isUnknownDay, writeWords } from '#charts/kit/write-words.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { paperPx } from '#web/features/overview/print/paper.tsx';
import { PrintedHeading, PrintedKey } from '#web/features/overview/print/printed-words.tsx';
import * as printedLinkStyles from './printed-link.module.css';
import * as printedOverviewStyles from '#web/features/overview/print/printed-overview.module.css';

/** A taller chart is drawn smaller. */
const mostPx = 680;
/** The width of a drawing, which then fills the paper: its smallest texts, 11 px, become 8.5 pt. */
const drawingPx = Math.floor((paperPx * 11) / ((8.5 * 96) / 72));

/**
 * A chart of a link on paper, drawn by the View that the page has on screen; only its words while
 * that has not loaded.
 */
export function PrintedFigure({
  chart,
  overview,
  options = {},
}: {
  readonly chart: ChartDefinition<unknown>;
  readonly overview: Overview;
  readonly options?: ChartOptions;
}) {
  const language = useLanguage();
  const context = { language, options };
  const words = writeWords(chart, overview, context);
  const series = chart.toSeries(overview, context);
  const View = isUnknownDay(chart, overview, context) ? undefined : findDrawing(chart.id);
  const height = Math.ceil(chart.leastHeight(drawingPx, series));
  const frame = kitLabels[language];
  return (
    <section className={`${printedOverviewStyles.part} ${printedLinkStyles.figure}`}>
      <PrintedHeading words={words} />
      <PrintedKey words={words} />
      {View === undefined ? null : (
        <div className={height > mostPx ? printedLinkStyles.lower : undefined}>
          <View
            series={series}
            width={drawingPx}
            height={height}
            id={`printed-${chart.id}`}
            language={language}
            live={false}
          />
        </div>
      )}
      {words.notes.map((note) => (
        <p key={note} className={printedOverviewStyles.quiet}>
          {note}
        </p>
      ))}
      <p className={printedOverviewStyles.quiet}>
        {[
          words.source === '' ? '' : frame.source(words.source),
          words.as_of === '' ? '' : frame.asOf(formatDate(words.as_of, language, 'long')),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
    </section>
  );
}
