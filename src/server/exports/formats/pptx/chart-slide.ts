import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import { compact } from '#domain/values/compact.ts';
import { withoutExample } from '#charts/kit/text/claim.ts';
import type { ChartContext, ChartWords } from '#charts/kit/definition.ts';
import {
  type FigureStamp,
  filtersInWords,
  madeInWords,
  sourceInWords,
} from '#charts/kit/frame/stamp.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type AnyChartId, findAnyChart } from '#charts/all-charts.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type Currency, isCurrency } from '#domain/values/money.ts';
import { dataStatusTerms } from '#domain/labels/index.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import type { Slide } from './slide.ts';

/** Finds the currency of each note whose figures are all in one currency. */
const findCurrencyNotes = ({ note_figures = {} }: ChartWords): Readonly<Record<string, Currency>> =>
  Object.fromEntries(
    Object.entries(note_figures).flatMap(([note, figures]) => {
      const [unit, ...others] = new Set(figures.map(({ of }) => of?.in));
      return unit !== undefined && others.length === 0 && isCurrency(unit) ? [[note, unit]] : [];
    }),
  );

/**
 * Makes a slide of a chart. An office chart of its rows is below the title. Foot and notes have
 * source, status and definitions.
 */
export async function chartSlide(
  id: AnyChartId,
  overview: Overview,
  context: ChartContext,
  stamp: FigureStamp | undefined,
): Promise<Slide> {
  const { language } = context;
  const chart = findAnyChart(id);
  const words = writeWords(chart, withoutExample(overview), context);
  const table = makeTable(chart, overview, context);
  const { officeChart } = await chart.loadOffice();
  const native = officeChart(overview, context, table);
  const frame = kitLabels[language];
  const isInvented = words.data_status === 'illustrative' || overview.illustrative;
  // the head already says that values are invented
  const status = isInvented
    ? []
    : [`${frame.status}${frame.colon}${dataStatusTerms[words.data_status][language]}`];
  const madeWith = stamp === undefined ? frame.madeWith : madeInWords(stamp, language);
  const filters = stamp === undefined ? [] : filtersInWords(stamp, language);
  const day = [frame.asOf(formatDate(words.as_of, language, 'long')), ...filters, madeWith].join(
    frame.separator,
  );
  const subtitle = native?.subtitle ?? words.subtitle;
  const source = [...status, ...sourceInWords(words.source, language)].join(frame.separator);
  const foot = [source, ...words.notes, day].filter((line) => line !== '');
  const view = stamp?.link === undefined ? [] : [kitLabels[language].view(stamp.link)];
  return {
    title: words.title,
    subtitle,
    zone: overview.zone.name[language],
    ...compact({ mark: isInvented ? frame.illustrative : undefined }),
    parts:
      native === undefined
        ? words.alt === words.title
          ? []
          : [{ kind: 'lines', lines: [words.alt] }]
        : [
            { kind: 'chart', chart: { native, table, alt: words.alt } },
            ...(native.lines === undefined
              ? []
              : [{ kind: 'lines' as const, lines: native.lines, points: 12.5 }]),
          ],
    foot: [...foot, ...view],
    brief_foot: [source, day, ...view].filter((line) => line !== ''),
    currency_lines: findCurrencyNotes(words),
    ...compact({ left_out: words.left_out, address: stamp?.link }),
    notes: [
      overview.zone.name[language],
      words.title,
      subtitle,
      ...foot,
      sheetLabels[language].missing,
      ...view,
    ],
  };
}
