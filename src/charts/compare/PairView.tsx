import type { ReactElement } from 'react';
import type { ViewModule, ViewProps } from '#charts/kit/definition.ts';
import { Labels } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import {
  type SeriesOrPair,
  isPair,
  layPair,
  nameLine,
  nameSize,
  type PairDrawing,
  unknownLine,
} from './layout.ts';

/**
 * Makes the View of a chart that can be shown beside another: both drawings, or those
 * of each block, below their names.
 */
export const comparedView = <S,>(
  View: ViewModule<S>['View'],
  pairDrawing: PairDrawing<S>,
): ((props: ViewProps<SeriesOrPair<S>>) => ReactElement) =>
  function ComparedView({ series, ...drawing }): ReactElement {
    if (!isPair(series)) return <View {...drawing} series={series} />;
    const { width, height, id } = drawing;
    const { placed } = layPair(series, width, pairDrawing);
    return (
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {placed.map(({ side, nameLines, x, y, width: own, height: high, unknownLines }, at) => (
          <g key={`${x} ${y}`}>
            <Labels
              x={x}
              y={y - 14 - nameLine * (nameLines.length - 1)}
              lines={nameLines}
              apart={nameLine}
              bold
              size={nameSize}
              colour="ink"
            />
            <line x1={x} x2={x + own} y1={y - 7.5} y2={y - 7.5} stroke={ink('rule-strong')} />
            {unknownLines === undefined ? (
              <svg x={x} y={y} width={own} height={high} overflow="visible">
                <View
                  {...drawing}
                  series={side.series}
                  width={own}
                  height={high}
                  id={`${id}-${at}`}
                />
              </svg>
            ) : (
              <Labels x={x} y={y + 20} lines={unknownLines} apart={unknownLine} />
            )}
          </g>
        ))}
      </svg>
    );
  };
