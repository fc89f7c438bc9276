import type { ReactElement } from 'react';
import { roundCoordinate } from '#charts/kit/style/coordinate.ts';
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

interface BarsRoom {
  readonly layout: PipelineLayout;
  readonly bottom: number;
  readonly room: number;
}

/**
 * Writes the bars of classes above 0 as one path. Only their heights differ between the stages, to
 * a tenth of a pixel, so a compressed page holds the rest of them once.
 */
const writeBars = (
  classes: DrawnSpread['classes'],
  { layout, room }: Pick<BarsRoom, 'layout' | 'room'>,
): string =>
  classes
    .map(({ from, to, density }) => {
      const left = layout.x(from);
      const width = roundCoordinate(Math.max(1, layout.x(to) - left - 1));
      const height = ((density / layout.densest) * room).toFixed(1);
      return `M${roundCoordinate(left + 0.5)} 0V-${height}h${width}V0z`;
    })
    .join('');

/**
 * Draws the share of a stage's projects in each class of sizes. The middle 8 in 10 is strong; the
 * median is a line, or an outline of its class.
 */
export function SpreadBars({
  spread,
  bottom,
  ...place
}: BarsRoom & { readonly spread: DrawnSpread }): ReactElement {
  const { layout, room } = place;
  const paints = [
    { colour: 'stage-2', classes: spread.classes.filter((one) => !one.strong) },
    { colour: 'stage-5', classes: spread.classes.filter((one) => one.strong) },
  ] as const;
  const medians = spread.classes.filter((one) => one.median);
  const axis = { x1: layout.plot.left, x2: layout.plot.right };
  return (
    <g transform={`translate(0 ${bottom})`}>
      <line {...axis} y1="0" y2="0" stroke={ink('axis')} />
      {paints.map(({ colour, classes }) => (
        <path key={colour} d={writeBars(classes, place)} fill={ink(colour)} />
      ))}
      {medians.length === 0 ? null : (
        <path d={writeBars(medians, place)} fill="none" stroke={ink('ink')} strokeWidth="1.5" />
      )}
      {spread.median === undefined ? null : (
        <line
          x1={layout.x(spread.median)}
          x2={layout.x(spread.median)}
          y1={-room - 2}
          y2="0"
          stroke={ink('ink')}
          strokeWidth="2"
        />
      )}
    </g>
  );
}
