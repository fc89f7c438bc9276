import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { HatchedArea } from '#charts/kit/style/Hatched.tsx';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink, type Token } from '#charts/kit/style/tokens.ts';
import { arrowRoom } from '#charts/targets/layout/axis.ts';
import type { DrawnArrow, DrawnBar, DrawnLine } from '#charts/targets/layout/drawing.ts';
import { targetsLayout } from '#charts/targets/layout/layout.ts';
import { VerdictMark } from './StatusMark.tsx';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';

const strokes: Readonly<
  Record<DrawnLine['kind'], { readonly colour: Token; readonly width: number }>
> = {
  rule: { colour: 'rule', width: 1 },
  grid: { colour: 'grid', width: 1 },
  target: { colour: 'target', width: 1.5 },
  plan: { colour: 'plan', width: 3 },
  middle: { colour: 'accent', width: 2.5 },
};

function Line({ line: { kind, ...ends } }: { readonly line: DrawnLine }): ReactElement {
  const { colour, width } = strokes[kind];
  return (
    <>
      {kind === 'plan' ? <line {...ends} stroke={ink('bg')} strokeWidth={width + 2} /> : null}
      <line {...ends} stroke={ink(colour)} strokeWidth={width} />
    </>
  );
}

/**
 * Draws the bar of the value, the outline of the part missing to the plan, or the band of the
 * forecast.
 */
function Bar({
  bar: { kind, x, y, width, height, hatched, short },
}: {
  readonly bar: DrawnBar;
}): ReactElement {
  if (kind === 'range')
    return <rect x={x} y={y} width={width} height={height} fill={ink('cone-50')} />;
  const box = {
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(1, width - 1),
    height: height - 1,
    strokeWidth: 1,
  };
  if (kind === 'shortfall')
    return <rect {...box} fill="none" stroke={ink(short === true ? 'behind' : 'ink-3')} />;
  return hatched === true ? (
    <HatchedArea {...box} hatch="example" stroke="accent" />
  ) : (
    <rect {...box} fill={ink('accent')} stroke={ink('accent')} />
  );
}

/** An arrow at the end of the axis, and for a bar the slashes that cut it. */
function Arrow({ arrow: { x, y, cut } }: { readonly arrow: DrawnArrow }): ReactElement {
  const tip = x + arrowRoom - 1;
  return (
    <>
      {cut ? (
        <path
          d={`M${x - 11} ${y + 9}l6 -18M${x - 5} ${y + 9}l6 -18`}
          stroke={ink('bg')}
          strokeWidth="2.5"
          fill="none"
        />
      ) : null}
      <path
        d={`M${x + 2} ${y}H${tip}M${tip - 4} ${y - 4}l4 4l-4 4`}
        stroke={ink('accent')}
        strokeWidth="1.8"
        fill="none"
      />
    </>
  );
}

/** The key of a part; no two parts of a kind have the same values. */
const partKey = (part: object): string => Object.values(part).join(' ');

/**
 * Draws the targets with their share, plan and forecast on one axis as plain SVG, from computed
 * places.
 */
export function View({ series, width, height }: ViewProps<TargetsSeries>): ReactElement {
  const { texts, bars, lines, arrows, verdicts } = targetsLayout(series, width, height);
  const front = (line: DrawnLine): boolean =>
    line.kind === 'plan' || line.kind === 'middle' || line.kind === 'target';
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {lines
        .filter((line) => !front(line))
        .map((line) => (
          <Line key={partKey(line)} line={line} />
        ))}
      {bars.map((bar) => (
        <Bar key={partKey(bar)} bar={bar} />
      ))}
      {lines.filter(front).map((line) => (
        <Line key={partKey(line)} line={line} />
      ))}
      {arrows.map((arrow) => (
        <Arrow key={partKey(arrow)} arrow={arrow} />
      ))}
      {verdicts.map(({ x, y, mark, colour }) => (
        <VerdictMark key={y} mark={mark} x={x} y={y} colour={ink(colour)} />
      ))}
      {texts.map((text) => (
        <Label key={partKey(text)} {...text} />
      ))}
    </svg>
  );
}
