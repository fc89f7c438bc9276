import type { ReactElement } from 'react';
import { fitText, textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import type { PipelineLayout } from './layout.ts';
import type { DrawnSpread } from './spread.ts';

/** The words that fit: with their label, else without it. */
const wordsThatFit = (words: string, amount: string, room: number): string =>
  textWidth(words, 12) <= room ? words : fitText(amount, room, 12);

/** Median and middle 8 in 10: in columns, else under the name of the stage. */
export function SpreadWords({
  spread,
  layout,
  y,
}: {
  readonly spread: DrawnSpread;
  readonly layout: PipelineLayout;
  readonly y: number;
}): ReactElement {
  const { spread: ends } = layout;
  if (ends === undefined)
    return (
      <g>
        {spread.lines.map((line, at) => (
          <Label
            key={line}
            x={4}
            y={y + at * 15}
            text={wordsThatFit(line, spread.cells[at] ?? '', layout.plot.left - 12)}
            colour="ink-3"
          />
        ))}
      </g>
    );
  return (
    <g>
      <Label x={ends[0]} y={y} text={spread.cells[0]} colour="ink" bold anchor="end" />
      <Label x={ends[1]} y={y} text={spread.cells[1]} colour="ink-2" anchor="end" />
    </g>
  );
}

/**
 * Draws the share of a stage's projects in each class of sizes. The middle 8 in 10 is strong; the
 * median is a line, or an outline of its class.
 */
export function SpreadBars({
  spread,
  layout,
  bottom,
  room,
}: {
  readonly spread: DrawnSpread;
  readonly layout: PipelineLayout;
  readonly bottom: number;
  readonly room: number;
}): ReactElement {
  return (
    <g>
      <line
        x1={layout.plot.left}
        x2={layout.plot.right}
        y1={bottom}
        y2={bottom}
        stroke={ink('axis')}
      />
      {spread.classes.map(({ from, to, density, strong, median }) => {
        const [left, height] = [layout.x(from), (density / layout.densest) * room];
        return (
          <rect
            key={from}
            x={left + 0.5}
            y={bottom - height}
            width={Math.max(1, layout.x(to) - left - 1)}
            height={height}
            fill={ink(strong ? 'stage-5' : 'stage-2')}
            stroke={median ? ink('ink') : undefined}
            strokeWidth={median ? 1.5 : undefined}
          />
        );
      })}
      {spread.median === undefined ? null : (
        <line
          x1={layout.x(spread.median)}
          x2={layout.x(spread.median)}
          y1={bottom - room - 2}
          y2={bottom}
          stroke={ink('ink')}
          strokeWidth="2"
        />
      )}
    </g>
  );
}
