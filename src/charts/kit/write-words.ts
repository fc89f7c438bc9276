import { writeNotKnown } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { ChartContext, ChartDefinition, ChartWords } from './definition.ts';
import { keepResults } from './keep-results.ts';
import { kitLabels } from './labels/index.ts';
import type { ChartTable } from './table.ts';

type Definition = ChartDefinition<unknown>;
/**
 * Whether a chart of projects shows a day of which the register knows none. Nothing is counted or
 * drawn then.
 */
export const isUnknownDay = (
  chart: Definition,
  overview: Overview,
  { options }: ChartContext,
): boolean =>
  chart.takesFilters === true &&
  !areProjectsKnown(overview.as_of, overview.first_known_day) &&
  !chart.hasData(overview, options);

/** Makes the table of a chart: without rows for a day of which no project is known. */
export function makeTable(
  chart: Definition,
  overview: Overview,
  context: ChartContext,
): ChartTable {
  const table = chart.toTable(overview, context);
  return isUnknownDay(chart, overview, context) ? { ...table, rows: [] } : table;
}

function ownWords(chart: Definition, overview: Overview, context: ChartContext): ChartWords {
  const words = chart.words(overview, context);
  if (!isUnknownDay(chart, overview, context)) return words;
  const title = writeNotKnown(overview, context.language);
  return { ...words, title, subtitle: '', sentences: [], alt: title, notes: [], key: [] };
}

const wordsOf = keepResults((chart: Definition) =>
  keepResults((overview: Overview, context: ChartContext): ChartWords => {
    const own = ownWords(chart, overview, context);
    const { title, note = '', filters = '' } = context.options;
    const { separator, filtered } = kitLabels[context.language];
    const lines = [...note.split('\n'), filters === '' ? '' : filtered(filters)];
    const words = { ...own, notes: [...lines.filter((line) => line.trim() !== ''), ...own.notes] };
    if (title === undefined || title.trim() === '') return words;
    const named = { ...words, title, alt: `${title}${separator}${words.alt}` };
    // nothing is drawn of such a day, and its own title says why
    return isUnknownDay(chart, overview, context)
      ? { ...named, subtitle: own.title, sentences: [own.title] }
      : named;
  }),
);

/**
 * Writes the words around a chart. The title that a person gave it replaces its own; its note
 * and the filters of its projects are added.
 */
export const writeWords = (
  chart: Definition,
  overview: Overview,
  context: ChartContext,
): ChartWords => wordsOf(chart)(overview, context);
