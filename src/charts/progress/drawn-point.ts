import { compact } from '#domain/values/compact.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addDays } from '#domain/values/date.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { type MeasureUnit, toDisplayValue } from '#charts/kit/text/units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { markLines } from './dated-marks.ts';
import { monthLines } from './focus-text.ts';
import type { MeasurePoint } from './points.ts';
import type { DrawnPoint, ProgressSeries } from './series-types.ts';

/**
 * Whether a yearly flow is drawn by its last twelve months: its values are then those of their
 * days.
 */
export const isSummed = ({ kind }: TargetRow, flow: boolean): boolean =>
  kind === 'annual_flow' && !flow;

/** The figure of a month, as drawn. */
export const monthFigure = (
  row: TargetRow,
  { month, day }: Pick<MeasurePoint, 'month' | 'day'>,
  flow: boolean,
): TableFigure =>
  isSummed(row, flow)
    ? {
        measure: 'target_value',
        of: { target: targetKey(row), as_of: addDays('1970-01-01', day) },
      }
    : { measure: 'reported_value', of: { target: targetKey(row), month } };

interface PointInput {
  readonly plan: number | undefined;
  readonly marks: ProgressSeries['marks'];
  readonly unit: MeasureUnit;
  readonly overview: Pick<Overview, 'beside'>;
  readonly language: Language;
}
/** Makes a month as drawn, with the words of its tooltip. */
export function drawnPoint(
  point: MeasurePoint,
  figure: TableFigure,
  { plan, marks, unit, overview, language }: PointInput,
): DrawnPoint {
  return {
    day: point.day,
    v: point.value === undefined ? null : toDisplayValue(point.value, unit),
    plan: plan === undefined ? null : toDisplayValue(plan, unit),
    hollow: point.status !== 'reported',
    revised: point.revisedFrom !== undefined,
    date: formatMonth(point.month, language, 'long'),
    ...compact({ figure: point.value === undefined ? undefined : figure }),
    lines: [...monthLines(point, plan, unit, overview, language), ...markLines(marks, point.month)],
  };
}
