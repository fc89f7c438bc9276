import { isCounted } from '#domain/values/counted-units.ts';
import { isCurrency } from '#domain/values/money.ts';
import { addDays, dayNumber, monthOf } from '#domain/values/date.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { dataStatusTerms, missingTerms } from '#domain/labels/index.ts';
import type { ChartContext } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { tableBeside } from '#charts/kit/text/secondary-currency.ts';
import { planBasisCells, planBasisColumns } from '#charts/kit/text/plan-basis.ts';
import { planAt, type PlanCorner } from './plan-line.ts';
import { drawnPoints, isYearToDateDrawn } from './points.ts';
import { absentWords } from './focus-text.ts';
import { planOf, progressUnit, rangeOf, rowOf } from './series.ts';
import { progressWords } from './labels/index.ts';

type Cells = ChartTable['rows'][number];
const dateOf = (day: number): string => addDays('1970-01-01', day);

/** What lies ahead of the last month on the way to the target: checkpoints and deadline with the plan of each, and the forecast at its day. */
function rowsAhead(
  row: TargetRow,
  line: readonly PlanCorner[],
  from: number,
  flow: boolean,
  reason: string,
): readonly Cells[] {
  const { forecast } = row;
  const at = forecast.kind === 'range' ? dayNumber(forecast.at) : undefined;
  const days = [...new Set([...line.map(({ day }) => day), ...(at === undefined ? [] : [at])])]
    .filter((day) => day > from)
    .sort((a, b) => a - b);
  return days.map((day) => {
    const plan = planAt(line, day);
    const expected =
      forecast.kind === 'range' && day === at
        ? [forecast.p10, forecast.p50, forecast.p90].map(String)
        : [null, null, null];
    const date = dateOf(day);
    return [
      monthOf(date),
      date,
      null,
      ...(flow ? [null] : []),
      plan === undefined ? null : String(plan),
      ...(at === undefined ? [] : expected),
      reason,
      null,
    ];
  });
}

/** The months of one measure as drawn, and on the way to the target the corners of its plan and its forecast. */
export function progressTable(overview: Overview, { language, options }: ChartContext): ChartTable {
  const { columns, forecast: forecastWord } = progressWords[language];
  const row = rowOf(overview, options);
  const unit = row === undefined ? undefined : progressUnit(row, language);
  const number = {
    kind: 'number' as const,
    ...(unit === undefined ? {} : { unit: unit.word, scale: unit.scale, digits: unit.digits }),
  };
  const range = rangeOf(row, options);
  const line = row === undefined ? [] : planOf(row, range, overview);
  const flow = row !== undefined && isYearToDateDrawn(row, range);
  const planned = !flow || line.length > 0;
  const points = row === undefined ? [] : drawnPoints(row, range);
  const basis =
    row === undefined || line.length === 0
      ? undefined
      : planBasisCells(row, overview.plan, language);
  const forecast = range === 'to_target' && row?.forecast.kind === 'range';
  const ahead =
    row === undefined || range === 'to_date'
      ? []
      : rowsAhead(
          row,
          line,
          points.at(-1)?.day ?? dayNumber(overview.as_of),
          flow,
          missingTerms.not_yet_due[language],
        );
  const table: ChartTable = {
    columns: [
      { id: 'month', label: columns.month, kind: 'month' },
      { id: 'date', label: columns.asOf, kind: 'date' },
      { id: 'value', label: columns.value, ...number },
      ...(flow ? [{ id: 'in_month', label: columns.inMonth, ...number }] : []),
      ...(planned
        ? [
            {
              id: 'plan',
              label: columns.plan,
              ...number,
              digits:
                unit === undefined || (unit.scale === 0 && !isCounted(unit.unit)) ? 1 : unit.digits,
            },
          ]
        : []),
      ...(forecast
        ? (['p10', 'p50', 'p90'] as const).map((id) => ({
            id: `forecast_${id}`,
            label: id === 'p50' ? forecastWord : `${forecastWord} ${id.slice(1)}%`,
            ...number,
          }))
        : []),
      { id: 'data_status', label: columns.status, kind: 'text' },
      { id: 'source', label: columns.source, kind: 'text' },
      ...(basis === undefined ? [] : planBasisColumns(language, number)),
    ],
    rows: [
      ...points.map((point) => {
        const plan = planAt(line, point.day);
        return [
          point.month,
          dateOf(point.day),
          point.value ?? null,
          ...(flow ? [point.inMonth ?? null] : []),
          ...(planned ? [plan === undefined ? null : String(plan)] : []),
          ...(forecast ? [null, null, null] : []),
          point.value === undefined
            ? absentWords(point, language)
            : dataStatusTerms[point.status][language],
          point.source ?? null,
          ...(basis ?? []),
        ];
      }),
      ...ahead.map((cells) => [...cells, ...(basis ?? [])]),
    ],
  };
  const amounts = table.columns.flatMap(({ id, kind }) => (kind === 'number' ? [id] : []));
  return row !== undefined && isCurrency(row.unit)
    ? tableBeside(table, { columns: amounts, unitOf: () => row.unit }, overview, language)
    : table;
}
