import { Fragment } from 'react';
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

interface Scales {
  readonly x: (date: IsoDate) => number;
  readonly y: (value: number) => number;
}
/** Fits the plan, the values and the target into the chart, from zero. */
function scalePlan({ start, deadline, plan, values }: PlanPreview, goal?: string): Scales {
  const top = Math.max(
    ...plan.map(({ value }) => value),
    ...values.map(({ value }) => value),
    Number(goal ?? 0),
    Number.MIN_VALUE,
  );
  const span = Math.max(1, dayNumber(deadline) - dayNumber(start));
  return {
    x: (date) =>
      size.left +
      ((dayNumber(date) - dayNumber(start)) / span) * (size.width - size.left - size.right),
    y: (value) =>
      size.height - size.bottom - (value / top) * (size.height - size.top - size.bottom),
  };
}

const writePath = (points: readonly PreviewPoint[], { x, y }: Scales): string =>
  points.map(({ date, value }) => `${x(date).toFixed(1)},${y(value).toFixed(1)}`).join(' ');

/** The values as lines, and a point for a value that no line reaches. */
const Runs = ({ values, x, y }: Scales & { readonly values: readonly PreviewPoint[] }) =>
  splitRuns(values).map((run) => {
    const [first, second] = run;
    if (first === undefined) return null;
    return (
      <Fragment key={first.date}>
        <polyline className={chartStyles.values} points={writePath(run, { x, y })} />
        {second === undefined ? (
          <circle className={chartStyles.now} cx={x(first.date)} cy={y(first.value)} r={2.5} />
        ) : null}
      </Fragment>
    );
  });

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
  const { x, y } = scalePlan(preview, goal);
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
      <polyline className={chartStyles.plan} points={writePath(plan, { x, y })} />
      <Runs values={values} x={x} y={y} />
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
