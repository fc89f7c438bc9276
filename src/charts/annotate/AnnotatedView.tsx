import type { ReactElement } from 'react';
import type { ViewModule, ViewProps } from '#charts/kit/definition.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import {
  type WithNotes,
  badgeRadius,
  type FindAxes,
  isAnnotated,
  layAnnotations,
  type PlacedAnnotation,
} from './layout.ts';

const Line = ({ placed: { along, line, badge } }: { readonly placed: PlacedAnnotation }) => {
  const end = along === 'x' ? { x: line.x1, y: line.y1 } : { x: line.x2, y: line.y2 };
  const elbow =
    along === 'x'
      ? `M${badge.x} ${badge.y + badgeRadius}L${end.x} ${end.y}`
      : `M${badge.x - badgeRadius} ${badge.y}L${end.x} ${end.y}`;
  return (
    <>
      <line {...line} stroke={ink('ink')} strokeDasharray="1.5 3" />
      <path d={elbow} fill="none" stroke={ink('ink')} />
    </>
  );
};

const Badge = ({
  placed: { annotation, badge, label },
  small,
}: {
  readonly placed: PlacedAnnotation;
  readonly small: number;
}) => (
  <>
    <circle cx={badge.x} cy={badge.y} r={badgeRadius} fill={ink('ink')} />
    <Label
      x={badge.x}
      y={badge.y + 4}
      text={annotation.n}
      size={11}
      bold
      anchor="middle"
      colour="bg"
    />
    {label === undefined ? null : (
      <Label x={label.x} y={badge.y + 4} text={label.text} size={small} colour="ink" />
    )}
  </>
);

/** Makes the View of a chart that a person can annotate: marks over its own drawing. */
export const annotatedView = <S,>(
  View: ViewModule<S>['View'],
  axesOf: FindAxes<S>,
): ((props: ViewProps<WithNotes<S>>) => ReactElement) =>
  function AnnotatedView({ series, ...drawing }): ReactElement {
    if (!isAnnotated(series)) return <View {...drawing} series={series} />;
    const { width, height } = drawing;
    const { top, width: inner, placed } = layAnnotations(series, width, axesOf, height);
    return (
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <svg x={0} y={top} width={inner} height={height - top} overflow="visible">
          <View {...drawing} series={series.own} width={inner} height={height - top} />
        </svg>
        {placed.map((one) => (
          <Line key={one.annotation.n} placed={one} />
        ))}
        {placed.map((one) => (
          <Badge key={one.annotation.n} placed={one} small={series.small} />
        ))}
      </svg>
    );
  };
