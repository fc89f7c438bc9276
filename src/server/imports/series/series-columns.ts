import { compact } from '#domain/values/compact.ts';
import type { ImportColumn } from '#contract/imports/preview-schemas.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { SeriesLayout } from './series-layout.ts';
import type { Choice } from '#server/imports/context/questions.ts';
import { isComparison } from './indicator-columns.ts';
import { isNewKind, newKinds } from './new-indicators.ts';
import { readSeriesMapping, type SeriesMapping } from './series-mapping.ts';
import { readSeriesVocabulary } from './series-vocabulary.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Lists the possible meanings of a series column: month, an indicator, or a part of the long form.
 */
export function listSeriesChoices(
  { questions, request }: ImportContext,
  newIndicators: readonly Indicator[] = [],
): Choice[] {
  const { own, offered } = readSeriesVocabulary(request.register);
  return [
    questions.choice('period', 'c_period'),
    ...own.map(({ id, name }) => ({ value: id, label: (language: Language) => name[language] })),
    ...[...offered, ...newIndicators.filter(({ id }) => !offered.some((one) => one.id === id))].map(
      ({ id, name }) => ({
        value: id,
        label: (language: Language) =>
          formatMessage('c_create', language, { name: name[language] }),
      }),
    ),
    ...newKinds.map((kind) => questions.choice(kind, `c_${kind}`)),
    questions.choice('indicator', 'c_indicator'),
    questions.choice('value', 'c_value'),
    questions.choice('unit', 'c_unit'),
    questions.choice('ignore', 'c_ignore'),
  ];
}

/**
 * Describes the origin of a column's meaning: the user's answer, a stored answer, or the header.
 */
function explainColumn(
  field: string | undefined,
  header: string,
  now: SeriesMapping,
  past: SeriesMapping,
): ImportColumn['how'] {
  const answer = now.find(header);
  if (answer !== undefined)
    return past.find(header) === answer ? 'remembered' : answer === 'ignore' ? 'ignored' : 'user';
  return field === undefined ? 'unmatched' : 'synonym';
}
const texts = (rows: readonly Row[], index: number): string[] =>
  rows
    .slice(0, 3)
    .map((r) => String(r.cells[index] ?? ''))
    .filter((t) => t !== '');

/**
 * Lists each column with its meaning. In the long form it also lists each label, since users map
 * labels like columns.
 */
export function listSeriesColumns(
  { header, request, remembered }: ImportContext,
  layout: SeriesLayout,
  rows: readonly Row[],
): ImportColumn[] {
  const vocabulary = readSeriesVocabulary(request.register);
  const now = readSeriesMapping(request.answers, vocabulary);
  const past = readSeriesMapping(remembered ?? {}, vocabulary);
  const { long } = layout;
  const parts = new Map<number | undefined, string>([
    [layout.period, 'period'],
    [long?.label, 'indicator'],
    [long?.value, 'value'],
    [long?.unit, 'unit'],
  ]);
  const columns = header.columns
    .filter((c) => c.key !== '')
    .map((c): ImportColumn => {
      const column = layout.columns.find((l) => l.index === c.index);
      const isCompared = now.find(c.key) === undefined && isComparison(c.key);
      const answer = now.find(c.key);
      const field =
        parts.get(c.index) ??
        (answer !== undefined && isNewKind(answer) ? answer : column?.indicator);
      return {
        index: c.index,
        header: c.key,
        how: isCompared ? 'ignored' : explainColumn(field, c.key, now, past),
        ...compact({
          field,
          unit: column?.unit ? column.unit.text : undefined,
          currency: column?.unit?.currency ? column.unit.currency : undefined,
        }),
        examples: texts(rows, c.index),
      };
    });
  const labels = (long?.labels ?? []).slice(0, 200).map(({ text, indicator }, i): ImportColumn => {
    const own = rows.filter((r) => String(r.cells[long?.label ?? 0] ?? '').trim() === text);
    return {
      index: header.columns.length + i,
      header: text,
      how: explainColumn(indicator, text, now, past),
      ...compact({ field: indicator }),
      examples: texts(own, long?.value ?? 0),
    };
  });
  return [...columns, ...labels.filter((l) => l.header !== '')];
}

/**
 * Asks for the indicator of each column of numbers without a known name: one of the zone, one of a
 * template, a new one, or none.
 */
export function askForIndicators(context: ImportContext, { unnamed }: SeriesLayout): void {
  if (unnamed.length === 0) return;
  context.questions.ask('mapping', 'q_series_mapping', listSeriesChoices(context), {
    items: unnamed.slice(0, 200).map(({ key, values, isYearToDate }) => ({
      key,
      count: values.length,
      proposal: isYearToDate ? 'new_ytd' : 'new_stock',
      examples: values.slice(0, 3),
    })),
    open: true,
  });
}

/** Reports the columns that compare with another month, which are computed and not stored. */
export function noteComparisons({ header, problems }: ImportContext): void {
  for (const { index, key } of header.columns)
    if (key !== '' && isComparison(key))
      problems.add('column_compares', { index, header: key }, { header: key });
}
