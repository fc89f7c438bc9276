import type { ReactElement } from 'react';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { moreForName, nameLine } from '#charts/kit/text/name-lines.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import {
  emptyLine,
  emptyLines,
  emptySize,
  type PipelineLayout,
  type PlacedGroup,
  type PlacedRow,
} from './layout.ts';
import type { PipelineSeries } from './series-types.ts';
import { SpreadBars, SpreadWords } from './Spread.tsx';

interface LabelsProps {
  readonly series: PipelineSeries;
  readonly layout: PipelineLayout;
  readonly width: number;
}

/** Draws the grid, with a label on each line that has room for one. */
const Axis = ({ series, layout: { plot, x, axis } }: Omit<LabelsProps, 'width'>): ReactElement[] =>
  series.ticks.map(({ v, label }, index) => (
    <g key={v}>
      <line
        x1={x(v)}
        x2={x(v)}
        y1={plot.top}
        y2={plot.bottom}
        stroke={ink(v === 0 ? 'axis' : 'grid')}
      />
      {axis[index] === undefined ? null : (
        <Label x={axis[index]} y={plot.top - 7} text={label} colour="ink-3" anchor="middle" />
      )}
    </g>
  ));

/**
 * Draws what is below the dots: grid, bands of the groups, rules between the rows, and every text
 * but the names.
 */
export function Ground({ series, layout, width }: LabelsProps): ReactElement {
  const { plot } = layout;
  return (
    <g>
      {layout.groups.map((item) => (
        <rect
          key={item.group.group}
          x={0}
          y={item.top + 2}
          width={width}
          height={item.height - 3}
          fill={ink('sunken')}
        />
      ))}
      <Axis series={series} layout={layout} />
      {layout.spread === undefined
        ? null
        : [layout.count, ...layout.spread].map((end, at) => (
            <Label
              key={end}
              x={end}
              y={11}
              text={series.spreadColumns?.[at] ?? ''}
              colour="ink-3"
              anchor="end"
            />
          ))}
      {series.unit === '' ? null : (
        <Label x={layout.sum} y={11} text={series.unit} colour="ink-3" anchor="end" />
      )}
      {layout.secondary === undefined ? null : (
        <Label
          x={layout.secondary}
          y={layout.stacked ? 25 : 11}
          text={series.secondary ?? ''}
          colour="ink-3"
          anchor="end"
        />
      )}
      {layout.groups.map((item) => (
        <GroupBand key={item.group.group} placed={item} layout={layout} />
      ))}
      {layout.groups.flatMap(({ group, rows }) =>
        rows.map((item) => (
          <RowWords
            key={item.row.stage}
            placed={item}
            layout={layout}
            width={width}
            established={group.group === 'established'}
          />
        )),
      )}
      {emptyLines(series, width).map((line, at) => (
        <Label
          key={line}
          x={width / 2}
          y={(layout.groups.length === 0 ? plot.top + 16 : plot.bottom + 20) + at * emptyLine}
          text={line}
          size={emptySize}
          colour="ink-3"
          anchor="middle"
        />
      ))}
    </g>
  );
}

/** Words that end at `end`, with the mark that they explain before them. */
function Key({
  mark,
  words,
  end,
  top,
}: {
  readonly mark: 'dashed' | 'square';
  readonly words: string;
  readonly end: number;
  readonly top: number;
}): ReactElement {
  const x = end - textWidth(words, 12) - 9;
  const line = { fill: 'none', stroke: ink('ink-3'), strokeWidth: '1.6' };
  return (
    <>
      <Label x={end} y={top + 15} text={words} colour="ink-3" anchor="end" />
      {mark === 'square' ? (
        <rect x={x - 4} y={top + 7} width="8" height="8" {...line} />
      ) : (
        <circle cx={x} cy={top + 11} r="4" {...line} strokeDasharray="2.4 1.8" />
      )}
    </>
  );
}

function GroupBand({
  placed,
  layout,
}: {
  readonly placed: PlacedGroup;
  readonly layout: PipelineLayout;
}): ReactElement {
  const { group, top } = placed;
  const y = top + 15;
  return (
    <g>
      <Label x={4} y={y} text={group.label} colour="ink" bold />
      {placed.noteFits && group.note !== undefined ? (
        <Label
          x={Math.max(layout.plot.left + 6, textWidth(group.label, 12, true) + 14)}
          y={y}
          text={group.note}
          colour="ink-3"
        />
      ) : null}
      {placed.keys.map(({ mark, words, end, line }) => (
        <Key key={mark} mark={mark} words={words} end={end} top={top + line * 14} />
      ))}
      <Label x={layout.count} y={y} text={group.count} colour="ink" bold anchor="end" />
      <Label x={layout.sum - 2} y={y} text={group.sum} colour="ink" bold anchor="end" />
      {layout.secondary === undefined ? null : (
        <Label
          x={layout.secondary - 2}
          y={layout.stacked ? y + 14 : y}
          text={group.secondary ?? ''}
          colour="ink"
          bold
          anchor="end"
        />
      )}
    </g>
  );
}

function RowWords({
  placed,
  layout,
  width,
  established,
}: {
  readonly established: boolean;
  readonly placed: PlacedRow;
  readonly layout: PipelineLayout;
  readonly width: number;
}): ReactElement {
  const { row, middle, top, last } = placed;
  const y = middle + 4.5;
  const bottom = top + (middle - top) * 2;
  const half = layout.stacked ? 7 : 0;
  const more = moreForName(placed.label);
  const isUnder = row.spread !== undefined && layout.spread === undefined;
  return (
    <g>
      {row.spread === undefined ? null : (
        <SpreadBars
          spread={row.spread}
          layout={layout}
          bottom={bottom - 4}
          room={bottom - top - 10}
        />
      )}
      {row.bar === undefined || row.bar === 0 ? null : (
        <rect
          x={layout.x(0)}
          y={middle - 6}
          width={layout.x(row.bar) - layout.x(0)}
          height="12"
          fill={ink(established ? 'accent' : 'stage-3')}
        />
      )}
      <Labels
        x={4}
        y={y - (isUnder ? nameLine + more : more / 2)}
        apart={nameLine}
        lines={placed.label}
        colour={row.empty ? 'ink-3' : 'ink-2'}
      />
      {row.spread === undefined ? null : <SpreadWords spread={row.spread} layout={layout} y={y} />}
      <Label
        x={layout.count}
        y={y}
        text={row.count}
        colour={row.empty ? 'ink-3' : 'ink-2'}
        anchor="end"
      />
      <Label
        x={layout.sum - 2}
        y={y - half}
        text={row.empty ? '—' : row.sum}
        colour={row.empty ? 'ink-3' : 'ink-2'}
        anchor="end"
      />
      {layout.secondary === undefined ? null : (
        <Label
          x={layout.secondary - 2}
          y={y + half}
          text={row.empty ? '—' : (row.secondary ?? '')}
          colour={row.empty ? 'ink-3' : 'ink-2'}
          anchor="end"
        />
      )}
      {last ? null : <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={ink('rule')} />}
    </g>
  );
}

/** Names of the largest projects, above the dots. */
export function Names({ layout }: { readonly layout: PipelineLayout }): ReactElement {
  return (
    <g>
      {layout.groups.flatMap(({ rows }) =>
        rows.map(({ row, name, middle }) =>
          name === undefined ? null : (
            <Label
              key={row.stage}
              x={name.x}
              y={middle + 4.5}
              text={name.text}
              colour="ink-3"
              anchor={name.anchor}
              halo
            />
          ),
        ),
      )}
    </g>
  );
}
