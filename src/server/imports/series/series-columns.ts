import { compact } from '#domain/values/compact.ts';
import type { ImportColumn } from '#contract/imports/preview-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { SeriesLayout } from './series-layout.ts';
import type { Choice } from '#server/imports/context/questions.ts';
import { readSeriesMapping, type SeriesMapping } from './series-mapping.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * The possible meanings of a series column: month, an indicator of the zone, or a part of the long
 * form.
 */
export function listSeriesChoices({ questions, request }: ImportContext): Choice[] {
  return [
    questions.choice('period', 'c_period'),
    ...request.known.indicators.map(({ id, name }) => ({
      value: id,
      label: (language: Language) => name[language],
    })),
    questions.choice('indicator', 'c_indicator'),
    questions.choice('value', 'c_value'),
    questions.choice('unit', 'c_unit'),
    questions.choice('ignore', 'c_ignore'),
  ];
}

/** How the meaning of a column is known: from the user's answer, a stored one, or the header. */
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
 * Lists each column with its meaning, and in the long form also each label, because labels are
 * mapped like columns.
 */
export function listSeriesColumns(
  { header, request, remembered }: ImportContext,
  layout: SeriesLayout,
  rows: readonly Row[],
): ImportColumn[] {
  const now = readSeriesMapping(request.answers, request.known.indicators);
  const past = readSeriesMapping(remembered ?? {}, request.known.indicators);
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
      const found = layout.columns.find((l) => l.index === c.index);
      const field = parts.get(c.index) ?? found?.indicator;
      return {
        index: c.index,
        header: c.key,
        how: explainColumn(field, c.key, now, past),
        ...compact({
          field,
          unit: found?.unit ? found.unit.text : undefined,
          currency: found?.unit?.currency ? found.unit.currency : undefined,
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

/** Asks for indicators in a series without any known one. */
export function askForIndicators({ questions, header }: ImportContext): void {
  questions.ask('mapping', 'q_series_mapping', [], {
    items: header.columns
      .filter((c) => c.key !== '')
      .map((c) => ({ key: c.key, count: 1, proposal: 'ignore' })),
    open: true,
  });
}
