import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { HatchedArea } from '#charts/kit/style/Hatched.tsx';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import { layOutlook, type OutlookLayout, type OutlookRowLayout } from './layout.ts';
import type { OutlookSeries } from './series.ts';

interface RowProps {
  readonly layout: OutlookLayout;
  readonly row: OutlookRowLayout;
}

/** Now, signed and all, from one zero. */
function Bars({ layout: { barHeight }, row: { row, barY, nowX, signedX, allX } }: RowProps) {
  const now = { x: 0, y: barY, width: Math.max(1, nowX), height: barHeight };
  return (
    <>
      {row.all === undefined ? null : (
        <rect
          x={0.5}
          y={barY + 0.5}
          width={Math.max(1, allX - 1)}
          height={barHeight - 1}
          fill="none"
          stroke={ink('accent')}
          strokeDasharray="3 2"
        />
      )}
      {row.signed === undefined ? null : (
        <rect x={0} y={barY} width={signedX} height={barHeight} fill={ink('stage-2')} />
      )}
      {row.now === undefined ? null : row.hatched ? (
        <HatchedArea {...now} hatch="example" stroke="accent" />
      ) : (
        <rect {...now} fill={ink('accent')} stroke="none" />
      )}
    </>
  );
}

/**
 * Draws what is missing to the target as a bracket over its span, or the part beyond the target.
 */
function Difference({ layout: { targetX, width, barHeight }, row }: RowProps) {
  const { barY, allX, isCut } = row;
  const { missing, beyond } = row.row;
  if (missing !== undefined) {
    const y = barY + barHeight / 2;
    const half = textWidth(missing, 12, true) / 2;
    const middle = Math.min(width - half, Math.max(half, (allX + targetX) / 2));
    return (
      <>
        <path
          d={`M${allX + 2} ${y - 4}v8M${allX + 2} ${y}H${targetX - 2}M${targetX - 2} ${y - 4}v8`}
          stroke={ink('behind')}
          strokeWidth="1.5"
          fill="none"
        />
        <Label x={middle} y={barY - 5} text={missing} colour="behind" bold anchor="middle" />
      </>
    );
  }
  return (
    <>
      {beyond === undefined ? null : (
        <Label x={width} y={barY - 5} text={beyond} colour="accent" bold anchor="end" />
      )}
      {isCut ? (
        <path
          d={`M${allX + 3} ${barY + 3}l6 5l-6 5`}
          stroke={ink('accent')}
          strokeWidth="1.8"
          fill="none"
        />
      ) : null}
    </>
  );
}

/** Draws the outlook of every target as plain SVG, from computed places. */
export function View({ series, width, height }: ViewProps<OutlookSeries>): ReactElement {
  const layout = layOutlook(series, width);
  const { targetX } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {layout.rows.length === 0 ? null : (
        <>
          <Label x={targetX} y={12} text={series.target} bold anchor="middle" colour="ink" />
          <line
            x1={targetX}
            x2={targetX}
            y1={18}
            y2={layout.height - 8}
            stroke={ink('target')}
            strokeWidth="1.5"
          />
        </>
      )}
      {layout.rows.map((row) => (
        <g key={row.row.id}>
          <Labels x={0} y={row.nameY} apart={nameLine} lines={row.name} bold colour="ink" />
          <Label
            x={targetX - 8}
            y={row.nameY}
            text={row.row.target}
            bold
            anchor="end"
            colour="ink"
          />
          <Bars layout={layout} row={row} />
          <Difference layout={layout} row={row} />
          {row.labels.map(({ x, y, text, strong }) => (
            <Label
              key={text}
              x={x}
              y={y}
              text={text}
              bold={strong}
              colour={strong ? 'accent' : 'ink-2'}
              halo
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
