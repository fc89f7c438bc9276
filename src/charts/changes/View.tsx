import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { HatchedArea } from '#charts/kit/style/Hatched.tsx';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import { changesLayout, emptyLines, type PlacedRow } from './layout.ts';
import type { ChangesSeries } from './series.ts';
import { isTotal } from '#domain/changes/bridge-steps.ts';

/**
 * A bar: filled for opening, closing and gains, outlined for moves and revisions, hatched for
 * losses; none where nothing changed.
 */
function Bar({
  place,
  thick,
  isExample,
}: {
  readonly place: PlacedRow;
  readonly thick: number;
  readonly isExample: boolean;
}): ReactElement | null {
  const { row, middle, left, right } = place;
  if (row.to === row.from) return null;
  const box = { x: left, y: middle - thick / 2, width: right - left, height: thick };
  if (row.mark === 'lost')
    return <HatchedArea {...box} hatch="lost" stroke="ink-3" strokeWidth={1.5} />;
  if (row.mark === 'filled')
    return isExample ? (
      <HatchedArea {...box} hatch="example" />
    ) : (
      <rect {...box} fill={ink('accent')} />
    );
  return <rect {...box} fill={ink('bg')} stroke={ink('accent')} strokeWidth="1.5" />;
}

/** Draws the bridge as bars from one running total to the next, one group below the other. */
export function View({ series, width, height }: ViewProps<ChangesSeries>): ReactElement {
  const layout = changesLayout(series, width, height);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {layout.groups.length === 0 ? (
        <Labels x={0} y={24} apart={16} lines={emptyLines(series, width)} />
      ) : null}
      {layout.groups.map(({ title, note, top, rows }) => (
        <g key={title}>
          <Label x={0} y={top + 16} text={title} size={13} bold colour="ink" />
          <Label x={width} y={top + 16} text={note} anchor="end" colour="ink-3" />
          <line x1={0} x2={width} y1={top + 23.5} y2={top + 23.5} stroke={ink('rule')} />
          {rows.map((place, index) => {
            const { row, middle, value } = place;
            const next = rows[index + 1];
            const isBold = isTotal(row.kind);
            const at =
              row.to < row.from ? place.left : row.to === row.from ? place.left : place.right;
            return (
              <g key={`${row.kind} ${row.label}`}>
                {row.head === undefined ? null : (
                  <Label x={0} y={place.headAt} text={row.head} colour="ink-3" />
                )}
                <Labels
                  x={0}
                  y={place.wordsAt}
                  apart={nameLine}
                  lines={place.name}
                  bold={isBold}
                  colour={isBold ? 'ink' : 'ink-2'}
                />
                <Label
                  x={layout.counts}
                  y={place.wordsAt}
                  text={row.count}
                  anchor="end"
                  bold={isBold}
                  colour={isBold ? 'ink' : 'ink-2'}
                />
                {next === undefined ? null : (
                  <line
                    x1={at}
                    x2={at}
                    y1={middle}
                    y2={next.middle}
                    stroke={ink('axis')}
                    strokeDasharray="2 2"
                  />
                )}
                <Bar place={place} thick={layout.thick} isExample={series.example} />
                <Label
                  x={value}
                  y={middle + 4}
                  text={row.value}
                  bold={isBold}
                  colour={isBold ? 'ink' : 'ink-2'}
                  halo
                />
              </g>
            );
          })}
          <line
            x1={layout.zero}
            x2={layout.zero}
            y1={(rows[0]?.middle ?? 0) - 10}
            y2={(rows.at(-1)?.middle ?? 0) + 10}
            stroke={ink('axis')}
          />
        </g>
      ))}
    </svg>
  );
}
