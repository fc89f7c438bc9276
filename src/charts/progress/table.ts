import { compact } from '#domain/values/compact.ts';
import { roundNoise } from '#domain/values/decimal.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import type { MeasureUnit } from '#charts/kit/text/units.ts';
import { isCurrency } from '#domain/values/money.ts';
import { addDays, dayNumber, toMonth } from '#domain/values/date.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { dataStatusTerms, missingTerms } from '#domain/labels/index.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import { type ChartTable, type FigureOf, makeIds, statusIds } from '#charts/kit/table.ts';
import { addSecondaryColumns } from '#charts/kit/text/secondary-currency.ts';
import { planBasisCells, planBasisColumns, planBasisIds } from '#charts/kit/text/plan-basis.ts';
import { planAt, type PlanCorner } from './plan-line.ts';
import { drawnPoints, isYearToDateDrawn, type MeasurePoint } from './points.ts';
import { markCells } from './dated-marks.ts';
import { missingText } from './focus-text.ts';
import { isSummed, monthFigure } from './drawn-point.ts';
import { choosePlan, progressUnit, chooseRange, findRow } from './series.ts';
import { progressLabels } from './labels/index.ts';

type Cells = ChartTable['rows'][number];
const toDate = (day: number): string => addDays('1970-01-01', day);

/** Lists the days of a plan before the first drawn month: its start and its turns. */
const daysBefore = (line: readonly PlanCorner[], first: number | undefined): readonly number[] =>
  first === undefined ? [] : line.map(({ day }) => day).filter((day) => day < first);

/** Lists the days after the last month: checkpoints, the deadline and the day of the forecast. */
function daysAhead({ forecast }: TargetRow, line: readonly PlanCorner[], last: number): number[] {
  const at = forecast.kind === 'range' ? [dayNumber(forecast.at)] : [];
  return [...new Set([...line.map(({ day }) => day), ...at])]
    .filter((day) => day > last)
    .sort((a, b) => a - b);
}

/** The parts of the table that not every measure has. */
interface OptionalParts {
  readonly flow: boolean;
  readonly planned: boolean;
  readonly forecast: boolean;
  /** Whether the series breaks in one of its months. */
  readonly broken: boolean;
  /** The cells of the basis of the plan, the same in each row. */
  readonly basis: Cells | undefined;
  /** Decisions and notes by month. */
  readonly marks: Cells | undefined;
}

const noParts: OptionalParts = {
  flow: false,
  planned: true,
  forecast: false,
  broken: false,
  basis: undefined,
  marks: undefined,
};

/** The subjects of the figures of each row, by column. */
interface RowFigures {
  readonly months: readonly (FigureOf | null)[];
  readonly periods: readonly (FigureOf | null)[];
  readonly days: readonly (FigureOf | null)[];
  /** The value of a yearly flow that is drawn by its last twelve months is the value of its day. */
  readonly value: 'reported_value' | 'target_value';
}
const noFigures: RowFigures = { months: [], periods: [], days: [], value: 'reported_value' };

/** A row of the table: a drawn month, or a day that has only a plan or a forecast. */
type TablePoint = MeasurePoint | number;
const isMonth = (one: TablePoint): one is MeasurePoint => typeof one !== 'number';

const findFigures = (
  row: TargetRow,
  tablePoints: readonly TablePoint[],
  flow: boolean,
): RowFigures => ({
  months: tablePoints.map((one) => (isMonth(one) ? monthFigure(row, one, flow).of : null)),
  periods: tablePoints.map((one) =>
    isMonth(one) ? { target: row.indicator, period: 'month', first_month: one.month } : null,
  ),
  days: tablePoints.map((one) => ({ day: toDate(isMonth(one) ? one.day : one) })),
  value: isSummed(row, flow) ? 'target_value' : 'reported_value',
});

function listColumns(
  unit: MeasureUnit | undefined,
  of: RowFigures,
  { flow, planned, forecast, broken, basis, marks }: OptionalParts,
  language: Language,
): ChartTable['columns'] {
  const { columns, forecast: forecastWord } = progressLabels[language];
  const format = compact({ unit: unit?.word, scale: unit?.scale, digits: unit?.digits });
  const number = { kind: 'number' as const, ...format };
  const planDigits = unit === undefined || (unit.scale === 0 && !unit.isCounted) ? 1 : unit.digits;
  return [
    { id: 'period', label: columns.month, kind: 'month' },
    { id: 'date', label: columns.asOf, kind: 'date' },
    { id: 'value', label: columns.value, measure: of.value, of_rows: of.months, ...number },
    ...(flow
      ? [
          {
            id: 'in_month',
            label: columns.inMonth,
            measure: 'period_value' as const,
            of_rows: of.periods,
            ...number,
          },
        ]
      : []),
    ...(planned
      ? [
          {
            id: 'plan',
            label: columns.plan,
            measure: 'plan_at' as const,
            of_rows: of.days,
            ...number,
            digits: planDigits,
          },
        ]
      : []),
    ...(forecast
      ? (['p10', 'p50', 'p90'] as const).map((id) => ({
          id: `forecast_${id}`,
          label: id === 'p50' ? forecastWord : `${forecastWord} ${id.slice(1)}%`,
          measure: 'forecast' as const,
          of: { point: id },
          ...number,
        }))
      : []),
    { id: 'data_status', label: columns.status, kind: 'text' },
    { id: 'source', label: columns.source, kind: 'text' },
    ...(broken ? [{ id: 'series_break', label: columns.seriesBreak, kind: 'text' as const }] : []),
    ...(marks === undefined ? [] : [{ id: 'marks', label: columns.marks, kind: 'text' as const }]),
    ...(basis === undefined ? [] : planBasisColumns(language, format)),
  ];
}

function monthRow(
  point: MeasurePoint,
  line: readonly PlanCorner[],
  { flow, planned, forecast, broken, basis, marks }: OptionalParts,
  at: number,
  language: Language,
): Cells {
  const plan = planAt(line, point.day);
  return [
    point.month,
    toDate(point.day),
    point.value ?? null,
    ...(flow ? [point.inMonth ?? null] : []),
    ...(planned ? [plan === undefined ? null : roundNoise(plan)] : []),
    ...(forecast ? [null, null, null] : []),
    point.value === undefined
      ? missingText(point, language)
      : dataStatusTerms[point.status][language],
    point.source ?? null,
    ...(broken ? [point.breakReason ?? null] : []),
    ...(marks === undefined ? [] : [marks[at] ?? null]),
    ...(basis ?? []),
  ];
}

/** Makes the row of a day without a month of its own: its plan, and the forecast on its day. */
function dayRow(
  { forecast }: TargetRow,
  line: readonly PlanCorner[],
  { flow, planned, forecast: hasForecast, broken, basis, marks }: OptionalParts,
  day: number,
  reason: string,
): Cells {
  const plan = planAt(line, day);
  const date = toDate(day);
  const expectation =
    forecast.kind === 'range' && forecast.at === date
      ? [forecast.p10, forecast.p50, forecast.p90].map(roundNoise)
      : [null, null, null];
  return [
    toMonth(date),
    date,
    null,
    ...(flow ? [null] : []),
    ...(planned ? [plan === undefined ? null : roundNoise(plan)] : []),
    ...(hasForecast ? expectation : []),
    reason,
    null,
    ...(broken ? [null] : []),
    ...(marks === undefined ? [] : [null]),
    ...(basis ?? []),
  ];
}

/** The ids of the rows: indicator and target, status and reason, and those of the plan. */
function progressIds(
  row: TargetRow,
  tablePoints: readonly TablePoint[],
  reasonOf: (day: number) => MissingReason,
  { plan }: Overview,
): NonNullable<ChartTable['ids']> {
  return {
    period: [
      makeIds('indicator', tablePoints, () => row.indicator),
      makeIds('target_id', tablePoints, () => targetKey(row)),
    ],
    data_status: statusIds(tablePoints, (one) => {
      if (!isMonth(one)) return reasonOf(one);
      return one.value === undefined ? (one.missing ?? 'not_reported') : one.status;
    }),
    ...planBasisIds(
      tablePoints.map(() => row),
      plan,
    ),
  };
}

/**
 * Makes the table of the drawn months of one measure and, in the range up to the target, the
 * corners of its plan and its forecast.
 */
export function progressTable(overview: Overview, { language, options }: ChartContext): ChartTable {
  const row = findRow(overview, options);
  if (row === undefined)
    return { columns: listColumns(undefined, noFigures, noParts, language), rows: [] };
  const range = chooseRange(row, options);
  const line = choosePlan(row, range, overview);
  const flow = isYearToDateDrawn(row, range);
  const points = drawnPoints(row, range);
  const basis = line.length === 0 ? undefined : planBasisCells(row, overview.plan, language);
  const parts: OptionalParts = {
    flow,
    planned: !flow || line.length > 0,
    forecast: range === 'to_target' && row.forecast.kind === 'range',
    broken: points.some(({ breakReason }) => breakReason !== undefined),
    basis,
    marks: markCells(
      row,
      options,
      points.map(({ month }) => month),
      language,
    ),
  };
  const last = points.at(-1)?.day ?? dayNumber(overview.as_of);
  const isToTarget = range !== 'to_date';
  const reasonOf = (day: number): MissingReason =>
    day > last ? 'not_yet_due' : flow ? 'not_applicable' : 'not_reported';
  const tablePoints: readonly TablePoint[] = [
    ...(isToTarget ? daysBefore(line, points[0]?.day) : []),
    ...points,
    ...(isToTarget ? daysAhead(row, line, last) : []),
  ];
  const table: ChartTable = {
    columns: listColumns(
      progressUnit(row, language),
      findFigures(row, tablePoints, flow),
      parts,
      language,
    ),
    rows: tablePoints.map((one) =>
      isMonth(one)
        ? monthRow(one, line, parts, points.indexOf(one), language)
        : dayRow(row, line, parts, one, missingTerms[reasonOf(one)][language]),
    ),
    row_of: tablePoints.map(() => ({ target: targetKey(row) })),
    ids: progressIds(row, tablePoints, reasonOf, overview),
  };
  const amounts = table.columns.flatMap(({ id, kind }) => (kind === 'number' ? [id] : []));
  return isCurrency(row.unit)
    ? addSecondaryColumns(table, { columns: amounts, unitOf: () => row.unit }, overview, language)
    : table;
}
