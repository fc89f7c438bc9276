import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { HatchedArea } from '#charts/kit/style/Hatched.tsx';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { ink } from '#charts/kit/style/tokens.ts';
import {
  beyondX,
  excessX,
  missingX,
  layOutlook,
  type OutlookLayout,
  type OutlookRowLayout,
} from './layout.ts';
import type { OutlookSeries } from './series.ts';

interface RowProps {
  readonly layout: OutlookLayout;
  readonly row: OutlookRowLayout;
}

/** Now, signed and all, from one zero. A bar of now ends at the upper limit that it exceeds. */
function Bars({ layout: { barHeight, targetX, width }, row }: RowProps) {
  const { barY, nowX, signedX, allX } = row;
  const { all, signed, now, over, hatched } = row.row;
  const end = over === undefined ? nowX : Math.min(nowX, targetX);
  const bar = { x: 0, y: barY, width: Math.max(1, end), height: barHeight };
  return (
    <>
      <line
        x1={0}
        x2={width}
        y1={barY + barHeight + 0.5}
        y2={barY + barHeight + 0.5}
        stroke={ink('axis')}
      />
      {all === undefined ? null : (
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
      {signed === undefined ? null : (
        <rect x={0} y={barY} width={signedX} height={barHeight} fill={ink('stage-2')} />
      )}
      {now === undefined ? null : hatched ? (
        <HatchedArea {...bar} hatch="example" stroke="accent" />
      ) : (
        <rect {...bar} fill={ink('accent')} stroke="none" />
      )}
    </>
  );
}

interface BracketProps {
  readonly layout: OutlookLayout;
  readonly row: OutlookRowLayout;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A bracket over what is missing to a target, or what exceeds a limit. */
function Bracket({ layout, row: { barY }, from, to, text }: BracketProps) {
  const { barHeight, targetX } = layout;
  const y = barY + barHeight / 2;
  const placeText = from === targetX ? excessX : missingX;
  const textX = placeText(text, (from + to) / 2, layout);
  return (
    <>
      <path
        d={`M${from + 2} ${y - 4}v8M${from + 2} ${y}H${to - 2}M${to - 2} ${y - 4}v8`}
        stroke={ink('behind')}
        strokeWidth="1.5"
        fill="none"
      />
      <Label x={textX} y={barY - 5} text={text} colour="behind" bold anchor="middle" />
    </>
  );
}

/** Draws what is missing to the target or exceeds a limit, or the part beyond the target. */
function Difference({ layout, row }: RowProps) {
  const { targetX } = layout;
  const { barY, nowX, allX, isCut } = row;
  const { missing, beyond, over, all } = row.row;
  if (missing !== undefined)
    return <Bracket layout={layout} row={row} from={allX} to={targetX} text={missing} />;
  const end = all === undefined ? nowX : allX;
  return (
    <>
      {over === undefined ? null : (
        <Bracket layout={layout} row={row} from={targetX} to={nowX} text={over} />
      )}
      {beyond === undefined ? null : (
        <Label
          x={beyondX(beyond, layout)}
          y={barY - 5}
          text={beyond}
          colour="accent"
          bold
          anchor="end"
          halo
        />
      )}
      {isCut ? (
        <path
          d={`M${end + 3} ${barY + 3}l6 5l-6 5`}
          stroke={ink(over === undefined ? 'accent' : 'behind')}
          strokeWidth="1.8"
          fill="none"
        />
      ) : null}
    </>
  );
}

/** The written shares, and the line of the target with its word. */
function Axis({ layout, target }: { readonly layout: OutlookLayout; readonly target: string }) {
  const { targetX, ticks, height } = layout;
  return (
    <>
      {ticks.map(({ x, text, anchor }) => (
        <Label key={text} x={x} y={12} text={text} anchor={anchor} colour="ink-3" />
      ))}
      <Label x={targetX} y={12} text={target} bold anchor="middle" colour="ink" />
      <line
        x1={targetX}
        x2={targetX}
        y1={18}
        y2={height - 8}
        stroke={ink('target')}
        strokeWidth="1.5"
      />
    </>
  );
}

/** Draws the outlook of every target as plain SVG, from computed places. */
export function View({ series, width, height }: ViewProps<OutlookSeries>): ReactElement {
  const layout = layOutlook(series, width);
  const { targetX } = layout;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {layout.rows.length === 0 ? null : <Axis layout={layout} target={series.target} />}
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
