import { compact } from '#domain/values/compact.ts';
import type { ReactElement } from 'react';
import { HatchedArea } from '#charts/kit/style/Hatched.tsx';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import type { Shape } from './shapes.ts';

const Mark = ({ shape }: { readonly shape: Shape }): ReactElement => {
  if (shape.kind === 'text') {
    const { kind: _, ...label } = shape;
    return <Label {...label} />;
  }
  if (shape.kind === 'line')
    return (
      <line
        x1={shape.from[0]}
        y1={shape.from[1]}
        x2={shape.to[0]}
        y2={shape.to[1]}
        stroke={ink(shape.colour)}
        strokeDasharray={shape.dashed === true ? '2 2' : undefined}
      />
    );
  if (shape.kind === 'dot')
    return (
      <circle
        cx={shape.x}
        cy={shape.y}
        r={shape.radius}
        fill={ink(shape.fill)}
        stroke={ink(shape.stroke)}
      />
    );
  if (shape.kind === 'ring')
    return (
      <circle
        cx={shape.x}
        cy={shape.y}
        r="4.5"
        fill="none"
        stroke={ink('ink-3')}
        strokeWidth="1.4"
        strokeDasharray="2.2 1.8"
      />
    );
  const { x, y, width, height, fill, stroke, dashed, example } = shape;
  const box = { x, y, width: Math.max(0, width), height };
  const outline = compact({
    stroke: stroke === undefined ? undefined : ink(stroke),
    strokeDasharray: dashed === true ? '3 2' : undefined,
  });
  if (example !== true)
    return <rect {...box} fill={fill === undefined ? 'none' : ink(fill)} {...outline} />;
  return (
    <>
      <HatchedArea {...box} hatch="example" />
      {stroke === undefined ? null : <rect {...box} fill="none" {...outline} />}
    </>
  );
};

/** Paints the marks of a layout, in their order. */
export const Shapes = ({
  shapes,
  width,
  height,
}: {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
}): ReactElement => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
  >
    {shapes.map((shape, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name than their place
      <Mark key={at} shape={shape} />
    ))}
  </svg>
);
