import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/definition.ts';
import { fitText, textWidth } from '#charts/frame/font-advances.ts';
import { Hatches, Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { Bullet, BulletHead, Lane, LaneHead, Twin } from './lanes.tsx';
import { VerdictMark } from './Mark.tsx';
import type { TargetRow, TargetsSeries } from './series.ts';

const head = 46;

function Verdict({
  row,
  x,
  y,
  room,
}: {
  readonly row: TargetRow;
  readonly x: number;
  readonly y: number;
  readonly room: number;
}): ReactElement {
  const colour = row.verdict.short
    ? 'behind'
    : row.verdict.prefix === '' && (row.verdict.mark === 'up' || row.verdict.mark === 'check')
      ? 'accent'
      : 'ink';
  const prefix = textWidth(row.verdict.prefix, 13);
  const stacked = prefix + textWidth(row.verdict.words, 13, true) + 19 > room;
  return (
    <>
      <VerdictMark mark={row.verdict.mark} x={x} y={stacked ? y - 19 : y - 10.5} colour={ink(colour)} />
      {row.verdict.prefix === '' ? null : (
        <Label x={x + 19} y={stacked ? y - 8 : y} text={row.verdict.prefix.trim()} size={13} colour={colour} />
      )}
      <Label
        x={stacked || prefix === 0 ? x + 19 : x + 19 + prefix}
        y={stacked && prefix > 0 ? y + 9 : y}
        text={row.verdict.words}
        size={13}
        colour={colour}
        bold
      />
    </>
  );
}

function Now({
  row,
  x,
  y,
  room,
  size = 20,
}: {
  readonly row: TargetRow;
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly size?: number;
}): ReactElement {
  if (row.now === undefined) return <Label x={x} y={y} text={fitText(row.absent ?? '', room, 13)} size={13} />;
  const { prefix, number, suffix, date } = row.now;
  const before = prefix === '' ? 0 : textWidth(prefix, 12) + 2;
  return (
    <>
      {prefix === '' ? null : <Label x={x} y={y} text={prefix} />}
      <Label x={x + before} y={y} text={number} size={size} bold colour="ink" />
      {suffix === '' ? null : <Label x={x + before + textWidth(number, size, true) + 3} y={y} text={suffix.trim()} />}
      <Label x={x} y={y + 18} text={fitText(date, room, 12)} colour="ink-3" />
    </>
  );
}

/** Name and target on one line where both fit; else the target takes the line under the name. */
function Name({ row, y, room }: { readonly row: TargetRow; readonly y: number; readonly room: number }): ReactElement {
  const width = textWidth(row.name, 13, true);
  const beside = row.target !== '' && width + 6 + textWidth(row.target, 13) <= room;
  return (
    <>
      <Label x={0} y={y} text={fitText(row.name, room, 13, true)} size={13} bold colour="ink" />
      {beside ? <Label x={width + 6} y={y} text={row.target} size={13} /> : null}
      <Label x={0} y={y + 18} text={fitText(beside || row.target === '' ? row.under : row.target, room, 12)} colour="ink-3" />
    </>
  );
}

/** Columns of the ledger for a width; a row is cut into them as the page's own ledger is. */
function columns(width: number): {
  readonly name: number;
  readonly now: number;
  readonly bullet: number;
  readonly lane: number;
  readonly verdict: number;
} {
  const verdict = Math.min(176, width * 0.16);
  const name = Math.min(190, width * 0.21);
  const now = Math.min(120, width * 0.135);
  const rest = width - name - now - verdict - 40;
  return { name, now, bullet: rest * 0.44, lane: rest * 0.56, verdict };
}

function Wide({ series, width, height, id }: ViewProps<TargetsSeries>): ReactElement {
  const space = columns(width);
  const rowHeight = Math.min(84, (height - head) / Math.max(1, series.rows.length));
  const bulletX = space.name + space.now;
  const laneX = bulletX + space.bullet + 24;
  const verdictX = laneX + space.lane + 16;
  const tight = space.bullet < 190;
  return (
    <>
      <BulletHead heads={series.heads} x={bulletX} width={space.bullet} tight={tight} />
      <LaneHead heads={series.heads} x={laneX} width={space.lane} tight={space.lane < 300} />
      {series.rows.map((row, index) => {
        const y = head + index * rowHeight;
        const middle = y + Math.round(rowHeight / 3) + 4.5;
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink('rule')} />
            <Name row={row} y={middle} room={(row.now === undefined ? bulletX : space.name) - 10} />
            {row.now === undefined ? (
              <Label x={bulletX} y={middle} text={row.absent ?? ''} size={13} />
            ) : (
              <>
                <Now row={row} x={space.name} y={middle + 2} room={space.now - 6} />
                <Bullet row={row} height={rowHeight} x={bulletX} y={y} width={space.bullet} tight={tight} hatch={id} />
                <Lane row={row} height={rowHeight} x={laneX} y={y} width={space.lane} tight={space.lane < 300} hatch={id} />
                <Verdict row={row} x={verdictX} y={y + Math.round(rowHeight / 2) + 4} room={space.verdict} />
              </>
            )}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={head + series.rows.length * rowHeight} y2={head + series.rows.length * rowHeight} stroke={ink('rule')} />
    </>
  );
}

/** One row under the other, for narrow pictures: two lines of words around both lanes. */
function Stacked({ series, width, height, id }: ViewProps<TargetsSeries>): ReactElement {
  const rowHeight = Math.min(132, Math.max(118, height / Math.max(1, series.rows.length)));
  return (
    <>
      {series.rows.map((row, index) => {
        const y = index * rowHeight;
        const verdictWidth = textWidth(row.verdict.prefix, 13) + textWidth(row.verdict.words, 13, true) + 20;
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink(index === 0 ? 'rule-strong' : 'rule')} />
            <Label
              x={0}
              y={y + 22}
              text={fitText(`${row.name}`, width - verdictWidth - 12 - textWidth(` ${row.target}`, 13), 13, true)}
              size={13}
              bold
              colour="ink"
            />
            <Label x={textWidth(row.name, 13, true) + 6} y={y + 22} text={row.target} size={13} />
            {row.now === undefined ? (
              <>
                <Label x={0} y={y + 44} text={row.absent ?? ''} size={13} />
                <Label x={0} y={y + 64} text={fitText(row.under, width, 12)} colour="ink-3" />
              </>
            ) : (
              <>
                <Verdict row={row} x={width - verdictWidth} y={y + 22} room={verdictWidth + 1} />
                <Now row={{ ...row, now: { ...row.now, date: '' } }} x={0} y={y + 46} room={width / 2} />
                <Label x={width} y={y + 46} text={row.bullet?.line ?? row.now.date} anchor="end" />
                <Twin row={row} heads={series.heads} x={0} y={y + 54} width={width} hatch={id} />
                <Label
                  x={0}
                  y={y + 112}
                  text={fitText(
                    row.lane?.forecast === undefined
                      ? (row.lane?.refused ?? row.under)
                      : `${series.heads.forecast} ${row.lane.forecast.label}`,
                    width,
                    12,
                  )}
                  colour="ink-3"
                />
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The target ledger as one drawing: plain SVG, since each row is words and two bars. */
export function View(props: ViewProps<TargetsSeries>): ReactElement {
  return (
    <svg width={props.width} height={props.height} viewBox={`0 0 ${props.width} ${props.height}`}>
      <Hatches id={props.id} />
      {props.width < 600 ? <Stacked {...props} /> : <Wide {...props} />}
    </svg>
  );
}
