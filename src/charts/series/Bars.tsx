import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { layBars, type BarLayout, type PlacedBar, type PlacedBarRow } from './bar-layout.ts';
import type { ChartSeries } from './series-types.ts';

interface BarProps {
  readonly bar: PlacedBar;
  readonly placed: PlacedBarRow;
  readonly id: string;
  readonly isExample: boolean;
}

/** Draws a period: filled, hollow where a part is recorded, a hatched band without a record. */
function Bar({ bar, placed: { zeroY, top, bottom }, id, isExample }: BarProps) {
  const { period, value, x, width, height, lineY, label } = bar;
  const middle = x + width / 2;
  if (period.state === 'unknown')
    return (
      <rect
        x={x - 4}
        y={top - 12}
        width={width + 8}
        height={bottom - top + 12}
        fill={`url(#${id}-missing)`}
      />
    );
  const { isPartial } = period;
  const fill = isExample ? `url(#${id}-example)` : ink('accent');
  return (
    <>
      {height < 0.5 ? null : (
        <rect
          x={isPartial || isExample ? x + 0.75 : x}
          y={bar.top}
          width={isPartial || isExample ? width - 1.5 : width}
          height={height}
          fill={isPartial ? 'none' : fill}
          stroke={isPartial || isExample ? ink('accent') : 'none'}
          strokeWidth="1.5"
        />
      )}
      {lineY === undefined ? null : (
        <>
          <line
            x1={x - 5}
            x2={x + width + 5}
            y1={lineY}
            y2={lineY}
            stroke={ink('bg')}
            strokeWidth="4.5"
          />
          <line
            x1={x - 5}
            x2={x + width + 5}
            y1={lineY}
            y2={lineY}
            stroke={ink('ink')}
            strokeWidth="2"
          />
        </>
      )}
      <Label
        x={middle}
        y={label.y}
        text={value.text}
        bold
        anchor="middle"
        colour={label.isInside ? 'on-accent' : isPartial ? 'accent' : 'ink'}
        halo={!label.isInside}
      />
      {value.undisclosed > 0 ? (
        <circle
          cx={x + width + 4}
          cy={zeroY - 5}
          r="3.5"
          fill={ink('bg')}
          stroke={ink('ink-3')}
          strokeDasharray="2 1.6"
        />
      ) : null}
    </>
  );
}

function Row({
  placed,
  layout,
  id,
  isExample,
}: {
  readonly placed: PlacedBarRow;
  readonly layout: BarLayout;
  readonly id: string;
  readonly isExample: boolean;
}) {
  const { row, headY, head, zeroY, bars } = placed;
  const last = bars.at(-1);
  const end = last === undefined ? layout.plotX : layout.plotX + bars.length * layout.slot;
  return (
    <>
      <Label x={0} y={headY} text={row.name} bold colour="ink" />
      {head.map((line, at) => (
        <Label
          key={line}
          x={0}
          y={headY + (at + 1) * 16}
          text={line}
          bold={!layout.isPhone && at === 2}
          colour={at === 2 ? 'ink' : 'ink-2'}
        />
      ))}
      <line x1={layout.plotX} x2={end} y1={zeroY} y2={zeroY} stroke={ink('axis')} />
      {bars.map(({ period }, at) =>
        period.hasBreak && at > 0 ? (
          <line
            key={period.key}
            data-break
            x1={layout.plotX + at * layout.slot}
            x2={layout.plotX + at * layout.slot}
            y1={placed.top - 12}
            y2={placed.bottom}
            stroke={ink('ink-3')}
          />
        ) : null,
      )}
      {bars.map((bar) => (
        <Bar key={bar.period.key} bar={bar} placed={placed} id={id} isExample={isExample} />
      ))}
    </>
  );
}

/** Draws the periods below the last row, and the years below them. */
function Axis({ layout }: { readonly layout: BarLayout }) {
  const { axisY, blocks, years, slot, plotX } = layout;
  const bars = blocks.at(-1)?.rows.at(-1)?.bars ?? [];
  return (
    <>
      {bars.map(({ period }, at) => (
        <Label
          key={period.key}
          x={plotX + (at + 0.5) * slot}
          y={axisY + 8}
          text={period.tick}
          anchor="middle"
          colour="ink-3"
        />
      ))}
      {years.map(({ year, x1, x2 }) => (
        <g key={year}>
          <line x1={x1} x2={x2} y1={axisY + 15} y2={axisY + 15} stroke={ink('axis')} />
          {x2 - x1 < 26 ? null : (
            <Label x={(x1 + x2) / 2} y={axisY + 30} text={year} anchor="middle" colour="ink-3" />
          )}
        </g>
      ))}
    </>
  );
}

/** Draws one row of bars for each event, on one scale. */
export function Bars({
  series,
  width,
  id,
}: {
  readonly series: ChartSeries;
  readonly width: number;
  readonly id: string;
}) {
  const layout = layBars(series, width);
  return (
    <>
      {layout.blocks.map(({ key, heading, headingY, rows }) => (
        <g key={key}>
          {heading === '' ? null : (
            <Label x={layout.plotX} y={headingY} text={heading} colour="ink-3" />
          )}
          {rows.map((rowLayout) => (
            <Row
              key={rowLayout.row.key}
              placed={rowLayout}
              layout={layout}
              id={id}
              isExample={series.isExample}
            />
          ))}
        </g>
      ))}
      <Axis layout={layout} />
    </>
  );
}
