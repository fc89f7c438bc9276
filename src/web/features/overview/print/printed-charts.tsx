import { PlainPipeline } from '#charts/pipeline/Plain.tsx';
import { pipelineHeight, pipelineLeast } from '#charts/pipeline/layout.ts';
import { PlainProgress } from '#charts/progress/Plain.tsx';
import { charts } from '#charts/registry.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useRoom } from './fit-sheet.ts';
import { paperPx } from './paper.tsx';
import { PrintedHeading, PrintedKey } from './printed-words.tsx';
import * as printedOverviewStyles from './printed-overview.module.css';

/** More height would only make a chart look emptier. */
const mostPx = 320;
const rowsSpread = 0.15;

/** One measure over its months, as high as the page allows. */
export function PrintedProgress({
  overview,
  measure,
}: {
  readonly overview: Overview;
  readonly measure: string;
}) {
  const language = useLanguage();
  const { box, height } = useRoom();
  const context = { language, options: { measure } };
  if (!charts.progress.hasData(overview, context.options)) return null;
  const words = charts.progress.words(overview, context);
  const series = charts.progress.toSeries(overview, context);
  const high = Math.min(height ?? 0, mostPx);
  return (
    <section className={`${printedOverviewStyles.part} ${printedOverviewStyles.progress}`}>
      <PrintedHeading words={words} />
      <div ref={box}>
        {high < 80 ? null : (
          <svg
            viewBox={`0 0 ${paperPx} ${high}`}
            preserveAspectRatio="xMinYMin"
            role="img"
            aria-label={words.alt}
          >
            <PlainProgress series={series} width={paperPx} height={high} id="printed" />
          </svg>
        )}
      </div>
      <p className={printedOverviewStyles.quiet}>{kitLabels[language].source(words.source)}</p>
    </section>
  );
}

/** Every project by stage, in low rows. */
export function PrintedPipeline({ overview }: { readonly overview: Overview }) {
  const language = useLanguage();
  const context = { language, options: {} };
  if (overview.strip.groups.length === 0) return null;
  const words = charts.pipeline.words(overview, context);
  const series = charts.pipeline.toSeries(overview, context);
  const [least, usual] = [pipelineLeast(series, paperPx), pipelineHeight(series, paperPx)];
  const high = Math.round(least + Math.max(0, usual - least) * rowsSpread);
  return (
    <section className={printedOverviewStyles.part}>
      <PrintedHeading words={words} />
      <PrintedKey words={words} />
      <svg width={paperPx} height={high} role="img" aria-label={words.alt}>
        <PlainPipeline series={series} width={paperPx} height={high} />
      </svg>
      {words.notes.map((note) => (
        <p key={note} className={printedOverviewStyles.quiet}>
          {note}
        </p>
      ))}
    </section>
  );
}
