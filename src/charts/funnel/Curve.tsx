import { Label } from '#charts/kit/style/Ink.tsx';
import { ink, type Token } from '#charts/kit/style/tokens.ts';
import type { IncidencePoint } from '#domain/analysis/events/incidence.ts';
import type { PlacedCurve } from './layout.ts';

const lineHeight = 16;

function Line({
  placed,
  share,
  colour,
}: {
  readonly placed: PlacedCurve;
  readonly share: (point: IncidencePoint) => number;
  readonly colour: Token;
}) {
  const { curve, xOf, yOf } = placed;
  const last = curve.points.at(-1);
  const path = curve.points
    .map(
      (point, at) =>
        `${at === 0 ? 'M' : 'L'}${xOf(point.months).toFixed(1)} ${yOf(share(point)).toFixed(1)}`,
    )
    .join('');
  return (
    <>
      <path d={path} fill="none" stroke={ink(colour)} strokeWidth="2" />
      {last === undefined ? null : (
        <circle cx={xOf(last.months)} cy={yOf(share(last))} r="3.5" fill={ink(colour)} />
      )}
    </>
  );
}

/** The cumulative incidence of both ends, with its axes and its labels at the end. */
export function Curve({
  placed,
  isPhone,
}: {
  readonly placed: PlacedCurve;
  readonly isPhone: boolean;
}) {
  const { curve, top, bottom, x0, x1, xOf, yTicks, endX, labels } = placed;
  const headY = isPhone ? top - 2 * lineHeight + 4 : top + 10;
  return (
    <>
      {curve.heading.map((line, at) => (
        <Label
          key={line}
          x={0}
          y={headY + at * lineHeight}
          text={line}
          bold={at === 0}
          colour="ink"
        />
      ))}
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={x0} x2={x1} y1={y} y2={y} stroke={ink(y === bottom ? 'axis' : 'grid')} />
          <Label x={x0 - 6} y={y + 4} text={label} anchor="end" colour="ink-3" />
        </g>
      ))}
      {curve.xTicks.map(({ months, label }) => (
        <Label
          key={months}
          x={xOf(months)}
          y={bottom + 17}
          text={label}
          anchor="middle"
          colour="ink-3"
        />
      ))}
      <Line placed={placed} share={({ left }) => left} colour="axis" />
      <Line placed={placed} share={({ moved }) => moved} colour="accent" />
      <Label x={endX + 10} y={labels.moved} text={curve.ends.moved} bold colour="accent" halo />
      <Label x={endX + 10} y={labels.left} text={curve.ends.left} halo />
      <Label x={endX + 10} y={labels.open} text={curve.ends.open} colour="ink-3" halo />
    </>
  );
}
