import { missingReasons } from '#domain/values/data-status.ts';
import { cumulations, type Observation } from '#domain/zone/indicator.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Language } from '#domain/values/language.ts';
import type { FileColumn, ReadyTable } from './table.ts';
import { dataStatusColumn, findDefinition } from './column-labels.ts';
import { registerTableLabels as w } from './labels/index.ts';

/** Makes the columns of an indicator series. */
export const seriesColumns = (indicators: readonly string[]): readonly FileColumn[] => [
  { id: 'period', label: w.period, kind: 'month' },
  { id: 'indicator', label: w.indicator, kind: 'text', values: indicators },
  {
    id: 'value',
    label: w.value,
    kind: 'amount',
    unit_in: 'unit',
    ...findDefinition('observation'),
  },
  { id: 'unit', label: w.unit, kind: 'text' },
  {
    id: 'cumulation',
    label: w.cumulation,
    kind: 'text',
    values: cumulations,
    ...findDefinition('cumulation'),
  },
  { id: 'missing_reason', label: w.missing, kind: 'text', values: missingReasons },
  dataStatusColumn,
  { id: 'source', label: w.source, kind: 'text' },
  {
    id: 'series_break',
    label: w.series_break,
    kind: 'text',
    ...findDefinition('series_break'),
  },
  { id: 'register_as_of', label: w.as_of, kind: 'date' },
];

/** Makes the table of every monthly value of every indicator. A missing value has its reason. */
export function seriesTable(
  profile: ZoneProfile,
  observations: readonly Observation[],
  as_of: IsoDate,
): ReadyTable {
  return {
    id: 'observations',
    title: w.observations,
    key: ['period', 'indicator'],
    columns: seriesColumns(profile.indicators.map(({ id }) => id)),
    rows: observations.map((o) => {
      const indicator = profile.indicators.find(({ id }) => id === o.indicator);
      return [
        o.period,
        o.indicator,
        o.value ?? null,
        indicator?.unit ?? null,
        indicator?.cumulation ?? null,
        o.value === undefined ? (o.missing ?? 'not_reported') : null,
        o.data_status,
        o.source ?? null,
        indicator?.breaks?.find(({ month }) => month === o.period)?.reason ?? null,
        as_of,
      ];
    }),
  };
}

/**
 * Makes the table of corrected values with the former value and the time of correction. The series
 * has the present value.
 */
export const correctionTable = (
  profile: ZoneProfile,
  observations: readonly Observation[],
): ReadyTable => ({
  id: 'corrections',
  title: w.corrections,
  key: ['period', 'indicator', 'revision'],
  columns: [
    { id: 'period', label: w.period, kind: 'month' },
    {
      id: 'indicator',
      label: w.indicator,
      kind: 'text',
      values: profile.indicators.map(({ id }) => id),
    },
    {
      id: 'value_before',
      label: w.revised_from,
      kind: 'amount',
      unit_in: 'unit',
      ...findDefinition('revised_from'),
    },
    { id: 'unit', label: w.unit, kind: 'text' },
    { id: 'revision', label: w.revision, kind: 'number' },
    { id: 'recorded_at', label: w.recorded_at, kind: 'moment' },
  ],
  rows: observations.flatMap((o) =>
    (o.earlier ?? []).map(({ value, revision, recorded_at }) => [
      o.period,
      o.indicator,
      value ?? null,
      profile.indicators.find(({ id }) => id === o.indicator)?.unit ?? null,
      String(revision),
      recorded_at,
    ]),
  ),
});

/** Makes the table of sources that values and targets refer to. */
export const sourceTable = (profile: ZoneProfile, language: Language): ReadyTable => ({
  id: 'sources',
  title: w.sources,
  key: ['source_id'],
  columns: [
    { id: 'source_id', label: w.id, kind: 'text' },
    { id: 'title', label: w.title, kind: 'text' },
    { id: 'source_date', label: w.source_date, kind: 'date' },
    { id: 'url', label: w.url, kind: 'text' },
  ],
  rows: profile.sources.map(({ id, title, date, url }) => [id, title[language], date, url ?? null]),
});
