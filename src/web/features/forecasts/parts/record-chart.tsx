import { Label } from '#charts/kit/style/Ink.tsx';
import { linear, roundTicks, tickDigits } from '#charts/kit/style/scale.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import {
  fullText,
  type MeasureUnit,
  numberText,
  toDisplayValue,
  valueText,
} from '#charts/kit/text/units.ts';
import { type MadeForecast, findSide } from './record-rows.ts';

const [top, bottom] = [22, 190];
/** Room at the left for the words of the axis, in percent of the width. */
const left = 9;
/** Above this number of marks there is no room for months and values. */
const mostNamed = 14;
const percent = (x: number): string => `${x.toFixed(3)}%`;

interface DrawingProps {
  readonly made: readonly MadeForecast[];
  readonly unit: MeasureUnit;
  readonly label: string;
  /** The month under a mark: that of the forecast, or that of its result. */
  readonly monthOf: (past: MadeForecast) => string;
}

/** The value of a result that was missed, on the far side of its mark. */
function Missed({
  past,
  x,
  y,
  unit,
}: {
  readonly past: MadeForecast;
  readonly x: string;
  readonly y: number;
  readonly unit: MeasureUnit;
}) {
  const below = findSide(past) === 'below';
  const text = valueText(past.result ?? '0', unit);
  return (
    <Label
      x={x}
      y={below ? y + 18 : y - 9}
      text={text}
      colour={below ? 'behind' : 'ink'}
      anchor="middle"
      size={11}
      halo
    />
  );
}

function Result({
  past,
  x,
  y,
}: {
  readonly past: MadeForecast;
  readonly x: string;
  readonly y: number;
}) {
  const side = findSide(past);
  if (side === undefined) return null;
  if (side === 'inside')
    return <circle cx={x} cy={y} r={3.5} fill={ink('accent')} stroke={ink('bg')} />;
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      <path
        d="M0 -5 L5 0 L0 5 L-5 0 Z"
        fill={ink(side === 'below' ? 'behind' : 'ink')}
        stroke={ink('bg')}
      />
    </svg>
  );
}

/** Month and year under the marks: each month where there is room, else the years alone. */
function Months({
  months,
  xOf,
}: {
  readonly months: readonly string[];
  readonly xOf: (index: number) => string;
}) {
  return months.map((month, index) => {
    const year = month.slice(0, 4);
    const before = months[index - 1]?.slice(0, 4);
    // omit the first year when the next label would touch it
    const named =
      before === undefined ? (months[3] ?? month).slice(0, 4) === year : before !== year;
    return (
      <g key={`${month} ${xOf(index)}`}>
        {months.length > mostNamed ? null : (
          <Label
            x={xOf(index)}
            y={bottom + 17}
            text={String(Number(month.slice(5, 7)))}
            anchor="middle"
            colour="ink-3"
          />
        )}
        {named ? (
          <Label
            x={xOf(index)}
            y={bottom + (months.length > mostNamed ? 17 : 34)}
            text={year}
            anchor="middle"
            colour="ink-3"
          />
        ) : null}
      </g>
    );
  });
}

/**
 * One band for each past forecast with its middle, and the result as a mark: a dot inside, a
 * diamond outside.
 */
export function RecordDrawing({ made, unit, label, monthOf }: DrawingProps) {
  const values = made.flatMap(({ forecast, result }) => [
    forecast.p10,
    forecast.p90,
    ...(result === undefined ? [] : [Number(result)]),
  ]);
  const most = Math.max(0, ...values.map((value) => toDisplayValue(value, unit)));
  const ticks = roundTicks(most, 3);
  const least = Math.min(0, ...values.map((value) => toDisplayValue(value, unit)));
  const scale = linear(least, Math.max(most, ticks.at(-1) ?? 1), bottom, top);
  const y = (value: number | string): number => scale(toDisplayValue(value, unit));
  const slot = (100 - left) / Math.max(1, made.length);
  const wide = Math.min(slot * 0.62, 6);
  const xOf = (index: number): string => percent(left + slot * (index + 0.5));
  const bar = (index: number, low: number, high: number, fill: 'cone-80' | 'cone-50') => (
    <rect
      x={percent(left + slot * (index + 0.5) - wide / 2)}
      width={percent(wide)}
      y={y(high)}
      height={Math.max(1, y(low) - y(high))}
      fill={ink(fill)}
    />
  );
  const first = ticks.at(-1);
  return (
    <svg
      width="100%"
      height={bottom + (made.length > mostNamed ? 28 : 44)}
      role="img"
      aria-label={label}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1="0"
            x2="100%"
            y1={scale(tick)}
            y2={scale(tick)}
            stroke={ink(tick === 0 ? 'axis' : 'grid')}
          />
          <Label
            x={0}
            y={scale(tick) - 4}
            text={
              tick === first
                ? fullText(tick * 10 ** unit.scale, unit, tickDigits(ticks))
                : numberText(tick, tickDigits(ticks))
            }
            colour="ink-3"
            halo
          />
        </g>
      ))}
      {made.map((past, index) => {
        const { p10, p25, p50, p75, p90 } = past.forecast;
        const x = percent(left + slot * (index + 0.5) - wide / 2);
        return (
          <g key={past.period}>
            {bar(index, p10, p90, 'cone-80')}
            {bar(index, p25, p75, 'cone-50')}
            <line
              x1={x}
              x2={percent(left + slot * (index + 0.5) + wide / 2)}
              y1={y(p50)}
              y2={y(p50)}
              stroke={ink('accent')}
              strokeWidth={2}
            />
            <Result past={past} x={xOf(index)} y={y(past.result ?? 0)} />
            {made.length > mostNamed || (findSide(past) ?? 'inside') === 'inside' ? null : (
              <Missed past={past} x={xOf(index)} y={y(past.result ?? 0)} unit={unit} />
            )}
          </g>
        );
      })}
      <Months months={made.map(monthOf)} xOf={xOf} />
    </svg>
  );
}
