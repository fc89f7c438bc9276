import { dataStatuses, missingReasons } from '#domain/data-status.ts';
import { comparators, cumulations, type Observation } from '#domain/indicator.ts';
import type { IsoDate } from '#domain/project.ts';
import type { ZoneProfile } from '#domain/zone.ts';
import type { Language } from '#domain/language.ts';
import { targetWording } from '#domain/target-wording.ts';
import type { ReadyTable } from './table.ts';
import { fieldDefinitions, registerWords as w } from './words.ts';

const defined = (id: string) => {
  const definition = fieldDefinitions[id];
  return definition === undefined ? {} : { definition };
};

/** Every value of every indicator, a row for each month; a missing one has its reason. */
export function seriesTable(profile: ZoneProfile, observations: readonly Observation[], as_of: IsoDate): ReadyTable {
  return {
    id: 'observations',
    title: w.observations,
    columns: [
      { id: 'period', label: w.period, kind: 'month' },
      { id: 'indicator', label: w.indicator, kind: 'text', values: profile.indicators.map(({ id }) => id) },
      { id: 'value', label: w.value, kind: 'amount', unit_in: 'unit', ...defined('observation') },
      { id: 'unit', label: w.unit, kind: 'text' },
      { id: 'cumulation', label: w.cumulation, kind: 'text', values: cumulations, ...defined('cumulation') },
      { id: 'missing', label: w.missing, kind: 'text', values: missingReasons },
      { id: 'data_status', label: w.data_status, kind: 'text', values: dataStatuses, ...defined('data_status') },
      { id: 'source', label: w.source, kind: 'text' },
      { id: 'register_as_of', label: w.as_of, kind: 'date' },
    ],
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
        as_of,
      ];
    }),
  };
}

/** Values of months before they were corrected, with when; the value that holds stands in the series. */
export const correctionTable = (profile: ZoneProfile, observations: readonly Observation[]): ReadyTable => ({
  id: 'corrections',
  title: w.corrections,
  columns: [
    { id: 'period', label: w.period, kind: 'month' },
    { id: 'indicator', label: w.indicator, kind: 'text', values: profile.indicators.map(({ id }) => id) },
    { id: 'value', label: w.revised_from, kind: 'amount', unit_in: 'unit', ...defined('revised_from') },
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

/** The targets as published, each version with its source. */
export function targetTable(profile: ZoneProfile, as_of: IsoDate, language: Language): ReadyTable {
  return {
    id: 'targets',
    title: w.targets,
    columns: [
      { id: 'indicator', label: w.indicator, kind: 'text' },
      { id: 'name', label: w.name, kind: 'text' },
      { id: 'comparator', label: w.comparator, kind: 'text', values: comparators },
      { id: 'value', label: w.value, kind: 'amount', unit_in: 'unit', large: true, ...defined('target') },
      { id: 'unit', label: w.unit, kind: 'text' },
      { id: 'deadline', label: w.deadline, kind: 'date' },
      { id: 'baseline', label: w.baseline, kind: 'amount', unit_in: 'unit', large: true },
      { id: 'baseline_date', label: w.baseline_date, kind: 'date' },
      { id: 'wording', label: w.wording, kind: 'text' },
      { id: 'source', label: w.source, kind: 'text' },
      { id: 'source_date', label: w.source_date, kind: 'date' },
      { id: 'data_status', label: w.data_status, kind: 'text', values: dataStatuses },
      { id: 'checklist_done', label: w.checklist_done, kind: 'number' },
      { id: 'checklist_total', label: w.checklist_total, kind: 'number' },
      { id: 'register_as_of', label: w.as_of, kind: 'date' },
    ],
    rows: profile.targets.map((t) => {
      const indicator = profile.indicators.find(({ id }) => id === t.indicator);
      const checklist = t.checklist !== undefined && t.checklist.date <= as_of ? t.checklist : undefined;
      return [
        t.indicator,
        indicator?.name[language] ?? t.indicator,
        t.comparator,
        t.value ?? null,
        indicator?.unit ?? null,
        t.deadline,
        t.baseline ?? null,
        t.baseline_date,
        indicator === undefined ? (t.wording?.[language] ?? null) : targetWording(t, indicator)[language],
        t.source,
        t.source_date,
        t.data_status,
        checklist === undefined ? null : String(checklist.done),
        checklist === undefined ? null : String(checklist.total),
        as_of,
      ];
    }),
  };
}

/** The sources that values and targets name. */
export const sourceTable = (profile: ZoneProfile, language: Language): ReadyTable => ({
  id: 'sources',
  title: w.sources,
  columns: [
    { id: 'id', label: w.id, kind: 'text' },
    { id: 'title', label: w.title, kind: 'text' },
    { id: 'date', label: w.date, kind: 'date' },
    { id: 'url', label: w.url, kind: 'text' },
  ],
  rows: profile.sources.map(({ id, title, date, url }) => [id, title[language], date, url ?? null]),
});
