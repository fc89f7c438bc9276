import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/definition.ts';
import { fitText, textWidth } from '#charts/frame/font-advances.ts';
import { Hatches, Label } from '#charts/frame/Ink.tsx';
import { ink } from '#charts/frame/tokens.ts';
import { Bullet, BulletHead, Lane, LaneHead } from './lanes.tsx';
import { Narrow } from './Narrow.tsx';
import { rowHeights, wideLeast } from './row-heights.ts';
import { isJudged, type TargetsSeries } from './series.ts';
import { dayTexts, Name, Now, nowWidth, Verdict } from './Words.tsx';

const head = 46;
/** Between the words of a row and its value. */
const nameGap = 10;

/** Columns of the ledger for a width; a row is cut into them as the page's own ledger is. A long verdict takes from the lanes. */
function columns(
  rows: TargetsSeries['rows'],
  width: number,
): {
  readonly name: number;
  readonly now: number;
  readonly bullet: number;
  readonly lane: number;
  readonly verdict: number;
} {
  const verdicts = Math.max(0, ...rows.map((row) => (isJudged(row) ? textWidth(row.verdict.words, 13, true) : 0))) + 19;
  const verdict = Math.max(Math.min(176, width * 0.16), Math.min(verdicts, width * 0.24));
  // no wider than whole words need
  const words = rows
    .filter((row) => row.now !== undefined)
    .flatMap((row) => [textWidth(row.name, 13, true) + 9 + textWidth(row.target, 13), textWidth(row.under, 12)])
    .map((long) => long + nameGap);
  const name = Math.min(190, Math.max(width * 0.21, ...words.filter((long) => long <= width * 0.26)));
  const now = Math.max(
    Math.min(120, width * 0.135),
    ...rows.map((row) => Math.max(nowWidth(row) + 10, textWidth(row.now?.dates[1] ?? '', 12) + 6)),
  );
  const rest = width - name - now - verdict - 40;
  return { name, now, bullet: rest * 0.43, lane: rest * 0.57, verdict };
}

function Wide({ series, width, height, id }: ViewProps<TargetsSeries>): ReactElement {
  const space = columns(series.rows, width);
  const heights = rowHeights(series.rows.map(wideLeast), height - head, 84);
  const bottom = heights.reduce((sum, one) => sum + one, head);
  const bulletX = space.name + space.now;
  const laneX = bulletX + space.bullet + 24;
  const verdictX = laneX + space.lane + 16;
  const tight = space.bullet < 190;
  const days = dayTexts(series.rows, () => space.now - 6);
  return (
    <>
      <BulletHead heads={series.heads} x={bulletX} width={space.bullet} tight={tight} />
      <LaneHead heads={series.heads} x={laneX} width={space.lane} tight={space.lane < 300} />
      {series.rows.map((row, index) => {
        const rowHeight = heights[index] ?? 0;
        const y = heights.slice(0, index).reduce((sum, one) => sum + one, head);
        const middle = y + Math.round(rowHeight / 3) + 4.5;
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink('rule')} />
            <Name
              row={row}
              y={middle}
              room={(row.now === undefined ? bulletX : space.name) - nameGap}
              {...(row.now === undefined ? { under: isJudged(row) ? verdictX - 10 : width } : {})}
            />
            {row.beside === undefined ? null : <Label x={0} y={middle + 33} text={fitText(row.beside, bulletX - 10, 12)} colour="ink-3" />}
            {row.now === undefined ? (
              <Label x={bulletX} y={middle} text={row.absent ?? ''} size={13} />
            ) : (
              <>
                <Now row={row} x={space.name} y={middle + 2} day={days[index] ?? ''} room={space.now - 6} />
                <Bullet row={row} height={rowHeight} x={bulletX} y={y} width={space.bullet} tight={tight} hatch={id} />
                <Lane row={row} height={rowHeight} x={laneX} y={y} width={space.lane} tight={space.lane < 300} hatch={id} />
              </>
            )}
            {isJudged(row) ? (
              <Verdict
                row={row}
                x={verdictX}
                y={y + Math.round(rowHeight / 2) + 4}
                room={space.verdict}
                outcomeLines={rowHeight < 72 ? 1 : 2}
              />
            ) : null}
          </g>
        );
      })}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke={ink('rule')} />
    </>
  );
}

/** The target ledger as one drawing: plain SVG, since each row is words and two bars. */
export function View(props: ViewProps<TargetsSeries>): ReactElement {
  return (
    <svg width={props.width} height={props.height} viewBox={`0 0 ${props.width} ${props.height}`}>
      <Hatches id={props.id} />
      {props.width < 600 ? <Narrow {...props} /> : <Wide {...props} />}
    </svg>
  );
}
