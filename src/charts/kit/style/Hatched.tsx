import type { ReactElement } from 'react';
import { hatchPath, type HatchBox } from './hatch-path.ts';
import { ink, type Token } from './tokens.ts';

/** The hatches: of invented values, and of what was lost. */
const hatches = {
  example: { ground: 'accent-weak', stripe: 'accent', step: 5, width: 2.3, rising: true },
  lost: { ground: 'bg', stripe: 'ink-3', step: 4, width: 1.6, rising: false },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly ground: Token;
      readonly stripe: Token;
      readonly step: number;
      readonly width: number;
      readonly rising: boolean;
    }
  >
>;

/**
 * A hatched bar. Its stripes are shapes: programs draw a repeated pattern in different ways, and
 * some not at all.
 */
export function HatchedArea({
  hatch,
  stroke,
  strokeWidth = 1,
  ...box
}: HatchBox & {
  readonly hatch: keyof typeof hatches;
  readonly stroke?: Token;
  readonly strokeWidth?: number;
}): ReactElement {
  const { ground, stripe, ...stripes } = hatches[hatch];
  return (
    <>
      <rect {...box} fill={ink(ground)} />
      <path d={hatchPath(box, stripes)} fill={ink(stripe)} />
      {stroke === undefined ? null : (
        <rect {...box} fill="none" stroke={ink(stroke)} strokeWidth={strokeWidth} />
      )}
    </>
  );
}
