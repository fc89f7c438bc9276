import {
  asPercent,
  type ChartTable,
  makeIds,
  statusIds,
  type TableColumn,
} from '#charts/kit/table.ts';
import { addSecondaryColumns } from '#charts/kit/text/secondary-currency.ts';
import { planBasisCells, planBasisColumns, planBasisIds } from '#charts/kit/text/plan-basis.ts';
import { targetsChartLabels } from '#charts/targets/labels/index.ts';
import { dataStatusTerms, verdictTerms } from '#domain/labels/index.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { planPoints } from '#domain/targets/points-ahead.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { roundNoise, writeComputed } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { changeCells, changeColumns } from './change-columns.ts';
import { outcomeText } from './outcome.ts';
import { targetsSeries } from './series.ts';

/** The percentiles of a forecast, in the order of its columns. */
const percentiles = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/** The data status of the present value, or the reason why there is none. */
const statusOf = (row: TargetRow) =>
  row.now?.data_status ??
  (row.checklist === undefined ? (row.missing ?? 'not_reported') : undefined);

const number = (
  measure: MeasureId,
  label: string,
  digits: number,
  id: string = measure,
): TableColumn => ({ id, label, kind: 'number', measure, digits });

function listColumns(overview: Overview, language: Language): readonly TableColumn[] {
  const { columns: heads, forecastAt, atThisPace } = targetsChartLabels[language];
  return [
    { id: 'target_name', label: heads.name, kind: 'text' },
    { id: 'unit', label: heads.unit, kind: 'text' },
    { id: 'target_value', label: heads.target, kind: 'number', measure: 'target' },
    { id: 'deadline', label: heads.deadline, kind: 'date' },
    { id: 'now', label: heads.now, kind: 'number', measure: 'target_value' },
    { id: 'value_date', label: heads.date, kind: 'date' },
    ...changeColumns(overview, language),
    { id: 'plan_to_date', label: heads.plan, kind: 'number', measure: 'plan_to_date' },
    { id: 'gap', label: heads.gap, kind: 'number', measure: 'plan_gap' },
    number('points_ahead', heads.points, 2),
    { ...number('plan_progress', heads.attainment, 1, 'now_to_plan'), ...asPercent },
    { ...number('target_share', heads.completion, 1, 'now_to_target'), ...asPercent },
    ...percentiles.map((id) => ({
      id: `forecast_${id}`,
      label: id === 'p50' ? heads.forecast : forecastAt(`${id.slice(1)}%`),
      kind: 'number' as const,
      measure: 'forecast' as const,
      of: { point: id },
    })),
    { id: 'verdict', label: heads.status, kind: 'text' },
    { id: 'at_this_pace', label: atThisPace, kind: 'text' },
    { id: 'data_status', label: heads.dataStatus, kind: 'text' },
    ...planBasisColumns(language),
  ];
}

function targetCells(
  row: TargetRow,
  overview: Overview,
  language: Language,
): readonly (string | null)[] {
  return [
    row.name[language],
    row.unit,
    row.target ?? null,
    row.deadline,
    row.now?.value ?? null,
    (row.now ?? row.checklist)?.date ?? null,
    ...changeCells(row, overview, language),
    writeComputed(row.plan?.value),
    writeComputed(row.gap),
    writeComputed(planPoints(row)?.points),
    writeComputed(row.attainment),
    writeComputed(row.completion),
    ...percentiles.map((id) =>
      row.forecast.kind === 'range' ? roundNoise(row.forecast[id]) : null,
    ),
    verdictTerms[row.verdict][language],
    outcomeText(row, language)?.long ?? null,
    row.now === undefined
      ? (targetsSeries(overview, language).rows.find(
          ({ indicator }) => indicator === targetKey(row),
        )?.absent ?? null)
      : dataStatusTerms[row.now.data_status][language],
    ...planBasisCells(row, overview.plan, language),
  ];
}

/**
 * Makes a row for every target with its plan, its forecast and its verdict. Computed numbers have
 * 12 digits.
 */
export function targetsTable(overview: Overview, language: Language): ChartTable {
  const table: ChartTable = {
    columns: listColumns(overview, language),
    rows: overview.targets.map((row) => targetCells(row, overview, language)),
    row_of: overview.targets.map((row) => ({ target: targetKey(row) })),
    ids: {
      target_name: [
        makeIds('target_id', overview.targets, targetKey),
        makeIds('indicator', overview.targets, ({ indicator }) => indicator),
      ],
      now: [
        makeIds(
          'checklist_done',
          overview.targets,
          ({ checklist }) => checklist && String(checklist.done),
        ),
        makeIds(
          'checklist_total',
          overview.targets,
          ({ checklist }) => checklist && String(checklist.total),
        ),
      ],
      target_value: [makeIds('comparator', overview.targets, ({ comparator }) => comparator)],
      [`forecast_${percentiles[0]}`]: [
        makeIds('refusal', overview.targets, ({ forecast }) =>
          forecast.kind === 'refused' ? forecast.reason : undefined,
        ),
      ],
      verdict: [makeIds('verdict', overview.targets, ({ verdict }) => verdict)],
      data_status: statusIds(overview.targets, statusOf),
      ...planBasisIds(overview.targets, overview.plan),
    },
  };
  const amounts = [
    'target_value',
    'now',
    'change',
    'plan_to_date',
    'gap',
    'plan_start_value',
    ...percentiles.map((id) => `forecast_${id}`),
  ];
  return addSecondaryColumns(
    table,
    { columns: amounts, unitOf: ([, of]) => of ?? null },
    overview,
    language,
  );
}
