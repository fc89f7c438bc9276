import { compact } from '#domain/values/compact.ts';
import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { markPaint, markPath } from '#charts/kit/style/industry-marks.ts';
import { ink, type Token } from '#charts/kit/style/tokens.ts';
import {
  layStageTime,
  type PlacedLine,
  type PlacedMark,
  type PlacedRow,
  type StageTimeLayout,
} from './layout.ts';
import { caseMarks, overShade } from './marks.ts';
import type { StageTimeSeries } from './series.ts';

interface RowProps {
  readonly layout: StageTimeLayout;
  readonly row: PlacedRow;
}

function Axis({
  series,
  layout,
}: {
  readonly series: StageTimeSeries;
  readonly layout: StageTimeLayout;
}) {
  const { toX, height, columns, right } = layout;
  const { words, ticks } = series;
  const last = ticks.at(-1);
  const zeroEnd = toX(0) + textWidth(`${ticks[0]?.text ?? ''} ${words.days}`, 12) + 6;
  return (
    <>
      {ticks.map(({ days, text }) => (
        <g key={days}>
          <line x1={toX(days)} x2={toX(days)} y1={18} y2={height - 2} stroke={ink('grid')} />
          <Label
            x={days === last?.days && columns.length > 0 ? right + 4 : toX(days)}
            y={12}
            text={
              days === 0
                ? `${text} ${words.days}`
                : toX(days) - textWidth(text, 12) < zeroEnd
                  ? ''
                  : text
            }
            size={12}
            colour="ink-3"
            anchor={days === 0 ? 'start' : days === last?.days ? 'end' : 'middle'}
          />
        </g>
      ))}
      {columns.map((x, at) => (
        <Label
          key={x}
          x={x}
          y={12}
          text={[words.limit, words.median, words.over][at] ?? ''}
          size={12}
          colour="ink-3"
          anchor="end"
        />
      ))}
    </>
  );
}

/** Draws the shading beyond the limit, and the limit itself. */
function Limit({ layout, row: { row, plotTop, bottom } }: RowProps) {
  const { toX, right } = layout;
  if (row.limit === undefined) return null;
  const x = toX(row.limit.days);
  return (
    <>
      <rect
        x={x}
        y={plotTop}
        width={Math.max(0, right - x)}
        height={bottom - plotTop - 3}
        fill={ink(overShade)}
      />
      <line x1={x} x2={x} y1={plotTop} y2={bottom - 3} stroke={ink('ink')} strokeWidth="2.5" />
    </>
  );
}

function Mark({
  place: { mark, x, y },
  layout,
}: {
  readonly place: PlacedMark;
  readonly layout: StageTimeLayout;
}) {
  const { shape, colour } = caseMarks[mark.kind];
  const paint = markPaint(shape, ink(colour));
  return (
    <path
      d={markPath(shape, x, y, layout.radius)}
      {...paint}
      fill={shape === 'ring' ? ink('bg') : paint.fill}
      {...compact({ stroke: shape === 'circle' || shape === 'diamond' ? ink('bg') : undefined })}
      strokeWidth={shape === 'circle' || shape === 'diamond' ? 1 : paint.strokeWidth}
    />
  );
}

/** Draws 8 in 10 cases as a thin bar, half of them as a thick one, with the median across. */
function Strip({
  line: { line, y },
  layout,
  end,
  closed,
}: {
  readonly line: PlacedLine;
  readonly layout: StageTimeLayout;
  readonly end: number;
  readonly closed: boolean;
}) {
  const { strip } = line;
  if (strip === undefined) return null;
  const at = (days: number): number => layout.toX(Math.min(days, end));
  const box = (low: number, high: number, half: number, fill: Token) => (
    <rect
      x={at(low)}
      y={y - half}
      width={Math.max(1, at(high) - at(low))}
      height={half * 2}
      fill={ink(fill)}
    />
  );
  return (
    <>
      {box(strip.p10, strip.p90, 3, closed ? 'rule' : 'stage-2')}
      {box(strip.p25, strip.p75, 5, closed ? 'axis' : 'accent')}
      <rect x={at(strip.median) - 2} y={y - 7} width={4} height={14} fill={ink('bg')} />
      <rect x={at(strip.median) - 1} y={y - 7} width={2} height={14} fill={ink('ink')} />
    </>
  );
}

function Words({
  layout,
  row: { row, name, cases, nameY, casesY, wordsY },
  width,
}: RowProps & { readonly width: number }) {
  const { columns, narrow } = layout;
  return (
    <>
      <Labels x={0} y={nameY} apart={nameLine} lines={name} colour="ink" bold />
      <Labels
        x={narrow ? width : 0}
        y={casesY}
        apart={nameLine}
        lines={cases}
        colour="ink-3"
        anchor={narrow ? 'end' : 'start'}
      />
      {narrow ? (
        <Label
          x={0}
          y={wordsY}
          text={row.narrow}
          size={12}
          colour={row.isOver ? 'behind' : 'ink-2'}
        />
      ) : (
        <>
          <Label x={columns[0] ?? 0} y={nameY} text={row.limitText} anchor="end" colour="ink-2" />
          <Label x={columns[1] ?? 0} y={nameY} text={row.median} anchor="end" colour="ink" bold />
          <Label
            x={columns[1] ?? 0}
            y={wordsY}
            text={row.closedMedian}
            anchor="end"
            colour="ink-3"
          />
          <Label
            x={columns[2] ?? 0}
            y={nameY}
            text={row.over}
            anchor="end"
            bold={row.isOver}
            colour={row.isOver ? 'behind' : 'ink-2'}
          />
        </>
      )}
    </>
  );
}

/**
 * Draws days in stage as plain SVG, from computed places: a mark for each project, or a strip for
 * many.
 */
export function View({ series, width, height }: ViewProps<StageTimeSeries>): ReactElement {
  const layout = layStageTime(series, width);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {layout.rows.map((row) => (
        <Limit key={row.row.id} layout={layout} row={row} />
      ))}
      {layout.rows.length === 0 ? null : <Axis series={series} layout={layout} />}
      {layout.rows.map((row) => (
        <g key={row.row.id}>
          <line x1={0} x2={width} y1={row.bottom} y2={row.bottom} stroke={ink('rule')} />
          <Words layout={layout} row={row} width={width} />
          {row.lines.map((line, at) => (
            <g key={line.y}>
              <Strip line={line} layout={layout} end={series.end} closed={at === 1} />
              {line.line.strip === undefined
                ? line.marks.map((place) => (
                    <Mark
                      key={`${place.mark.code} ${place.mark.days}`}
                      place={place}
                      layout={layout}
                    />
                  ))
                : null}
              {line.beyond === undefined ? null : (
                <Label
                  x={layout.right + 8}
                  y={line.y + 4}
                  text={line.beyond}
                  size={12}
                  colour="ink-2"
                />
              )}
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
