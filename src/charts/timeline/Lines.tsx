import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { Ground, Lists, Today } from './Ground.tsx';
import type { PlacedRow } from './layout/layout.ts';
import { layLines, type LinesLayout } from './layout/lines-layout.ts';
import type { TimelineSeries } from './series.ts';

/**
 * Draws a project as a line: the future part, the part under way, and the part beyond the original
 * date.
 */
function Line({
  place: { row, y, marks },
  layout,
}: {
  readonly place: PlacedRow;
  readonly layout: LinesLayout;
}) {
  const datedMarks = marks.filter(({ mark }) => mark.type !== 'gate');
  const xs = datedMarks.map(({ x }) => x);
  if (xs.length === 0) return null;
  const doneX = datedMarks.filter(({ mark }) => mark.done).map(({ x }) => x);
  const open = datedMarks.filter(({ mark }) => !mark.done);
  const next = open.find(({ mark }) => mark.x === row.next);
  const thick = layout.pitch > 6 ? 1 : 0.7;
  const overdueMark = open.find(({ mark }) => mark.overdue);
  return (
    <>
      <line
        x1={Math.min(...xs)}
        x2={Math.max(...xs)}
        y1={y}
        y2={y}
        stroke={ink('axis')}
        strokeWidth={thick * 0.9}
      />
      {doneX.length === 0 || open.length === 0 ? null : (
        <line
          x1={Math.min(...doneX)}
          x2={layout.today}
          y1={y}
          y2={y}
          stroke={ink('accent')}
          strokeWidth={thick * 3}
        />
      )}
      {open.map(({ mark, x, originalX }) =>
        originalX === undefined || mark.slip <= 0 ? null : (
          <line
            key={mark.type}
            x1={originalX}
            x2={x}
            y1={y}
            y2={y}
            stroke={ink('behind')}
            strokeWidth={thick * 4.5}
          />
        ),
      )}
      {overdueMark === undefined ? null : (
        <line
          x1={overdueMark.x}
          x2={layout.today}
          y1={y}
          y2={y}
          stroke={ink('behind')}
          strokeWidth={thick * 4.5}
        />
      )}
      {next === undefined ? null : (
        <rect
          x={next.x - thick * 2.2}
          y={y - thick * 2.2}
          width={thick * 4.4}
          height={thick * 4.4}
          fill={ink('bg')}
          stroke={ink(next.mark.slip > 0 || next.mark.overdue ? 'behind' : 'accent')}
          strokeWidth="1.2"
        />
      )}
    </>
  );
}

/** Draws up to two hundred projects, one line each, by stage; the longest delays are named. */
export function Lines({
  series,
  width,
}: {
  readonly series: TimelineSeries;
  readonly width: number;
}) {
  const layout = layLines(series, width);
  const { right, narrow } = layout;
  return (
    <>
      <Ground series={series} layout={layout} width={width} />
      {layout.labels.length === 0 ? null : (
        <Label x={width} y={28} text={series.longest} size={12} colour="ink-3" anchor="end" />
      )}
      {layout.groups.map(({ top, name, count }, at) => (
        <g key={top}>
          {at === 0 ? null : (
            <line
              x1={0}
              x2={width}
              y1={narrow ? top - 20 : top - 5}
              y2={narrow ? top - 20 : top - 5}
              stroke={ink('rule')}
            />
          )}
          <Labels
            x={0}
            y={narrow ? top - 6 - (name.length - 1) * nameLine : top + 10}
            apart={nameLine}
            lines={name}
            bold
            colour="ink"
          />
          <Label
            x={narrow ? right : 0}
            y={narrow ? top - 6 : top + 25 + (name.length - 1) * nameLine}
            text={count}
            size={12}
            colour="ink-3"
            anchor={narrow ? 'end' : 'start'}
          />
        </g>
      ))}
      <Today layout={layout} />
      {layout.rows.map((place) => (
        <Line key={place.row.code} place={place} layout={layout} />
      ))}
      {layout.labels.map(({ x, y, at, lines }) => (
        <g key={at}>
          <path
            d={`M${Math.min(x + 3, right)} ${at}H${right}L${right + 10} ${y}h3`}
            stroke={ink('axis')}
            strokeWidth="0.8"
            fill="none"
          />
          <Labels x={right + 16} y={y + 4} apart={nameLine} lines={lines} bold colour="behind" />
        </g>
      ))}
      <Lists lists={layout.lists} />
    </>
  );
}
