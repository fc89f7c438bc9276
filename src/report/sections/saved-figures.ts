import type { AnyChartId } from '#charts/all-charts.ts';
import { findAnyChart } from '#charts/all-charts.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import type { ReportBlock } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { reportLabels } from '#report/labels/index.ts';
import { limitChartTable } from './limited-tables.ts';

/** A saved chart with all data that it draws. */
export interface SavedFigure {
  readonly id: string;
  readonly title: string;
  readonly chart: AnyChartId;
  /** With the title. */
  readonly options: ChartOptions;
  /** The query of its file. */
  readonly query: Readonly<Record<string, string>>;
  readonly overview: Overview;
}
/** A saved chart that can't be drawn any more. */
export type GoneFigure = Pick<SavedFigure, 'id' | 'title'>;

/** Whether a saved chart can still be drawn from the data of today. */
export const isDrawable = (figure: SavedFigure | GoneFigure): figure is SavedFigure =>
  'overview' in figure;

/** Makes the block of a saved chart, or the sentence that it can't be drawn any more. */
export function makeSavedBlock(
  figure: SavedFigure | GoneFigure,
  language: Language,
  maxListedProjects: number,
): ReportBlock {
  if (!isDrawable(figure))
    return { kind: 'text', text: reportLabels[language].savedGone(figure.title) };
  const { id, title, chart, options, query, overview } = figure;
  const context = { language, options };
  const definition = findAnyChart(chart);
  const { alt } = writeWords(definition, overview, context);
  const table = limitChartTable(
    makeTable(definition, overview, context),
    language,
    maxListedProjects,
  );
  return { kind: 'figure', chart, saved: { id, title, alt, query }, table };
}
