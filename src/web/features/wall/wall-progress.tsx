import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { linear } from '#charts/kit/style/scale.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { fittingSize, narrowWidth } from './fitting-size.ts';

/** Sizes of text, and the height of a line. */
const [small, lineHeight, endSizes] = [28, 46, [44, 36, 28]];
const mostRight = 620;

interface EndWords {
  readonly text: string;
  readonly value: number;
  readonly size: number;
  readonly isNow: boolean;
}

const endWords = ({ last }: ProgressSeries): readonly EndWords[] => {
  if (last === undefined) return [];
  const now = { text: last.now, value: last.v, isNow: true };
  const plan =
    last.plan === undefined || last.planV === undefined
      ? []
      : [{ text: last.plan, value: last.planV, isNow: false }];
  return [now, ...plan].map((end) => ({
    ...end,
    size: fittingSize(end.text, mostRight, end.isNow ? endSizes : [34, small], end.isNow),
  }));
};

/** Labels of the axis that do not overlap, with the year at its first month. */
function timeLabels(
  { time }: ProgressSeries,
  x: (day: number) => number,
  isEnglish: boolean,
  width: number,
) {
  const labels: { readonly at: number; readonly half: number; readonly text: string }[] = [];
  for (const { day, text } of time.labels) {
    const year = time.years.find((one) => one.day === day)?.text;
    const whole = year === undefined ? text : isEnglish ? `${text} ${year}` : `${year}${text}`;
    const half = textWidth(whole, small) / 2 + 2;
    const at = Math.min(Math.max(x(day), half), width - half);
    if (labels.every((other) => Math.abs(other.at - at) >= other.half + half + 20))
      labels.push({ at, half, text: whole });
  }
  return labels;
}

/** Ticks with room for their text: every one, or every second, third … one, from 0. */
function pickTicks({ yTicks }: ProgressSeries, y: (value: number) => number) {
  const step = yTicks.findIndex(
    ({ v }, at) => at > 0 && y(yTicks[0]?.v ?? 0) - y(v) >= lineHeight - 4,
  );
  return step <= 0 ? yTicks.slice(0, 1) : yTicks.filter((_, at) => at % step === 0);
}

interface EndPlace extends EndWords {
  readonly at: number;
}

/** Puts the labels of value and plan below each other, at the top of the drawing. */
const stackEnds = (ends: readonly EndWords[]): readonly EndPlace[] =>
  ends.map((end, line) => ({ ...end, at: 22 + line * lineHeight }));

/** Keeps the labels of plan and value one line apart, inside the plot. */
function spreadEnds(
  ends: readonly EndWords[],
  y: (value: number) => number,
  bottom: number,
): readonly EndPlace[] {
  const [low, high] = ends.toSorted((a, b) => a.value - b.value);
  if (low === undefined) return [];
  if (high === undefined) return [{ ...low, at: Math.min(y(low.value), bottom - 16) }];
  const highAt = Math.min(y(high.value), bottom - 16 - lineHeight);
  return [
    { ...high, at: Math.max(22, highAt) },
    {
      ...low,
      at: Math.min(Math.max(y(low.value), Math.max(22, highAt) + lineHeight), bottom - 12),
    },
  ];
}

function Lines({
  series,
  x,
  y,
}: {
  readonly series: ProgressSeries;
  readonly x: (day: number) => number;
  readonly y: (value: number) => number;
}) {
  const path = (points: readonly { readonly day: number; readonly v: number }[]) =>
    points.map(({ day, v }, at) => `${at === 0 ? 'M' : 'L'}${x(day)} ${y(v)}`).join('');
  const [first, second] = series.points;
  const apart = second === undefined || x(second.day) - x(first?.day ?? 0) >= 34;
  return (
    <g fill="none" strokeLinecap="round" strokeLinejoin="round">
      {series.gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from)}
          y={y(series.max)}
          width={x(to) - x(from)}
          height={y(0) - y(series.max)}
          fill="url(#wall-missing)"
        />
      ))}
      <path d={path(series.plan)} stroke={ink('plan')} strokeWidth="3" strokeDasharray="14 10" />
      {series.runs.map((run) => (
        <path key={run.from} d={path(run.points)} stroke={ink('accent')} strokeWidth="6" />
      ))}
      {series.points.map(({ day, v }) =>
        v === null || (!apart && day !== series.last?.day) ? null : (
          <circle
            key={day}
            cx={x(day)}
            cy={y(v)}
            r={day === series.last?.day ? 11 : 7}
            fill={ink(day === series.last?.day ? 'accent' : 'bg')}
            stroke={ink('accent')}
            strokeWidth="4"
          />
        ),
      )}
    </g>
  );
}

/** The texts of value and plan: beside the ends of the lines, or above a narrow drawing. */
function EndLabels({
  ends,
  x,
  anchor,
}: {
  readonly ends: readonly EndPlace[];
  readonly x: number;
  readonly anchor: 'start' | 'end';
}) {
  return ends.map(({ text, size, at, isNow }) => (
    <Label
      key={text}
      x={x}
      y={at + size * 0.35}
      text={text}
      size={size}
      bold={isNow}
      colour={isNow ? 'accent' : 'ink-2'}
      anchor={anchor}
    />
  ));
}

/**
 * A measure over its months: thick lines, few ticks, value and plan named at the ends of the lines.
 */
export function WallProgress({
  series,
  width,
  height,
}: {
  readonly series: ProgressSeries;
  readonly width: number;
  readonly height: number;
}) {
  const isEnglish = useLanguage() === 'en';
  const ends = endWords(series);
  const left = Math.max(...series.yTicks.map(({ label }) => textWidth(label, small)), 0) + 24;
  const words = ends.map(({ text, size, isNow }) => textWidth(text, size, isNow) * 1.04);
  const isNarrow = width < narrowWidth;
  const right = isNarrow ? width : width - Math.max(...words, 0) - 34;
  const [top, bottom] = [isNarrow ? 24 + ends.length * lineHeight : 24, height - 48];
  const x = linear(series.time.from, series.time.to, left + 14, right - 14);
  const y = linear(0, series.max, bottom, top);
  return (
    <>
      {pickTicks(series, y).map(({ v, label }) => (
        <g key={v}>
          <line x1={left} x2={right} y1={y(v)} y2={y(v)} stroke={ink(v === 0 ? 'axis' : 'grid')} />
          <Label
            x={left - 18}
            y={y(v) + 10}
            text={label}
            size={small}
            colour="ink-3"
            anchor="end"
          />
        </g>
      ))}
      <Lines series={series} x={x} y={y} />
      {timeLabels(series, x, isEnglish, right).map(({ at, text }) => (
        <Label
          key={at}
          x={at}
          y={height - 8}
          text={text}
          size={small}
          colour="ink-3"
          anchor="middle"
        />
      ))}
      <EndLabels
        ends={isNarrow ? stackEnds(ends) : spreadEnds(ends, y, bottom)}
        x={isNarrow ? right : right + 18}
        anchor={isNarrow ? 'end' : 'start'}
      />
    </>
  );
}
