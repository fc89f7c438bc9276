import type { ReactElement } from 'react';
import { ink, type Token } from './tokens.ts';

interface LabelProps {
  readonly x: number | string;
  readonly y: number;
  readonly dx?: number;
  readonly text: string;
  readonly colour?: Token;
  readonly size?: number;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** An outline in the colour of the background, for text above marks. */
  readonly halo?: boolean;
}

/**
 * A label of a drawing. All its properties are attributes, so that an exported file needs no
 * stylesheet.
 */
export function Label({
  x,
  y,
  dx,
  text,
  colour = 'ink-2',
  size = 12,
  bold = false,
  anchor = 'start',
  halo = false,
}: LabelProps): ReactElement {
  return (
    <text
      x={x}
      y={y}
      dx={dx}
      fontSize={size}
      fontWeight={bold ? 600 : 400}
      textAnchor={anchor}
      fill={ink(colour)}
      paintOrder={halo ? 'stroke' : undefined}
      stroke={halo ? ink('bg') : undefined}
      strokeWidth={halo ? 4 : undefined}
      strokeLinejoin={halo ? 'round' : undefined}
    >
      {text}
    </text>
  );
}

/** A text in several lines, one below the other. `y` is the baseline of the first. */
export const Labels = ({
  lines,
  y,
  apart,
  ...look
}: Omit<LabelProps, 'text'> & {
  readonly lines: readonly string[];
  readonly apart: number;
}): readonly ReactElement[] =>
  lines
    .map((text, at) => ({ text, top: y + at * apart }))
    .map(({ text, top }) => <Label key={top} {...look} y={top} text={text} />);

/**
 * The hatch of invented values and the one of missing months. Ids start with `id`, so that two
 * drawings never share one.
 */
export function Hatches({ id }: { readonly id: string }): ReactElement {
  return (
    <defs>
      <pattern
        id={`${id}-example`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="5" height="5" fill={ink('accent-weak')} />
        <rect width="2.3" height="5" fill={ink('accent')} />
      </pattern>
      <pattern
        id={`${id}-missing`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="2.4" height="6" fill={ink('rule')} />
      </pattern>
    </defs>
  );
}

/** The hatches of all bars in the rows of a page; placed once, before the first row. */
export function PageHatches(): ReactElement {
  return (
    <svg className="chart-hatches" width="0" height="0" aria-hidden="true">
      <Hatches id="page" />
    </svg>
  );
}
