import { Label } from '#charts/kit/style/Ink.tsx';
import { ink, type Token } from '#charts/kit/style/tokens.ts';
import { numberText } from '#charts/kit/text/units.ts';
import { Lists } from './Ground.tsx';
import { layBars } from './layout/bars-layout.ts';
import { partPaint } from './marks.ts';
import type { TimelineSeries } from './series.ts';

const choosePaint = (colour: Token, hollow: boolean) =>
  hollow ? { fill: ink('bg'), stroke: ink(colour) } : { fill: ink(colour), stroke: ink(colour) };

/** Draws milestones by quarter: done, late and future ones. */
export function Bars({
  series,
  width,
}: {
  readonly series: TimelineSeries;
  readonly width: number;
}) {
  const { bars, years, base, labelEach, lists } = layBars(series, width);
  return (
    <>
      {bars.map(({ x, width: wide, middle, parts, top }, at) => {
        const bar = series.bars[at];
        if (bar === undefined) return null;
        return (
          <g key={bar.id}>
            {parts.map(({ y, height }, part) => {
              const paint = partPaint[part];
              return height === 0 || paint === undefined ? null : (
                <rect
                  key={paint.part}
                  x={x + 0.5}
                  y={y + 1}
                  width={Math.max(1, wide - 1)}
                  height={Math.max(1, height - 1)}
                  {...choosePaint(paint.colour, paint.hollow)}
                />
              );
            })}
            {labelEach ? (
              <>
                <Label
                  x={middle}
                  y={top - 4}
                  text={numberText(bar.total, 0)}
                  size={12}
                  anchor="middle"
                />
                <Label
                  x={middle}
                  y={base + 15}
                  text={bar.short}
                  size={12}
                  anchor="middle"
                  bold={bar.now}
                  colour={bar.now ? 'ink' : 'ink-3'}
                />
              </>
            ) : null}
            {bar.now ? (
              <line
                x1={x}
                x2={x + wide}
                y1={base + 2.5}
                y2={base + 2.5}
                stroke={ink('ink')}
                strokeWidth="3"
              />
            ) : null}
          </g>
        );
      })}
      {years.map(({ x, text }) => (
        <Label
          key={text}
          x={x}
          y={base + (labelEach ? 30 : 15)}
          text={text}
          size={12}
          colour="ink-3"
        />
      ))}
      <line x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} stroke={ink('axis')} />
      <Lists lists={lists} />
    </>
  );
}
