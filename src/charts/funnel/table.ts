import {
  asPercent,
  type ChartTable,
  type FigureOf,
  makeIds,
  type TableColumn,
} from '#charts/kit/table.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import {
  isUnknownCohort,
  type Cohort,
  type CohortEnd,
  type CohortFunnel,
} from '#domain/analysis/events/cohort-funnel.ts';
import type { IncidencePoint } from '#domain/analysis/events/incidence.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { divideDecimal, fromNumber } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { funnelLabels } from './labels/index.ts';
import { funnelOf } from './series.ts';

type Row = readonly (string | null)[];
const places = 6;

function cohortRow(cohort: Cohort, language: Language): Row {
  const { n, moved, open, left, unlisted, is_small, state } = cohort;
  const isUnknown = isUnknownCohort(cohort);
  const count = (value: number): string | null => (isUnknown ? null : String(value));
  const share = (value: number): string | null =>
    is_small ? null : divideDecimal(String(value), String(n), places);
  return [
    periodName(cohort, language),
    count(n),
    null,
    ...[moved, open, left, unlisted].map(count),
    ...[moved, open, left].map(share),
    funnelLabels[language].states[state],
  ];
}

/** Makes the row of the shares of all cohorts after some months, as the curves show them. */
function incidenceRow({ months, moved, left, followed }: IncidencePoint, language: Language): Row {
  const text = funnelLabels[language];
  const share = (value: number): string => fromNumber(Number(value.toFixed(places)));
  return [
    text.after(text.months(String(months))),
    null,
    String(followed),
    null,
    null,
    null,
    null,
    share(moved),
    share(Math.max(0, 1 - moved - left)),
    share(left),
    '',
  ];
}

const listPoints = (funnel: CohortFunnel): readonly IncidencePoint[] =>
  (funnel.incidence?.points ?? []).filter(({ months }) => months > 0 && months % 6 === 0);

/** The subject of the figures of a row: a cohort, or all cohorts after some months. */
const rowOf = (row: Cohort | IncidencePoint, funnel: CohortFunnel): FigureOf => ({
  ...funnelOf(funnel),
  ...compact({
    months: 'months' in row ? String(row.months) : undefined,
    first_month: 'months' in row ? undefined : row.first_month,
  }),
});

const listRows = (funnel: CohortFunnel, language: Language): Row[] => [
  ...funnel.cohorts.map((cohort) => cohortRow(cohort, language)),
  ...listPoints(funnel).map((point) => incidenceRow(point, language)),
];

function listIds(funnel: CohortFunnel): ChartTable['ids'] {
  const points = listPoints(funnel);
  const rows: readonly (Cohort | IncidencePoint)[] = [...funnel.cohorts, ...points];
  return {
    cohort: [
      makeIds('first_month', rows, (row) => ('months' in row ? null : row.first_month)),
      makeIds('months_after', rows, (row) => ('months' in row ? String(row.months) : null)),
    ],
    state: [makeIds('state', rows, (row) => ('months' in row ? null : row.state))],
  };
}

/** The measures of the rows: those of cohorts, then those of all cohorts after some months. */
type MeasureRows = (cohort: MeasureId, after: MeasureId) => readonly MeasureId[];

const count = (end: CohortEnd, label: string): TableColumn => ({
  id: end,
  label,
  kind: 'number',
  measure: 'cohort_projects',
  of: { end },
});
const share = (end: CohortEnd, label: string, rows: MeasureRows): TableColumn => ({
  id: `${end}_share`,
  label,
  kind: 'number',
  ...asPercent,
  measure: 'cohort_share',
  of: { end },
  measure_rows: rows('cohort_share', 'incidence_share'),
});

/** The cohorts, then the cumulative incidence every half-year. Shares are from 0 to 1. */
export function funnelTable(overview: Overview, language: Language): ChartTable {
  const heads = funnelLabels[language].columns;
  const { funnel } = overview;
  const rows: MeasureRows = (cohort, after) => [
    ...(funnel?.cohorts ?? []).map(() => cohort),
    ...(funnel === undefined ? [] : listPoints(funnel)).map(() => after),
  ];
  return {
    columns: [
      { id: 'cohort', label: heads.cohort, kind: 'text' },
      { id: 'n', label: heads.n, kind: 'number', measure: 'cohort_projects' },
      { id: 'followed', label: heads.followed, kind: 'number', measure: 'incidence_followed' },
      count('moved', heads.moved),
      count('open', heads.open),
      count('left', heads.left),
      count('unlisted', heads.unlisted),
      share('moved', heads.movedShare, rows),
      share('open', heads.openShare, rows),
      share('left', heads.leftShare, rows),
      { id: 'state', label: heads.state, kind: 'text' },
    ],
    rows: funnel === undefined ? [] : listRows(funnel, language),
    ...compact({
      ids: funnel === undefined ? undefined : listIds(funnel),
      row_of:
        funnel === undefined
          ? undefined
          : [...funnel.cohorts, ...listPoints(funnel)].map((row) => rowOf(row, funnel)),
    }),
  };
}
