import type { PlanPreview, PreviewPoint } from '#domain/targets/setting/plan-preview.ts';
import { dayNumber, type IsoDate } from '#domain/values/date.ts';
import { formatMonth } from '#domain/values/format.ts';
import { formatInPower, type PoweredUnit } from '#domain/values/unit-power.ts';
import { fromNumber, roundHalfUp } from '#domain/values/decimal.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as chartStyles from './plan-chart.module.css';

const size = { width: 400, height: 176, left: 6, right: 62, top: 16, bottom: 24 } as const;

/** Splits points at breaks and missing months, into runs that a line may join. */
function splitRuns(points: readonly PreviewPoint[]): readonly (readonly PreviewPoint[])[] {
  const runs: PreviewPoint[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last === undefined || point.break_reason !== undefined || point.after_gap === true)
      runs.push([point]);
    else last.push(point);
  }
  return runs;
}

/** The plan of a target and its values as a small chart, updated while the plan is typed. */
export function PlanChart({
  preview,
  goal,
  unit,
  label,
}: {
  readonly preview: PlanPreview;
  readonly goal: string | undefined;
  readonly unit: PoweredUnit;
  /** Its text alternative. */
  readonly label: string;
}) {
  const language = useLanguage();
  const { start, deadline, plan, values } = preview;
  const top = Math.max(
    ...plan.map(({ value }) => value),
    ...values.map(({ value }) => value),
    Number(goal ?? 0),
    Number.MIN_VALUE,
  );
  const span = Math.max(1, dayNumber(deadline) - dayNumber(start));
  const x = (date: IsoDate): number =>
    size.left +
    ((dayNumber(date) - dayNumber(start)) / span) * (size.width - size.left - size.right);
  const y = (value: number): number =>
    size.height - size.bottom - (value / top) * (size.height - size.top - size.bottom);
  const path = (points: readonly PreviewPoint[]): string =>
    points.map(({ date, value }) => `${x(date).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const text = (value: number): string =>
    formatInPower(roundHalfUp(fromNumber(value), 10), unit, language);
  const last = values.at(-1);
  const base = y(0);
  return (
    <svg
      className={chartStyles.chart}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={label}
    >
      <line className={chartStyles.axis} x1={size.left} x2={x(deadline)} y1={base} y2={base} />
      <polyline className={chartStyles.plan} points={path(plan)} />
      {splitRuns(values).map((run) => (
        <polyline key={run[0]?.date} className={chartStyles.values} points={path(run)} />
      ))}
      {splitRuns(values).map(([first, second]) =>
        first === undefined || second !== undefined ? null : (
          <circle
            key={first.date}
            className={chartStyles.now}
            cx={x(first.date)}
            cy={y(first.value)}
            r={2.5}
          />
        ),
      )}
      {values.map(({ date, break_reason }) =>
        break_reason === undefined ? null : (
          <line
            key={date}
            className={chartStyles.break}
            x1={x(date)}
            x2={x(date)}
            y1={size.top}
            y2={base}
          >
            <title>{break_reason}</title>
          </line>
        ),
      )}
      {goal === undefined ? null : (
        <text className={chartStyles.goal} x={x(deadline) + 8} y={y(Number(goal)) + 4}>
          {formatInPower(goal, unit, language)}
        </text>
      )}
      {last === undefined ? null : (
        <>
          <circle className={chartStyles.now} cx={x(last.date)} cy={y(last.value)} r={3.5} />
          <text
            className={chartStyles.nowText}
            x={x(last.date) + 6}
            y={Math.min(base - 4, y(last.value) + 16)}
          >
            {text(last.value)}
          </text>
        </>
      )}
      <text className={chartStyles.date} x={size.left} y={size.height - 6}>
        {formatMonth(start.slice(0, 7), language, 'short')}
      </text>
      <text className={chartStyles.date} x={x(deadline)} y={size.height - 6} textAnchor="end">
        {formatMonth(deadline.slice(0, 7), language, 'short')}
      </text>
    </svg>
  );
}
