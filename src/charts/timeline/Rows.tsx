import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { Ground, Lists, Today } from './Ground.tsx';
import { layRows, type PlacedMark, type PlacedRow, type TimelineLayout } from './layout/layout.ts';
import type { TimelineMark, TimelineSeries } from './series.ts';

/** The outline of a mark: circle, square or triangle for a milestone; a diamond for a gate. */
function outline(type: TimelineMark['type'], x: number, y: number, r: number): string {
  if (type === 'gate') return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
  if (type === 'full_capacity') return `M${x} ${y - r - 1}l${r + 1} ${r * 2}h${-(r + 1) * 2}z`;
  if (type === 'start')
    return `M${x - r} ${y}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0z`;
  const half = type === 'completion' ? r - 1.5 : r - 0.5;
  return `M${x - half} ${y - half}h${half * 2}v${half * 2}h${-half * 2}z`;
}

/**
 * Draws the span from the original date to the plan or the actual day: in the warning colour where
 * it is late and not done.
 */
function Slip({
  place: { mark, x, originalX },
  y,
}: {
  readonly place: PlacedMark;
  readonly y: number;
}) {
  if (originalX === undefined) return null;
  const colour = mark.slip > 0 && !mark.done ? 'behind' : 'accent';
  return (
    <>
      {mark.slip === 0 ? null : (
        <line x1={originalX} x2={x} y1={y} y2={y} stroke={ink(colour)} strokeWidth="3" />
      )}
      {mark.slip === 0 ? null : (
        <line
          x1={originalX}
          x2={originalX}
          y1={y - 6}
          y2={y + 6}
          stroke={ink('ink')}
          strokeWidth="1.5"
        />
      )}
    </>
  );
}

function Mark({ place: { mark, x }, y }: { readonly place: PlacedMark; readonly y: number }) {
  const late = mark.overdue;
  const colour = ink(late ? 'behind' : mark.type === 'gate' ? 'ink-3' : 'accent');
  return (
    <path
      d={outline(mark.type, x, y, mark.type === 'gate' ? 4.5 : 5)}
      fill={mark.done ? colour : ink('bg')}
      stroke={colour}
      strokeWidth="1.6"
    />
  );
}

/** Draws a project: its line, the elapsed part, its marks and its words. */
function Row({
  layout,
  place: { row, name, verdict, y, nameY, marks },
  width,
}: {
  readonly layout: TimelineLayout;
  readonly place: PlacedRow;
  readonly width: number;
}) {
  const { today } = layout;
  const xs = marks.map(({ x }) => x);
  const doneX = marks.filter(({ mark }) => mark.done).map(({ x }) => x);
  const hasStarted =
    doneX.length > 0 && !marks.every(({ mark }) => mark.done || mark.type === 'gate');
  const colour = row.behind > 0 ? 'behind' : row.early ? 'accent' : 'ink-2';
  return (
    <>
      {xs.length === 0 ? null : (
        <line x1={Math.min(...xs)} x2={Math.max(...xs)} y1={y} y2={y} stroke={ink('rule')} />
      )}
      {hasStarted ? (
        <line
          x1={Math.min(...doneX)}
          x2={today}
          y1={y}
          y2={y}
          stroke={ink('accent')}
          strokeWidth="2.5"
        />
      ) : null}
      {marks.map((place) => (
        <Slip key={place.mark.type} place={place} y={y} />
      ))}
      {marks.toReversed().map((place) => (
        <Mark key={place.mark.type} place={place} y={y} />
      ))}
      <Labels x={0} y={nameY} apart={nameLine} lines={name} colour="ink" />
      <Labels
        x={width}
        y={nameY}
        apart={nameLine}
        lines={verdict}
        bold={row.behind > 0}
        anchor="end"
        colour={colour}
      />
    </>
  );
}

/** Draws up to twenty projects, each with all its marks. */
export function Rows({
  series,
  width,
}: {
  readonly series: TimelineSeries;
  readonly width: number;
}) {
  const layout = layRows(series, width);
  return (
    <>
      <Ground series={series} layout={layout} width={width} />
      {layout.narrow ? null : (
        <Label x={width} y={28} text={series.against} size={12} colour="ink-3" anchor="end" />
      )}
      {layout.heads.map(({ x, y, text }) => (
        <Label key={text} x={x} y={y} text={text} size={12} colour="ink-3" anchor="middle" halo />
      ))}
      {layout.rows.map((place, at) =>
        at === 0 ? null : (
          <line
            key={place.row.code}
            x1={0}
            x2={width}
            y1={place.top}
            y2={place.top}
            stroke={ink('grid')}
          />
        ),
      )}
      <Today layout={layout} />
      {layout.rows.map((place) => (
        <Row key={place.row.code} layout={layout} place={place} width={width} />
      ))}
      <Lists lists={layout.lists} />
    </>
  );
}
