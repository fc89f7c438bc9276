import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { layRecord, type PlacedMark, type RecordLayout } from './layout.ts';
import type { RecordSeries } from './series.ts';

/** A dot inside the band, or a diamond outside of it with its value on the far side. */
function Result({
  layout: { y },
  placed: { mark, x, numberX },
}: {
  readonly layout: RecordLayout;
  readonly placed: PlacedMark;
}) {
  const { side, result, outsideText } = mark;
  if (side === undefined || result === undefined) return null;
  const at = y(result);
  if (side === 'inside')
    return <circle cx={x} cy={at} r={3.5} fill={ink('accent')} stroke={ink('bg')} />;
  const colour = side === 'below' ? 'behind' : 'ink';
  return (
    <>
      <path
        d={`M${x} ${at - 5}L${x + 5} ${at}L${x} ${at + 5}L${x - 5} ${at}Z`}
        fill={ink(colour)}
        stroke={ink('bg')}
      />
      {outsideText === undefined || numberX === undefined ? null : (
        <Label
          x={numberX}
          y={side === 'below' ? at + 18 : at - 9}
          text={outsideText}
          colour={colour}
          anchor="middle"
          size={12}
          halo
        />
      )}
    </>
  );
}

/** The bars of all bands between two values, as one path: a drawing has up to 36 bands. */
function Bars({
  layout: { marks, y, barWidth },
  low,
  high,
  fill,
}: {
  readonly layout: RecordLayout;
  readonly low: 'p10' | 'p25';
  readonly high: 'p75' | 'p90';
  readonly fill: 'cone-80' | 'cone-50';
}) {
  const bars = marks.map(({ mark, x }) => {
    const [left, right] = [x - barWidth / 2, x + barWidth / 2];
    const top = y(mark[high]);
    const bottom = Math.max(top + 1, y(mark[low]));
    return `M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z`;
  });
  return <path d={bars.join('')} fill={ink(fill)} />;
}

/** The bands of all past forecasts with their middles. */
function Bands({ layout }: { readonly layout: RecordLayout }) {
  const { marks, y, barWidth } = layout;
  const middles = marks.map(
    ({ mark: { p50 }, x }) => `M${x - barWidth / 2} ${y(p50)}L${x + barWidth / 2} ${y(p50)}`,
  );
  if (marks.length === 0) return null;
  return (
    <>
      <Bars layout={layout} low="p10" high="p90" fill="cone-80" />
      <Bars layout={layout} low="p25" high="p75" fill="cone-50" />
      <path d={middles.join('')} fill="none" stroke={ink('accent')} strokeWidth={2} />
    </>
  );
}

/** Month and year below the marks: each month where there is room, else the years only. */
function Months({ layout: { marks, bottom, isNamed } }: { readonly layout: RecordLayout }) {
  return marks.map(({ mark: { id, month, shortMonth }, x }, at) => {
    const year = month.slice(0, 4);
    const before = marks[at - 1]?.mark.month.slice(0, 4);
    // of years alone, the first would touch the next one where that is near
    const hasRoom = isNamed || (marks[3]?.mark.month ?? month).slice(0, 4) === year;
    const isNewYear = before === undefined ? hasRoom : before !== year;
    return (
      <g key={id}>
        {isNamed ? (
          <Label x={x} y={bottom + 17} text={shortMonth} anchor="middle" colour="ink-3" />
        ) : null}
        {isNewYear ? (
          <Label
            x={x}
            y={bottom + (isNamed ? 34 : 17)}
            text={year}
            anchor="middle"
            colour="ink-3"
          />
        ) : null}
      </g>
    );
  });
}

/** Draws one band for each past forecast with its middle, and a mark for the result. */
export function View({ series, width, height }: ViewProps<RecordSeries>): ReactElement {
  const layout = layRecord(series, width, height);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {series.ticks.map(({ value, label }) => (
        <g key={value}>
          <line
            x1={0}
            x2={width}
            y1={layout.y(value)}
            y2={layout.y(value)}
            stroke={ink(value === 0 ? 'axis' : 'grid')}
          />
          <Label x={0} y={layout.y(value) - 4} text={label} colour="ink-3" halo />
        </g>
      ))}
      <Bands layout={layout} />
      {layout.marks.map((placed) => (
        <Result key={placed.mark.id} layout={layout} placed={placed} />
      ))}
      <Months layout={layout} />
    </svg>
  );
}
